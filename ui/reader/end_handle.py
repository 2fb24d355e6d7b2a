"""The handle at an end of the selected passage, to take hold of with the mouse."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget
from typing_extensions import override

from ui.painted import PaintedPassage
from ui.theme import tokens
from ui.tints import stripe_colors

WIDTH = 12
KNOB = 7


class End(Enum):
    """One of the two ends of a passage."""

    START = auto()
    END = auto()


class EndHandle(QWidget):
    """A knob on a line as high as the letters; wider to the mouse than to the eye."""

    dragged = Signal(QPointF)  # where to, in the viewport
    released = Signal()

    def __init__(self, end: End, viewport: QWidget) -> None:
        super().__init__(viewport)
        self._end = end
        self._color = QColor()
        self._is_held = False
        self._is_pressed = False
        self.setCursor(Qt.CursorShape.SizeHorCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        name = "Start" if end is End.START else "End"
        self.setAccessibleName(f"{name} of the passage")
        self.hide()

    def stand_at(self, box: QRect | None, passage: PaintedPassage) -> None:
        """Stand where a caret would, in the color of the passage; None is nowhere."""
        self._color = stripe_colors(passage)[0]
        if box is not None:
            left = box.x() - WIDTH // 2
            self.setGeometry(left, box.y() - KNOB // 2, WIDTH, box.height() + KNOB)
        # Hidden while pressed, it would lose the mouse.
        self.setVisible(box is not None or self._is_pressed)
        self.update()

    def set_held(self, *, held: bool) -> None:
        """Show whether the keys move this end."""
        self._is_held = held
        self.update()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._is_pressed = event.button() == Qt.MouseButton.LeftButton

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_pressed:
            self.dragged.emit(self.mapToParent(event.position()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._is_pressed:
            self._is_pressed = False
            self.released.emit()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        color = tokens().accent if self._is_held else self._color
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        middle, line = self.width() / 2, 2.0
        painter.drawRect(
            QRectF(middle - line / 2, KNOB / 2, line, self.height() - KNOB)
        )
        top = 0 if self._end is End.START else self.height() - KNOB
        painter.drawEllipse(QRectF(middle - KNOB / 2, top, KNOB, KNOB))
        painter.end()
