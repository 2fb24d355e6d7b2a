"""Paints lines of facts: words as written, what they mean below, a badge at the end."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui import theme
from ui.facts.cell_text import INSET, RIGHT_INSET, broken, rows_of_text, said_in
from ui.facts.entries import Entry, State
from ui.facts.lines import AnyLine, Fold, Heading, Line, Title
from ui.facts.model import LINE_ROLE, Column
from ui.facts.wording import (
    KIND_NAMES,
    STATE_TONES,
    fold_words,
    heading_fact,
    passed_by,
)
from ui.resources import icon
from ui.widgets.badge import BadgeKind, badge_size, paint_badge
from ui.widgets.indexes import AnyIndex
from ui.widgets.link_words import tone_of, verdict_words
from ui.widgets.row_text import paint_line
from ui.widgets.rows import paint_row_ground
from workbench.model.links import Link

HEADING_HEIGHT = 30
FOLD_HEIGHT = 26
TOP, ROW = 5, 18
ONE_ROW = 26
CHEVRON = 14


def height_of(line: AnyLine, widths: Mapping[Column, int]) -> int:
    """Return the height of a line in a table with columns of these widths."""
    if isinstance(line, Heading):
        return HEADING_HEIGHT
    if isinstance(line, Fold):
        return FOLD_HEIGHT
    if isinstance(line, Title):
        has_second = line.entry.explained or line.entry.verdict_on(0)
        return _height(2 if has_second else 1)
    return _height(rows_of_text(line, widths))


class FactsDelegate(QStyledItemDelegate):
    """Paints every column of a line."""

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        line: AnyLine | None = index.data(LINE_ROLE)
        painter.save()
        painter.setClipRect(option.rect)
        paint_row_ground(painter, option)
        room = option.rect.adjusted(INSET, 0, -RIGHT_INSET, 0)
        if isinstance(line, Heading):
            _paint_heading(painter, room, line)
        elif isinstance(line, Fold):
            _paint_fold(painter, room, line)
        elif isinstance(line, Title):
            _paint_rule_above(painter, option.rect)
            _paint_title(painter, room, line.entry)
        elif line is not None:
            if not line.number and not _has_title(index):
                _paint_rule_above(painter, option.rect)
            _paint_cell(painter, room, line, Column(index.column()))
        painter.restore()


def _has_title(index: AnyIndex) -> bool:
    above = index.sibling(index.row() - 1, index.column())
    return isinstance(above.data(LINE_ROLE), Title)


def _paint_heading(painter: QPainter, room: QRect, heading: Heading) -> None:
    room = room.adjusted(0, 4, 0, 0)
    painter.setPen(theme.tokens().text)
    name, font = KIND_NAMES[heading.kind], theme.interface_font(12, semibold=True)
    end = paint_line(painter, room, name, font, _CUT)
    painter.setPen(theme.tokens().muted)
    rest = QRect(end + 8, room.y(), room.right() - end - 8, room.height())
    font = theme.interface_font(12, tabular=True)
    paint_line(painter, rest, heading_fact(heading), font, _CUT)


def _paint_fold(painter: QPainter, room: QRect, fold: Fold) -> None:
    chevron = icon("chevron-down" if fold.is_open else "chevron-right")
    top = room.center().y() - CHEVRON // 2 + 1
    chevron.paint(painter, QRect(room.x() - 2, top, CHEVRON, CHEVRON))
    painter.setPen(theme.tokens().muted)
    words = room.adjusted(CHEVRON + 2, 0, 0, 0)
    paint_line(painter, words, fold_words(fold), theme.interface_font(12), _CUT)


def _paint_rule_above(painter: QPainter, row: QRect) -> None:
    """Set a row of facts apart from the one above."""
    painter.fillRect(row.x(), row.y(), row.width(), 1, theme.tokens().line)


def _paint_title(painter: QPainter, room: QRect, entry: Entry) -> None:
    verdict = entry.verdict_on(0)
    words, tone = _badge_of(entry, verdict)
    size = badge_size(words)
    badge = QRect(QPoint(room.right() - size.width(), room.y() + TOP), size)
    paint_badge(painter, badge, words, tone)
    painter.setPen(_ink(entry))
    first = _row(room, 0).adjusted(0, 0, -size.width() - 12, 0)
    paint_line(painter, first, entry.row.subject, theme.interface_font(), _CUT)
    second = passed_by(verdict) if verdict else entry.explained
    _paint_muted(painter, _row(room, 1), second)


def _badge_of(entry: Entry, verdict: Link | None) -> tuple[str, BadgeKind]:
    """Return the word and the tone of a verdict or, without one, of the state."""
    if verdict is None:
        return entry.state.value, STATE_TONES[entry.state]
    return verdict_words(verdict.kind), tone_of(verdict.kind)


def _paint_cell(painter: QPainter, room: QRect, line: Line, column: Column) -> None:
    row = 0
    words, below = said_in(line, column)
    if column is Column.STATE:
        row = _paint_state(painter, room, line)
    elif words:
        row = _paint_words(painter, room, words, _ink(line.entry))
    _paint_muted(painter, _row(room, row), below)


def _paint_words(painter: QPainter, room: QRect, words: str, ink: QColor) -> int:
    """Paint words on one row or two, and return how many rows that took."""
    painter.setPen(ink)
    font = theme.interface_font()
    first, rest = broken(words, room.width())
    paint_line(painter, _row(room, 0), first, font, Qt.TextElideMode.ElideMiddle)
    # The end stays: that is where a name stands behind an office.
    paint_line(painter, _row(room, 1), rest, font, Qt.TextElideMode.ElideMiddle)
    return 2 if rest else 1


def _paint_state(painter: QPainter, room: QRect, line: Line) -> int:
    """Paint the badge, if the line has one, and return how many rows that took."""
    verdict = line.entry.verdict_on(line.number)
    if verdict is None and line.number:
        return 0
    words, tone = _badge_of(line.entry, verdict)
    badge = QRect(_row(room, 0).topLeft(), badge_size(words))
    paint_badge(painter, badge, words, tone)
    return 1


def _paint_muted(painter: QPainter, room: QRect, words: str) -> None:
    painter.setPen(theme.tokens().muted)
    paint_line(painter, room, words, theme.interface_font(12), _CUT)


def _ink(entry: Entry) -> QColor:
    """Return the color of words: what is settled steps back."""
    is_settled = entry.state in {State.DECIDED, State.SAME}
    return theme.tokens().muted if is_settled else theme.tokens().text


def _row(room: QRect, number: int) -> QRect:
    """Return where a row of text stands in a cell."""
    top = room.y() + TOP + number * ROW
    return QRect(room.x(), top, room.width(), ROW - 1)


def _height(rows: int) -> int:
    return 2 * TOP - 2 + rows * ROW


_CUT = Qt.TextElideMode.ElideRight
