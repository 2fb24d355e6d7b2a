"""Badges: a state in one word, on a soft ground of its own color."""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QStaticText,
)
from PySide6.QtWidgets import QSizePolicy, QWidget
from typing_extensions import override

from ui import theme

HEIGHT = 17
PADDING = 6
FONT_SIZE = 11


class BadgeKind(StrEnum):
    """What a badge's color says; its word says it too."""

    OK = "ok"
    WARN = "warn"
    BAD = "bad"
    PLAIN = "plain"


def badge_size(text: str) -> QSize:
    """Return the room that `paint_badge` needs for `text`."""
    return QSize(_width(text), HEIGHT)


@lru_cache(maxsize=256)
def _width(text: str) -> int:
    return QFontMetrics(_font()).horizontalAdvance(text) + 2 * PADDING


@lru_cache(maxsize=256)
def _drawn(text: str) -> QStaticText:
    # Laid out once: a table paints a badge in each cell of each frame.
    drawn = QStaticText(text)
    drawn.setTextFormat(Qt.TextFormat.PlainText)
    drawn.prepare(font=_font())
    return drawn


@cache
def _font() -> QFont:
    return theme.interface_font(FONT_SIZE, semibold=True)


def badge_colors(kind: str) -> tuple[QColor, QColor]:
    """Return the text and ground colors of a kind."""
    colors = theme.tokens()
    match BadgeKind(kind):
        case BadgeKind.OK:
            return colors.ok, colors.ok_soft
        case BadgeKind.WARN:
            return colors.warn, colors.warn_soft
        case BadgeKind.BAD:
            return colors.bad, colors.bad_soft
        case BadgeKind.PLAIN:
            return colors.muted, theme.mixed(colors.surface, colors.text, 0.08)


def paint_badge(painter: QPainter, rect: QRect, text: str, kind: str) -> None:
    """Paint a badge into `rect`; ask `badge_size` how large that should be."""
    ink, ground = badge_colors(kind)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ground)
    painter.drawRoundedRect(QRectF(rect), 4, 4)
    painter.setPen(ink)
    painter.setFont(_font())
    drawn = _drawn(text)
    room = QRectF(QPointF(), drawn.size())
    room.moveCenter(QRectF(rect).center())
    if room.width() > rect.width():
        painter.setClipRect(rect, Qt.ClipOperation.IntersectClip)
    painter.drawStaticText(QPointF(room.x(), ceil(room.y())), drawn)
    painter.restore()


class Badge(QWidget):
    """A badge as a widget of its own."""

    def __init__(
        self, text: str, kind: str = BadgeKind.PLAIN, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set_state(text, kind)

    @property
    def text(self) -> str:
        """Return the word that is shown."""
        return self._text

    def set_state(self, text: str, kind: str) -> None:
        """Show another word and color."""
        self._text = text
        self._kind = BadgeKind(kind)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return badge_size(self._text)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        paint_badge(QPainter(self), self.rect(), self._text, self._kind)
