"""Looks through a folder in a job, and brings in what is ticked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.folders.form import FolderForm
from ui.jobs import JobHandle, JobRunner
from ui.notices import Notices
from workbench.jobs import Tracker
from workbench.model.folders import FolderChoice, FolderFile, FolderPreview
from workbench.operations.folders import imported_folders, look_through
from workbench.project import Project

Import = Callable[[FolderChoice, Sequence[FolderFile]], None]


class FolderController(QObject):
    """Serves the form; `bring_in` starts the import of what was chosen."""

    def __init__(
        self,
        project: Project,
        notices: Notices,
        runner: JobRunner,
        bring_in: Import,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._project, self._notices, self._runner = project, notices, runner
        self._bring_in = bring_in
        self._looking: JobHandle | None = None
        self._window = window
        self.form = FolderForm(window)
        self.form.look_wanted.connect(self._look)
        self.form.import_wanted.connect(self._import)
        self.form.other_wanted.connect(self.ask)
        self.form.finished.connect(lambda: self._stop_looking())

    def ask(self) -> None:
        """Ask for a folder and show what is in it."""
        if self._refuses():
            return
        # From the form, when it is open: another folder is looked for near its own.
        parent = self.form if self.form.isVisible() else self._window
        near = self.form.folders.path if self.form.isVisible() else ""
        name = QFileDialog.getExistingDirectory(parent, "Import folder", near)
        if name:
            self.open(Path(name))

    def open(self, folder: Path) -> None:
        """Show what is in a folder, with the patterns of last time."""
        if self._refuses():
            return
        known = [it.choice for it in imported_folders(self._project)]
        path = str(folder.absolute())
        current = next((it for it in known if it.path == path), FolderChoice(path))
        others = [it for it in known if it.path != path]
        self._show([current, *others], current)

    def open_again(self) -> None:
        """Look through the folder that was imported last."""
        if self._refuses():
            return
        known = [it.choice for it in imported_folders(self._project)]
        if known:
            self._show(known, known[0])
        else:
            self.ask()

    @property
    def is_looking(self) -> bool:
        """Tell whether the folder is being looked through."""
        return self._looking is not None

    def _show(self, choices: Sequence[FolderChoice], current: FolderChoice) -> None:
        self.form.offer(choices, current)
        self.form.show()
        self.form.raise_()
        self.form.activateWindow()

    def _look(self, choice: FolderChoice) -> None:
        self._stop_looking()
        project = self._project

        def look(tracker: Tracker) -> FolderPreview:
            with project.reader() as view:
                return look_through(view, choice, tracker)

        job = self._looking = self._runner.start(look, "Looking through the folder")
        job.progressed.connect(self.form.show_progress)
        job.succeeded.connect(self.form.show_preview)
        job.failed.connect(self.form.show_problem)
        job.finished.connect(lambda: self._forget(job))

    def _stop_looking(self) -> None:
        """Let an answer that nobody waits for any more come to nothing."""
        if self._looking:
            self._looking.disconnect(self.form)
            self._looking.cancel()
            self._looking = None

    def _refuses(self) -> bool:
        """Tell whether nothing can be imported, and say so."""
        if self._project.is_read_only:
            self._notices.problem(self._project.read_only_reason)
        return self._project.is_read_only

    def _forget(self, job: JobHandle) -> None:
        if self._looking is job:
            self._looking = None

    def _import(self, choice: FolderChoice, files: Sequence[FolderFile]) -> None:
        self._bring_in(choice, files)
