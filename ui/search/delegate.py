"""Paints an answer: a line for each document, a line for each hit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from ui.resources import icon
from ui.search.model import Group, ResultRole
from ui.search.snippet import Run, fit, runs_of
from ui.theme import border_color, interface_font, tokens
from ui.widgets.counting import count_of
from ui.widgets.indexes import AnyIndex
from ui.widgets.rows import paint_row_ground
from workbench.model.search import Hit, Listed

LINE_HEIGHT = 26
MARGIN = 14
INDENT = 36
MATCH_PADDING = 1
TICK = 14
UNKNOWN = "…"


def tick_box(row: QRect) -> QRect:
    """Return where in a hit's line its tick is."""
    return QRect(row.x() + MARGIN, row.center().y() - TICK // 2 + 1, TICK, TICK)


def is_on_tick(row: QRect, point: QPoint) -> bool:
    """Tell whether a click at a point means the tick of a line."""
    return row.x() <= point.x() < row.x() + INDENT - 4


class ResultsDelegate(QStyledItemDelegate):
    """Draws documents with their count, hits with the found words marked."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        return QSize(200, LINE_HEIGHT)

    @override
    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_row_ground(painter, option)
        group = index.data(ResultRole.GROUP)
        undated, hit = index.data(ResultRole.UNDATED), index.data(ResultRole.HIT)
        if isinstance(group, Group):
            _paint_group(painter, option.rect, group)
        elif isinstance(undated, Listed):
            _paint_undated(painter, option.rect, undated)
        elif isinstance(hit, Hit):
            _paint_hit(painter, option.rect, hit)
            _paint_tick(painter, option, is_ticked=index.data(ResultRole.IS_TICKED))
        else:
            line = option.rect.adjusted(INDENT, 0, -MARGIN, 0)
            _text(painter, line, UNKNOWN, interface_font(13), is_muted=True)
        painter.restore()


def _paint_group(painter: QPainter, row: QRect, group: Group) -> None:
    rect = row.adjusted(MARGIN, 0, -MARGIN, 0)
    chevron = icon("chevron-down" if group.is_open else "chevron-right")
    chevron.paint(painter, QRect(rect.x() - 2, rect.center().y() - 7, 16, 16))
    count = count_of(group.count, "hit") if group.document_id is not None else ""
    font = interface_font(12, tabular=True)
    _text(painter, rect, count, font, is_muted=True, is_right=True)
    room = rect.adjusted(INDENT - MARGIN, 0, -int(_advance(font, count)) - 16, 0)
    title_font = interface_font(13, semibold=True)
    ends = Qt.TextElideMode
    is_name = group.title == group.name
    cut = ends.ElideMiddle if is_name else ends.ElideRight
    title = _cut(group.title, title_font, room.width(), cut)
    _text(painter, room, title, title_font)
    room.setLeft(room.left() + int(_advance(title_font, title)) + 10)
    if not is_name and room.width() > 80:
        name = _cut(group.name, interface_font(12), room.width(), ends.ElideMiddle)
        _text(painter, room, name, interface_font(12), is_muted=True)


def _paint_undated(painter: QPainter, row: QRect, document: Listed) -> None:
    room = row.adjusted(INDENT, 0, -MARGIN, 0)
    title = document.title or document.name
    font = interface_font(13)
    _text(painter, room, _cut(title, font, room.width()), font)


def _paint_tick(
    painter: QPainter, option: QStyleOptionViewItem, *, is_ticked: bool
) -> None:
    seen = QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected
    if not is_ticked and not option.state & seen:
        return
    box, shown = tick_box(option.rect), tokens()
    painter.setPen(QPen(shown.accent if is_ticked else border_color(), 1))
    painter.setBrush(shown.accent if is_ticked else shown.surface)
    painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
    if is_ticked:
        icon("check", "surface").paint(painter, box.adjusted(1, 1, -1, -1))


def _paint_hit(painter: QPainter, rect: QRect, hit: Hit) -> None:
    fonts = {False: interface_font(13), True: interface_font(13, semibold=True)}
    if hit.is_discarded:
        for font in fonts.values():
            font.setStrikeOut(True)
    line = QRectF(rect.adjusted(INDENT, 0, -MARGIN, 0))

    def measure(run: Run) -> float:
        return _advance(fonts[run.is_match], run.text)

    for run in fit(runs_of(hit), line.width(), measure):
        if line.width() <= MATCH_PADDING:
            return
        text = _cut(run.text, fonts[run.is_match], line.width())
        width = _advance(fonts[run.is_match], text)
        if run.is_match and not hit.is_discarded:
            _paint_mark(painter, line, width)
        _text(painter, line, text, fonts[run.is_match], is_muted=hit.is_discarded)
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


def _cut(
    text: str,
    font: QFont,
    width: float,
    mode: Qt.TextElideMode = Qt.TextElideMode.ElideRight,
) -> str:
    return QFontMetricsF(font).elidedText(text, mode, width)


def _advance(font: QFont, text: str) -> float:
    return QFontMetricsF(font).horizontalAdvance(text)
