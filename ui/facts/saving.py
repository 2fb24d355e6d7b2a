"""Writes the facts of two documents to a CSV file, off the UI thread."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.common import Common
from ui.facts.panel import FactsPanel
from ui.widgets.counting import count_of
from workbench.jobs import Tracker
from workbench.model.ids import DocumentId
from workbench.operations.fact_files import export_fact_rows

CSV = "CSV files (*.csv)"


class FactFiles(QObject):
    """Serves what a page asks of files; `pair` tells whose facts it shows."""

    def __init__(
        self,
        common: Common,
        panel: FactsPanel,
        pair: Callable[[], tuple[DocumentId, DocumentId]],
    ) -> None:
        super().__init__(panel)
        self._common = common
        self._panel = panel
        self._pair = pair
        panel.export_requested.connect(self._ask_where)

    def write(self, path: Path) -> None:
        """Write all rows of facts to a file."""
        project, notices = self._common.project, self._common.notices
        a, b = self._pair()

        def run(tracker: Tracker) -> int:
            with project.reader() as view:
                return export_fact_rows(view, a, b, path, tracker)

        job = self._common.runner.start(run, f"Writing {path.name}")
        job.succeeded.connect(
            lambda rows: notices.done(
                f"Exported {count_of(rows, 'row')} to {path.name}"
            )
        )
        job.failed.connect(notices.problem)

    def _ask_where(self) -> None:
        beside = self._common.project.path.with_name("Facts.csv")
        name, _kind = QFileDialog.getSaveFileName(
            self._panel, "Export facts", str(beside), CSV
        )
        if name:
            self.write(Path(name))
