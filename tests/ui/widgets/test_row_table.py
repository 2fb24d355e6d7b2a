"""Lists of whole rows: their headings, and opening and filtering them by keyboard."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from ui.widgets.indexes import AnyIndex
from ui.widgets.keys import ENTER_KEYS, FilterKeys
from ui.widgets.row_table import RowTable, size_columns
from ui.widgets.table_model import TableModel

Horizontal = Qt.Orientation.Horizontal
Role = Qt.ItemDataRole


class Towns(TableModel[tuple[str, int]]):
    """Two towns and how many live there."""

    headings = ("Town", "People")
    number_columns = (1,)

    def __init__(self) -> None:
        super().__init__()
        self._rows = [("Lund", 94_000), ("Umeå", 91_000)]

    @override
    def data(self, index: AnyIndex, role: int = Role.DisplayRole) -> object:
        is_text = role == Role.DisplayRole
        return str(self._rows[index.row()][index.column()]) if is_text else None


class FilteredTowns(QWidget):
    """A filter field above the towns."""

    def __init__(self) -> None:
        super().__init__()
        self.filtered = QSortFilterProxyModel(self)
        self.towns = Towns()
        self.filtered.setSourceModel(self.towns)
        self.field = QLineEdit()
        self.table = RowTable()
        self.table.setModel(self.filtered)
        size_columns(self.table, 0, {1: 80})
        FilterKeys(self.field, self.table)
        column = QVBoxLayout(self)
        column.addWidget(self.field)
        column.addWidget(self.table)


@pytest.fixture
def listing(qtbot: QtBot) -> FilteredTowns:
    widget = FilteredTowns()
    qtbot.addWidget(widget)
    widget.show()
    widget.activateWindow()
    widget.field.setFocus()
    qtbot.wait_until(widget.field.hasFocus)
    return widget


def test_headings_stand_over_their_columns_and_numbers_at_the_right() -> None:
    towns = Towns()
    assert (towns.rowCount(), towns.columnCount()) == (2, 2)
    assert towns.headerData(1, Horizontal, Role.DisplayRole) == "People"
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    assert towns.headerData(1, Horizontal, Role.TextAlignmentRole) == right
    assert towns.headerData(2, Horizontal, Role.DisplayRole) is None
    assert towns.headerData(0, Qt.Orientation.Vertical, Role.DisplayRole) is None


def test_a_row_has_no_rows_beneath_it() -> None:
    towns = Towns()
    assert towns.rowCount(towns.index(0, 0)) == 0
    assert towns.columnCount(towns.index(0, 0)) == 0


@pytest.mark.parametrize("key", ENTER_KEYS)
def test_enter_opens_the_current_row(
    qtbot: QtBot, listing: FilteredTowns, key: Qt.Key
) -> None:
    opened: list[QModelIndex] = []
    listing.table.row_opened.connect(opened.append)
    listing.table.setCurrentIndex(listing.filtered.index(1, 0))
    qtbot.keyClick(listing.table, key)
    assert [index.row() for index in opened] == [1]


@pytest.mark.parametrize("key", [*ENTER_KEYS, Qt.Key.Key_Down])
def test_down_and_enter_leave_the_filter_for_the_first_row(
    qtbot: QtBot, listing: FilteredTowns, key: Qt.Key
) -> None:
    qtbot.keyClick(listing.field, key)
    assert listing.table.hasFocus()
    assert listing.table.currentIndex().row() == 0


def test_leaving_the_filter_keeps_the_current_row(
    qtbot: QtBot, listing: FilteredTowns
) -> None:
    listing.table.setCurrentIndex(listing.filtered.index(1, 0))
    qtbot.keyClick(listing.field, Qt.Key.Key_Down)
    assert listing.table.currentIndex().row() == 1


def test_escape_clears_the_filter_and_stays_in_it(
    qtbot: QtBot, listing: FilteredTowns
) -> None:
    listing.field.setText("lund")
    qtbot.keyClick(listing.field, Qt.Key.Key_Escape)
    assert listing.field.text() == ""
    assert listing.field.hasFocus()
