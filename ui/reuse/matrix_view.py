"""The matrix on the screen: only what is in view is drawn, heads stay in view."""

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
from ui.reuse.heads import Corner, Head
from ui.reuse.matrix_painting import CELL, HEAD, cell_box, paint_cells
from ui.reuse.model import Matrix, pair_in_words
from ui.widgets.keys import ENTER_KEYS
from ui.widgets.plain import plain_tooltip

TITLES_SHARE, LEAST_TITLES, WIDEST_TITLES = 0.28, 198, 280
SOON = 50


class MatrixView(QAbstractScrollArea):
    """Arrows go from cell to cell; Enter or a click opens the pair of a cell."""

    pair_chosen = Signal(int, int)
    current_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.matrix = Matrix()
        self.current = (0, 0)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("Statements that documents share")
        self.viewport().setMouseTracking(True)
        self.row_heads = Head(self, Qt.Orientation.Vertical, self)
        self.column_heads = Head(self, Qt.Orientation.Horizontal, self)
        self._corner = Corner(self)
        for bar, heads in (
            (self.horizontalScrollBar(), self.column_heads),
            (self.verticalScrollBar(), self.row_heads),
        ):
            bar.setSingleStep(CELL)
            bar.valueChanged.connect(self.viewport().update)
            bar.valueChanged.connect(heads.update)
        theme.theme_signals.changed.connect(self._update_all)
        self._measure()

    @property
    def offset(self) -> QPoint:
        """How far the matrix is scrolled."""
        return QPoint(
            self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        )

    def show_matrix(self, matrix: Matrix) -> None:
        """Show other documents; the current pair stays so where it is still there."""
        # Before anything was shared there was nothing to be at.
        before = self._current_ids() if self.matrix.pairs else (0, 0)
        self.matrix = matrix
        row, column = (matrix.places.get(it, -1) for it in before)
        self.current = (row, column) if row >= 0 and column >= 0 else self._first()
        self._measure()
        self._update_all()
        self.current_changed.emit()

    def go_to(self, row: int, column: int) -> None:
        """Make a cell the current one, and bring it into view."""
        last = len(self.matrix.rows) - 1
        if last < 0:
            return
        self.current = min(max(row, 0), last), min(max(column, 0), last)
        self._bring_into_view()
        self._update_all()
        self.current_changed.emit()
        self._tell_current()

    def cell_at(self, point: QPoint) -> tuple[int, int] | None:
        """Return the cell at a point of the viewport, if any."""
        place = point + self.offset
        row, column = place.y() // CELL, place.x() // CELL
        count = len(self.matrix.rows)
        return (row, column) if row < count and column < count else None

    def words_of(self, row: int, column: int) -> str:
        """Say what the documents of a cell share."""
        one, other = self.matrix.rows[row], self.matrix.rows[column]
        return pair_in_words(one, other, self.matrix.cell(row, column))

    @override
    def sizeHint(self) -> QSize:
        return QSize(600, 400)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        colors = theme.tokens()
        painter.fillRect(event.rect(), colors.surface)
        painter.translate(-self.offset)
        seen = event.rect().translated(self.offset)
        rows = self.in_view(seen.top(), seen.bottom())
        columns = self.in_view(seen.left(), seen.right())
        paint_cells(painter, self.matrix, rows, columns, colors)
        self._paint_current(painter)

    def in_view(self, first: int, last: int) -> range:
        """Return the rows or columns between two places of the whole matrix."""
        return range(first // CELL, min(last // CELL + 1, len(self.matrix.rows)))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, column = self.current
        last = len(self.matrix.rows) - 1
        page = max(self.viewport().height() // CELL - 1, 1)
        is_far = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        keys = Qt.Key
        moves = {
            keys.Key_Up: (row - 1, column), keys.Key_Down: (row + 1, column),
            keys.Key_Left: (row, column - 1), keys.Key_Right: (row, column + 1),
            keys.Key_PageUp: (row - page, column),
            keys.Key_PageDown: (row + page, column),
            keys.Key_Home: (0 if is_far else row, 0),
            keys.Key_End: (last if is_far else row, last),
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
        opens = cell is not None and self.matrix.cell(*cell) is not None
        pointing = shape.PointingHandCursor if opens else shape.ArrowCursor
        self.viewport().setCursor(pointing)

    @override
    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            cell = self.cell_at(event.pos())
            said = plain_tooltip(self.words_of(*cell)) if cell else ""
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

    def _open(self, row: int, column: int) -> None:
        shared = self.matrix.cell(row, column) if self.matrix.rows else None
        if shared is not None:
            # The document of the row comes first.
            self.pair_chosen.emit(self.matrix.rows[row].id, self.matrix.rows[column].id)

    def _current_ids(self) -> tuple[int, int]:
        if not self.matrix.rows:
            return 0, 0
        row, column = self.current
        return self.matrix.rows[row].id, self.matrix.rows[column].id

    def _first(self) -> tuple[int, int]:
        """Return a cell to begin with: the first with anything in it."""
        begin = range(min(len(self.matrix.rows), SOON))
        found = ((row, column) for row, column, _ in self.matrix.filled(begin, begin))
        return min(found, default=(0, 0))

    def _measure(self) -> None:
        share = int(self.width() * TITLES_SHARE)
        titles = min(max(share, LEAST_TITLES), WIDEST_TITLES)
        self.setViewportMargins(titles, HEAD, 0, 0)
        side = len(self.matrix.rows) * CELL
        room = self.viewport().size()
        for bar, shown in (
            (self.horizontalScrollBar(), room.width()),
            (self.verticalScrollBar(), room.height()),
        ):
            bar.setPageStep(shown)
            bar.setRange(0, max(side - shown, 0))
        self._corner.setGeometry(0, 0, titles, HEAD)
        self.column_heads.setGeometry(titles, 0, room.width(), HEAD)
        self.row_heads.setGeometry(0, HEAD, titles, room.height())

    def _bring_into_view(self) -> None:
        box = cell_box(*self.current)
        room = self.viewport().size()
        for bar, start, shown in (
            (self.horizontalScrollBar(), box.x(), room.width()),
            (self.verticalScrollBar(), box.y(), room.height()),
        ):
            bar.setValue(min(max(bar.value(), start + CELL - shown), start))

    def _paint_current(self, painter: QPainter) -> None:
        if not self.matrix.rows:
            return
        colors = theme.tokens()
        color = colors.accent if self.hasFocus() else colors.muted
        box = cell_box(*self.current)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        # A ring inside the cell, and one of the ground: seen on every color.
        painter.setPen(QPen(colors.surface, 1))
        painter.drawRect(QRect(box.x() + 1, box.y() + 1, CELL - 4, CELL - 4))
        painter.setPen(QPen(color, 2))
        painter.drawRect(QRect(box.x(), box.y(), CELL - 1, CELL - 1))

    def _tell_current(self) -> None:
        self.setAccessibleDescription(self.words_of(*self.current))
        kind = QAccessible.Event.DescriptionChanged
        QAccessible.updateAccessibility(QAccessibleEvent(self, kind))

    def _update_all(self) -> None:
        for part in (self.viewport(), self.row_heads, self.column_heads, self._corner):
            part.update()
