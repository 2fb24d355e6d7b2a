"""The small square in a tag's color."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from ui import theme

SIDE = 10


def paint_swatch(painter: QPainter, x: float, middle: float, color: int) -> None:
    """Paint a tag's square with its left edge at `x`, centered on `middle`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tag_color(color))
    painter.drawRoundedRect(QRectF(x, middle - SIDE / 2, SIDE, SIDE), 3, 3)
    painter.restore()


def swatch_icon(color: int) -> QIcon:
    """Return a tag's square as an icon of 16 px, for menus, trees and lists."""
    return _swatch_icon(theme.tag_color(color).rgb(), color)


@cache
def _swatch_icon(_rgb: int, color: int) -> QIcon:
    icon = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap(16 * ratio, 16 * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        paint_swatch(painter, 3, 8, color)
        painter.end()
        # Given for both, or Qt would dye the square of a selected row.
        icon.addPixmap(pixmap, QIcon.Mode.Normal)
        icon.addPixmap(pixmap, QIcon.Mode.Selected)
    return icon
