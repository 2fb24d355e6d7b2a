"""Bars in the margin, one lane for each overlap, with the tags' names beside them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter

from ui.reader.model import PaintedPassage
from ui.reader.page import BAR, EDGE, LANE, LANES_SHOWN, Page
from ui.reader.passage_index import PassageIndex
from ui.reader.scrolling import Placed
from ui.reader.tints import stripe_colors
from ui.theme import interface_font, tokens

_LABEL_SIZE = 12
_LABEL_GAP = 10
_BAND = 14
UNTAGGED = "untagged"


@dataclass(frozen=True, slots=True)
class Bar:
    """One passage's bar as far as it is in view."""

    passage: PaintedPassage
    lane: int
    top: int
    bottom: int


def bars_in_view(placed: Sequence[Placed], index: PassageIndex) -> list[Bar]:
    """Find the bars of all passages in view, from the top, the longer first."""
    extents: dict[int, Bar] = {}
    for paragraph in placed:
        for passage in index.in_paragraph(paragraph.index):
            top, bottom = _extent(paragraph, passage)
            known = extents.get(passage.id)
            if known:
                top, bottom = min(top, known.top), max(bottom, known.bottom)
            extents[passage.id] = Bar(passage, index.lane(passage), top, bottom)
    return sorted(extents.values(), key=lambda bar: (bar.top, -bar.bottom))


def _extent(placed: Placed, passage: PaintedPassage) -> tuple[int, int]:
    laid_out = placed.laid_out
    start = laid_out.paragraph.start
    first = laid_out.line_of(laid_out.mapper.to_qt(passage.span.start - start))
    last = laid_out.line_of(laid_out.mapper.to_qt(passage.span.end - start - 1))
    return placed.y + first.top + 3, placed.y + last.top + last.height - 3


def paint_bars(
    painter: QPainter,
    bars: Sequence[Bar],
    page: Page,
    selected: PaintedPassage | None,
    view: int,
) -> None:
    """Paint all bars, and their names where there is room."""
    painter.setPen(Qt.PenStyle.NoPen)
    for bar in bars:
        is_selected = bar.passage == selected
        for box, color in _bands(bar, page, view, is_selected=is_selected):
            painter.setBrush(color)
            painter.drawRoundedRect(box, 2, 2)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if page.shows_labels:
        _paint_labels(painter, bars, page, selected, view)


def _bands(
    bar: Bar, page: Page, view: int, *, is_selected: bool
) -> list[tuple[QRectF, QColor]]:
    """Cut a bar into bands where the passage has several tags."""
    grow = 1 if is_selected else 0
    left, width = page.bar_x(bar.lane) - grow, BAR + 2 * grow
    colors = stripe_colors(bar.passage)
    if len(colors) == 1:
        height = bar.bottom - bar.top
        return [(QRectF(left, bar.top, width, height), colors[0])]
    band = min(_BAND, max(4, (bar.bottom - bar.top) // len(colors)))
    first = max(0, -bar.top // band)
    bands = []
    for number in range(first, (min(bar.bottom, view) - bar.top) // band + 1):
        top = bar.top + number * band
        height = min(band - 1, bar.bottom - top)
        if height > 0:
            color = colors[number % len(colors)]
            bands.append((QRectF(left, top, width, height), color))
    return bands


def _paint_labels(
    painter: QPainter,
    bars: Sequence[Bar],
    page: Page,
    selected: PaintedPassage | None,
    view: int,
) -> None:
    font = interface_font(_LABEL_SIZE)
    metrics = QFontMetrics(font)
    painter.setFont(font)
    right = page.bars_left - _LABEL_GAP
    width = min(right - EDGE, 160)
    lowest = 0
    for bar in bars:
        y = max(bar.top, lowest, 4)
        if y + metrics.height() > min(bar.bottom + 4, view):
            continue
        is_selected = bar.passage == selected
        painter.setPen(tokens().text if is_selected else tokens().muted)
        name = bar.passage.label or UNTAGGED
        shown = metrics.elidedText(name, Qt.TextElideMode.ElideRight, width)
        box = QRect(right - width, y, width, metrics.height())
        painter.drawText(
            box, Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine, shown
        )
        lowest = y + metrics.height() + 1


def bars_at(
    bars: Sequence[Bar], page: Page, x: float, y: float
) -> list[PaintedPassage]:
    """Return the passages whose bar stands under a point."""
    lane = int((x - page.bars_left + (LANE - BAR) / 2) // LANE)
    return [
        bar.passage
        for bar in bars
        if bar.top <= y <= bar.bottom
        and min(bar.lane, page.lanes - 1, LANES_SHOWN - 1) == lane
    ]
