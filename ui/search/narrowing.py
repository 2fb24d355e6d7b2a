"""Shows by what the hits can be narrowed, and narrows the query by it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from ui.asking import LatestQuestion
from ui.common import Common
from ui.jobs import Lane
from ui.search.controller import SearchController
from ui.search.panel import SearchPanel
from workbench.model.search import Facet, SearchOptions
from workbench.operations.searching import has_condition, narrowed, widened
from workbench.views import ProjectView


@dataclass(frozen=True, slots=True)
class _Facets:
    """What narrows a query, and the conditions that it has already."""

    facets: tuple[Facet, ...]
    active: frozenset[str]


class Narrowing(QObject):
    """Serves the facets: a value adds its condition to the query, or takes it out.

    The query is all there is: nothing else says what the hits are narrowed by.
    """

    def __init__(
        self,
        common: Common,
        searches: SearchController,
        panel: SearchPanel,
    ) -> None:
        super().__init__(panel)
        self._searches = searches
        self._panel = panel
        self._question = LatestQuestion[_Facets](
            common.project,
            common.runner,
            "Counting",
            self,
            Lane.COMPLETION,
        )
        self._question.answered.connect(self._show)
        self._question.failed.connect(common.notices.problem)
        searches.shown_changed.connect(self._follow)
        searches.stopped.connect(self._clear)
        panel.header.facets_button.clicked.connect(self._follow)
        panel.facets.toggled.connect(self._toggle)

    def _follow(self) -> None:
        asked = self._searches.shown
        if asked.query.strip() and self._panel.header.facets_button.isChecked():
            self._question.ask(lambda view: _read(view, asked.query, asked.options))
        else:
            self._clear()

    def _clear(self) -> None:
        self._question.drop()
        self._panel.facets.show_facets((), frozenset())

    def _show(self, found: _Facets) -> None:
        self._panel.facets.show_facets(found.facets, found.active)

    def _toggle(self, condition: str, is_wanted: bool) -> None:  # noqa: FBT001  (a signal's)
        change = narrowed if is_wanted else widened
        self._searches.run(change(self._searches.shown.query, condition))


def _read(view: ProjectView, query: str, options: SearchOptions) -> _Facets:
    facets = view.facets(query, options)
    return _Facets(facets, frozenset(_active(query, facets)))


def _active(query: str, facets: Sequence[Facet]) -> list[str]:
    conditions = (value.condition for facet in facets for value in facet.values)
    # To look for the words alone is quick, and few of many values stand in a query.
    near = (it for it in conditions if it.partition(":")[2].strip('"') in query)
    return [it for it in near if has_condition(query, it)]
