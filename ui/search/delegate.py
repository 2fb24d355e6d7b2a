"""Paints an answer: a line for each document, a line for each hit."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.resources import icon
from ui.search.model import Group, ResultRole
from ui.search.snippet import Run, fit, runs_of
from ui.theme import interface_font, tokens
from ui.widgets.counting import count_of
from ui.widgets.rows import paint_row_ground
from workbench.model.search import Hit

DOCUMENT_HEIGHT = 32
HIT_HEIGHT = 26
MARGIN = 14
HIT_INDENT = 36
MATCH_PADDING = 1


class ResultsDelegate(QStyledItemDelegate):
    """Draws documents with their count, hits with the found words marked."""

    @override
    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        is_hit = index.data(ResultRole.HIT) is not None
        return QSize(200, HIT_HEIGHT if is_hit else DOCUMENT_HEIGHT)

    @override
    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, option)
        hit = index.data(ResultRole.HIT)
        if isinstance(hit, Hit):
            _paint_hit(painter, option.rect, hit)
        else:
            _paint_group(painter, option, index.data(ResultRole.GROUP))
        painter.restore()


def _paint_group(painter: QPainter, option: QStyleOptionViewItem, group: Group) -> None:
    rect: QRect = option.rect.adjusted(MARGIN, 0, -MARGIN, 0)
    is_open = bool(option.state & QStyle.StateFlag.State_Open)
    chevron = icon("chevron-down" if is_open else "chevron-right")
    chevron.paint(painter, QRect(rect.x() - 2, rect.center().y() - 7, 16, 16))
    count = count_of(len(group.hits), "hit")
    count_width = _advance(interface_font(12), count)
    _text(painter, rect, count, interface_font(12), is_muted=True, is_right=True)
    room = rect.adjusted(HIT_INDENT - MARGIN, 0, -int(count_width) - 16, 0)
    title_font = interface_font(13, semibold=True)
    title = QFontMetricsF(title_font).elidedText(
        group.title, Qt.TextElideMode.ElideRight, room.width()
    )
    _text(painter, room, title, title_font)
    room.setLeft(room.left() + int(_advance(title_font, title)) + 10)
    if group.name != group.title and room.width() > 80:
        _text(painter, room, group.name, interface_font(12), is_muted=True)


def _paint_hit(painter: QPainter, rect: QRect, hit: Hit) -> None:
    plain = interface_font(13)
    fonts = {False: plain, True: interface_font(13, semibold=True)}
    line = QRectF(rect.adjusted(HIT_INDENT, 0, -MARGIN, 0))

    def measure(run: Run) -> float:
        return _advance(fonts[run.is_match], run.text)

    for run in fit(runs_of(hit), line.width(), measure):
        if line.width() <= MATCH_PADDING:
            return
        text = QFontMetricsF(fonts[run.is_match]).elidedText(
            run.text, Qt.TextElideMode.ElideRight, line.width()
        )
        width = _advance(fonts[run.is_match], text)
        if run.is_match:
            _paint_mark(painter, line, width)
        _text(painter, line, text, fonts[run.is_match])
        if text != run.text:
            return
        line.setLeft(line.left() + width)


def _paint_mark(painter: QPainter, line: QRectF, width: float) -> None:
    mark = QRectF(line.left() - MATCH_PADDING, line.center().y() - 9, width, 18)
    mark.setWidth(width + 2 * MATCH_PADDING)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(tokens().hit)
    painter.drawRoundedRect(mark, 3, 3)


def _text(
    painter: QPainter,
    rect: QRect | QRectF,
    text: str,
    font: QFont,
    *,
    is_muted: bool = False,
    is_right: bool = False,
) -> None:
    side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
    painter.setFont(font)
    painter.setPen(tokens().muted if is_muted else tokens().text)
    flags = side | Qt.AlignmentFlag.AlignVCenter
    single = Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
    painter.drawText(QRectF(rect), int(flags) | int(single), text)


def _advance(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)
