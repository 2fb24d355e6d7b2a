"""A small popup with the sixteen hues a tag can have."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget
from typing_extensions import override

from ui import theme
from workbench.model.tags import COLORS

COLUMNS = 8
CELL = 30
SIDE = 18
MARGIN = 6
STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -COLUMNS,
    Qt.Key.Key_Down: COLUMNS,
}


class ColorSwatches(QWidget):
    """Sixteen squares: arrows move, Enter or a click chooses, Esc closes."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._current = 0
        self.setFixedSize(self.sizeHint())
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def open_at(self, global_point: QPoint, color: int) -> None:
        """Show the popup with the color of now marked."""
        self._move_to(color)
        self.move(global_point)
        self.show()
        self.setFocus()

    @override
    def sizeHint(self) -> QSize:
        rows = -(-COLORS // COLUMNS)
        return QSize(COLUMNS * CELL + 2 * MARGIN, rows * CELL + 2 * MARGIN)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        colors = theme.tokens()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colors.raised)
        painter.setPen(colors.line)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for color in range(COLORS):
            square = QRectF(0, 0, SIDE, SIDE)
            square.moveCenter(QRectF(self._cell(color)).center())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.tag_color(color))
            painter.drawRoundedRect(square, 4, 4)
            if color == self._current:
                self._paint_mark(painter)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in STEPS:
            self._move_to((self._current + STEPS[key]) % COLORS)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self._current)
        else:
            super().keyPressEvent(event)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        color = self._color_at(event.position().toPoint())
        if color is not None:
            self._move_to(color)
            QToolTip.showText(event.globalPosition().toPoint(), _name(color), self)

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        color = self._color_at(event.position().toPoint())
        if color is not None:
            self._choose(color)

    def _choose(self, color: int) -> None:
        self.close()
        self.chosen.emit(color)

    def _move_to(self, color: int) -> None:
        self._current = color
        self.setAccessibleName(_name(color))
        self.update()

    def _cell(self, color: int) -> QRect:
        row, column = divmod(color, COLUMNS)
        return QRect(MARGIN + column * CELL, MARGIN + row * CELL, CELL, CELL)

    def _color_at(self, point: QPoint) -> int | None:
        cells = (c for c in range(COLORS) if self._cell(c).contains(point))
        return next(cells, None)

    def _paint_mark(self, painter: QPainter) -> None:
        mark = QRectF(0, 0, SIDE + 8, SIDE + 8)
        mark.moveCenter(QRectF(self._cell(self._current)).center())
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.tokens().accent, 2))
        painter.drawRoundedRect(mark, 6, 6)


def _name(color: int) -> str:
    return f"Color {color + 1} of {COLORS}"
