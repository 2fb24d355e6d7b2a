"""Counts a matrix again when something changed, and writes it to files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from ui.asking import LatestQuestion
from ui.common import Common
from ui.jobs import Lane
from ui.matrices.bar import Export
from ui.matrices.model import Shown, read_matrix
from ui.matrices.panel import MatrixPanel
from ui.widgets.heat_pictures import write_grid
from ui.widgets.pictures import PICTURES, picture_path
from ui.writing import CSV, Writing
from workbench.model.changes import Changes
from workbench.operations.matrix_files import export_counted, export_matrix

COUNTED_KINDS = (
    "passages", "taggings", "tags", "documents", "cases", "case_documents", "mentions",
    "attributes", "attribute_values",
)  # fmt: skip
NAME = "Matrix of tags"
PAUSE_MS = 200


class MatrixController(QObject):
    """Serves one panel; while it is hidden it is only marked stale."""

    def __init__(self, common: Common, panel: MatrixPanel) -> None:
        super().__init__(panel)
        self._common = common
        self._panel = panel
        self._writing = Writing(common, panel)
        self._is_stale = True
        self._counting: LatestQuestion[Shown] = LatestQuestion(
            common.project, common.runner, "Counting passages", self, Lane.COMPLETION
        )
        self._counting.answered.connect(panel.show_matrix)
        self._counting.failed.connect(panel.show_problem)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.catch_up)
        panel.shown.connect(self.catch_up)
        panel.definition_changed.connect(self.count)
        panel.export_wanted.connect(self._ask_where)
        common.signals.changed.connect(self._follow)

    def catch_up(self) -> None:
        """Count again, if that may give something else and somebody sees it."""
        if self._is_stale and self._panel.isVisible():
            self.count()

    def count(self) -> None:
        """Count what the panel wants; what was under way is for something else."""
        self._is_stale = False
        definition = self._panel.definition
        self._counting.ask_tracked(
            lambda view, tracker: read_matrix(view, definition, tracker)
        )

    def write(self, export: Export, path: Path) -> None:
        """Write something to a file, in a job."""
        grid, title = self._panel.answer.grid, self._panel.answer.sentence
        matrix = grid.matrix
        match export:
            case Export.COUNTS:
                self._writing.write(path, lambda it, _: export_matrix(it, matrix, path))
            case Export.PASSAGES:
                self._writing.write(
                    path,
                    lambda it, tracker: export_counted(
                        it, matrix.definition, path, tracker
                    ),
                )
            case Export.PICTURE:
                self._writing.start(
                    path, lambda _: write_grid(grid, path, title), "row"
                )

    def _follow(self, changes: Changes) -> None:
        if changes.touches(*COUNTED_KINDS):
            self._is_stale = True
            if not self._pause.isActive():
                self._pause.start()

    def _ask_where(self, export: Export) -> None:
        title = export.value.rstrip("…")
        if export is not Export.PICTURE:
            path = self._writing.ask(title, NAME, CSV)
        else:
            beside = self._common.project.path.with_name(f"{NAME}.svg")
            chosen, kind = QFileDialog.getSaveFileName(
                self._panel, title, str(beside), PICTURES
            )
            path = picture_path(chosen, kind) if chosen else None
        if path:
            self.write(export, path)
