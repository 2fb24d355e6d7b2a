"""Imports files in a job and tells what became of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.exchange.model import counts, needs_attention, what_came
from ui.exchange.panel import ImportReport
from ui.exchange.sheet_controller import SheetController
from ui.file_kinds import DOCUMENTS
from ui.jobs import JobRunner
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from workbench.errors import ReadOnlyProject, WorkbenchError
from workbench.jobs import Tracker
from workbench.model.folders import FolderChoice, FolderFile
from workbench.model.imports import ImportOutcome
from workbench.model.row_mappings import RowMapping
from workbench.operations import importing
from workbench.operations.row_imports import import_rows, is_sheet
from workbench.project import Project


class ImportController(QObject):
    """Starts imports; the report opens by itself only if something needs a look.

    `ended` carries the outcomes, after the notice or the report shows them.
    """

    document_activated = Signal(int)
    ended = Signal(object)

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        notices: Notices,
        runner: JobRunner,
        window: QWidget | None = None,
    ) -> None:
        # The signals belong to the same project: when they go, so does this.
        super().__init__(signals)
        self._project = project
        self._signals = signals
        self._notices = notices
        self._runner = runner
        self.report = ImportReport(window)
        self.sheets = SheetController(runner, self.import_rows, window)
        self.report.document_activated.connect(self.document_activated)
        signals.destroyed.connect(self.report.deleteLater)
        signals.destroyed.connect(self.sheets.form.deleteLater)

    def import_paths(self, paths: Sequence[Path]) -> None:
        """Import files and folders off the UI thread; of one sheet ask what it is."""
        if not paths or self._refuses():
            return
        if len(paths) == 1 and is_sheet(paths[0]):
            self.sheets.open(paths[0])
            return
        project, chosen = self._project, tuple(paths)

        def run(tracker: Tracker) -> list[ImportOutcome]:
            return importing.import_paths(project, chosen, tracker)

        self._start(run)

    def import_rows(self, path: Path, mapping: RowMapping) -> None:
        """Import the rows of a sheet off the UI thread."""
        if self._refuses():
            return
        project = self._project

        def run(tracker: Tracker) -> list[ImportOutcome]:
            return import_rows(project, path, mapping, tracker)

        self._start(run)

    def bring_in(self, choice: FolderChoice, files: Sequence[FolderFile]) -> None:
        """Import what was chosen of a folder off the UI thread."""
        if self._refuses():
            return
        project, chosen = self._project, tuple(files)

        def run(tracker: Tracker) -> list[ImportOutcome]:
            return importing.import_folder(project, choice, chosen, tracker)

        self._start(run)

    def _refuses(self) -> bool:
        """Tell whether nothing can be imported, and say so."""
        if self._project.is_read_only:
            self._notices.problem(
                ReadOnlyProject(
                    "This project is open for reading only, so nothing can be"
                    " imported; close it elsewhere and open it again."
                )
            )
        return self._project.is_read_only

    def _start(self, run: Callable[[Tracker], list[ImportOutcome]]) -> None:
        job = self._runner.start(run, "Importing")
        job.succeeded.connect(self._show)
        job.failed.connect(self._show_problem)
        job.cancelled.connect(lambda: self._notices.done("Import cancelled"))

    def import_files_dialog(self, parent: QWidget) -> None:
        """Ask for files and import them."""
        names, _kind = QFileDialog.getOpenFileNames(
            parent, "Import files", "", DOCUMENTS
        )
        self.import_paths([Path(name) for name in names])

    def _show(self, outcomes: list[ImportOutcome]) -> None:
        # The lists show the new documents before the report speaks of them.
        self._signals.catch_up()
        self.report.show_outcomes(outcomes)
        if not outcomes:
            self._notices.done("No files to import there")
        elif needs_attention(outcomes):
            self._notices.done(f"Import: {counts(outcomes)}")
            self.report.show()
            self.report.raise_()
        else:
            self._notices.done(f"Imported {what_came(outcomes)}")
        self.ended.emit(outcomes)

    def _show_problem(self, error: WorkbenchError) -> None:
        self._notices.problem(error)
