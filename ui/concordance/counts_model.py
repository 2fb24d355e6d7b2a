"""Rows of counted words under headings that sort them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from ui.theme import interface_font
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.plain import plain_tooltip
from ui.widgets.table_model import TableModel

ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1


@dataclass(frozen=True, slots=True)
class Count:
    """A column: its heading, what it says in plain words, what is in it, how shown."""

    heading: str
    tip: str
    value: Callable[[Any], Any]
    shown: Callable[[Any], str] = "{:,}".format
    is_number: bool = True


def signed(number: float) -> str:
    """Show a number that may be below zero."""
    return f"{number:,.2f}".replace("-", "−")


class CountsModel(TableModel[Any]):
    """Shows rows in the order they come, or sorted by a column; numbers stand right."""

    def __init__(self, columns: Sequence[Count], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.columns = list(columns)
        self._found: Sequence[Any] = ()
        self._order: tuple[int, Qt.SortOrder] = (-1, Qt.SortOrder.DescendingOrder)

    @property
    def rows(self) -> Sequence[Any]:
        """What is shown, in its order."""
        return self._rows

    def show(self, rows: Sequence[Any]) -> None:
        """Show other rows, in the order that was chosen."""
        self._found = rows
        self._sort()

    def set_column(self, number: int, column: Count) -> None:
        """Let a column show something else, as another measure does."""
        self.columns[number] = column
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, number, number)

    @override
    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.columns)

    @override
    def alignment(self, column: int) -> Qt.AlignmentFlag:
        flags = Qt.AlignmentFlag
        side = flags.AlignRight if self.columns[column].is_number else flags.AlignLeft
        return side | flags.AlignVCenter

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = 0
    ) -> object:
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.columns[section].heading
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(self.columns[section].tip)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(section)
        return None

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        row, column = self._rows[index.row()], self.columns[index.column()]
        match role:
            case _ if role == ROW_ROLE:
                return row
            case Qt.ItemDataRole.DisplayRole:
                return column.shown(column.value(row))
            case Qt.ItemDataRole.FontRole:
                return interface_font(13, tabular=column.is_number)
        return None

    @override
    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        self._order = (column, order)
        self._sort()

    def _sort(self) -> None:
        column, order = self._order
        self.beginResetModel()
        self._rows = list(self._found)
        if column >= 0:
            is_descending = order == Qt.SortOrder.DescendingOrder
            self._rows.sort(key=self.columns[column].value, reverse=is_descending)
        self.endResetModel()
