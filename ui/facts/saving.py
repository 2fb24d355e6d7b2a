"""Writes the facts of two documents: as CSV, or as a page with both texts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from ui.common import Common
from ui.facts.panel import FactsPanel
from ui.writing import CSV, PAGE, Writing, is_page
from workbench.model.ids import DocumentId
from workbench.operations.comparison_files import export_facts_page
from workbench.operations.fact_files import export_fact_rows


class FactFiles(QObject):
    """Serves what a page asks of files; `pair` tells whose facts it shows."""

    def __init__(
        self,
        common: Common,
        panel: FactsPanel,
        pair: Callable[[], tuple[DocumentId, DocumentId]],
    ) -> None:
        super().__init__(panel)
        self._writing = Writing(common, panel)
        self._pair = pair
        panel.export_requested.connect(self._ask_where)

    def write(self, path: Path) -> None:
        """Write all rows of facts to a file."""
        a, b = self._pair()
        write = export_facts_page if is_page(path) else export_fact_rows
        self._writing.write(path, lambda view, it: write(view, a, b, path, it))

    def _ask_where(self) -> None:
        path = self._writing.ask("Export facts", "Facts", CSV, PAGE)
        if path:
            self.write(path)
