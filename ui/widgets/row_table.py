"""Tables that read as lists of whole rows, and how any table is made to look so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from PySide6.QtCore import QMimeData, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget
from typing_extensions import override

from ui.widgets.drag_out import Carried, drag_of
from ui.widgets.keys import ENTER_KEYS

Column = TypeVar("Column", bound=int)

ROW_HEIGHT = 26


class RowTable(QTableView):
    """One row is chosen at a time; Enter or a double click opens it."""

    row_opened = Signal(QModelIndex)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._carried: Carried | None = None
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setFrameShape(QTableView.Shape.NoFrame)
        show_whole_rows(self, ROW_HEIGHT)
        self.doubleClicked.connect(self.row_opened)

    def point_of_current(self) -> QPoint:
        """Return where on the screen what is asked about the current row opens."""
        place = self.visualRect(self.currentIndex())
        inside = place.intersected(self.viewport().rect())
        return self.viewport().mapToGlobal(inside.bottomLeft() + QPoint(14, 0))

    def carry(self, carried: Carried) -> None:
        """Let what this gives be dragged out of the list; None drags nothing."""
        self._carried = carried
        self.setDragEnabled(True)

    def carried(self) -> QMimeData | None:
        """Return what would be dragged out of the list now."""
        return self._carried() if self._carried else None

    @override
    def startDrag(self, supportedActions: Qt.DropAction) -> None:
        if (dragged := self.carried()) is not None:
            drag_of(self, dragged).exec(Qt.DropAction.CopyAction)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in ENTER_KEYS:
            self.row_opened.emit(self.currentIndex())
            return
        super().keyPressEvent(event)


def show_whole_rows(table: QTableView, row_height: int) -> None:
    """Select rows instead of cells, without grid, row numbers or wrapped text."""
    table.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setTabKeyNavigation(False)
    table.verticalHeader().hide()
    table.verticalHeader().setDefaultSectionSize(row_height)
    table.horizontalHeader().setHighlightSections(False)


def size_columns(
    table: QTableView, stretched: Column, widths: Mapping[Column, int]
) -> None:
    """Give columns their first widths, and one of them the room that is left.

    The table has its model by now: Qt sizes only columns that are there.
    """
    header = table.horizontalHeader()
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    for column, width in widths.items():
        header.resizeSection(column, width)
