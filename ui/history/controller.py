"""Shows the history and walks it."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.history.panel import HistoryPanel
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.turning import Turner
from workbench.model.changes import Action, Changes
from workbench.model.ids import StepId
from workbench.project import Project

_WALKED = {Action.UNDONE: "Went back to", Action.REDONE: "Went on to"}


class HistoryController(QObject):
    """Serves the history panel."""

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        panel: HistoryPanel,
        notices: Notices,
        turner: Turner,
    ) -> None:
        super().__init__(panel)
        self._project = project
        self._panel = panel
        self._notices = notices
        self._turner = turner
        self._is_walking = False
        signals.changed.connect(self._follow)
        panel.shown.connect(self._refresh)
        panel.undo_requested.connect(turner.undo)
        panel.redo_requested.connect(turner.redo)
        panel.walk_requested.connect(self._walk)
        turner.turned.connect(self._say)
        self._is_stale = True
        self._refresh()

    def _follow(self) -> None:
        self._is_stale = True
        if self._panel.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        if not self._is_stale:
            return
        self._is_stale = False
        history = self._project.history
        self._panel.show_steps(history.steps())
        if self._project.is_read_only:
            self._panel.show_labels(None, None)
        else:
            self._panel.show_labels(history.undo_label, history.redo_label)

    def _walk(self, step_id: int) -> None:
        self._is_walking = True
        self._turner.walk_to(StepId(step_id))

    def _say(self, changes: Changes | None) -> None:
        if self._is_walking and changes is not None:
            self._notices.done(f"{_WALKED[changes.action]} “{changes.label}”")
        self._is_walking = False
