"""Tags and discards lines, those that are ticked or all, as one step."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint

from ui.common import Common
from ui.concordance.finding import Found, places_of
from ui.concordance.lines_page import LinesPage
from ui.concordance.ticks import Ticks
from ui.keymap import undo_hint
from ui.widgets.counting import count_of
from workbench.jobs import Tracker
from workbench.model.ids import TagId
from workbench.operations.searches import discard_hits
from workbench.operations.tag_places import tag_places


class LineTagging(QObject):
    """Carries out in a job what is asked to be done with lines."""

    def __init__(self, common: Common, page: LinesPage) -> None:
        super().__init__(page)
        self._common = common
        self._page = page
        page.tag_wanted.connect(self._pick)
        page.tag_chosen.connect(self._tag)
        page.discard_wanted.connect(self._discard)

    def _pick(self, point: QPoint) -> None:
        self._page.pick_tag(point, self._common.project.tags.all())

    def _tag(self, choice: TagId | str) -> None:
        project = self._common.project

        def act(found: Found, ticks: Ticks) -> str:
            count = tag_places(project, places_of(found.shown, ticks), [choice])
            return f"Tagged {count_of(count, 'line')}"

        self._run("Tagging lines", act)

    def _discard(self) -> None:
        project = self._common.project

        def act(found: Found, ticks: Ticks) -> str:
            places = list(places_of(found.shown, ticks))
            count = discard_hits(project, found.asked.words, places)
            return f"Discarded {count_of(count, 'line')}"

        self._run("Discarding lines", act)

    def _run(self, label: str, act: Callable[[Found, Ticks], str]) -> None:
        found, model = self._page.found, self._page.model
        # Without a tick it is all lines.
        ticks = model.ticks if model.ticked else Ticks(is_all=True)
        if found is None:
            return

        def run(_tracker: Tracker) -> str:
            return act(found, ticks)

        job = self._common.runner.start(run, label)
        job.succeeded.connect(self._say)
        job.failed.connect(self._common.notices.problem)

    def _say(self, done: str) -> None:
        self._page.model.untick_all()
        self._page.show_ticks()
        self._common.notices.done(f"{done} · {undo_hint()}")
