"""Fills the list with the hits beyond the first, as they come into view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject

from ui.asking import LatestQuestion
from ui.common import Common
from ui.jobs import Lane
from ui.search.model import Found
from ui.search.panel import SearchPanel
from workbench.model.search import Answer, Hit, HitList, SearchOptions
from workbench.views import ProjectView

FIRST_HITS = 60
"""How many hits of a long list are read along with it."""
AROUND = 40
"""How many hits on either side are read with those that came into view."""


@dataclass(frozen=True, slots=True)
class _Listing:
    """All hits of a query, the first of them read."""

    hits: HitList
    first: dict[int, Hit]


class Filling(QObject):
    """Completes the answer that is shown, in jobs."""

    def __init__(self, common: Common, panel: SearchPanel) -> None:
        super().__init__(panel)
        self._panel = panel
        self._answer: Answer | None = None
        self._options = SearchOptions()
        self._rows: Sequence[int] = ()
        self._reading = range(0)
        self._listing = LatestQuestion[_Listing | None](
            common.project,
            common.runner,
            "Listing hits",
            self,
            Lane.COMPLETION,
        )
        self._hits = LatestQuestion[dict[int, Hit]](
            common.project, common.runner, "Reading hits", self
        )
        self._listing.answered.connect(self._show_listing)
        self._hits.answered.connect(self._show_hits)
        for question in (self._listing, self._hits):
            question.failed.connect(common.notices.problem)
        panel.model.hits_wanted.connect(self._read)

    def begin(self, answer: Answer, options: SearchOptions) -> None:
        """Complete this answer; what another one lacked is not wanted any more."""
        self._answer, self._options = answer, options
        self._rows, self._reading = (), range(0)
        self._listing.drop()
        self._hits.drop()
        if answer.total > len(answer.hits):
            query = answer.query
            self._listing.ask(lambda view: _listing(view, query, options))

    def _show_listing(self, listing: _Listing | None) -> None:
        if listing is None or self._answer is None:
            return
        self._rows = listing.hits.rows
        hits, undated = listing.hits, self._answer.undated
        found = Found(hits.documents, hits.counts, listing.first, undated)
        self._panel.show_found(found, is_same=True)

    def _show_hits(self, hits: dict[int, Hit]) -> None:
        self._reading = range(0)
        self._panel.model.add_hits(hits)

    def _read(self, numbers: Sequence[int]) -> None:
        """Read hits with those around them, unless they are being read already."""
        if self._answer is None or all(it in self._reading for it in numbers):
            return
        last = min(numbers[-1] + AROUND, len(self._rows))
        self._reading = wanted = range(max(numbers[0] - AROUND, 0), last)
        query, options, rows = self._answer.query, self._options, self._rows
        self._hits.ask(lambda view: _numbered(view, query, options, rows, wanted))


def _listing(view: ProjectView, query: str, options: SearchOptions) -> _Listing | None:
    hits = view.listing(query, options)
    if hits is None:
        return None
    first = range(min(FIRST_HITS, len(hits.rows)))
    return _Listing(hits, _numbered(view, query, options, hits.rows, first))


def _numbered(
    view: ProjectView,
    query: str,
    options: SearchOptions,
    rows: Sequence[int],
    wanted: range,
) -> dict[int, Hit]:
    """Return hits by their numbers in the list."""
    found = view.hits(query, options, [rows[it] for it in wanted])
    return {it: found[rows[it]] for it in wanted if rows[it] in found}
