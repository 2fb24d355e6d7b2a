"""Paints a row of an import report: its fate, its name, and each sentence on a line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.exchange.report_roles import ReportRole
from ui.resources import icon
from ui.theme import interface_font, tokens
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.indexes import AnyIndex
from ui.widgets.plain import breakable
from ui.widgets.row_text import paint_line, paint_name
from ui.widgets.rows import Role, paint_row_ground

MARGIN = 14
SIGN = 16
SIGN_ROOM = 26
TOP = 7
NAME = 19
BOTTOM = 7
BETWEEN = 3
COPY = 26
WIDEST_LETTER = 12
"""How wide a letter is at most, in pixels: shorter sentences need no measuring."""
SIGNS = {
    "ok": ("circle-check", "ok"),
    "warn": ("triangle-alert", "warn"),
    "bad": ("circle-x", "bad"),
}
_WRAPPED = (
    Qt.AlignmentFlag.AlignTop.value
    | Qt.AlignmentFlag.AlignLeft.value
    | Qt.TextFlag.TextWordWrap.value
)


class OutcomeDelegate(QStyledItemDelegate):
    """Draws a status sign before the name and the sentences, the word at the right.

    A near-copy is a line of its own beneath its file.
    """

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        if index.data(ReportRole.IS_COPY):
            return QSize(120, COPY)
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 400
        room = width - 2 * MARGIN - SIGN_ROOM
        heights = _heights(index.data(ReportRole.SENTENCES), room)
        between = BETWEEN * (len(heights) - 1)
        return QSize(120, TOP + NAME + sum(heights) + between + BOTTOM)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        painter.save()
        paint_row_ground(painter, option)
        room: QRect = option.rect.adjusted(MARGIN, TOP, -MARGIN, 0)
        if index.data(ReportRole.IS_COPY):
            _paint_copy(painter, option.rect, index)
        else:
            _paint_file(painter, room, index)
        painter.restore()


def _paint_copy(painter: QPainter, row: QRect, index: AnyIndex) -> None:
    room = row.adjusted(MARGIN + SIGN_ROOM, 0, -MARGIN, 0)
    sign = QRect(room.x(), room.center().y() - 7, 14, 14)
    icon("corner-down-right").paint(painter, sign)
    painter.setPen(tokens().accent)
    words = room.adjusted(20, 0, 0, 0)
    cut = Qt.TextElideMode.ElideMiddle
    paint_line(painter, words, str(index.data()), _small(), cut)


def _paint_file(painter: QPainter, room: QRect, index: AnyIndex) -> None:
    badges = index.data(Role.BADGES)
    word, kind = badges[0]
    name, color = SIGNS["warn" if len(badges) > 1 else kind]
    icon(name, color).paint(painter, QRect(room.x(), room.y() + 1, SIGN, SIGN))
    size = badge_size(word)
    badge = QRect(room.right() - size.width(), room.y(), *size.toTuple())
    paint_badge(painter, badge, word, kind)
    room.setLeft(room.left() + SIGN_ROOM)
    line = QRect(room.x(), room.y(), badge.left() - room.left() - 8, NAME)
    paint_name(painter, line, str(index.data()), Qt.TextElideMode.ElideMiddle)
    painter.setFont(_small())
    painter.setPen(tokens().muted)
    top = room.y() + NAME
    said = index.data(ReportRole.SENTENCES)
    for words, height in zip(said, _heights(said, room.width()), strict=True):
        place = QRect(room.x(), top, room.width(), height)
        painter.drawText(place, _WRAPPED, breakable(words))
        top += height + BETWEEN


def _heights(sentences: list[str], width: int) -> list[int]:
    metrics = QFontMetrics(_small())
    line, room = metrics.height(), QRect(0, 0, max(width, 40), 10_000)
    return [
        line
        if len(it) * WIDEST_LETTER < width
        else metrics.boundingRect(room, _WRAPPED, breakable(it)).height()
        for it in sentences
    ]


def _small() -> QFont:
    return interface_font(12)
