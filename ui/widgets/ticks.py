"""Boxes to tick that are painted: in lists and tables, where there is no widget."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QPainter, QPen

from ui.resources import icon
from ui.theme import border_color, tokens

TICK = 14
_NEAR = 6


def is_on_tick(box: QRect, point: QPoint) -> bool:
    """Tell whether a click at a point, or close beside it, means a box."""
    return box.adjusted(-_NEAR, -_NEAR, _NEAR, _NEAR).contains(point)


def paint_tick(painter: QPainter, box: QRect, *, is_ticked: bool) -> None:
    """Paint a box as the check boxes of forms look."""
    shown = tokens()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(shown.accent if is_ticked else border_color(), 1))
    painter.setBrush(shown.accent if is_ticked else shown.surface)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if is_ticked:
        icon("check", "surface").paint(painter, box.adjusted(1, 1, -1, -1))
