"""Paints lines of facts: words as written, what they mean below, a badge at the end."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui import theme
from ui.facts.entries import AnyLine, Entry, Fold, Heading, Line, State, Title, Value
from ui.facts.model import LINE_ROLE, NOTHING_SAID, Column, FactsModel
from ui.facts.wording import (
    KIND_NAMES,
    STATE_TONES,
    fold_words,
    heading_fact,
    passed_by,
    understood,
    written,
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
ONE_LINE, TWO_LINES = 26, 44
MARGIN = 14
TOP = 5
TEXT_HEIGHT = 17
CHEVRON = 14


def height_of(line: AnyLine, *, is_narrow: bool) -> int:
    """Return the height of a line, without laying out any text."""
    if isinstance(line, Heading):
        return HEADING_HEIGHT
    if isinstance(line, Fold):
        return FOLD_HEIGHT
    if isinstance(line, Title):
        has_second = bool(line.entry.explained or line.entry.verdict_on(0))
    else:
        has_second = _has_second(line, is_narrow=is_narrow)
    return TWO_LINES if has_second else ONE_LINE


class FactsDelegate(QStyledItemDelegate):
    """Paints every column of a line."""

    def __init__(self, facts: FactsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._facts = facts

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        line: AnyLine | None = index.data(LINE_ROLE)
        painter.save()
        painter.setClipRect(option.rect)
        paint_row_ground(painter, option)
        inset = MARGIN if index.column() == Column.SUBJECT else MARGIN - 2
        room = option.rect.adjusted(inset, 0, -8, 0)
        if isinstance(line, Heading):
            _paint_heading(painter, room, line)
        elif isinstance(line, Fold):
            _paint_fold(painter, room, line)
        elif isinstance(line, Title):
            _paint_rule_above(painter, option.rect)
            _paint_title(painter, room, line.entry)
        elif line is not None:
            if not line.number and not self._facts.is_narrow:
                _paint_rule_above(painter, option.rect)
            _paint_cell(painter, room, line, index.column())
        painter.restore()


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
    badge = QRect(room.right() - size.width(), room.y() + TOP, *size.toTuple())
    paint_badge(painter, badge, words, tone)
    first = room.adjusted(0, 0, -size.width() - 12, 0)
    second = passed_by(verdict) if verdict else entry.explained
    _paint_two(painter, first, entry, entry.row.subject, "")
    _paint_two(painter, room, entry, "", second)


def _badge_of(entry: Entry, verdict: Link | None) -> tuple[str, BadgeKind]:
    """Return the word and the tone of a verdict or, without one, of the state."""
    if verdict is None:
        return entry.state.value, STATE_TONES[entry.state]
    return verdict_words(verdict.kind), tone_of(verdict.kind)


def _paint_cell(painter: QPainter, room: QRect, line: Line, column: int) -> None:
    if column == Column.STATE:
        _paint_state(painter, room, line)
    elif column != Column.SUBJECT:
        _paint_value(painter, room, line, line.a if column == Column.A else line.b)
    elif not line.number:
        entry = line.entry
        _paint_two(painter, room, entry, entry.row.subject, entry.explained)


def _paint_value(
    painter: QPainter, room: QRect, line: Line, value: Value | None
) -> None:
    if value is not None:
        meaning = understood(value.fact)
        _paint_two(painter, room, line.entry, written(value), meaning)
    elif not line.number:
        painter.setPen(theme.tokens().muted)
        font = theme.interface_font(12)
        paint_line(painter, _first(room), NOTHING_SAID, font, _CUT)


def _paint_state(painter: QPainter, room: QRect, line: Line) -> None:
    verdict = line.entry.verdict_on(line.number)
    if verdict is None and line.number:
        return
    words, tone = _badge_of(line.entry, verdict)
    size = badge_size(words)
    badge = QRect(room.x(), room.y() + TOP, *size.toTuple())
    paint_badge(painter, badge, words, tone)
    if verdict is not None:
        painter.setPen(theme.tokens().muted)
        below = _second(room)
        paint_line(painter, below, passed_by(verdict), theme.interface_font(12), _CUT)


def _paint_two(
    painter: QPainter, room: QRect, entry: Entry, first: str, second: str
) -> None:
    """Paint words, and muted ones below; what is settled steps back as a whole."""
    colors = theme.tokens()
    is_settled = entry.state in {State.DECIDED, State.SAME}
    painter.setPen(colors.muted if is_settled else colors.text)
    # The end stays: that is where a name stands behind an office.
    middle = Qt.TextElideMode.ElideMiddle
    paint_line(painter, _first(room), first, theme.interface_font(), middle)
    painter.setPen(colors.muted)
    paint_line(painter, _second(room), second, theme.interface_font(12), _CUT)


def _first(room: QRect) -> QRect:
    return QRect(room.x(), room.y() + TOP, room.width(), TEXT_HEIGHT)


def _second(room: QRect) -> QRect:
    return _first(room).translated(0, TEXT_HEIGHT + 1)


def _has_second(line: Line, *, is_narrow: bool) -> bool:
    if any(value and understood(value.fact) for value in (line.a, line.b)):
        return True
    if is_narrow:
        return False
    is_explained = not line.number and bool(line.entry.explained)
    return is_explained or line.entry.verdict_on(line.number) is not None


_CUT = Qt.TextElideMode.ElideRight
