"""The menus of a comparison table: of a cell, a row, a column, and the whole."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.tables.grid.cells_view import CellsView
from ui.tables.model import CellsModel, note_target_of

OF_ROW = (
    "table.rename_row", "table.describe_row", "table.group_rows", "",
    "table.row_up", "table.row_down", "table.hide_rows", "table.remove_rows", "",
    "table.add_row", "table.add_documents",
)  # fmt: skip
OF_COLUMN = (
    "table.edit_column", "table.sort", "", "table.column_left", "table.column_right",
    "table.hide_columns", "table.remove_columns", "", "table.add_column",
)  # fmt: skip
OF_CELL = (
    "table.note", "table.not_stated", "", "table.rename_row", "table.group_rows",
    "table.hide_rows", "table.remove_rows", "", "table.edit_column", "table.sort",
    "table.hide_columns", "table.remove_columns",
)  # fmt: skip
OF_TABLE = (
    "table.add_documents", "", "table.sort", "table.filter", "table.show_all",
    "table.show_hidden", "table.pin", "", "table.rename", "table.duplicate",
    "table.remove",
)  # fmt: skip


class TableMenus(QObject):
    """Opens the menus of a view; all but a cell's own entries are actions by id."""

    clear_requested = Signal(object)  # QModelIndex

    def __init__(
        self, view: CellsView, model: CellsModel, actions: Mapping[str, QAction]
    ) -> None:
        super().__init__(view)
        self._view = view
        self._model = model
        self._actions = actions
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_for_cell)
        view.pinned.customContextMenuRequested.connect(self._open_for_cell)
        rows = view.verticalHeader()
        rows.customContextMenuRequested.connect(self._open_for_row)
        view.column_menu_requested.connect(self._open_for_column)

    def open_for_table(self, point: QPoint) -> None:
        """Open the menu of what can be done with the whole table."""
        self._menu(*OF_TABLE).popup(point)

    def _open_for_cell(self, position: QPoint) -> None:
        index = self._view.indexAt(position)
        if self._model.cell(index) is None:
            return
        menu = self._menu()
        if not self._view.selectionModel().isSelected(index):
            self._view.setCurrentIndex(index)
        write = menu.addAction("Write summary\tEnter")
        write.triggered.connect(lambda: self._view.edit(index))
        clear = menu.addAction("Clear summary\tDel")
        clear.triggered.connect(lambda: self.clear_requested.emit(index))
        self._fill(menu, *OF_CELL)
        menu.popup(self._view.viewport().mapToGlobal(position))

    def _open_for_row(self, position: QPoint) -> None:
        header = self._view.verticalHeader()
        line = header.logicalIndexAt(position)
        if line < 0 or self._model.heading(line):
            return
        if not self._view.selectionModel().isRowSelected(line):
            self._view.selectRow(line)
        can_note = note_target_of(self._model.row(line))
        note = ("table.row_note", "") if can_note else ()
        self._menu(*note, *OF_ROW).popup(header.mapToGlobal(position))

    def _open_for_column(self, column: int, point: QPoint) -> None:
        if column >= 0 and not self._view.selectionModel().isColumnSelected(column):
            self._view.selectColumn(column)
        self._menu(*OF_COLUMN).popup(point)

    def _menu(self, *ids: str) -> QMenu:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, *ids)
        return menu

    def _fill(self, menu: QMenu, *ids: str) -> None:
        """Add the actions with these ids; an empty one is a line between them."""
        for action_id in ids:
            if action_id:
                menu.addAction(self._actions[action_id])
            else:
                menu.addSeparator()
