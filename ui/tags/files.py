"""Brings tag trees in from CSV files and writes them out, off the UI thread."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.jobs import JobRunner
from ui.keymap import undo_hint
from ui.notices import Notices
from ui.tags.panel import TagsPanel
from ui.widgets.counting import count_of
from workbench.jobs import Tracker
from workbench.model.tags import TagsImported
from workbench.operations.tag_trees import export_tags, import_tags
from workbench.project import Project

CSV_FILES = "CSV files (*.csv);;All files (*)"


class TagFiles(QObject):
    """Serves what the tags panel asks of files."""

    def __init__(
        self, project: Project, panel: TagsPanel, notices: Notices, runner: JobRunner
    ) -> None:
        super().__init__(panel)
        self._project = project
        self._panel: QWidget = panel
        self._notices = notices
        self._runner = runner
        panel.import_requested.connect(self._ask_what_to_import)
        panel.export_requested.connect(self._ask_where_to_export)

    def bring_in(self, path: Path) -> None:
        """Bring in the tag tree of a file."""
        project = self._project

        def run(_tracker: Tracker) -> TagsImported:
            return import_tags(project, path)

        job = self._runner.start(run, f"Importing {path.name}")
        job.succeeded.connect(lambda done: self._say_imported(done, path))
        job.failed.connect(self._notices.problem)

    def write(self, path: Path) -> None:
        """Write the tag tree to a file."""
        project = self._project

        def run(_tracker: Tracker) -> int:
            with project.reader() as view:
                return export_tags(view, path)

        job = self._runner.start(run, "Exporting the tag tree")
        job.succeeded.connect(lambda rows: self._say_exported(rows, path))
        job.failed.connect(self._notices.problem)

    def _ask_what_to_import(self) -> None:
        folder = str(self._project.path.parent)
        name, _kind = QFileDialog.getOpenFileName(
            self._panel, "Import the tag tree", folder, CSV_FILES
        )
        if name:
            self.bring_in(Path(name))

    def _ask_where_to_export(self) -> None:
        beside = self._project.path.with_name(f"{self._project.name} tags.csv")
        name, _kind = QFileDialog.getSaveFileName(
            self._panel, "Export the tag tree", str(beside), CSV_FILES
        )
        if name:
            self.write(Path(name))

    def _say_imported(self, done: TagsImported, path: Path) -> None:
        if not done.created and not done.changed:
            self._notices.done(
                f"{path.name} has nothing new: all of it is here already"
            )
            return
        created, changed = (count_of(it, "tag") for it in (done.created, done.changed))
        self._notices.done(
            f"Created {created} and changed {changed} from {path.name} · {undo_hint()}"
        )

    def _say_exported(self, rows: int, path: Path) -> None:
        self._notices.done(f"Exported {count_of(rows, 'tag')} to {path.name}")
