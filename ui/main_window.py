"""The window: menus, the open project or the welcome, notices and status."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui import actions, menus, theme
from ui.arranging import arrange, arrangement_of
from ui.beside import Beside
from ui.colors import is_dark
from ui.commands import Command, all_commands
from ui.dropping import take_dropped
from ui.exchange.drops import DropTarget
from ui.jobs import JobRunner
from ui.keymap import keymap, undo_hint
from ui.live_settings import LiveSettings, wanted_dark
from ui.notices import Notices
from ui.parts import Parts
from ui.places.travel import Travel
from ui.reader_window import ReaderWindow
from ui.session import Session, sample_path
from ui.status import StatusLine, counts_of
from ui.undo_keys import UndoKeys
from ui.welcome import Welcome
from ui.widgets.notice_bar import NoticeBar
from ui.workspace import Workspace
from workbench.jobs import Tracker
from workbench.model.changes import Action, Changes
from workbench.operations.sample import build_sample
from workbench.project import SUFFIX, Project
from workbench.settings import Look, Settings, login_name

FILTER = f"Workbench projects (*{SUFFIX})"
IDLE_MS = 2000
WORDS = {
    Action.DONE: "{} · {hint}",
    Action.UNDONE: "Undone: {}",
    Action.REDONE: "Redone: {}",
}


class MainWindow(QMainWindow):
    """Opens and closes projects, and carries out the menus."""

    def __init__(self, session: Session, analyst: str) -> None:
        super().__init__()
        self.session = session
        self._analyst = analyst
        self.settings = LiveSettings(session.settings_path, self)
        self.settings.changed.connect(self._follow_settings)
        keymap.use(self.settings.now.keys)
        self.notices = Notices(self)
        self.runner = JobRunner(self)
        self.workspace: Workspace | None = None
        self._parts = Parts([])
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._fold_log)
        commands = all_commands(
            self._own_commands(), lambda: self.workspace, self.notices
        )
        self.actions_by_id = menus.install(self, commands)
        self._lay_out()
        DropTarget(self).paths_dropped.connect(self._take_dropped)
        self.restoreGeometry(session.state("geometry"))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            UndoKeys(app, self)
        self._show_welcome()
        self.settings.trouble.connect(self.notices.problem)
        if self.settings.problem:
            self.notices.problem(self.settings.problem)

    def open_project(self, path: Path) -> None:
        """Open a project in place of the one that is open."""
        if self.workspace is not None and _is_same(path, self.workspace.project.path):
            self.status.say(f"{path.name} is open already")
            return
        with self.notices.guard():
            self._show(Project.open(path, analyst=self._analyst))

    def create_project(self, path: Path) -> None:
        """Make an empty project and open it."""
        if not path.suffix:
            path = path.with_name(path.name + SUFFIX)
        with self.notices.guard():
            self._show(Project.create(path, analyst=self._analyst))

    def open_sample(self) -> None:
        """Open the sample project, which is made when it is not there yet."""
        path = sample_path()
        if path.exists():
            self.open_project(path)
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        with self.notices.guard():
            project = Project.create(path, analyst=self._analyst)
            build_sample(project)
            self._show(project)

    def close_project(self) -> None:
        """Close the open project; everything in it is saved already."""
        workspace, self.workspace = self.workspace, None
        self._parts = Parts([])
        if workspace is None:
            return
        self.runner.cancel_all()
        self.runner.wait_all()
        self._remember(workspace)
        workspace.finish()
        self._pages.removeWidget(workspace)
        workspace.deleteLater()
        workspace.project.close()
        self._show_welcome()

    def _show(self, project: Project) -> None:
        self.close_project()
        self.bar.dismiss()
        with theme.styled_last():
            workspace = Workspace(project, self.notices, self.runner)
            workspace.center.readers.use(self.settings.now)
            self.workspace = workspace
            self._pages.addWidget(workspace)
            self._pages.setCurrentWidget(workspace)
        self.setWindowTitle(f"{project.name} – Research workbench")
        self.setWindowFilePath(str(project.path))
        workspace.signals.changed.connect(self._project_changed)
        workspace.counts_changed.connect(self.status.show_counts)
        self.status.show_counts(counts_of(project))
        self.status.say(f"Opened {project.path.name}")
        if project.is_read_only:
            self.notices.problem(project.read_only_reason)
        self.session.remember_project(project.path)
        self._connect_center(workspace)
        self._restore(workspace)
        self._enable_actions()
        self._show_ways(workspace.center.travel)
        workspace.focus_reading()

    def _connect_center(self, workspace: Workspace) -> None:
        strips, travel = workspace.center.strips, workspace.center.travel
        strips.window_opened.connect(self._equip)
        workspace.ways.side_buttons.watch(self)
        strips.arranged.connect(lambda: self._go_through(workspace))
        travel.changed.connect(lambda: self._show_ways(travel))
        self._go_through(workspace)
        workspace.bottom.kept.forgotten.connect(lambda: self._keep_search(workspace))

    def _go_through(self, workspace: Workspace) -> None:
        self._parts = Parts([self.bar, *workspace.parts(), self.status])

    def _return_to_text(self) -> None:
        if self.workspace is not None:
            self.workspace.return_to_text()

    def _show_ways(self, travel: Travel) -> None:
        self.actions_by_id["go.back"].setEnabled(travel.can_go_back)
        self.actions_by_id["go.forward"].setEnabled(travel.can_go_forward)

    def _equip(self, window: ReaderWindow) -> None:
        """Give a second window the keys and the status line of this one."""
        window.addActions(list(self.actions_by_id.values()))
        window.escaped.connect(self._return_to_text)
        window.setStatusBar(StatusLine(self.notices, self.runner))

    def _show_welcome(self) -> None:
        welcome = Welcome(self.session.recent())
        welcome.new_requested.connect(self._ask_new)
        welcome.open_requested.connect(self._ask_open)
        welcome.sample_requested.connect(self.open_sample)
        welcome.project_chosen.connect(self.open_project)
        for old in self._pages.findChildren(Welcome):
            self._pages.removeWidget(old)
            old.deleteLater()
        self._pages.addWidget(welcome)
        self._pages.setCurrentWidget(welcome)
        self.setWindowTitle("Research workbench")
        self.status.show_counts("")
        self.status.say("")
        self._enable_actions()

    def _lay_out(self) -> None:
        self.bar = NoticeBar(self.notices)
        self.status = StatusLine(self.notices, self.runner)
        self.setStatusBar(self.status)
        self._pages = QStackedWidget()
        body = QWidget()
        rows = QVBoxLayout(body)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        rows.addWidget(self.bar)
        rows.addWidget(self._pages, 1)
        self.setCentralWidget(body)
        self.resize(1280, 800)

    def _own_commands(self) -> dict[str, Command]:
        beside = Beside(self, self.settings)
        return {
            "project.new": self._ask_new,
            "project.open": self._ask_open,
            "project.sample": self.open_sample,
            "project.close": self.close_project,
            "project.quit": self.close,
            "view.dark": self._switch_look,
            "go.next_part": lambda: self._parts.step_part(1),
            "go.previous_part": lambda: self._parts.step_part(-1),
            "edit.preferences": beside.show_preferences,
            "help.keys": beside.show_keys,
            "help.guide": beside.show_guide,
        }

    def _project_changed(self, changes: Changes) -> None:
        self._idle.start()
        if not changes.label:  # no step, so nothing to undo
            return
        said = WORDS[changes.action].format(changes.label, hint=undo_hint())
        self.notices.done(said)
        self._name_undo()

    def _name_undo(self) -> None:
        history = self.workspace.project.history if self.workspace else None
        for name, label in (
            ("undo", history.undo_label if history else None),
            ("redo", history.redo_label if history else None),
        ):
            action = self.actions_by_id[f"edit.{name}"]
            verb = f"&{name.capitalize()}"
            action.setText(f"{verb}: {label.replace('&', '&&')}" if label else verb)
            action.setEnabled(label is not None)

    def _enable_actions(self) -> None:
        for spec in actions.ACTIONS:
            if spec.id in self.actions_by_id:
                is_usable = self.workspace is not None or not spec.needs_project
                self.actions_by_id[spec.id].setEnabled(is_usable)
        self._name_undo()

    def _fold_log(self) -> None:
        if self.workspace is not None:
            project = self.workspace.project

            def fold(_tracker: Tracker) -> None:
                project.checkpoint()

            self.runner.start(fold, "Saving")

    def _ask_new(self) -> None:
        name, _ = QFileDialog.getSaveFileName(self, "New project", "", FILTER)
        if name:
            self.create_project(Path(name))

    def _ask_open(self) -> None:
        name, _ = QFileDialog.getOpenFileName(self, "Open project", "", FILTER)
        if name:
            self.open_project(Path(name))

    def _take_dropped(self, paths: list[Path], at: QPoint) -> None:
        projects = [it for it in paths if it.suffix == SUFFIX]
        if projects:
            self.open_project(projects[0])
        elif self.workspace is not None:
            take_dropped(self.workspace, paths, self.mapToGlobal(at))
        else:
            self.notices.problem("Open or make a project first; then drop files on it.")

    def _switch_look(self) -> None:
        self.settings.change(look=(Look.LIGHT if is_dark() else Look.DARK).value)

    def _follow_settings(self, before: Settings) -> None:
        now = self.settings.now
        keymap.use(now.keys)
        if now.look != before.look:
            self._apply_look()
        if now.analyst != before.analyst:
            self._analyst = now.analyst or login_name()
        if self.workspace is not None:
            self.workspace.project.analyst = self._analyst
            self.workspace.center.readers.use(now)

    def _apply_look(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.apply(app, wanted_dark(self.settings.now))

    def _remember(self, workspace: Workspace) -> None:
        self.session.keep_state("geometry", self.saveGeometry())
        workspace.room.bring_back()  # What is hidden has no size to remember.
        for name, splitter in workspace.splitters().items():
            self.session.keep_state(name, splitter.saveState())
        for name, dialog in _named_dialogs(workspace).items():
            if dialog.windowHandle():  # It was open.
                self.session.keep_state(name, dialog.saveGeometry())
        path, center = workspace.project.path, workspace.center
        self.session.keep_arrangement(path, arrangement_of(center))
        self.session.keep_columns(path, workspace.describing.arrangements())
        self.session.keep_table_looks(path, center.tables.looks())
        self._keep_search(workspace)
        center.readers.keep_positions(center.readers.all())
        self.session.keep_positions(path, center.readers.positions)
        self.session.keep_page_modes(path, center.page_views.modes)

    def _keep_search(self, workspace: Workspace) -> None:
        lists, path = workspace.bottom, workspace.project.path
        options = lists.search_controller.options
        self.session.keep_search(path, lists.kept.last, options)
        self.session.flush()

    def _restore(self, workspace: Workspace) -> None:
        for name, splitter in workspace.splitters().items():
            state = self.session.state(name)
            if not state.isEmpty():
                splitter.restoreState(state)
        for name, dialog in _named_dialogs(workspace).items():
            if not (state := self.session.state(name)).isEmpty():
                dialog.restoreGeometry(state)
        path, center = workspace.project.path, workspace.center
        center.readers.positions.update(self.session.positions(path))
        center.page_views.remember(self.session.page_modes(path))
        workspace.describing.arrange(self.session.columns(path))
        center.tables.use_looks(self.session.table_looks(path))
        workspace.bottom.search_controller.restore(*self.session.search(path))
        remembered = self.session.arrangement(path)
        if remembered is None:
            workspace.open_what_is_worth_seeing()
        else:
            arrange(center, remembered)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return self._parts.step(1 if next else -1) or super().focusNextPrevChild(next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Only an Esc that nothing in the window had a use for comes here.
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self.bar.isVisible():
            self.bar.dismiss()
        else:
            self._return_to_text()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Nothing takes the focus before it is seen: it would be in the search field.
        if self.workspace is not None and not event.spontaneous():
            self.workspace.focus_reading()

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_project()
        super().closeEvent(event)


def _named_dialogs(workspace: Workspace) -> dict[str, QDialog]:
    """Return the windows beside this one, whose sizes are remembered by name."""
    found = workspace.findChildren(QDialog)
    return {it.objectName(): it for it in found if it.objectName()}


def _is_same(path: Path, other: Path) -> bool:
    return path.exists() and other.exists() and path.samefile(other)
