"""Paints entries: a badge at the left, lines with marked words, muted facts below."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui import theme
from ui.tables.strip.entries import Entry, Line
from ui.tables.strip.marked_line import MarkedLine, line_font
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.indexes import AnyIndex
from ui.widgets.row_text import paint_line
from ui.widgets.rows import paint_row_ground

MARGIN = 14
TOP = 8
HEAD_WIDTH = 97
FACTS_HEIGHT = 18
ENTRY_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_MOST_KEPT = 256


class EntryDelegate(QStyledItemDelegate):
    """Lays out what it paints once for a width and a look."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._laid_out: dict[tuple[Line, int, str], MarkedLine] = {}

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        view = self.parent()
        width = view.viewport().width() if isinstance(view, QListView) else 400
        entry: Entry = index.data(ENTRY_ROLE)
        heights = [self._line(it, entry, width).height for it in entry.lines]
        return QSize(120, int(sum(heights)) + FACTS_HEIGHT + 2 * TOP)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        entry: Entry = index.data(ENTRY_ROLE)
        painter.save()
        painter.setClipRect(option.rect)
        paint_row_ground(painter, option)
        rect: QRect = option.rect
        _paint_head(painter, rect, entry)
        left = rect.x() + MARGIN + HEAD_WIDTH
        top = float(rect.y() + TOP)
        for line in entry.lines:
            laid_out = self._line(line, entry, rect.width())
            if line.label:
                _paint_label(
                    painter,
                    QRectF(left, top, entry.label_width, _line_height(line)),
                    line.label,
                )
            painter.setPen(theme.tokens().text)
            laid_out.draw(painter, left + _indent(entry), top)
            top += laid_out.height
        facts = QRect(left, int(top), rect.right() - MARGIN - left, FACTS_HEIGHT)
        _paint_facts(painter, facts, entry)
        painter.restore()

    def _line(self, line: Line, entry: Entry, width: int) -> MarkedLine:
        room = max(width - 2 * MARGIN - HEAD_WIDTH - _indent(entry), 1)
        key = (line, room, theme.tokens().text.name())
        if key not in self._laid_out:
            if len(self._laid_out) >= _MOST_KEPT:
                self._laid_out.clear()
            self._laid_out[key] = MarkedLine(line, room)
        return self._laid_out[key]


def _line_height(line: Line) -> int:
    return QFontMetrics(line_font(line)).height()


def _indent(entry: Entry) -> int:
    """Return the room for labels: all lines of an entry begin below each other."""
    return entry.label_width if any(it.label for it in entry.lines) else 0


def _paint_head(painter: QPainter, rect: QRect, entry: Entry) -> None:
    if entry.kind is not None:
        size = badge_size(entry.head)
        place = QRect(rect.x() + MARGIN, rect.y() + TOP + 3, *size.toTuple())
        paint_badge(painter, place, entry.head, entry.kind)
        return
    painter.setPen(theme.tokens().muted)
    room = QRect(rect.x() + MARGIN, rect.y() + TOP, HEAD_WIDTH - 8, 20)
    font = theme.interface_font(12, tabular=True)
    paint_line(painter, room, entry.head, font, Qt.TextElideMode.ElideRight)


def _paint_label(painter: QPainter, rect: QRectF, label: str) -> None:
    painter.setFont(theme.interface_font(12))
    painter.setPen(theme.tokens().muted)
    middle_left = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(rect, middle_left, label)


def _paint_facts(painter: QPainter, rect: QRect, entry: Entry) -> None:
    for word, kind in entry.badges:
        size = badge_size(word)
        paint_badge(painter, QRect(rect.topLeft(), size), word, kind)
        rect.setLeft(rect.left() + size.width() + 6)
    painter.setPen(theme.tokens().muted)
    font = theme.interface_font(12, tabular=True)
    facts = f" · {entry.facts}" if entry.title and entry.facts else entry.facts
    room = QRect(rect)
    room.setWidth(max(rect.width() - QFontMetrics(font).horizontalAdvance(facts), 60))
    end = paint_line(painter, room, entry.title, font, Qt.TextElideMode.ElideMiddle)
    rect.setLeft(end)
    paint_line(painter, rect, facts, font, Qt.TextElideMode.ElideRight)
