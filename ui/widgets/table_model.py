"""Rows under fixed headings; what stands in a cell is left to each model."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import ClassVar, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QObject, Qt
from typing_extensions import override

from ui.widgets.indexes import NO_PARENT, AnyIndex

Row = TypeVar("Row")


class TableModel(QAbstractTableModel, Generic[Row]):
    """Gives the size and the headings of a table; columns of numbers stand right."""

    headings: ClassVar[Sequence[str]]
    number_columns: ClassVar[Collection[int]] = ()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Return how a column's heading and cells are aligned."""
        if column in self.number_columns:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.headings)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = 0
    ) -> object:
        is_heading = orientation == Qt.Orientation.Horizontal
        if not is_heading or section >= len(self.headings):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(section)
        return None
