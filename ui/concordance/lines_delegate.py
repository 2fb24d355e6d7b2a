"""Paints a line of a concordance: the match in the middle, the words around it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui import theme
from ui.concordance.lines_layout import parts_of
from ui.concordance.lines_model import LinesModel
from ui.concordance.lines_setting import (
    Piece,
    SetLine,
    match_font,
    set_line,
    title_font,
    word_font,
)
from ui.resources import icon
from ui.widgets.indexes import AnyIndex
from ui.widgets.row_table import ROW_HEIGHT
from ui.widgets.rows import paint_row_ground
from workbench.model.concordances import Line, SortKey

MARK_HEIGHT = 18
MARK_PADDING = 4
KEPT = 500
"""So many lines stay set; a screen has fifty."""


class LineDelegate(QStyledItemDelegate):
    """Paints every line alike; words that lines are sorted by stand out in it."""

    def __init__(self, model: LinesModel) -> None:
        super().__init__()
        self._model = model
        self._match_width = 120
        self._keys: Sequence[SortKey] = ()
        self._set: dict[tuple[int, int], SetLine] = {}
        model.modelReset.connect(self._set.clear)

    @property
    def keys(self) -> Sequence[SortKey]:
        """What lines are sorted by."""
        return self._keys

    def arrange(self, match_width: int, keys: Sequence[SortKey]) -> None:
        """Give matches this room, and let the words of these keys stand out."""
        self._match_width, self._keys = match_width, keys
        self._set.clear()

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(200, ROW_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        painter.save()
        paint_row_ground(painter, option)
        row, rect = index.row(), option.rect
        line = self._model.known(row)
        if line is not None:
            shown = self._line(row, line, rect.width())
            self._paint_words(painter, shown, QPointF(rect.topLeft()))
            _paint_tick(painter, rect, option, is_ticked=self._model.is_ticked(row))
        painter.restore()

    def _line(self, row: int, line: Line, width: int) -> SetLine:
        shown = self._set.get((row, width))
        if shown is None:
            if len(self._set) > KEPT:
                self._set.clear()
            parts = parts_of(QRect(0, 0, width, ROW_HEIGHT), self._match_width)
            shown = self._set[row, width] = set_line(line, parts, self._keys)
        return shown

    def _paint_words(self, painter: QPainter, line: SetLine, at: QPointF) -> None:
        colors = theme.tokens()
        is_by_document = SortKey.DOCUMENT in self._keys[:1]
        painter.setFont(title_font())
        painter.setPen(colors.text if is_by_document else colors.muted)
        painter.drawStaticText(line.title.at + at, line.title.text)
        painter.setFont(word_font())
        for piece in line.words:
            painter.setPen(colors.accent if piece.is_key else colors.text)
            painter.drawStaticText(piece.at + at, piece.text)
        _paint_mark(painter, line.match, at)
        painter.setFont(match_font())
        painter.setPen(colors.text)
        painter.drawStaticText(line.match.at + at, line.match.text)


def _paint_mark(painter: QPainter, match: Piece, at: QPointF) -> None:
    x = match.at.x() + at.x() - MARK_PADDING
    y = at.y() + (ROW_HEIGHT - MARK_HEIGHT) / 2
    mark = QRectF(x, y, match.width + 2 * MARK_PADDING, MARK_HEIGHT)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.tokens().hit)
    painter.drawRoundedRect(mark, 3, 3)


def _paint_tick(
    painter: QPainter, rect: QRect, option: QStyleOptionViewItem, *, is_ticked: bool
) -> None:
    seen = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected
    if not is_ticked and not option.state & seen:
        return
    room = parts_of(rect, 0).tick
    colors = theme.tokens()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colors.accent if is_ticked else theme.border_color(), 1))
    painter.setBrush(colors.accent if is_ticked else colors.surface)
    painter.drawRoundedRect(QRectF(room).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if is_ticked:
        icon("check", "surface").paint(painter, room.adjusted(1, 1, -1, -1))
