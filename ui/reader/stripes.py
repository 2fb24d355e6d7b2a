"""Bars in the margin, one lane for each overlap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from ui.painted import PaintedPassage
from ui.reader.marks import Marks
from ui.reader.page import Page
from ui.reader.scrolling import Placed
from ui.theme import tokens
from ui.tints import faded_stripe, stripe_colors

_BAND = 14
_DASH, _GAP = 5, 3
_NOTE = 9


class Bar(NamedTuple):
    """One passage's bar as far as it is in view."""

    passage: PaintedPassage
    lane: int
    top: int
    bottom: int


def bars_in_view(placed: Sequence[Placed], marks: Marks) -> list[Bar]:
    """Find the bars of all passages in view, from the top, the longer first."""
    found: dict[int, Bar] = {}
    for paragraph in placed:
        for passage, first, end in marks.extents_of(paragraph):
            top, bottom = paragraph.y + first + 3, paragraph.y + end - 3
            known = found.get(passage.id)
            if known:
                top, bottom = min(top, known.top), max(bottom, known.bottom)
            lane = marks.index.lane(passage)
            found[passage.id] = Bar(passage, lane, top, bottom)
    return sorted(found.values(), key=lambda bar: (bar.top, -bar.bottom))


def paint_bars(
    painter: QPainter, bars: Sequence[Bar], page: Page, marks: Marks, view: int
) -> None:
    """Paint all bars; the selected one is wider, those that step back are grey."""
    painter.setPen(Qt.PenStyle.NoPen)
    for bar in bars:
        grow = 1 if bar.passage is marks.selected else 0
        left, width = page.bar_x(bar.lane) - grow, page.bar + 2 * grow
        for top, height, color in _bands(bar, marks, view):
            painter.setBrush(color)
            painter.drawRoundedRect(QRectF(left, top, width, height), 2, 2)
    for bar in bars:
        if bar.passage.has_note:
            _paint_note(painter, page.bar_x(bar.lane) + page.bar / 2, bar, marks)
    painter.setBrush(Qt.BrushStyle.NoBrush)


def _bands(bar: Bar, marks: Marks, view: int) -> list[tuple[int, int, QColor]]:
    """Cut a bar into bands for several tags, or into dashes where it is uncertain."""
    colors = bar_colors(bar.passage, marks)
    if bar.passage.is_uncertain:
        step, gap = _DASH + _GAP, _GAP
    elif len(colors) == 1:
        return [(bar.top, bar.bottom - bar.top, colors[0])]
    else:
        step = min(_BAND, max(4, (bar.bottom - bar.top) // len(colors)))
        gap = 1
    bands = []
    for number in range(max(0, -bar.top // step), (bar.bottom - bar.top) // step + 1):
        top = bar.top + number * step
        height = min(step - gap, bar.bottom - top)
        if top > view:
            break
        if height > 0:
            bands.append((top, height, colors[number % len(colors)]))
    return bands


def bar_colors(passage: PaintedPassage, marks: Marks) -> list[QColor]:
    """Return the colors of a passage's bar as it is shown now."""
    return [faded_stripe()] if marks.steps_back(passage) else stripe_colors(passage)


def _paint_note(painter: QPainter, center: float, bar: Bar, marks: Marks) -> None:
    """Paint a sheet with a folded corner on the bar of a passage with a note."""
    color = bar_colors(bar.passage, marks)[0]
    left, top, fold = center - _NOTE / 2 + 0.5, max(bar.top, 2) + 0.5, _NOTE / 3
    right, bottom = left + _NOTE - 1, top + _NOTE
    painter.setPen(QPen(color, 1))
    painter.setBrush(tokens().surface)
    corners = [
        QPointF(left, top), QPointF(right, top), QPointF(right, bottom - fold),
        QPointF(right - fold, bottom), QPointF(left, bottom),
    ]  # fmt: skip
    painter.drawPolygon(QPolygonF(corners))
    painter.drawLine(QPointF(left + 2, top + 3), QPointF(right - 2, top + 3))
    painter.drawLine(QPointF(left + 2, top + 5), QPointF(right - 3, top + 5))
    painter.setPen(Qt.PenStyle.NoPen)


def bars_at(
    bars: Sequence[Bar], page: Page, x: float, y: float
) -> list[PaintedPassage]:
    """Return the passages whose bar stands under a point."""
    lane = page.lane_at(x)
    return [
        bar.passage
        for bar in bars
        if bar.top <= y <= bar.bottom and min(bar.lane, page.lanes - 1) == lane
    ]
