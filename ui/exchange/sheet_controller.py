"""Looks at a sheet in a job, and hands on what an analyst chose for its columns."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ui.exchange.sheet_form import SheetForm
from ui.jobs import JobHandle, JobRunner
from workbench.errors import WorkbenchError
from workbench.jobs import Tracker
from workbench.model.row_mappings import RowMapping
from workbench.model.sheets import SheetPreview, mapping_of, roles_of
from workbench.operations.row_imports import look_at

Import = Callable[[Path, RowMapping], None]


class SheetController(QObject):
    """Serves the form; `bring_in` starts the import.

    What was chosen for a header is offered again for the same header until the program
    ends.
    """

    def __init__(
        self, runner: JobRunner, bring_in: Import, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._runner, self._bring_in = runner, bring_in
        self._path = Path()
        self._preview: SheetPreview | None = None
        self._looking: JobHandle | None = None
        self._chosen: dict[tuple[str, ...], RowMapping] = {}
        self.form = SheetForm(parent)
        self.form.sheet_wanted.connect(self._look)
        self.form.import_wanted.connect(self._import)
        self.form.finished.connect(lambda: self._stop_looking())

    def open(self, path: Path) -> None:
        """Show what is in a file."""
        self._path = path
        self.form.begin(path.name)
        self.form.show()
        self.form.raise_()
        self.form.activateWindow()
        self._look("")

    def _look(self, sheet: str) -> None:
        self._stop_looking()
        path = self._path

        def look(_tracker: Tracker) -> SheetPreview:
            return look_at(path, sheet)

        job = self._looking = self._runner.start(look, "Looking at the sheet")
        job.succeeded.connect(self._show)
        job.failed.connect(self._show_problem)
        job.finished.connect(lambda: self._forget(job))

    def _show(self, preview: SheetPreview) -> None:
        self._preview = preview
        before = self._chosen.get(preview.header)
        mapping = preview.mapping
        if before:
            roles = roles_of(before, preview.header)
            mapping = mapping_of(preview.header, roles, mapping.sheet)
        self.form.show_preview(preview, mapping)

    def _show_problem(self, error: WorkbenchError) -> None:
        self.form.show_problem(str(error))

    def _stop_looking(self) -> None:
        """Let an answer that nobody waits for any more come to nothing."""
        if self._looking:
            self._looking.disconnect(self)
            self._looking.cancel()
            self._looking = None

    def _forget(self, job: JobHandle) -> None:
        if self._looking is job:
            self._looking = None

    def _import(self, mapping: RowMapping) -> None:
        if self._preview:
            self._chosen[self._preview.header] = mapping
            self._bring_in(self._path, mapping)
