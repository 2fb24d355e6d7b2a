"""The table of a folder's files: Space or a click ticks, Enter is the window's."""

from __future__ import annotations

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QRect,
    Qt,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)
from typing_extensions import override

from ui.folders.model import Column, FilesModel
from ui.theme import interface_font, tokens
from ui.widgets.indexes import AnyIndex
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.row_table import RowTable, size_columns
from ui.widgets.row_text import paint_line
from ui.widgets.ticks import TICK, is_on_tick, paint_tick

MARGIN = 11
TICK_ROOM = 23
END = 8


class FilesTable(RowTable):
    """Several files can be chosen, to tick them all at once."""

    def __init__(self, model: FilesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = model
        self.setModel(model)
        self.setSelectionMode(RowTable.SelectionMode.ExtendedSelection)
        self.setItemDelegateForColumn(Column.FILE, FileDelegate(self))
        self.setAccessibleName("Files of the folder")
        self.setAccessibleDescription("Space ticks a file or takes the tick away")
        size_columns(self, Column.FILE, {Column.SIZE: 84, Column.FATE: 330})

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            event.ignore()  # The button of the window has it.
        elif event.key() == Qt.Key.Key_Space:
            self._files.toggle(self._chosen_rows())
        else:
            super().keyPressEvent(event)

    @override
    def selectAll(self) -> None:
        # Qt asks each cell of thousands whether it can be chosen: all can.
        model = self._files
        last = model.index(model.rowCount() - 1, Column.FATE)
        whole = QItemSelection(model.index(0, 0), last)
        select = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().select(whole, select)

    def _chosen_rows(self) -> list[int]:
        ranges = self.selectionModel().selection().toList()
        return sorted(
            {row for it in ranges for row in range(it.top(), it.bottom() + 1)}
        )

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        if index.isValid() and index.column() == Column.FILE:
            box = tick_box(self.visualRect(index))
            if is_on_tick(box, point):
                self._files.toggle([index.row()])


def tick_box(cell: QRect) -> QRect:
    """Return where in the cell of a file its tick is."""
    top = cell.y() + (cell.height() - TICK) // 2
    return QRect(cell.x() + MARGIN, top, TICK, TICK)


class FileDelegate(QStyledItemDelegate):
    """Paints a file's tick and its path, all paths beneath each other."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        painter.save()
        _paint_ground(painter, option)
        ticked = index.data(Qt.ItemDataRole.CheckStateRole)
        if ticked is not None:
            is_ticked = Qt.CheckState(ticked) is Qt.CheckState.Checked
            paint_tick(painter, tick_box(option.rect), is_ticked=is_ticked)
        painter.setPen(index.data(Qt.ItemDataRole.ForegroundRole) or tokens().text)
        room = option.rect.adjusted(MARGIN + TICK_ROOM, 0, -END, 0)
        middle = Qt.TextElideMode.ElideMiddle
        paint_line(painter, room, str(index.data()), interface_font(), middle)
        painter.restore()

    @override
    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: AnyIndex,
    ) -> bool:
        return False  # The table ticks, where the box is painted.


def _paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint selection, hover and focus as the other columns have them."""
    # Without the text and the box of the style, which `initStyleOption` would add.
    style = option.widget.style()
    element = QStyle.ControlElement.CE_ItemViewItem
    style.drawControl(element, option, painter, option.widget)
