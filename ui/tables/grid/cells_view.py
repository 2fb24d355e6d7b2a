"""The grid of cells: measures the rows in view, and turns keys into wishes."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)
from typing_extensions import override

from ui import theme
from ui.tables.cell.delegate import CellDelegate
from ui.tables.grid.headers import HEADING_HEIGHT, ROW_NAME_WIDTH, NamedHeader
from ui.tables.grid.heading_delegate import HeadingDelegate
from ui.tables.grid.pinned import PinnedColumn
from ui.tables.grid.readiness import Readiness
from ui.tables.grid.row_heights import RowHeights
from ui.tables.model import CellsModel
from ui.widgets.indexes import AnyIndex
from workbench.model.cells import CellKey
from workbench.model.ids import ColumnId
from workbench.operations.looks import Heading, destination

NARROWEST_COLUMN = 200
WIDEST_COLUMN = 560
MEASURING_SECONDS = 0.005
EDIT_TRIGGERS = (
    QAbstractItemView.EditTrigger.DoubleClicked
    | QAbstractItemView.EditTrigger.EditKeyPressed
    | QAbstractItemView.EditTrigger.AnyKeyPressed
)


class CellsView(QTableView):
    """Shows a `CellsModel`; Enter writes, Delete asks to clear the summary.

    `row_moved` carries a row, the one it is to stand below or None, and its heading;
    `column_moved` a column and the one it is to stand beside, at the right, or None.
    """

    clear_requested = Signal(QModelIndex)
    current_changed = Signal(QModelIndex)
    row_moved = Signal(int, object, str)
    column_moved = Signal(int, object)
    column_menu_requested = Signal(int, QPoint)

    def __init__(self, model: CellsModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = model
        self._delegate = CellDelegate(self)
        self._of_headings = HeadingDelegate(self)
        self._headings: list[int] = []
        self._widths: dict[ColumnId, int] = {}
        self._is_filling = False
        self._has_jumped = False
        self.is_pinned = False
        self._remembered: tuple[CellKey | None, int, int] = (None, 0, 0)
        self._row_names = NamedHeader(Qt.Orientation.Vertical, self)
        self._questions = NamedHeader(Qt.Orientation.Horizontal, self)
        self._heights = RowHeights(model, self._delegate, self._row_names)
        self.setItemDelegate(self._delegate)
        self.setVerticalHeader(self._row_names)
        self.setHorizontalHeader(self._questions)
        self._configure()
        self._readiness = Readiness(self, self._heights, self._delegate)
        self._postponed = QTimer(self, singleShot=True, interval=0)
        self._postponed.timeout.connect(self._paint_postponed)
        self._later = QTimer(self, singleShot=True, interval=0)
        self._later.timeout.connect(self._measure)
        self.setModel(model)
        self.pinned = PinnedColumn(self, model)
        self.setSortingEnabled(True)
        self._connect()
        self._model_reset()
        self._stand_on_first_cell()

    @property
    def widths(self) -> Mapping[ColumnId, int]:
        """Return the widths that somebody gave to columns."""
        return self._widths

    def use_widths(self, widths: Mapping[ColumnId, int]) -> None:
        """Give columns these widths; the others share the room."""
        self._widths = dict(widths)
        self._fill_width()

    def pin(self, *, is_pinned: bool) -> None:
        """Let the first column stay in view however far others scroll, or not."""
        self.is_pinned = is_pinned
        self.pinned.pin(is_pinned=is_pinned)

    def measure_visible_rows(self) -> None:
        """Give the rows in view the height of their text; others follow soon."""
        self._end_jump()
        self._readiness.show()

    def finish_editing(self) -> None:
        """Keep what is being written, as leaving the cell does."""
        views = (self, self.pinned)
        if any(it.state() == self.State.EditingState for it in views):
            self.setFocus()

    def step_line(self, by: int) -> None:
        """Ask to move the current row up or down, also under another heading."""
        line = self.currentIndex().row()
        is_there = 0 <= line + by < self._cells.rowCount()
        if is_there and line >= 0 and self._cells.heading(line) is None:
            self._ask_to_move(line, line + by)

    def step_column(self, by: int) -> None:
        """Ask to move the current column to the left or right."""
        column = self.currentIndex().column()
        if column >= 0 and 0 <= column + by < self._cells.columnCount():
            self._ask_to_place(column, column + by)

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
        heading = self._cells.heading(current.row())
        if is_plain and heading and self._fold_by(event.key(), heading):
            return
        if is_plain and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.edit(current)
        elif is_plain and event.key() == Qt.Key.Key_Delete:
            self.clear_requested.emit(current)
        else:
            super().keyPressEvent(event)

    @override
    def edit(self, index: AnyIndex, *how: object) -> bool | None:  # type: ignore[override]
        # What is pinned lies above the first column, and so has to be written there.
        view = self.pinned if self.is_pinned and not index.column() else None
        return view.edit(index, *how) if view else super().edit(index, *how)

    @override
    def scrollTo(
        self,
        index: AnyIndex,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if self._cells.heading(index.row()) or (self.is_pinned and not index.column()):
            bar.setValue(before)
        elif self.is_pinned:
            hidden = self.pinned.width() - self.visualRect(index).left()
            bar.setValue(bar.value() - max(hidden, 0))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), theme.tokens().surface)
        painter.end()
        if self._has_jumped:
            return  # Rows are about to become as high as they need, and painted then.
        self._delegate.begin_frame()
        super().paintEvent(event)
        if self._delegate.postponed:
            self._postponed.start()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill_width()
        self._measure_soon()
        self.pinned.lie_down()

    def _measure_soon(self) -> None:
        # What is being measured may be another row, or as wide as it was, after this.
        self._readiness.stop()
        self._later.start()

    def _scrolled(self) -> None:
        self._end_jump()
        self._has_jumped = not self._readiness.knows_view
        if not self._has_jumped:
            # Before they are painted, else they would be twice.
            self._readiness.give_heights()
        self._measure_soon()

    def _measure(self) -> None:
        """Measure the rows in view: after a jump so many at a time as a frame takes."""
        if self._has_jumped:
            self._readiness.measure_for(MEASURING_SECONDS)
        if self._has_jumped and not self._readiness.knows_view:
            self._later.start()
        else:
            self.measure_visible_rows()

    def _end_jump(self) -> None:
        """Paint what was left out as long as heights were not known."""
        if self._has_jumped:
            self._has_jumped = False
            self.viewport().update()

    def _paint_postponed(self) -> None:
        for line, column in self._delegate.postponed:
            self.update(self._cells.index(line, column))

    def _configure(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Comparison table")
        self.setMouseTracking(True)
        # What is opaque is moved when it is scrolled; else all cells are painted anew.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        per_pixel = QAbstractItemView.ScrollMode.ScrollPerPixel
        self.setVerticalScrollMode(per_pixel)
        self.setHorizontalScrollMode(per_pixel)
        self.setEditTriggers(EDIT_TRIGGERS)
        self._row_names.setFixedWidth(ROW_NAME_WIDTH)
        self._row_names.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._row_names.setMinimumSectionSize(HEADING_HEIGHT)
        self._row_names.setDefaultSectionSize(96)
        self._questions.setMinimumSectionSize(NARROWEST_COLUMN // 2)
        self._questions.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._questions.setSectionsMovable(True)
        # A third click leads back to the analyst's own order.
        self._questions.setSortIndicatorClearable(True)
        self._questions.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)

    def _connect(self) -> None:
        model = self._cells
        model.dataChanged.connect(self._forget_heights)
        model.modelAboutToBeReset.connect(self._remember)
        model.modelReset.connect(self._model_reset)
        model.look_changed.connect(self._show_order)
        self._questions.sectionResized.connect(self._column_resized)
        self._questions.sectionMoved.connect(self._column_dragged)
        self._questions.customContextMenuRequested.connect(
            lambda at: self.column_menu_requested.emit(
                self._questions.logicalIndexAt(at), self._questions.mapToGlobal(at)
            )
        )
        self._row_names.sectionMoved.connect(self._row_dragged)
        self._row_names.sectionClicked.connect(self._fold_at)
        for header in (self._questions, self._row_names):
            header.sectionPressed.connect(self.finish_editing)
        self.clicked.connect(lambda index: self._fold_at(index.row()))
        self.verticalScrollBar().valueChanged.connect(lambda _value: self._scrolled())

    def _height(self, line: int) -> int:
        return self._heights.of(line, self.columnWidth)

    def _fold_by(self, key: int, heading: Heading) -> bool:
        """Take a key on a heading: arrows fold and unfold, Enter and Space do both."""
        wanted = {
            Qt.Key.Key_Return: True, Qt.Key.Key_Enter: True, Qt.Key.Key_Space: True,
            Qt.Key.Key_Left: not heading.is_folded, Qt.Key.Key_Right: heading.is_folded,
        }.get(Qt.Key(key))  # fmt: skip
        if wanted:
            self._cells.toggle_fold(heading.group)
        return wanted is not None

    def _fold_at(self, line: int) -> None:
        if heading := self._cells.heading(line):
            self._cells.toggle_fold(heading.group)

    # Moving rows and columns

    def _row_dragged(self, logical: int, old: int, new: int) -> None:
        self._put_back(self._row_names, new, old)
        if self._cells.heading(logical) is None:
            self._ask_to_move(old, new)

    def _column_dragged(self, _logical: int, old: int, new: int) -> None:
        self._put_back(self._questions, new, old)
        self._ask_to_place(old, new)

    def _put_back(self, header: QHeaderView, new: int, old: int) -> None:
        """Undo what dragging did: the table is shown anew once it has changed."""
        header.blockSignals(True)
        header.moveSection(new, old)
        header.blockSignals(False)
        self.viewport().update()

    def _ask_to_move(self, old: int, new: int) -> None:
        below, group = destination(self._cells.shown.lines, old, new)
        self.row_moved.emit(self._cells.row(old).id, below, group)

    def _ask_to_place(self, old: int, new: int) -> None:
        left = new - 1 if new < old else new
        beside = self._cells.column(left).id if left >= 0 else None
        self.column_moved.emit(self._cells.column(old).id, beside)

    # Following the model

    def _show_order(self) -> None:
        order, header = self._cells.look.order, self._questions
        ids = [self._cells.column(it).id for it in range(self._cells.columnCount())]
        is_there = order is not None and order.column_id in ids
        section = ids.index(order.column_id) if order and is_there else -1  # type: ignore[arg-type]
        is_descending = order is not None and order.is_descending
        header.blockSignals(True)
        header.setSortIndicator(
            section,
            Qt.SortOrder.DescendingOrder
            if is_descending
            else Qt.SortOrder.AscendingOrder,
        )
        header.blockSignals(False)
        header.viewport().update()
        # Where rows are sorted there is no place of their own to drag them to.
        self._row_names.setSectionsMovable(order is None)

    def _remember(self) -> None:
        index = self.currentIndex()
        cell = self._cells.cell(index)
        key = (cell.row_id, cell.column_id) if cell else None
        self._remembered = key, index.row(), index.column()

    def _model_reset(self) -> None:
        self._span_headings()
        self._fill_width()
        for line in range(self._cells.rowCount()):
            if self._heights.is_known(line):
                self.setRowHeight(line, self._height(line))
        self._show_order()
        self._return()
        self._measure_soon()

    def _span_headings(self) -> None:
        self.clearSpans()
        for line in self._headings:
            for view in (self, self.pinned):
                view.setItemDelegateForRow(line, None)  # type: ignore[arg-type]
        lines = range(self._cells.rowCount())
        self._headings = [it for it in lines if self._cells.heading(it)]
        for line in self._headings:
            for view in (self, self.pinned):
                view.setItemDelegateForRow(line, self._of_headings)
            if self._cells.columnCount() > 1:
                self.setSpan(line, 0, 1, self._cells.columnCount())

    def _return(self) -> None:
        """Stand on the same cell again or, where it is not shown, near its place."""
        key, line, column = self._remembered
        index = self._cells.place_of(*key) if key else QModelIndex()
        if not index.isValid() and self._cells.rowCount():
            line = min(max(line, 0), self._cells.rowCount() - 1)
            column = min(max(column, 0), self._cells.columnCount() - 1)
            index = self._cells.index(line, column)
        if index.isValid():
            self.setCurrentIndex(index)

    def _stand_on_first_cell(self) -> None:
        """Begin on a cell: above the first there may be a heading."""
        lines = range(self._cells.rowCount())
        first = next((it for it in lines if not self._cells.heading(it)), None)
        if first is not None and self._cells.columnCount():
            # A high row would be scrolled to, and the heading out of view.
            self.setAutoScroll(False)
            self.setCurrentIndex(self._cells.index(first, 0))
            self.setAutoScroll(True)

    def _forget_heights(self, first: QModelIndex, last: QModelIndex) -> None:
        self._heights.forget(first.row(), last.row())
        self._measure_soon()

    def _fill_width(self) -> None:
        """Share the width among the columns that nobody gave another one."""
        columns = self._cells.columnCount()
        if not columns:
            return
        ids = [self._cells.column(it).id for it in range(columns)]
        given = sum(self._widths.get(it, 0) for it in ids)
        free = max(sum(it not in self._widths for it in ids), 1)
        share = (self.viewport().width() - given) // free
        width = min(max(share, NARROWEST_COLUMN), WIDEST_COLUMN)
        self._is_filling = True
        for number, column_id in enumerate(ids):
            self.setColumnWidth(number, self._widths.get(column_id, width))
        self._is_filling = False

    def _column_resized(self, column: int, _old: int, width: int) -> None:
        if not self._is_filling:
            self._widths[self._cells.column(column).id] = width
        self._heights.forget_all()
        self._measure_soon()
