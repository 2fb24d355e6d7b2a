"""A matrix on the screen: only what is in view is drawn, heads stay in view."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip
from typing_extensions import override

from ui import theme
from ui.widgets.heat_grid import SIDE, HeatGrid
from ui.widgets.heat_heads import Corner, Head
from ui.widgets.heat_painting import HEAD, cell_box, paint_cells
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.plain import plain_tooltip

TITLES_SHARE, LEAST_TITLES, WIDEST_TITLES = 0.28, 198, 280
SOON = 50


class HeatView(QAbstractScrollArea):
    """Arrows go from cell to cell; Enter or a click opens a cell that has something."""

    cell_opened = Signal(int, int)  # row, column
    current_changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.grid = HeatGrid()
        self.current = (0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(name)
        self.viewport().setMouseTracking(True)
        self.row_heads = Head(self, Qt.Orientation.Vertical, self)
        self.column_heads = Head(self, Qt.Orientation.Horizontal, self)
        self._corner = Corner(self, self)
        for part in (self.viewport(), self.row_heads, self.column_heads):
            # What is opaque is moved when it is scrolled; else all is painted anew.
            part.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(SIDE)
        theme.theme_signals.changed.connect(self._update_all)
        self._measure()

    @property
    def offset(self) -> QPoint:
        """How far the matrix is scrolled."""
        return QPoint(
            self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        )

    def show_grid(self, grid: HeatGrid) -> None:
        """Show another matrix; the current cell stays so where it is still there."""
        place = None
        if self._has_cells:
            row, column = self.current
            keys = self.grid.rows[row].key, self.grid.columns[column].key
            place = grid.place_of(keys)
        self.grid = grid
        self.current = place or self._first()
        self._measure()
        self._update_all()
        self.current_changed.emit()

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one, and bring it into view."""
        if not self._has_cells:
            return
        last_row, last_column = len(self.grid.rows) - 1, len(self.grid.columns) - 1
        self.current = min(max(row, 0), last_row), min(max(column, 0), last_column)
        self._bring_into_view()
        self._update_all()
        self.current_changed.emit()
        self._tell_current()

    def cell_at(self, point: QPoint) -> tuple[int, int] | None:
        """Return the cell at a point of the viewport, if any."""
        place = point + self.offset
        row, column = place.y() // SIDE, place.x() // self.grid.side
        is_there = row < len(self.grid.rows) and column < len(self.grid.columns)
        return (row, column) if is_there else None

    @property
    def words(self) -> str:
        """What the current cell counts."""
        return self.grid.words(*self.current) if self._has_cells else ""

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, 400)

    @override
    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
        self.column_heads.scroll(dx, 0)
        self.row_heads.scroll(0, dy)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        colors = theme.tokens()
        painter.fillRect(event.rect(), colors.surface)
        painter.translate(-self.offset)
        seen = event.rect().translated(self.offset)
        rows = self.rows_in_view(seen.top(), seen.bottom())
        columns = self.columns_in_view(seen.left(), seen.right())
        paint_cells(painter, self.grid, rows, columns, colors)
        self._paint_current(painter)

    def rows_in_view(self, first: int, last: int) -> range:
        """Return the rows between two places of the whole matrix."""
        return range(first // SIDE, min(last // SIDE + 1, len(self.grid.rows)))

    def columns_in_view(self, first: int, last: int) -> range:
        """Return the columns between two places of the whole matrix."""
        side = self.grid.side
        return range(first // side, min(last // side + 1, len(self.grid.columns)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, column = self.current
        last_row, last_column = len(self.grid.rows) - 1, len(self.grid.columns) - 1
        page = max(self.viewport().height() // SIDE - 1, 1)
        is_far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        keys = Qt.Key
        moves = {
            keys.Key_Up: (row - 1, column), keys.Key_Down: (row + 1, column),
            keys.Key_Left: (row, column - 1), keys.Key_Right: (row, column + 1),
            keys.Key_PageUp: (row - page, column),
            keys.Key_PageDown: (row + page, column),
            keys.Key_Home: (0 if is_far else row, 0),
            keys.Key_End: (last_row if is_far else row, last_column),
        }  # fmt: skip
        if event.key() in ENTER_KEYS:
            self._open(row, column)
        elif event.key() in moves:
            self.go_to(*moves[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().toPoint())
        if cell and event.button() == Qt.MouseButton.LeftButton:
            self.go_to(*cell)
            self._open(*cell)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self.cell_at(event.position().toPoint())
        shape = Qt.CursorShape
        opens = cell is not None and self.grid.opens(*cell)
        pointing = shape.PointingHandCursor if opens else shape.ArrowCursor
        self.viewport().setCursor(pointing)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self.cell_at(event.pos())
            said = plain_tooltip(self.grid.words(*cell)) if cell else ""
            QToolTip.showText(event.globalPos(), said, self.viewport())
            return True
        return super().viewportEvent(event)

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    @property
    def _has_cells(self) -> bool:
        return bool(self.grid.rows and self.grid.columns)

    def _open(self, row: int, column: int) -> None:
        if self._has_cells and self.grid.opens(row, column):
            self.cell_opened.emit(row, column)

    def _first(self) -> tuple[int, int]:
        """Return a cell to begin with: the first with anything in it."""
        rows = range(min(len(self.grid.rows), SOON))
        columns = range(min(len(self.grid.columns), SOON))
        found = (
            (row, column)
            for row, column, _ in self.grid.filled(rows, columns)
            if not self.grid.is_apart(row, column)
        )
        return min(found, default=(0, 0))

    def _measure(self) -> None:
        share = int(self.width() * TITLES_SHARE)
        titles = min(max(share, LEAST_TITLES), WIDEST_TITLES)
        self.setViewportMargins(titles, HEAD, 0, 0)
        width = len(self.grid.columns) * self.grid.side
        height = len(self.grid.rows) * SIDE
        room = self.viewport().size()
        for bar, whole, shown in (
            (self.horizontalScrollBar(), width, room.width()),
            (self.verticalScrollBar(), height, room.height()),
        ):
            bar.setPageStep(shown)
            bar.setRange(0, max(whole - shown, 0))
        self._corner.setGeometry(0, 0, titles, HEAD)
        self.column_heads.setGeometry(titles, 0, room.width(), HEAD)
        self.row_heads.setGeometry(0, HEAD, titles, room.height())

    def _bring_into_view(self) -> None:
        box = cell_box(*self.current, self.grid.side)
        room = self.viewport().size()
        for bar, start, size, shown in (
            (self.horizontalScrollBar(), box.x(), box.width(), room.width()),
            (self.verticalScrollBar(), box.y(), box.height(), room.height()),
        ):
            bar.setValue(min(max(bar.value(), start + size - shown), start))

    def _paint_current(self, painter: QPainter) -> None:
        if not self._has_cells:
            return
        colors = theme.tokens()
        color = colors.accent if self.hasFocus() else colors.muted
        box = cell_box(*self.current, self.grid.side)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # A ring inside the cell, and one of the ground: seen on every color.
        painter.setPen(QPen(colors.surface, 1))
        painter.drawRect(QRect(box.topLeft() + QPoint(1, 1), box.size() - _TWO_RINGS))
        painter.setPen(QPen(color, 2))
        painter.drawRect(QRect(box.topLeft(), box.size() - _RING))

    def _tell_current(self) -> None:
        self.setAccessibleDescription(self.words)
        kind = QAccessible.Event.DescriptionChanged
        QAccessible.updateAccessibility(QAccessibleEvent(self, kind))

    def _update_all(self) -> None:
        for part in (self.viewport(), self.row_heads, self.column_heads, self._corner):
            part.update()


_RING, _TWO_RINGS = QSize(1, 1), QSize(4, 4)
