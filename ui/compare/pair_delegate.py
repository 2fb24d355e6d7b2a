"""Paints a pair: its kind at the left, what both texts say beside each other."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QPainter,
)
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget
from typing_extensions import override

from ui import theme
from ui.compare.excerpts import Excerpt, excerpt
from ui.compare.kinds import look_of
from ui.compare.pair_model import TIE, PairModel
from ui.compare.quote_layout import laid_out, letter, pitch
from ui.compare.ties import Tie
from ui.compare.words import link_words, name_of, score_words
from ui.resources import icon
from ui.widgets.badge import HEIGHT as BADGE_HEIGHT
from ui.widgets.badge import badge_size, paint_badge
from ui.widgets.indexes import AnyIndex
from ui.widgets.row_text import paint_line
from ui.widgets.rows import paint_row_ground

SIDE_BY_SIDE = 620
_MARGIN, _GAP, _ABOVE = 14, 20, 9
_KIND_WIDTH = 150
_MOST_BESIDE, _MOST_BELOW = 2, 3
_TITLE = 18
_HEAD = 24
_BETWEEN = 6
_NONE_HERE = "Only in the other text"


class PairDelegate(QStyledItemDelegate):
    """Rows as high as their quotes need; narrow ones have one quote below the other."""

    def __init__(self, model: PairModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._view = parent

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        tie: Tie = index.data(TIE)
        width = self._view.width() - 16
        return QSize(120, self._height(tie, width))

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        tie: Tie = index.data(TIE)
        painter.save()
        painter.setClipRect(option.rect)
        paint_row_ground(painter, option)
        room = option.rect.adjusted(_MARGIN, _ABOVE, -_MARGIN, 0)
        if _is_wide(option.rect.width()):
            self._paint_kind(
                painter, QRect(room.topLeft(), QSize(_KIND_WIDTH, 60)), tie
            )
            left = room.adjusted(_KIND_WIDTH + _GAP // 2, 0, 0, 0)
            self._paint_beside(painter, left, tie)
        else:
            self._paint_kind(painter, room, tie, is_line=True)
            self._paint_below(painter, room.adjusted(0, _HEAD, 0, 0), tie)
        painter.setPen(theme.tokens().line)
        painter.drawLine(option.rect.bottomLeft(), option.rect.bottomRight())
        painter.restore()

    def _height(self, tie: Tie, width: int) -> int:
        """Guess from the letters how high a row is; laying out all rows is slow."""
        lines = [self._lines(len(it), width) for it in self._quotes(tie)]
        titles = _TITLE if self._names_titles else 0
        if _is_wide(width):
            return max(max(lines) * pitch() + titles, 42) + 2 * _ABOVE
        return _HEAD + sum(lines) * pitch() + 2 * titles + _BETWEEN + 2 * _ABOVE

    def _quotes(self, tie: Tie) -> tuple[str, str]:
        a, b = self._model.quotes(tie)
        return a or _NONE_HERE, b or _NONE_HERE

    @property
    def _names_titles(self) -> bool:
        return len(self._model.titles) > 2

    def _lines(self, letters: int, width: int) -> int:
        needed = ceil(letters * letter() / max(self._text_width(width), 1))
        return min(self._most_lines(), max(1, needed))

    def _most_lines(self) -> int:
        return _MOST_BESIDE if _is_wide(self._view.width()) else _MOST_BELOW

    def _text_width(self, width: int) -> int:
        if not _is_wide(width):
            return width - 2 * _MARGIN
        return (width - 2 * _MARGIN - _KIND_WIDTH - _GAP // 2 - _GAP) // 2

    def _paint_kind(
        self, painter: QPainter, room: QRect, tie: Tie, *, is_line: bool = False
    ) -> None:
        name = name_of(tie.kind)
        size = badge_size(name)
        place = QRect(room.topLeft(), size)
        paint_badge(painter, place, name, look_of(tie.kind).badge)
        small = theme.interface_font(12, tabular=True)
        painter.setPen(theme.tokens().muted)
        score = QRect(place.right() + 8, place.y(), 72, BADGE_HEIGHT)
        end = paint_line(
            painter, score, score_words(tie), small, Qt.TextElideMode.ElideNone
        )
        linked = link_words(tie)
        if not linked:
            return
        below = QRect(room.x(), place.bottom() + 6, room.width(), BADGE_HEIGHT)
        if is_line:
            below = QRect(end + 12, place.y(), room.right() - end - 12, BADGE_HEIGHT)
        icon("link", "accent").paint(painter, below.x(), below.y() + 2, 14, 14)
        painter.setPen(theme.tokens().accent)
        paint_line(
            painter, below.adjusted(19, 0, 0, 0), linked, theme.interface_font(12),
            Qt.TextElideMode.ElideRight,
        )  # fmt: skip

    def _paint_beside(self, painter: QPainter, room: QRect, tie: Tie) -> None:
        width = (room.width() - _GAP) // 2
        for number in (0, 1):
            left = room.x() + number * (width + _GAP)
            self._paint_quote(painter, QRect(left, room.y(), width, 0), tie, number)

    def _paint_below(self, painter: QPainter, room: QRect, tie: Tie) -> None:
        for number in (0, 1):
            height = self._paint_quote(painter, room, tie, number)
            room = room.adjusted(0, height + _BETWEEN, 0, 0)

    def _paint_quote(
        self, painter: QPainter, room: QRect, tie: Tie, number: int
    ) -> int:
        """Paint one of the two stretches, and return how much room it took."""
        top, height = room.y(), 0
        if self._names_titles:
            pane = (tie.left, tie.right)[number]
            painter.setPen(theme.tokens().muted)
            line = QRect(room.x(), top, room.width(), _TITLE - 2)
            title = f"{pane + 1} · {self._model.titles[pane]}"
            small = theme.interface_font(11)
            paint_line(painter, line, title, small, Qt.TextElideMode.ElideRight)
            height = _TITLE
        quote = self._model.quotes(tie)[number]
        if not quote:
            painter.setPen(theme.tokens().muted)
            line = QRect(room.x(), top + height, room.width(), pitch())
            font = theme.interface_font(12)
            paint_line(painter, line, _NONE_HERE, font, Qt.TextElideMode.ElideRight)
            return height + pitch()
        shown = self._excerpt(tie, number, quote, room.width())
        layout, lines = laid_out(
            shown, room.width(), self._most_lines(), are_new=number == 1
        )
        painter.setPen(theme.tokens().text)
        at = QPointF(room.x(), top + height)
        clip = QRectF(at.x(), at.y(), room.width(), lines * pitch())
        painter.save()
        painter.setClipRect(clip, Qt.ClipOperation.IntersectClip)
        layout.draw(painter, at)
        painter.restore()
        return height + lines * pitch()

    def _excerpt(self, tie: Tie, number: int, quote: str, width: int) -> Excerpt:
        diff = self._model.differing(tie)
        marked = (diff.removed, diff.added)[number]
        most = round(1.6 * self._most_lines() * width / letter())
        return excerpt(quote, marked, max(20, most))


def _is_wide(width: int) -> bool:
    return width >= SIDE_BY_SIDE
