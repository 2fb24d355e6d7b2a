"""Paints what stands around the text of a cell: its ground, marks and evidence."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from ui import theme
from ui.resources import icon
from ui.tables.cell_marks import SoftMark
from ui.tables.states import STATE_BADGES
from ui.widgets.badge import badge_size, paint_badge
from workbench.model.cells import CellState

LINE = 18
BETWEEN_LINES = 4
NOTE_MARK = 14
_NOTE_EDGE = 6
_GAP = 8
_CHIP_PADDING = 6
_NARROWEST_CHIP = 36
_WIDEST_CHIP = 140
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def paint_ground(painter: QPainter, option: QStyleOptionViewItem) -> None:
    """Paint what says that a cell is selected, pointed at, or has the focus."""
    colors = theme.tokens()
    state = option.state
    if state & QStyle.StateFlag.State_Selected:
        painter.fillRect(option.rect, colors.accent_soft)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.fillRect(option.rect, theme.hover_color())
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(colors.accent, 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(option.rect).adjusted(1, 1, -1, -1))


def paint_note_mark(painter: QPainter, cell: QRect) -> None:
    """Paint it in the lower right corner, where neither text nor state begins."""
    left = cell.right() - NOTE_MARK - _NOTE_EDGE
    top = cell.bottom() - NOTE_MARK - _NOTE_EDGE
    icon("sticky-note").paint(painter, QRect(left, top, NOTE_MARK, NOTE_MARK))


def paint_marks(painter: QPainter, room: QRect, marks: Sequence[str]) -> None:
    """Paint soft marks in one line: what asks for a decision in color, others muted."""
    font = _font(12)
    x = room.x()
    for number, mark in enumerate(marks):
        words = f" · {mark}" if number else mark
        x += _paint_words(painter, QRect(x, room.y(), room.right() - x, LINE), words,
                          font, _color_of(mark))  # fmt: skip


def evidence_height(state: CellState, words: str, width: int) -> int:
    """Return the height it needs: words that do not fit get a line of their own."""
    return LINE if _fits(state, words, width) else 2 * LINE + BETWEEN_LINES


def paint_evidence(
    painter: QPainter, room: QRect, state: CellState, words: str, names: Sequence[str]
) -> None:
    """Paint the state, what is known of the sources, and the documents' names."""
    word, kind = STATE_BADGES[state]
    size = badge_size(word)
    badge = QRect(room.x(), room.y(), min(size.width(), room.width()), size.height())
    paint_badge(painter, badge, word, kind)
    left = room.adjusted(size.width() + _GAP, 0, 0, 0)
    if not _fits(state, words, room.width()):
        left = room.adjusted(0, LINE + BETWEEN_LINES, 0, 0)
    left.setHeight(LINE)
    used = _paint_words(painter, left, words, _font(12), theme.tokens().muted)
    _paint_chips(painter, left.adjusted(used + _GAP, 0, 0, -1), names)


def _fits(state: CellState, words: str, width: int) -> bool:
    badge = badge_size(STATE_BADGES[state][0]).width()
    return badge + _GAP + _metrics(_font(12)).horizontalAdvance(words) <= width


def _paint_words(
    painter: QPainter, room: QRect, words: str, font: QFont, color: QColor
) -> int:
    """Paint as many words as there is room for, and return how wide they are."""
    metrics = _metrics(font)
    if room.width() < metrics.averageCharWidth() * 3:
        return 0
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.setFont(font)
    painter.setPen(color)
    painter.drawText(room, _LEFT, shown)
    return metrics.horizontalAdvance(shown)


def _paint_chips(painter: QPainter, room: QRect, names: Sequence[str]) -> None:
    """Paint as many document names as there is room for, then how many are left."""
    font = _font(11)
    metrics = _metrics(font)
    painter.setFont(font)
    x = room.x()
    for number, name in enumerate(names):
        left = len(names) - number
        more = metrics.horizontalAdvance(f"+{left}") + 8 if left > 1 else 0
        width = room.right() - x - more - 2 * _CHIP_PADDING
        if width < _NARROWEST_CHIP:
            if number:
                painter.setPen(theme.tokens().muted)
                painter.drawText(
                    QRect(x, room.y(), 40, room.height()), _LEFT, f"+{left}"
                )
            return
        shown = metrics.elidedText(
            name, Qt.TextElideMode.ElideRight, min(width, _WIDEST_CHIP)
        )
        width = metrics.horizontalAdvance(shown) + 2 * _CHIP_PADDING
        _paint_chip(painter, QRectF(x, room.y(), width, room.height()), shown)
        x += width + 4


def _paint_chip(painter: QPainter, place: QRectF, name: str) -> None:
    painter.setPen(QPen(theme.border_color(), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    painter.setPen(theme.tokens().muted)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)


def _color_of(mark: str) -> QColor:
    colors = theme.tokens()
    return colors.muted if mark == SoftMark.CONTEXT_CHANGED else colors.warn


@cache
def _font(size: int) -> QFont:
    return theme.interface_font(size, tabular=True)


def _metrics(font: QFont) -> QFontMetrics:
    return QFontMetrics(font)
