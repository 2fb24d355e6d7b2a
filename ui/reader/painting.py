"""Paints the text in view: highlights, hits, selection, letters, caret."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from ui.reader.layouts import LaidOut
from ui.reader.model import PaintedPassage
from ui.reader.page import Page
from ui.reader.passage_index import PassageIndex
from ui.reader.scrolling import Placed
from ui.reader.tints import layer_colors, stripe_colors, tint, wash
from ui.theme import tokens
from workbench.model.spans import Span

_RECTANGLES_KEPT = 512

Fill = tuple[QRectF, QColor]


@dataclass(slots=True)
class Marks:
    """Everything that is painted over the bare text."""

    index: PassageIndex
    selected: PaintedPassage | None = None
    hits: Sequence[Span] = ()
    hit_starts: Sequence[int] = ()
    current_hit: Span | None = None
    selection: Span | None = None
    caret: int | None = None
    flash: Span | None = None
    flash_strength: float = 0.0
    fills: dict[int, list[Fill]] = field(default_factory=dict)

    def fills_of(self, placed: Placed) -> list[Fill]:
        """Return the tints of a paragraph, reckoned once until something changes."""
        found = self.fills.get(placed.index)
        if found is None:
            if len(self.fills) > _RECTANGLES_KEPT:
                self.fills.clear()
            passages = self.index.in_paragraph(placed.index)
            found = self.fills[placed.index] = list(_fills(placed.laid_out, passages))
        return found

    def hits_in(self, laid_out: LaidOut) -> Iterator[Span]:
        """Yield the hits that start in a paragraph."""
        paragraph = laid_out.paragraph
        first = bisect_left(self.hit_starts, paragraph.start)
        for hit in self.hits[first:]:
            if hit.start >= paragraph.end:
                break
            yield hit


def paint_paragraph(
    painter: QPainter, placed: Placed, page: Page, marks: Marks, clip: QRect
) -> None:
    """Paint one paragraph and all that is marked in it."""
    painter.save()
    painter.translate(page.left, placed.y)
    seen = QRectF(clip.translated(-page.left, -placed.y)).adjusted(0, -4, 0, 4)
    _paint_marks(painter, placed, marks, seen)
    if placed.laid_out.style.has_rule:
        painter.fillRect(QRectF(2, 2, 2, placed.laid_out.height - 4), tokens().line)
    painter.setPen(tokens().text)
    placed.laid_out.layout.draw(painter, QPointF(0, 0), [], seen)
    _paint_selected(painter, placed.laid_out, marks.selected)
    _paint_caret(painter, placed.laid_out, marks.caret)
    painter.restore()


def _paint_marks(painter: QPainter, placed: Placed, marks: Marks, seen: QRectF) -> None:
    shown, laid_out = tokens(), placed.laid_out
    _paint_tints(painter, marks.fills_of(placed), seen)
    if marks.selected:
        # See-through, so that passages inside the selected one still show.
        _fill(painter, laid_out, marks.selected.span, wash(marks.selected))
    for hit in marks.hits_in(laid_out):
        _fill(painter, laid_out, hit, shown.hit, rounded=True)
    if marks.selection:
        _fill(painter, laid_out, marks.selection, shown.selection)
    if marks.flash and marks.flash_strength:
        color = QColor(shown.accent)
        color.setAlphaF(0.28 * marks.flash_strength)
        _fill(painter, laid_out, marks.flash, color)
    if marks.current_hit:
        _frame(painter, laid_out, marks.current_hit)


def _frame(painter: QPainter, laid_out: LaidOut, span: Span) -> None:
    painter.setPen(tokens().accent)
    for box in _boxes(laid_out, span):
        painter.drawRoundedRect(box.adjusted(-1.5, 0.5, 0.5, -0.5), 3, 3)


def _paint_tints(painter: QPainter, fills: Sequence[Fill], seen: QRectF) -> None:
    for box, color in fills:
        if box.bottom() >= seen.top() and box.top() <= seen.bottom():
            painter.fillRect(box, color)


def _paint_selected(
    painter: QPainter, laid_out: LaidOut, selected: PaintedPassage | None
) -> None:
    """Underline the selected passage in its own color."""
    if selected:
        color = stripe_colors(selected)[0]
        for box in _boxes(laid_out, selected.span):
            painter.fillRect(
                QRectF(box.left(), box.bottom() - 1, box.width(), 2), color
            )


def _paint_caret(painter: QPainter, laid_out: LaidOut, caret: int | None) -> None:
    paragraph = laid_out.paragraph
    if caret is None or not paragraph.start <= caret <= paragraph.end:
        return
    position = laid_out.mapper.to_qt(caret - paragraph.start)
    line = laid_out.line_of(position).line
    x = laid_out.x_of(position)
    painter.fillRect(QRectF(x - 1, line.y(), 2, line.height()), tokens().accent)


def _fill(
    painter: QPainter,
    laid_out: LaidOut,
    span: Span,
    color: QColor,
    *,
    rounded: bool = False,
) -> None:
    for box in _boxes(laid_out, span):
        if rounded:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRoundedRect(box.adjusted(-1, 0, 1, 0), 3, 3)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.fillRect(box, color)


def _boxes(laid_out: LaidOut, span: Span) -> Iterator[QRectF]:
    own = _within(laid_out, span)
    return laid_out.rectangles(*own) if own else iter(())


def _within(laid_out: LaidOut, span: Span) -> tuple[int, int] | None:
    """Return the part of a span in this paragraph, in Qt's positions."""
    paragraph = laid_out.paragraph
    start = max(span.start, paragraph.start) - paragraph.start
    end = min(span.end, paragraph.end) - paragraph.start
    if start >= end:
        return None
    return laid_out.mapper.to_qt(start), laid_out.mapper.to_qt(end)


def _fills(laid_out: LaidOut, passages: Sequence[PaintedPassage]) -> Iterator[Fill]:
    """Cut a paragraph where passages begin and end, and tint each run once."""
    for start, end, colors in _runs(laid_out, passages):
        color = tint(colors)
        for box in laid_out.rectangles(start, end):
            yield box, color


def _runs(
    laid_out: LaidOut, passages: Sequence[PaintedPassage]
) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    edges: list[tuple[int, bool, PaintedPassage]] = []
    for passage in passages:
        own = _within(laid_out, passage.span)
        if own:
            edges += [(own[0], True, passage), (own[1], False, passage)]
    edges.sort(key=lambda edge: edge[0])
    over: list[PaintedPassage] = []
    last = 0
    for position, begins, passage in edges:
        if position > last and over:
            yield last, position, layer_colors(over)
        last = position
        if begins:
            over.append(passage)
        else:
            over.remove(passage)
