"""Saves searches, runs saved ones again, and remembers what was asked."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QTimer, Signal

from ui.asking import LatestQuestion
from ui.common import Common
from ui.keymap import undo_hint
from ui.search.controller import NOTHING_ASKED, SEARCHED_KINDS, SearchController
from ui.search.field import SearchField
from ui.search.kept_popups import PastPopup, SavedPopup, SavePopup
from ui.search.panel import SearchPanel
from workbench.jobs import Tracker
from workbench.model.changes import Changes
from workbench.model.ids import SavedSearchId
from workbench.model.search import Answer
from workbench.model.searches import PastSearch, SavedSearch
from workbench.operations.searches import (
    Counts,
    counts_when_asked,
    forget_history,
    remember_search,
    remove_searches,
    rename_search,
    save_search,
    saved_counts,
)
from workbench.views import ProjectView

REST_MS = 1500
"""An answer that somebody rests on so long is worth remembering."""
LONGEST_NAME = 60
MOST_OFFERED = 200


class KeptSearches(QObject):
    """Serves the popups of saved and past searches; all of them need no mouse.

    `forgotten` says that what was searched for must not be remembered elsewhere either.
    """

    forgotten = Signal()

    def __init__(
        self,
        common: Common,
        searches: SearchController,
        field: SearchField,
        panel: SearchPanel,
    ) -> None:
        super().__init__(panel)
        self._project = common.project
        self._searches = searches
        self._field = field
        self._panel = panel
        self._notices = common.notices
        self._runner = common.runner
        self._popup: SavedPopup | None = None
        self._remembered = self._forgotten = NOTHING_ASKED
        self._awaits_answer = False
        self._counting = LatestQuestion[tuple[Counts, Counts]](
            common.project, common.runner, "Counting saved searches", self
        )
        self._counting.answered.connect(self._show_counts)
        self._counting.failed.connect(common.notices.problem)
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._remember)
        common.signals.changed.connect(self._follow)
        common.signals.closed.connect(self._rest.stop)
        searches.answered.connect(self._take_answer)
        field.submitted.connect(self._submit)
        field.past_wanted.connect(self.open_past)
        panel.place_activated.connect(lambda *_place: self._remember())
        panel.header.save_button.clicked.connect(self.save)
        panel.header.saved_button.clicked.connect(self.open_saved)
        panel.header.past_button.clicked.connect(self.open_past)

    def save(self) -> None:
        """Ask for a name and keep the search under it."""
        asked = self._searches.shown
        if not asked.query.strip():
            self._notices.problem("Search for something first; then it can be saved.")
            return
        popup = SavePopup(self._field)
        popup.named.connect(self._save)
        popup.open_at(self._below_field(), asked.query.strip()[:LONGEST_NAME])

    def open_saved(self) -> None:
        """Offer the saved searches, each with what it finds now."""
        saved = self._project.searches.saved()
        if not saved:
            self._notices.done("No search is saved yet")
            return
        self._popup = popup = SavedPopup(self._field)
        popup.chosen.connect(self._run)
        popup.rename_requested.connect(self._rename)
        popup.remove_requested.connect(self._remove)
        popup.destroyed.connect(self._forget_popup)
        popup.open_at(self._below_field(), saved)
        self._counting.ask_tracked(_counts)

    def open_past(self) -> None:
        """Offer what was searched before."""
        past = self._project.searches.history(MOST_OFFERED)
        if not past:
            self._notices.done("Nothing was searched yet")
            return
        popup = PastPopup(self._field)
        popup.chosen.connect(self._run)
        popup.forget_requested.connect(self.forget)
        popup.open_at(self._below_field(), past)

    def forget(self) -> None:
        """Forget what was searched for; what is shown is not remembered again."""
        with self._notices.guard():
            forget_history(self._project)
            self._rest.stop()
            self._remembered = self._forgotten = self._searches.shown
            self.forgotten.emit()
            self._notices.done("Forgot what was searched before")

    @property
    def last(self) -> str:
        """The query to begin with next time: what is shown, unless it was forgotten."""
        shown = self._searches.shown
        return "" if shown == self._forgotten else shown.query

    @property
    def is_resting(self) -> bool:
        """Whether an answer will be remembered if nothing comes between."""
        return self._rest.isActive()

    def _below_field(self) -> QPoint:
        return self._field.mapToGlobal(QPoint(0, self._field.height() + 4))

    def _run(self, search: SavedSearch | PastSearch) -> None:
        # What it finds now is what was looked at last, also if it is shown already.
        self._remembered = NOTHING_ASKED
        self._searches.run(search.query, search.options)
        self._field.setFocus()

    def _save(self, name: str) -> None:
        asked = self._searches.shown
        with self._notices.guard():
            save_search(self._project, name, asked.query, asked.options)
            self._notices.done(f"Saved the search “{name}” · {undo_hint()}")

    def _rename(self, saved_id: int, name: str) -> None:
        with self._notices.guard():
            rename_search(self._project, SavedSearchId(saved_id), name)

    def _remove(self, saved_id: int) -> None:
        with self._notices.guard():
            remove_searches(self._project, [SavedSearchId(saved_id)])

    def _follow(self, changes: Changes) -> None:
        if self._popup is None:
            return
        if changes.touches("saved_searches"):
            self._popup.show_saved(self._project.searches.saved())
        if changes.touches("saved_searches", *SEARCHED_KINDS):
            self._counting.ask_tracked(_counts)

    def _show_counts(self, counts: tuple[Counts, Counts]) -> None:
        if self._popup is not None:
            self._popup.show_counts(*counts)

    def _forget_popup(self) -> None:
        self._popup = None

    # Remembering

    def _submit(self) -> None:
        """Remember the answer, which may still be on its way."""
        self._awaits_answer = True
        if self._searches.shown == self._forgotten:
            self._remembered = self._forgotten = NOTHING_ASKED
        if not self._searches.is_searching:
            self._remember()

    def _take_answer(self, answer: Answer) -> None:
        self._rest.stop()
        if not answer.query.strip():
            return
        if self._awaits_answer:
            self._remember()
        else:
            self._rest.start()

    def _remember(self) -> None:
        """Put the search on top of the history, once for each that was asked."""
        self._awaits_answer = False
        self._rest.stop()
        asked, answer = self._searches.shown, self._searches.answer
        is_new = asked != self._remembered and asked.query == answer.query
        if not asked.query.strip() or not is_new or self._project.is_read_only:
            return
        self._remembered, self._forgotten = asked, NOTHING_ASKED
        project = self._project

        def run(_tracker: Tracker) -> None:
            remember_search(project, asked.query, asked.options, answer)

        job = self._runner.start(run, "Remembering the search")
        job.failed.connect(self._notices.problem)


def _counts(view: ProjectView, tracker: Tracker) -> tuple[Counts, Counts]:
    return saved_counts(view, tracker), counts_when_asked(view)
