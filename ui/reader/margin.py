"""What is written in the margins: names beside bars, numbers, bookmarks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

from ui.reader.layouts import LaidOut
from ui.reader.marks import Marks
from ui.reader.page import EDGE, TEXT_GAP, Page
from ui.reader.scrolling import Placed
from ui.reader.stripes import Bar, bar_colors
from ui.resources import icon
from ui.theme import interface_font, tokens

UNTAGGED = "untagged"
_LABEL_SIZE = 12
_LABEL_GAP = 8
_WIDEST_LABEL = 200
_DOT, _DOT_GAP = 6, 5
_AT_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine
_BOOKMARK = 16
_BOOKMARK_GAP = 6


def paint_labels(
    painter: QPainter, bars: Sequence[Bar], page: Page, marks: Marks, view: int
) -> None:
    """Write the names of passages left of their bars, as far as there is room."""
    font = interface_font(_LABEL_SIZE)
    metrics = QFontMetrics(font)
    row = metrics.height()
    painter.setFont(font)
    lanes = _outermost_lanes(bars, row, view)
    dots = []
    lowest = 0
    for bar in bars:
        y = max(bar.top, lowest, 4)
        if marks.steps_back(bar.passage) or y + row > min(bar.bottom + 4, view):
            continue
        lane = max(lanes[y // row], lanes[y // row + 1])
        right = page.bar_x(lane) - _LABEL_GAP
        width = min(right - EDGE, _WIDEST_LABEL) - _DOT - _DOT_GAP
        name = bar.passage.label or UNTAGGED
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, width)
        is_selected = bar.passage is marks.selected
        painter.setPen(tokens().text if is_selected else tokens().muted)
        box = QRect(right - _DOT - _DOT_GAP - width, y, width, row)
        painter.drawText(box, _AT_RIGHT, shown)
        dot = QRectF(right - _DOT, y + (row - _DOT) / 2, _DOT, _DOT)
        dots.append((dot, bar_colors(bar.passage, marks)[0]))
        lowest = y + row + 1
    _paint_dots(painter, dots)


def _outermost_lanes(bars: Sequence[Bar], row: int, view: int) -> list[int]:
    """Return for each row of the view the outermost lane that has a bar there."""
    lanes = [0] * (view // row + 2)
    for bar in bars:
        for number in range(max(0, bar.top) // row, min(bar.bottom, view) // row + 1):
            lanes[number] = max(lanes[number], bar.lane)
    return lanes


def _paint_dots(painter: QPainter, dots: Sequence[tuple[QRectF, QColor]]) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    for box, color in dots:
        painter.setBrush(color)
        painter.drawEllipse(box)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def numbers_width(font: QFont, count: int) -> int:
    """Return the room that the numbers of so many paragraphs take."""
    return QFontMetrics(font).horizontalAdvance("0" * len(str(count))) + _LABEL_GAP


def paint_numbers(
    painter: QPainter, placed: Sequence[Placed], page: Page, font: QFont
) -> None:
    """Write the number of each paragraph beside its first line."""
    painter.setFont(font)
    painter.setPen(tokens().muted)
    left, width = page.bars_right, page.numbers + TEXT_GAP - _LABEL_GAP
    for paragraph in placed:
        number = paragraph.laid_out.paragraph.number
        if number:
            line = paragraph.laid_out.lines[0]
            box = QRectF(left, paragraph.y + line.top, width, line.height)
            side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(box, side, str(number))


def paint_bookmarks(
    painter: QPainter, placed: Sequence[Placed], page: Page, bookmarks: Iterable[int]
) -> None:
    """Paint a ribbon at the right of each line that has a bookmark."""
    for paragraph in placed:
        own = paragraph.laid_out.paragraph
        for offset in bookmarks:
            if own.start <= offset < max(own.end, own.start + 1):
                _paint_bookmark(painter, paragraph, page, offset)


def _paint_bookmark(painter: QPainter, placed: Placed, page: Page, offset: int) -> None:
    line = line_of(placed.laid_out, offset)
    top = placed.y + line[0] + (line[1] - _BOOKMARK) // 2
    left = page.left + page.width + _BOOKMARK_GAP
    icon("bookmark", "accent").paint(painter, left, top, _BOOKMARK, _BOOKMARK)


def line_of(laid_out: LaidOut, offset: int) -> tuple[int, int]:
    """Return where the line of an offset begins in its paragraph, and its height."""
    position = laid_out.mapper.to_qt(offset - laid_out.paragraph.start)
    box = laid_out.line_of(position)
    return box.top, box.height
