"""Turns what is asked about the evidence of a cell into operations, one step each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import QObject, Signal

from ui.notices import Notices
from ui.tables.panel import TablePanel
from ui.tables.strip.evidence import Part
from ui.tables.strip.shown_cell import ShownCell
from workbench.errors import WorkbenchError
from workbench.model.cells import Absence, Cell, Citation, Standing
from workbench.model.ids import CellChangeId, CitationId, ColumnId, RowId
from workbench.model.links import Stretch
from workbench.model.rechecks import FoundPlace
from workbench.model.suggestions import Suggestion
from workbench.operations import cells, rechecks
from workbench.operations.absences import drop_absence
from workbench.project import Project

NOT_REPLACEABLE = (
    "Choose a citation first; then another passage can stand in its place."
)


class EvidenceActs(QObject):
    """Serves the strip of one table's tab.

    `settled` says that the cell that was to be checked no longer is; `absence_wanted`
    carries the cell to mark as not stated, and what was searched for before.
    """

    settled = Signal()
    absence_wanted = Signal(object, str)

    def __init__(self, project: Project, notices: Notices, panel: TablePanel) -> None:
        super().__init__(panel)
        self._project = project
        self._notices = notices
        self._panel = panel
        self._strip = strip = panel.evidence
        strip.left.connect(panel.view.setFocus)
        strip.evidence.asked.connect(self._act)
        strip.suggestions.cited.connect(self._cite_suggestion)
        strip.suggestions.absence_wanted.connect(self.ask_absent)
        strip.history.restore_requested.connect(self._restore)
        panel.absence_requested.connect(self.ask_absent)
        panel.summary_rewritten.connect(self._rewrite)

    def ask_absent(self) -> None:
        """Ask what to search for, to note that it is stated nowhere."""
        if self._strip.shown is not None:
            self.absence_wanted.emit(self._strip.shown, "")

    def _act(self, action_id: str, things: Sequence[object]) -> None:
        acts: dict[str, Callable[[ShownCell, Sequence[object]], None]] = {
            "evidence.holds": self._hold,
            "evidence.rewrite": self._start_rewriting,
            "evidence.drop": self._drop,
            "evidence.replace": self._replace,
            "evidence.cite": self._cite,
        }
        shown = self._strip.shown
        if shown is not None:
            with self._notices.guard():
                acts[action_id](shown, things)

    def _hold(self, shown: ShownCell, things: Sequence[object]) -> None:
        first = things[0]
        if isinstance(first, Absence):
            self.absence_wanted.emit(shown, first.query)
        elif self._place_to_cite(first) is not None:
            self._cite(shown, things)
        elif wanting := [it.id for it in _citations(things) if it.wants_look]:
            with self._going_on(shown):
                cells.still_hold(self._project, wanting)

    def _cite(self, shown: ShownCell, things: Sequence[object]) -> None:
        """Cite what was found after all, or lost words where they stand."""
        first = things[0]
        place = self._place_to_cite(first)
        if place is None:
            return
        with self._going_on(shown):
            if isinstance(first, Citation):
                rechecks.rest_on_place(self._project, first.id, place)
            else:
                rechecks.cite_found(self._project, *shown.key, place)

    def _place_to_cite(self, thing: object) -> Stretch | None:
        if isinstance(thing, Absence):
            thing = self._strip.evidence.first_found()
        if isinstance(thing, FoundPlace):
            return thing.sentence
        if isinstance(thing, Citation):
            recheck = self._strip.evidence.recheck_of(thing)
            return recheck.place if recheck and recheck.has_same_words else None
        return None

    def _drop(self, shown: ShownCell, things: Sequence[object]) -> None:
        with self._going_on(shown):
            if isinstance(things[0], Absence):
                drop_absence(self._project, *shown.key)
            elif ids := [it.id for it in _citations(things)]:
                cells.remove_citations(self._project, ids)

    def _replace(self, _shown: ShownCell, things: Sequence[object]) -> None:
        citation = next(iter(_citations(things)), None)
        if citation is None:
            raise WorkbenchError(NOT_REPLACEABLE)
        self._strip.suggestions.replace_next(citation)
        self._strip.go_to(Part.SUGGESTIONS)

    def _start_rewriting(self, _shown: ShownCell, _things: Sequence[object]) -> None:
        self._panel.rewrite()

    def _rewrite(self, row_id: int, column_id: int, summary: str) -> None:
        """Write a cell that was checked; what it cites holds as it is now."""
        shown = self._strip.shown
        key = RowId(row_id), ColumnId(column_id)
        if shown is None:
            return
        cell = self._project.cells.get(*key)
        with self._notices.guard(), self._going_on(shown):
            rechecks.rewrite(self._project, *key, summary, _holding_again(cell))

    def _cite_suggestion(self, found: Suggestion, replaced: Citation | None) -> None:
        shown = self._strip.shown
        if shown is None:
            return
        place = Stretch(found.document_id, found.span)
        with self._notices.guard():
            if replaced is None:
                cells.cite_place(self._project, *shown.key, place)
                return
            with self._going_on(shown):
                rechecks.rest_on_place(self._project, replaced.id, place)
                self._strip.suggestions.replace_next(None)
                self._strip.go_to(Part.EVIDENCE)

    def _restore(self, change_id: int) -> None:
        with self._notices.guard():
            cells.restore_cell(self._project, CellChangeId(change_id))

    @contextmanager
    def _going_on(self, shown: ShownCell) -> Iterator[None]:
        """Go on to what is to be checked next, in this cell or the next one."""
        yield
        if not shown.cell.wants_check:
            return
        if self._project.cells.get(*shown.key).wants_check:
            self._strip.evidence.go_to_first_to_check()
        else:
            self.settled.emit()


def _citations(things: Sequence[object]) -> list[Citation]:
    return [it for it in things if isinstance(it, Citation)]


def _holding_again(cell: Cell) -> list[CitationId]:
    """Return the citations that can rest on what their passages say now."""
    return [
        it.id
        for it in cell.citations
        if it.wants_look and it.standing is not Standing.ORPHANED
    ]
