"""The window: menus, the open project or the welcome, notices and status."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui import actions, theme
from ui.colors import is_dark
from ui.exchange.drops import DropTarget
from ui.guide import Guide
from ui.jobs import JobRunner
from ui.key_list import KeyList
from ui.notices import Notices
from ui.parts import Parts
from ui.session import Session, sample_path
from ui.status import StatusLine
from ui.undo_keys import UndoKeys
from ui.welcome import Welcome
from ui.widgets.notice_bar import NoticeBar
from ui.workspace import Workspace, counts_of
from workbench.jobs import Tracker
from workbench.model.changes import Action, Changes
from workbench.model.notes import NoteOn, NoteTarget
from workbench.operations.sample import build_sample
from workbench.project import SUFFIX, Project

FILTER = f"Workbench projects (*{SUFFIX})"
IDLE_MS = 2000
WORDS = {
    Action.DONE: "{} · Ctrl+Z to undo",
    Action.UNDONE: "Undone: {}",
    Action.REDONE: "Redone: {}",
}


class MainWindow(QMainWindow):
    """Opens and closes projects, and carries out the menus."""

    def __init__(self, session: Session, analyst: str) -> None:
        super().__init__()
        self.session = session
        self._analyst = analyst
        self.notices = Notices(self)
        self.runner = JobRunner(self)
        self.workspace: Workspace | None = None
        self._parts = Parts([])
        self._key_list: KeyList | None = None
        self._guide: Guide | None = None
        self._idle = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._idle.timeout.connect(self._fold_log)
        self.actions_by_id, _ = actions.install(self, self._handlers())
        self._lay_out()
        DropTarget(self).paths_dropped.connect(self._take_dropped)
        self.restoreGeometry(session.state("geometry"))
        app = QApplication.instance()
        if isinstance(app, QApplication):
            UndoKeys(app, self)
        self._show_welcome()

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
        workspace = Workspace(project, self.notices, self.runner)
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
        self._parts = Parts([self.bar, *workspace.parts(), self.status])
        self._restore(workspace)
        self._enable_actions()
        workspace.focus_reading()

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

    def _handlers(self) -> dict[str, Callable[[], object]]:
        return {
            "project.new": self._ask_new,
            "project.open": self._ask_open,
            "project.sample": self.open_sample,
            "project.import_files": self._with(
                lambda it: it.imports.import_files_dialog(self)
            ),
            "project.import_folder": self._with(
                lambda it: it.imports.import_folder_dialog(self)
            ),
            "project.export": self._with(lambda it: it.exports.open_form()),
            "project.close": self.close_project,
            "project.quit": self.close,
            "edit.undo": self._with(lambda it: self._turn(it.project.undo)),
            "edit.redo": self._with(lambda it: self._turn(it.project.redo)),
            "edit.project_note": self._with(
                lambda it: it.edit_note(NoteTarget(NoteOn.PROJECT))
            ),
            "view.search": self._with(lambda it: it.header.search_field.start_typing()),
            "view.next_hit": self._with(lambda it: it.results.next_hit()),
            "view.previous_hit": self._with(lambda it: it.results.previous_hit()),
            "view.documents": self._with(lambda it: it.open_documents()),
            "view.compare": self._with(lambda it: it.compare()),
            "view.next_tab": self._with(lambda it: it.center.step_tab(1)),
            "view.previous_tab": self._with(lambda it: it.center.step_tab(-1)),
            "view.close_tab": self._with(lambda it: it.close_current_tab()),
            "view.next_part": lambda: self._parts.step_part(1),
            "view.previous_part": lambda: self._parts.step_part(-1),
            "view.dark": self._switch_look,
            "table.new": self._with(lambda it: it.ask_for_table()),
            "help.keys": self._show_keys,
            "help.guide": self._show_guide,
            **self._reader_handlers(),
        }

    def _reader_handlers(self) -> dict[str, Callable[[], object]]:
        """Return handlers for all that the current reader does itself."""
        return {spec.id: self._in_reader(spec.id) for spec in actions.reader_actions()}

    def _with(self, act: Callable[[Workspace], object]) -> Callable[[], None]:
        def handler() -> None:
            if self.workspace is not None:
                act(self.workspace)

        return handler

    def _in_reader(self, action_id: str) -> Callable[[], None]:
        def in_workspace(workspace: Workspace) -> None:
            reader = workspace.center.current_reader()
            if reader is None:
                self.notices.problem("Open a document first; then this works in it.")
            else:
                reader.perform(action_id)

        return self._with(in_workspace)

    def _turn(self, turn: Callable[[], object]) -> None:
        with self.notices.guard():
            turn()

    def _project_changed(self, changes: Changes) -> None:
        self._idle.start()
        self.status.say(WORDS[changes.action].format(changes.label))
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
            if spec.in_menus:
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

    def _take_dropped(self, paths: list[Path]) -> None:
        projects = [it for it in paths if it.suffix == SUFFIX]
        if projects:
            self.open_project(projects[0])
        elif self.workspace is not None:
            self.workspace.imports.import_paths(paths)
        else:
            self.notices.problem("Open or make a project first; then drop files on it.")

    def _switch_look(self) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self.session.dark = not is_dark()
            theme.apply(app, self.session.dark)

    def _show_keys(self) -> None:
        self._key_list = self._key_list or KeyList(self)
        self._key_list.show()
        self._key_list.raise_()

    def _show_guide(self) -> None:
        self._guide = self._guide or Guide(self)
        self._guide.show()
        self._guide.raise_()

    def _remember(self, workspace: Workspace) -> None:
        self.session.keep_state("geometry", self.saveGeometry())
        for name, splitter in workspace.splitters().items():
            self.session.keep_state(name, splitter.saveState())
        ids = workspace.center.open_document_ids()
        self.session.keep_open_documents(workspace.project.path, ids)

    def _restore(self, workspace: Workspace) -> None:
        for name, splitter in workspace.splitters().items():
            state = self.session.state(name)
            if not state.isEmpty():
                splitter.restoreState(state)
        there = {int(it.id) for it in workspace.project.documents.all()}
        remembered = self.session.open_documents(workspace.project.path)
        if remembered is None:
            workspace.open_what_is_worth_seeing()
        for document_id in [it for it in remembered or () if it in there]:
            workspace.center.open_document(document_id)

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return self._parts.step(1 if next else -1) or super().focusNextPrevChild(next)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Only an Esc that nothing in the window had a use for comes here.
        if event.key() == Qt.Key.Key_Escape and self.bar.isVisible():
            self.bar.dismiss()
        else:
            super().keyPressEvent(event)

    @override
    def closeEvent(self, event: QCloseEvent) -> None:
        self.close_project()
        super().closeEvent(event)


def _is_same(path: Path, other: Path) -> bool:
    return path.exists() and other.exists() and path.samefile(other)
