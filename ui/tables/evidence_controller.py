"""Fills the strip below a table: what became of evidence, suggestions, history."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui.asking import LatestQuestion
from ui.common import Common
from ui.tables.panel import TablePanel
from ui.tables.strip.evidence import EvidenceStrip, Part
from ui.tables.strip.evidence_entries import evidence_entries
from ui.tables.strip.shown_cell import ShownCell
from workbench.errors import WorkbenchError
from workbench.jobs import Tracker
from workbench.model.cells import CellKey
from workbench.model.changes import Changes
from workbench.model.suggestions import Conflict, Suggestion
from workbench.operations import rechecks
from workbench.operations.absence_trials import found_places
from workbench.operations.conflicts import conflict_in
from workbench.operations.suggestions import suggestions
from workbench.views import ProjectView

SETTLING_MS = 120
"""So long a cell stays current before its passages are looked for."""


class EvidenceController(QObject):
    """Reads for the strip of one table's tab; what takes long is asked in jobs."""

    def __init__(self, common: Common, panel: TablePanel) -> None:
        super().__init__(panel)
        self._project = common.project
        self._strip: EvidenceStrip = panel.evidence
        self._suggested_for: CellKey | None = None
        self._later = QTimer(self, singleShot=True, interval=SETTLING_MS)
        self._later.timeout.connect(self._ask)
        self._suggesting: LatestQuestion[list[Suggestion]] = LatestQuestion(
            common.project, common.runner, "Looking for what could be cited", self
        )
        self._conflicting: LatestQuestion[Conflict | None] = LatestQuestion(
            common.project, common.runner, "Comparing cited values", self
        )
        self._connect()
        common.signals.changed.connect(self._follow)
        self._fill()

    def _connect(self) -> None:
        self._strip.cell_shown.connect(self._fill)
        self._strip.part_chosen.connect(lambda _part: self._fill_part())
        self._suggesting.answered.connect(self._show_suggestions)
        self._suggesting.failed.connect(self._fail)
        self._conflicting.answered.connect(self._show_conflict)

    def _follow(self, changes: Changes) -> None:
        if changes.touches("documents", "versions", "tags", "taggings", "mentions"):
            self._fill()

    def _fill(self) -> None:
        shown = self._strip.shown
        if shown is None:
            self._strip.suggestions.show_nothing()
            self._strip.history.show_changes(None, ())
            for part in Part:
                self._strip.show_count(part, None)
            return
        self._fill_evidence(shown)
        self._fill_part()
        self._later.start()

    def _fill_evidence(self, shown: ShownCell) -> None:
        cell = shown.cell
        wanting = [it for it in cell.citations if it.wants_look]
        became = {it.id: rechecks.recheck(self._project, it) for it in wanting}
        known = {own: it for own, it in became.items() if it is not None}
        found = found_places(self._project, cell.absence.found) if cell.absence else []
        page = self._strip.evidence
        page.show_cell(shown, evidence_entries(shown, known, found))
        page.show_rechecks(known)
        page.show_conflict("", ())
        self._strip.show_count(Part.EVIDENCE, len(cell.citations))

    def _fill_part(self) -> None:
        """Read what the page in front shows, and the history, which is counted."""
        shown = self._strip.shown
        if shown is None:
            return
        changes = self._project.cells.changes(*shown.key)
        self._strip.show_count(Part.HISTORY, len(changes))
        if self._strip.part is Part.HISTORY:
            self._strip.history.show_changes(shown.cell, changes)
        if self._suggested_for != shown.key:
            self._suggested_for = shown.key
            self._strip.show_count(Part.SUGGESTIONS, None)
            self._strip.suggestions.show_looking()
        if self._strip.part is Part.SUGGESTIONS:
            self._later.start()

    def _ask(self) -> None:
        """Ask what takes longer than a step from cell to cell may."""
        shown = self._strip.shown
        if shown is None:
            return
        column, cell = shown.column, shown.cell
        self._conflicting.ask(lambda view: conflict_in(view, column, cell))
        if self._strip.part is Part.SUGGESTIONS:
            key = shown.table_id, *shown.key

            def look(view: ProjectView, tracker: Tracker) -> list[Suggestion]:
                return suggestions(view, *key, tracker=tracker)

            self._suggesting.ask_tracked(look)

    def _show_suggestions(self, found: list[Suggestion]) -> None:
        page = self._strip.suggestions
        had_focus = self._strip.part is Part.SUGGESTIONS and self._strip_has_focus()
        page.show_found(found)
        self._strip.show_count(Part.SUGGESTIONS, len(found))
        if had_focus:
            page.take_focus()

    def _fail(self, error: WorkbenchError) -> None:
        self._strip.suggestions.show_problem(str(error))

    def _show_conflict(self, conflict: Conflict | None) -> None:
        if conflict is None:
            self._strip.evidence.show_conflict("", ())
            return
        first = conflict.values[0][1]
        others = [own for own, words in conflict.values if words != first]
        values = " / ".join(dict.fromkeys(words for _, words in conflict.values))
        self._strip.evidence.show_conflict(f"Values differ: {values}", others)

    def _strip_has_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self._strip.isAncestorOf(focused)
