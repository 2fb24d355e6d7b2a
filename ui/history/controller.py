"""Shows the history and walks it, one undo or redo at a time."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.history.panel import HistoryPanel
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from workbench.model.changes import Step
from workbench.project import Project


class HistoryController(QObject):
    """Serves the history panel."""

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        panel: HistoryPanel,
        notices: Notices,
    ) -> None:
        super().__init__(panel)
        self._project = project
        self._panel = panel
        self._notices = notices
        self._is_walking = False
        signals.changed.connect(self.show)
        panel.undo_requested.connect(self._undo)
        panel.redo_requested.connect(self._redo)
        panel.walk_requested.connect(self._walk)
        self.show()

    def show(self) -> None:
        """Read the steps again, but only once at the end of a walk."""
        if self._is_walking:
            return
        history = self._project.history
        self._panel.show_steps(history.steps())
        if self._project.is_read_only:
            self._panel.show_labels(None, None)
        else:
            self._panel.show_labels(history.undo_label, history.redo_label)

    def _undo(self) -> None:
        with self._notices.guard():
            self._project.undo()

    def _redo(self) -> None:
        with self._notices.guard():
            self._project.redo()

    def _walk(self, step_id: int) -> None:
        """Undo or redo until the given step is the newest in force."""
        steps = self._project.history.steps()
        chosen = next((step for step in steps if step.id == step_id), None)
        if chosen is None:
            return
        self._is_walking = True
        try:
            with self._notices.guard():
                self._go(steps, chosen)
        finally:
            self._is_walking = False
            self.show()

    def _go(self, steps: list[Step], chosen: Step) -> None:
        place = steps.index(chosen)
        if chosen.is_undone:
            count = sum(step.is_undone for step in steps[: place + 1])
            walk, verb = self._project.redo, "Redone"
        else:
            count = sum(not step.is_undone for step in steps[place + 1 :])
            walk, verb = self._project.undo, "Undone"
        for _ in range(count):
            walk()
        if count:
            noun = "step" if count == 1 else "steps"
            self._notices.done(f"{verb} {count} {noun}, to “{chosen.label}”")
