"""The grid of cells: measures the rows in view, and turns keys into wishes."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from ui.tables.delegate import CellDelegate
from ui.tables.headers import ROW_NAME_WIDTH, NamedHeader
from ui.tables.model import CellsModel
from ui.widgets.indexes import AnyIndex
from workbench.model.ids import RowId

NARROWEST_COLUMN = 200
WIDEST_COLUMN = 560


class CellsView(QTableView):
    """Shows a `CellsModel`; Enter writes, Delete asks to clear the summary."""

    clear_requested = Signal(QModelIndex)
    current_changed = Signal(QModelIndex)

    def __init__(self, model: CellsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = model
        self._delegate = CellDelegate(self)
        self._heights: dict[RowId, int] = {}
        self._is_filling = False
        self._is_resized_by_hand = False
        self._row_names = NamedHeader(Qt.Orientation.Vertical, self)
        self._questions = NamedHeader(Qt.Orientation.Horizontal, self)
        self.setItemDelegate(self._delegate)
        self.setVerticalHeader(self._row_names)
        self.setHorizontalHeader(self._questions)
        self._configure()
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self.measure_visible_rows)
        self.setModel(model)
        model.dataChanged.connect(self._forget_heights)
        model.modelReset.connect(self._model_reset)
        self._questions.sectionResized.connect(self._column_resized)
        self.verticalScrollBar().valueChanged.connect(
            lambda _value: self._later.start()
        )
        self._model_reset()

    def measure_visible_rows(self) -> None:
        """Give the rows in view the height of their text; others keep an estimate."""
        row = max(self.rowAt(0), 0)
        while row < self._cells.rowCount():
            if self.rowViewportPosition(row) > self.viewport().height():
                return
            row_id = self._cells.row(row).id
            if row_id not in self._heights:
                self._heights[row_id] = self._height_of(row)
                self.setRowHeight(row, self._heights[row_id])
            row += 1

    def finish_editing(self) -> None:
        """Keep what is being written, as leaving the cell does."""
        self.setFocus()

    @override
    def currentChanged(self, current: AnyIndex, previous: AnyIndex) -> None:
        super().currentChanged(current, previous)
        self._row_names.viewport().update()
        self._questions.viewport().update()
        self.current_changed.emit(self.currentIndex())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        is_plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier,
            Qt.KeyboardModifier.KeypadModifier,
        }
        if is_plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.edit(current)
        elif is_plain and event.key() == Qt.Key.Key_Delete:
            self.clear_requested.emit(current)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill_width()
        self._later.start()

    def _configure(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Comparison table")
        self.setMouseTracking(True)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        per_pixel = QAbstractItemView.ScrollMode.ScrollPerPixel
        self.setVerticalScrollMode(per_pixel)
        self.setHorizontalScrollMode(per_pixel)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self._row_names.setFixedWidth(ROW_NAME_WIDTH)
        self._row_names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._row_names.setMinimumSectionSize(40)
        self._row_names.setDefaultSectionSize(96)
        self._questions.setMinimumSectionSize(NARROWEST_COLUMN // 2)
        self._questions.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def _height_of(self, row: int) -> int:
        shown = self._cells.row(row)
        heights = [
            # The grid's line takes one pixel of the column.
            self._delegate.height_for(cell, self.columnWidth(number) - 1)
            for number, cell in enumerate(shown.cells)
        ]
        name = self._row_names.height_for(shown.name, self._cells.row_facts(shown))
        return max([name, *heights]) + 1

    def _model_reset(self) -> None:
        self._is_resized_by_hand = False
        self._fill_width()
        self._forget_heights()

    def _forget_heights(self) -> None:
        self._heights.clear()
        self._later.start()

    def _fill_width(self) -> None:
        """Share the width among the columns until somebody drags one."""
        columns = self._cells.columnCount()
        if not columns or self._is_resized_by_hand:
            return
        share = self.viewport().width() // columns
        width = min(max(share, NARROWEST_COLUMN), WIDEST_COLUMN)
        self._is_filling = True
        for number in range(columns):
            self.setColumnWidth(number, width)
        self._is_filling = False

    def _column_resized(self) -> None:
        self._is_resized_by_hand = self._is_resized_by_hand or not self._is_filling
        self._forget_heights()
