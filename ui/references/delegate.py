"""Paints a reference: its tick, its title, its document, and each change a line."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.references.model import LineRole, values_words
from ui.theme import interface_font, tokens
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.indexes import AnyIndex
from ui.widgets.row_text import paint_line, paint_name
from ui.widgets.rows import Role, paint_row_ground
from ui.widgets.ticks import TICK, paint_tick

MARGIN = 14
TICK_ROOM = 26
TOP = 7
LINE = 19
NAME_WIDTH = 84
CUT = Qt.TextElideMode.ElideRight


def tick_box(row: QRect) -> QRect:
    """Return where in a line its tick is."""
    return QRect(row.x() + MARGIN, row.y() + TOP + 2, TICK, TICK)


class LineDelegate(QStyledItemDelegate):
    """A line is as high as it has changes."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        lines = 1 + bool(index.data(Role.FACTS)) + len(index.data(LineRole.CHANGES))
        return QSize(120, 2 * TOP + lines * LINE)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        painter.save()
        paint_row_ground(painter, option)
        ticked = index.data(LineRole.IS_TICKED)
        if ticked is not None:
            paint_tick(painter, tick_box(option.rect), is_ticked=ticked)
        room = option.rect.adjusted(MARGIN + TICK_ROOM, TOP, -MARGIN, 0)
        line = QRect(room.x(), room.y(), room.width(), LINE)
        paint_name(painter, _paint_badges(painter, line, index), str(index.data()), CUT)
        painter.setPen(tokens().muted)
        line.translate(0, LINE)
        facts = str(index.data(Role.FACTS))
        if facts:
            paint_line(painter, line, facts, interface_font(12), CUT)
            line.translate(0, LINE)
        _paint_changes(painter, line, index, is_off=ticked is False)
        painter.restore()


def _paint_badges(painter: QPainter, line: QRect, index: AnyIndex) -> QRect:
    """Paint badges at the right, and return the room before them."""
    room = QRect(line)
    for text, kind in index.data(Role.BADGES):
        size = badge_size(text)
        right = room.right() - size.width()
        paint_badge(painter, QRect(right, line.y() + 1, *size.toTuple()), text, kind)
        room.setRight(right - 8)
    return room


def _paint_changes(
    painter: QPainter, line: QRect, index: AnyIndex, *, is_off: bool
) -> None:
    font = interface_font(12)
    for change in index.data(LineRole.CHANGES):
        painter.setPen(tokens().muted)
        name = QRect(line.x(), line.y(), NAME_WIDTH - 8, LINE)
        paint_line(painter, name, change.name, font, CUT)
        painter.setPen(tokens().muted if is_off else tokens().text)
        paint_line(
            painter, line.adjusted(NAME_WIDTH, 0, 0, 0), values_words(change), font, CUT
        )
        line.translate(0, LINE)
