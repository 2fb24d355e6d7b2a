"""The menus of a comparison table: of a cell, a row, a column, and the whole."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from ui.tables.cells_view import CellsView
from ui.tables.model import CellsModel, note_target_of


class TableMenus(QObject):
    """Opens the menus of a view; all but a cell's own entries are actions by name."""

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
        rows, columns = view.verticalHeader(), view.horizontalHeader()
        rows.customContextMenuRequested.connect(self._open_for_row)
        columns.customContextMenuRequested.connect(self._open_for_column)

    def open_for_table(self, point: QPoint) -> None:
        """Open the menu of what can be done with the whole table."""
        self._menu("Rename table", "", "Remove table").popup(point)

    def _open_for_cell(self, position: QPoint) -> None:
        index = self._view.indexAt(position)
        menu = self._menu()
        if index.isValid():
            self._view.setCurrentIndex(index)
            write = menu.addAction("Write summary\tEnter")
            write.triggered.connect(lambda: self._view.edit(index))
            clear = menu.addAction("Clear summary\tDel")
            clear.triggered.connect(lambda: self.clear_requested.emit(index))
            self._fill(menu, "Mark as not stated…", "Note on cell", "")
        self._fill(menu, "Rename row", "Remove rows", "", "Edit column")
        self._fill(menu, "Remove columns", "", "Add row", "Add column")
        menu.popup(self._view.viewport().mapToGlobal(position))

    def _open_for_row(self, position: QPoint) -> None:
        header = self._view.verticalHeader()
        row = header.logicalIndexAt(position)
        if row >= 0 and not self._view.selectionModel().isRowSelected(row):
            self._view.selectRow(row)
        can_note = row >= 0 and note_target_of(self._model.row(row))
        note = ("Note on row", "") if can_note else ()
        menu = self._menu(*note, "Rename row", "Remove rows", "", "Add row")
        menu.popup(header.mapToGlobal(position))

    def _open_for_column(self, position: QPoint) -> None:
        header = self._view.horizontalHeader()
        column = header.logicalIndexAt(position)
        if column >= 0 and not self._view.selectionModel().isColumnSelected(column):
            self._view.selectColumn(column)
        menu = self._menu("Edit column", "Remove columns", "", "Add column")
        menu.popup(header.mapToGlobal(position))

    def _menu(self, *names: str) -> QMenu:
        menu = QMenu(self._view)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._fill(menu, *names)
        return menu

    def _fill(self, menu: QMenu, *names: str) -> None:
        """Add the actions of these names; an empty one is a line between them."""
        for name in names:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()
