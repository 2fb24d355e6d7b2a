"""Verifies an export in a job, over a connection of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.exchange.verify_report import VerifyReport
from ui.jobs import JobRunner
from ui.notices import Notices
from workbench.jobs import Tracker
from workbench.model.provenance import ENDING
from workbench.model.verification import Verification
from workbench.operations.verifying import verify_export
from workbench.project import Project

KINDS = f"Exports (*.csv *.xlsx *.docx *.md *.html *{ENDING})"


class VerifyController(QObject):
    """Asks which export, checks it against the project, and shows what differs."""

    def __init__(
        self,
        project: Project,
        notices: Notices,
        runner: JobRunner,
        parent: QObject | None,
    ) -> None:
        super().__init__(parent)
        self._project = project
        self._notices = notices
        self._runner = runner
        self._window = parent if isinstance(parent, QWidget) else None
        self.report = VerifyReport(self._window)

    def ask(self) -> None:
        """Ask which export to verify, and do so."""
        name, _kind = QFileDialog.getOpenFileName(
            self._window, "Verify an export", str(self._project.path.parent), KINDS
        )
        if name:
            self.verify(Path(name))

    def verify(self, path: Path) -> None:
        """Compare an export, or the provenance beside it, with the project."""
        project = self._project

        def run(tracker: Tracker) -> Verification:
            with project.reader() as view:
                return verify_export(view, path, tracker)

        job = self._runner.start(run, f"Verifying {path.name}")
        job.succeeded.connect(lambda found: self._show(path, found))
        job.failed.connect(self._notices.problem)

    def _show(self, path: Path, found: Verification) -> None:
        if not found.differences:
            self.report.close()
            self._notices.done(f"{path.name}: {found.words}")
            return
        self.report.show_differences(path.name, found.differences)
        self.report.show()
        self.report.raise_()
        self.report.view.setFocus()
