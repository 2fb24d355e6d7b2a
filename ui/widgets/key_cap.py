"""A key as it looks on a keyboard, small."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from ui import theme

SIDE = 16


def paint_key_cap(painter: QPainter, x: int, middle: float, key: str) -> None:
    """Paint a key of one letter with its left edge at `x`, centered on `middle`."""
    cap = QRectF(x + 0.5, round(middle - SIDE / 2) + 0.5, SIDE - 1, SIDE - 1)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(theme.border_color())
    painter.setBrush(theme.tokens().raised)
    painter.drawRoundedRect(cap, 3.5, 3.5)
    painter.setPen(theme.tokens().muted)
    painter.setFont(theme.interface_font(11, tabular=True))
    painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, key)
    painter.restore()


def paint_key_cap_at_end(painter: QPainter, room: QRect, key: str) -> QRect:
    """Paint a key at the right end of a row; returns what is left of the room."""
    paint_key_cap(painter, room.right() - SIDE + 1, room.center().y() + 0.5, key)
    return room.adjusted(0, 0, -SIDE - 6, 0)
