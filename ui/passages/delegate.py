"""Paints a passage: context muted, the quote in ink, then its tags and facts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui import theme
from ui.passages.model import GROUP_ROLE, LINE_ROLE, TAGS_ROLE, source_of
from ui.resources import icon
from ui.widgets.indexes import AnyIndex
from ui.widgets.moments import readable_moment
from ui.widgets.row_text import LEFT, RIGHT, paint_line
from ui.widgets.rows import paint_row_ground
from ui.widgets.swatch import SIDE, paint_swatch
from workbench.model.outlines import TagLook
from workbench.model.passage_filters import PassageGroup, PassageLine

MARGIN = 14
GAP = 12
LINE = 28
TWO_LINES = 46
WIDE = 820
"""From here on a passage takes one line."""
BEFORE_SHARE = 0.22
TAGS_SHARE, TITLE_SHARE = 0.15, 0.16
ANALYST, DATE, ICON = 76, 84, 14
LEAST_AFTER = 24
RIGHT_END, LEFT_END = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideLeft


def row_height(width: int) -> int:
    """Return how tall rows are in a list of this width."""
    return LINE if width >= WIDE else TWO_LINES


class PassageDelegate(QStyledItemDelegate):
    """Paints rows on one line or on two, as there is room."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(200, row_height(option.rect.width()))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        painter.save()
        paint_row_ground(painter, option)
        room = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
        group, line = index.data(GROUP_ROLE), index.data(LINE_ROLE)
        if isinstance(group, PassageGroup):
            _paint_group(painter, room, group)
        elif isinstance(line, PassageLine):
            tags = index.data(TAGS_ROLE)
            paint = _paint_wide if option.rect.width() >= WIDE else _paint_narrow
            paint(painter, room, line, tags)
        painter.restore()


def _paint_group(painter: QPainter, room: QRect, group: PassageGroup) -> None:
    if group.color is not None:
        paint_swatch(painter, room.x(), room.center().y() + 0.5, group.color)
        room = room.adjusted(SIDE + 8, 0, 0, 0)
    painter.setPen(theme.tokens().text)
    font = theme.interface_font(12, semibold=True)
    name = room.adjusted(0, 0, -60, 0)
    end = paint_line(painter, name, group.name, font, RIGHT_END)
    count = QRect(end + 10, room.y(), 50, room.height())
    painter.setFont(theme.interface_font(12, tabular=True))
    painter.setPen(theme.tokens().muted)
    painter.drawText(count, LEFT, f"{len(group.ids):,}")


def _paint_wide(
    painter: QPainter, room: QRect, line: PassageLine, tags: Sequence[TagLook]
) -> None:
    whole = room.width()
    room = _paint_facts(painter, room, line)
    title = _cut_right(room, int(whole * TITLE_SHARE))
    room = room.adjusted(0, 0, -title.width() - GAP, 0)
    own = _cut_right(room, int(whole * TAGS_SHARE))
    room = room.adjusted(0, 0, -own.width() - GAP, 0)
    _paint_muted(painter, title, source_of(line))
    _paint_tags(painter, own, tags)
    _paint_text(painter, room, line)


def _paint_narrow(
    painter: QPainter, room: QRect, line: PassageLine, tags: Sequence[TagLook]
) -> None:
    middle = room.y() + room.height() // 2
    _paint_text(painter, QRect(room.x(), middle - 20, room.width(), 20), line)
    below = QRect(room.x(), middle, room.width(), 19)
    facts = _paint_facts(painter, below, line)
    own = QRect(facts)
    own.setWidth(facts.width() * 2 // 5)
    end = _paint_tags(painter, own, tags)
    _paint_muted(painter, facts.adjusted(end - facts.x(), 0, 0, 0), source_of(line))


def _paint_facts(painter: QPainter, room: QRect, line: PassageLine) -> QRect:
    """Paint date, analyst and signs at the right end; returns the room left."""
    font = theme.interface_font(12, tabular=True)
    painter.setFont(font)
    painter.setPen(theme.tokens().muted)
    painter.drawText(room, RIGHT, readable_moment(line.created_at))
    analyst = _cut_right(room.adjusted(0, 0, -DATE - GAP // 2, 0), ANALYST)
    _paint_muted(painter, analyst, line.analyst)
    x = analyst.x() - ICON - 8
    top = room.center().y() - ICON // 2 + 1
    if line.note:
        icon("sticky-note").paint(painter, QRect(x, top, ICON, ICON))
    if line.needs_review:
        sign = QRect(x - ICON - 4, top, ICON, ICON)
        icon("triangle-alert", "warn").paint(painter, sign)
    return room.adjusted(0, 0, x - ICON - 4 - GAP - room.right(), 0)


def _paint_text(painter: QPainter, room: QRect, line: PassageLine) -> None:
    """Paint the quotes below each other, whatever stands before them."""
    font = theme.interface_font()
    metrics = QFontMetrics(font)
    before = QRect(room)
    before.setWidth(int(room.width() * BEFORE_SHARE))
    painter.setFont(font)
    painter.setPen(theme.tokens().muted)
    gap = metrics.horizontalAdvance(" ") if line.before[-1:].isspace() else 0
    before.adjust(0, 0, -gap, 0)
    shown = metrics.elidedText(_joined(line.before), LEFT_END, before.width())
    painter.drawText(before, RIGHT, shown)
    rest = room.adjusted(before.width() + gap, 0, 0, 0)
    painter.setPen(theme.tokens().text)
    end = paint_line(painter, rest, _joined(line.quote), font, RIGHT_END)
    gap = metrics.horizontalAdvance(" ") if line.after[:1].isspace() else 0
    rest.setLeft(end + gap)
    if rest.width() > LEAST_AFTER:
        painter.setPen(theme.tokens().muted)
        paint_line(painter, rest, _joined(line.after), font, RIGHT_END)


def _paint_tags(painter: QPainter, room: QRect, tags: Sequence[TagLook]) -> int:
    """Paint as many tags as fit and how many there are besides; returns the end."""
    font = theme.interface_font(12)
    x = room.x()
    for number, tag in enumerate(tags):
        left = len(tags) - number
        more = f"+{left}"
        reserve = QFontMetrics(font).horizontalAdvance(more) + 6 if left > 1 else 0
        free = room.right() - x - reserve
        if number and free < SIDE + 40:
            painter.setPen(theme.tokens().muted)
            rest = QRect(x, room.y(), max(room.right() - x, 0), room.height())
            return paint_line(painter, rest, more, font, RIGHT_END) + GAP
        paint_swatch(painter, x, room.center().y() + 0.5, tag.color)
        name = QRect(x + SIDE + 5, room.y(), free - SIDE - 5, room.height())
        painter.setPen(theme.tokens().text)
        x = paint_line(painter, name, tag.name, font, RIGHT_END) + 10
    return x


def _paint_muted(painter: QPainter, room: QRect, text: str) -> None:
    painter.setPen(theme.tokens().muted)
    font = theme.interface_font(12)
    paint_line(painter, room, _joined(text), font, RIGHT_END)


def _cut_right(room: QRect, width: int) -> QRect:
    return QRect(room.right() - width + 1, room.y(), width, room.height())


def _joined(text: str) -> str:
    return " ".join(text.split())
