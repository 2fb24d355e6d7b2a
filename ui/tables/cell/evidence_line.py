"""The line of a cell about its evidence, laid out once for each width and kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen, QStaticText

from ui import theme
from ui.tables.states import STATE_BADGES
from ui.widgets.badge import badge_size, paint_badge
from workbench.model.cells import CellState

LINE = 18
BETWEEN = 4
_GAP = 8
_CHIP_PADDING = 6
_CHIP_GAP = 4
_NARROWEST_CHIP = 88
_WIDEST_CHIP = 140


@dataclass(frozen=True, slots=True)
class _Words:
    """Words in their place, in a frame of this width if they are a chip."""

    x: float
    y: float
    text: QStaticText
    font: QFont
    frame: float = 0


class EvidenceLine:
    """A state, what is known of the sources, and the documents' names.

    Words that do not fit beside the state get a line of their own.
    """

    def __init__(
        self, state: CellState, words: str, names: Sequence[str], width: int
    ) -> None:
        self._state = state
        self._width = width
        self.height = evidence_height(state, words, width)
        left = badge_size(STATE_BADGES[state][0]).width() + _GAP
        top = self.height - LINE
        is_beside = top == 0
        self._words = list(
            _laid_out(words, names, left if is_beside else 0, width, top)
        )

    def draw(self, painter: QPainter, x: int, y: int) -> None:
        """Paint it with its left upper corner at a point."""
        word, kind = STATE_BADGES[self._state]
        size = badge_size(word)
        width = min(size.width(), self._width)
        paint_badge(painter, QRect(x, y, width, size.height()), word, kind)
        frame = QPen(theme.border_color(), 1)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for it in self._words:
            if it.frame:
                painter.setPen(frame)
                place = QRectF(x + it.x - _CHIP_PADDING, y + it.y - 1.5, it.frame, 16)
                painter.drawRoundedRect(place, 8, 8)
            painter.setPen(theme.tokens().muted)
            painter.setFont(it.font)
            painter.drawStaticText(QPointF(x + it.x, y + it.y), it.text)


@lru_cache(maxsize=2048)
def evidence_line(
    state: CellState, words: str, names: tuple[str, ...], width: int
) -> EvidenceLine:
    """Return the line, laid out unless it was lately."""
    return EvidenceLine(state, words, names, width)


@lru_cache(maxsize=2048)
def evidence_height(state: CellState, words: str, width: int) -> int:
    """Return how high the line is, without laying it out."""
    left = badge_size(STATE_BADGES[state][0]).width() + _GAP
    is_beside = left + _metrics(12).horizontalAdvance(words) <= width
    return LINE if is_beside else 2 * LINE + BETWEEN


@cache
def small_font(size: int) -> QFont:
    """Return the font of what is said of a cell, with figures of one width."""
    return theme.interface_font(size, tabular=True)


def elided(words: str, size: int, width: int) -> str:
    """Return as many words as there is room for."""
    return _metrics(size).elidedText(words, Qt.TextElideMode.ElideRight, width)


def _laid_out(
    words: str, names: Sequence[str], x: int, width: int, top: int
) -> Iterator[_Words]:
    """Yield the words, as many names as there is room for, and how many are left."""
    shown = elided(words, 12, max(width - x, 0))
    yield _placed(shown, x, top, 12)
    x += _metrics(12).horizontalAdvance(shown) + _GAP
    for number, name in enumerate(names):
        left = len(names) - number
        more = _metrics(11).horizontalAdvance(f"+{left}") + 8 if left > 1 else 0
        room = width - x - more - 2 * _CHIP_PADDING
        if room < _NARROWEST_CHIP:
            if number:
                yield _placed(f"+{left}", x, top, 11)
            return
        shown = elided(name, 11, min(room, _WIDEST_CHIP))
        frame = _metrics(11).horizontalAdvance(shown) + 2 * _CHIP_PADDING
        yield _placed(shown, x + _CHIP_PADDING, top, 11, frame)
        x += frame + _CHIP_GAP


def _placed(text: str, x: float, top: int, size: int, frame: float = 0) -> _Words:
    static = QStaticText(text)
    static.setTextFormat(Qt.TextFormat.PlainText)
    static.prepare(font=small_font(size))
    y = top + (LINE - 1 - _metrics(size).height()) / 2
    return _Words(x, y, static, small_font(size), frame)


@cache
def _metrics(size: int) -> QFontMetrics:
    return QFontMetrics(small_font(size))
