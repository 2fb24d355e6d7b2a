"""Exports in a job, over a connection of its own."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.exchange.export_form import (
    NOTES,
    PASSAGES,
    ExportChoice,
    ExportForm,
    ExportWish,
)
from ui.exchange.verify_controller import VerifyController
from ui.jobs import JobRunner
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.widgets.counting import count_of
from workbench.errors import WorkbenchError
from workbench.jobs import Tracker
from workbench.model.changes import Changes
from workbench.model.ids import PassageId, TableId
from workbench.operations import exchange
from workbench.operations.table_files import export_table
from workbench.project import Project


class ExportController(QObject):
    """Opens the form, asks where to, and writes the file off the UI thread."""

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        form: ExportForm,
        notices: Notices,
        runner: JobRunner,
    ) -> None:
        super().__init__(form)
        self._project = project
        self._form = form
        self._notices = notices
        self._runner = runner
        self.verifying = VerifyController(project, notices, runner, form.parent())
        form.export_requested.connect(self._ask_where)
        signals.changed.connect(self._project_changed)

    def open_form(self, table_id: TableId | None = None) -> None:
        """Open the form, with a table chosen if one is named."""
        tables = self._project.tables.all()
        self._form.offer(tables)
        for found, name in tables:
            if found == table_id:
                self._form.choose(ExportChoice(name, "table", found))
        self._form.show()
        self._form.raise_()
        self._form.what.setFocus()

    def export(self, wish: ExportWish, path: Path) -> None:
        """Write what was wished for to a path."""
        project = self._project

        def run(tracker: Tracker) -> int:
            return write(project, wish, path, tracker)

        job = self._runner.start(run, f"Exporting {wish.choice.name}")
        job.succeeded.connect(lambda rows: self._show_end(rows, path))
        job.failed.connect(self._show_problem)

    def export_notes(self, ids: Sequence[int]) -> None:
        """Ask where to, and write only the notes of these ids."""
        choice = ExportChoice(NOTES.name, NOTES.kind, only=tuple(ids))
        self._ask_where(ExportWish(choice, is_raw=False))

    def export_passages(self, ids: Sequence[PassageId]) -> None:
        """Ask where to, and write only the passages of these ids."""
        choice = ExportChoice(PASSAGES.name, PASSAGES.kind, only=tuple(ids))
        self._ask_where(ExportWish(choice, is_raw=False))

    def _ask_where(self, wish: ExportWish) -> None:
        parent = self._form.parent()
        beside = self._project.path.with_name(wish.file_name)
        name, _kind = QFileDialog.getSaveFileName(
            parent if isinstance(parent, QWidget) else None,
            f"Export {wish.choice.name}",
            str(beside),
            wish.files,
        )
        if name:
            path = Path(name)
            self.export(wish, path if path.suffix else _with_suffix(path, wish))

    def _show_end(self, rows: int, path: Path) -> None:
        self._notices.done(f"Exported {count_of(rows, 'row')} to {path.name}")

    def _show_problem(self, error: WorkbenchError) -> None:
        self._notices.problem(error)

    def _project_changed(self, changes: Changes) -> None:
        if self._form.isVisible() and changes.touches("comparison_tables"):
            self._form.offer(self._project.tables.all())


def write(project: Project, wish: ExportWish, path: Path, tracker: Tracker) -> int:
    """Write one file from what the project holds now; returns its rows."""
    choice = wish.choice
    with project.reader() as view:
        if choice.table_id is not None:
            return export_table(
                view,
                choice.table_id,
                path,
                wish.form,
                tracker,
                raw=wish.is_raw,
                has_hidden=wish.has_hidden,
            )
        write_all = exchange.export_passages
        if choice.kind == "notes":
            write_all = exchange.export_notes
        return write_all(view, path, only=choice.only, raw=wish.is_raw)


def _with_suffix(path: Path, wish: ExportWish) -> Path:
    return path.with_name(path.name + wish.form.suffix)
