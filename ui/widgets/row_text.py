"""Text of painted rows: a name cut to its room, a muted count at the right end."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter

from ui import theme

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
COUNT_GAP = 8


def paint_name(
    painter: QPainter, room: QRect, name: str, cut: Qt.TextElideMode
) -> None:
    """Paint a row's name in the color and font of text, cut to fit."""
    painter.setPen(theme.tokens().text)
    paint_line(painter, room, name, theme.interface_font(), cut)


def paint_line(
    painter: QPainter, room: QRect, text: str, font: QFont, cut: Qt.TextElideMode
) -> int:
    """Paint text cut to fit with the painter's pen, and return where it ends."""
    metrics = QFontMetrics(font)
    shown = metrics.elidedText(text, cut, room.width())
    painter.setFont(font)
    painter.drawText(room, LEFT, shown)
    return room.x() + metrics.horizontalAdvance(shown)


def paint_count(painter: QPainter, room: QRect, count: str) -> QRect:
    """Paint a count at the right end, and return what is left of the room."""
    font = theme.interface_font(12, tabular=True)
    painter.setFont(font)
    painter.setPen(theme.tokens().muted)
    painter.drawText(room, RIGHT, count)
    width = QFontMetrics(font).horizontalAdvance(count)
    return room.adjusted(0, 0, -width - COUNT_GAP, 0)
