"""Searches while somebody says what is stated nowhere, and notes it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal

from ui.asking import LatestQuestion
from ui.common import Common
from ui.tables.evidence_acts import EvidenceActs
from ui.tables.panel import TablePanel
from ui.tables.strip.absence_form import AbsenceForm
from ui.tables.strip.shown_cell import ShownCell
from workbench.errors import WorkbenchError
from workbench.jobs import Tracker
from workbench.model.cells import AbsenceScope
from workbench.model.rechecks import FoundPlace, Trial
from workbench.operations.absence_trials import absence_query, try_absence
from workbench.operations.absences import record_absence
from workbench.operations.rechecks import cite_found
from workbench.operations.row_documents import documents_of_row
from workbench.project import Project


class AbsenceController(QObject):
    """Serves the form of one table's tab."""

    place_activated = Signal(object)  # Stretch

    def __init__(self, common: Common, panel: TablePanel, acts: EvidenceActs) -> None:
        super().__init__(panel)
        self._project: Project = common.project
        self._runner = common.runner
        self._notices = common.notices
        self._panel = panel
        self._acts = acts
        self.form = AbsenceForm(panel)
        self._shown: ShownCell | None = None
        self._trying: LatestQuestion[Trial] = LatestQuestion(
            common.project, common.runner, "Looking whether it is stated", self
        )
        self._trying.answered.connect(self.form.show_trial)
        self._trying.failed.connect(lambda it: self.form.show_problem(str(it)))
        acts.absence_wanted.connect(self._open)
        self.form.tried.connect(self._try)
        self.form.recorded.connect(self._record)
        self.form.scope_chosen.connect(self._offer_query)
        self.form.opened.connect(self._show)
        self.form.cited.connect(self._cite)

    def _open(self, shown: ShownCell, query: str) -> None:
        self._shown = shown
        absence = shown.cell.absence
        has_documents = bool(documents_of_row(self._project, shown.row))
        scope = AbsenceScope.ROW if has_documents else AbsenceScope.ALL
        if absence is not None:
            query, scope = query or absence.query, absence.scope
        query = query or self._usual(shown, scope)
        self.form.open_at(self._point(), shown.name, query, scope)

    def _point(self) -> QPoint:
        view = self._panel.view
        place = view.visualRect(view.currentIndex())
        return view.viewport().mapToGlobal(place.topLeft() + QPoint(8, 8))

    def _usual(self, shown: ShownCell, scope: AbsenceScope) -> str:
        return absence_query(self._project, shown.row, shown.column, scope)

    def _offer_query(self, scope: AbsenceScope) -> None:
        """Follow the scope with a query that nobody has changed."""
        if self._shown is None:
            return
        others = (self._usual(self._shown, it) for it in AbsenceScope if it != scope)
        if self.form.query_field.text() in others:
            self.form.query_field.setText(self._usual(self._shown, scope))

    def _try(self, query: str, scope: AbsenceScope) -> None:
        if self._shown is not None:
            row = self._shown.row
            self._trying.ask(lambda view: try_absence(view, row, query, scope))

    def _record(self, query: str, scope: AbsenceScope) -> None:
        if self._shown is None:
            return
        project, key = self._project, self._shown.key
        was_to_check = self._shown.cell.wants_check

        def record(_tracker: Tracker) -> None:
            record_absence(project, *key, query, scope)

        job = self._runner.start(record, "Noting as not stated")
        job.succeeded.connect(lambda _: self._end(was_to_check=was_to_check))
        job.failed.connect(self._say)

    def _end(self, *, was_to_check: bool) -> None:
        self.form.close()
        self._panel.view.setFocus()
        if was_to_check:
            self._acts.settled.emit()

    def _say(self, error: WorkbenchError) -> None:
        self.form.show_problem(str(error))

    def _show(self, place: FoundPlace) -> None:
        self.form.close()
        self.place_activated.emit(place.sentence)

    def _cite(self, place: FoundPlace) -> None:
        if self._shown is not None:
            self.form.close()
            with self._notices.guard():
                cite_found(self._project, *self._shown.key, place.sentence)
            self._panel.view.setFocus()
