"""Undo, redo and walking the history, in a job where much has to be turned."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from ui.jobs import JobRunner
from ui.notices import Notices
from workbench.jobs import Tracker
from workbench.model.changes import Changes
from workbench.model.ids import StepId
from workbench.project import Project

MANY_ROWS = 500
"""So many rows are turned in well under 50 ms."""


class Turner(QObject):
    """Turns the steps of a project back and forth, one wish at a time."""

    turned = Signal(object)  # Changes, or None when nothing was to do

    def __init__(
        self, project: Project, notices: Notices, runner: JobRunner, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._notices = notices
        self._runner = runner
        self._is_turning = False

    def undo(self) -> None:
        """Take the last step back."""
        rows = self._project.history.rows_to_turn(back=True)
        self._turn(self._project.undo, rows, "Undoing")

    def redo(self) -> None:
        """Do the step that was taken back last again."""
        rows = self._project.history.rows_to_turn(back=False)
        self._turn(self._project.redo, rows, "Redoing")

    def walk_to(self, step_id: StepId) -> None:
        """Undo or redo until a step is the newest in force."""
        rows = self._project.history.rows_until(step_id)
        self._turn(lambda: self._project.walk_to(step_id), rows, "Walking the history")

    def _turn(self, turn: Callable[[], Changes | None], rows: int, label: str) -> None:
        if self._is_turning:
            return  # A held key asks again before the last wish is through.
        if rows <= MANY_ROWS:
            with self._notices.guard():
                self.turned.emit(turn())
            return
        self._is_turning = True

        def run(_tracker: Tracker) -> Changes | None:
            return turn()

        job = self._runner.start(run, label)
        job.succeeded.connect(self.turned)
        job.failed.connect(self._notices.problem)
        job.finished.connect(self._end)

    def _end(self) -> None:
        self._is_turning = False
