"""Paints one file of an import report: its fate, its name, and one sentence."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.resources import icon
from ui.theme import interface_font, tokens
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.indexes import AnyIndex
from ui.widgets.rows import Role, paint_row_ground

MARGIN = 14
SIGN_ROOM = 26
LOW = 48
TALL = 64
SIGNS = {
    "ok": ("circle-check", "ok"),
    "warn": ("triangle-alert", "warn"),
    "bad": ("circle-x", "bad"),
}


class OutcomeDelegate(QStyledItemDelegate):
    """Draws a status sign before the name and the sentence, the word at the right.

    The sentence breaks into a second line where it does not fit.
    """

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 400
        room = width - 2 * MARGIN - SIGN_ROOM
        metrics = QFontMetrics(interface_font(12))
        wraps = metrics.horizontalAdvance(str(index.data(Role.FACTS))) > room
        return QSize(120, TALL if wraps else LOW)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        painter.save()
        paint_row_ground(painter, option)
        word, kind = index.data(Role.BADGES)[0]
        room: QRect = option.rect.adjusted(MARGIN, 8, -MARGIN, -6)
        name, color = SIGNS["warn" if len(index.data(Role.BADGES)) > 1 else kind]
        icon(name, color).paint(painter, QRect(room.x(), room.y() + 1, 16, 16))
        size = badge_size(word)
        badge = QRect(room.right() - size.width(), room.y(), *size.toTuple())
        paint_badge(painter, badge, word, kind)
        room.setLeft(room.left() + SIGN_ROOM)
        _paint_words(painter, room, index, badge.left() - room.left() - 8)
        painter.restore()


def _paint_words(painter: QPainter, room: QRect, index: AnyIndex, width: int) -> None:
    painter.setFont(interface_font())
    painter.setPen(tokens().text)
    name = painter.fontMetrics().elidedText(
        str(index.data(Role.TITLE)), Qt.TextElideMode.ElideMiddle, width
    )
    painter.drawText(room, Qt.AlignmentFlag.AlignTop, name)
    painter.setFont(interface_font(12))
    painter.setPen(tokens().muted)
    below = room.adjusted(0, 18, 0, 0)
    top_left = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
    flags = int(top_left) | int(Qt.TextFlag.TextWordWrap)
    painter.drawText(below, flags, str(index.data(Role.FACTS)))
