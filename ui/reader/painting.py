"""Paints the text in view: highlights, hits, selection, letters, caret."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QLineF, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QTextCharFormat, QTextLayout

from ui.reader.changed_words import paint_changed, paint_frame
from ui.reader.layouts import LaidOut
from ui.reader.marks import Fill, Marks
from ui.reader.page import Page
from ui.reader.scrolling import Placed
from ui.theme import tokens
from ui.tints import stripe_colors, wash
from ui.widgets.strokes import pen, see_through, tone_color
from workbench.model.spans import Span

_ZONE_EDGE = 5
_DASHES = [3.0, 2.0]
CHOSEN_SHARE = 0.13


def paint_paragraph(
    painter: QPainter, placed: Placed, page: Page, marks: Marks, clip: QRect
) -> None:
    """Paint one paragraph and all that is marked in it."""
    painter.save()
    painter.translate(page.left, placed.y)
    seen = QRectF(clip.translated(-page.left, -placed.y)).adjusted(0, -4, 0, 4)
    _paint_setting(painter, placed.laid_out, page.width)
    _paint_marks(painter, placed, marks, seen)
    painter.setPen(tokens().text)
    muted = list(_muted_ranges(placed.laid_out, marks))
    placed.laid_out.layout.draw(painter, QPointF(0, 0), muted, seen)
    _paint_lines(painter, placed, marks)
    _paint_caret(painter, placed.laid_out, marks.caret)
    painter.restore()


def _paint_setting(painter: QPainter, laid_out: LaidOut, width: int) -> None:
    """Paint what shows the kind of a paragraph: rules and a list item's mark."""
    style, shown = laid_out.style, tokens()
    if style.has_rule:
        edge = width - 6 if laid_out.is_mirrored else 4
        painter.fillRect(QRectF(edge, 2, 2, laid_out.height - 4), shown.line)
    if style.is_ruled_off:
        painter.fillRect(QRectF(0, laid_out.height + 2, width, 1), shown.line)
    if laid_out.lacks_list_mark:
        size = style.pitch / 5
        left = (
            width - style.indent + size
            if laid_out.is_mirrored
            else (style.indent - 2.4 * size)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.muted)
        painter.drawEllipse(QRectF(left, (style.pitch - size) / 2, size, size))
        painter.setBrush(Qt.BrushStyle.NoBrush)


def _paint_marks(painter: QPainter, placed: Placed, marks: Marks, seen: QRectF) -> None:
    shown, laid_out = tokens(), placed.laid_out
    _paint_tints(painter, marks.fills_of(placed), seen)
    _paint_underlines(painter, laid_out, marks)
    if marks.selected:
        # See-through, so that passages inside the selected one still show.
        _fill(painter, laid_out, marks.selected.span, wash(marks.selected))
    paint_changed(painter, laid_out, marks.changed)
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
    if marks.frame:
        paint_frame(painter, laid_out, marks.frame)


def _paint_underlines(painter: QPainter, laid_out: LaidOut, marks: Marks) -> None:
    """Draw the lines of stretches that belong to others, a ground for the selected."""
    paragraph = laid_out.paragraph
    for underline in marks.underlines.within(paragraph.start, paragraph.end):
        chosen = underline.is_selected
        painter.setPen(pen(underline.tone, underline.stroke, 2 if chosen else 1.25))
        for box in laid_out.boxes(underline.span):
            if chosen:
                ground = see_through(tone_color(underline.tone), CHOSEN_SHARE)
                painter.fillRect(box, ground)
            y = box.bottom() - 0.5
            painter.drawLine(QLineF(box.left(), y, box.right(), y))


def _frame(painter: QPainter, laid_out: LaidOut, span: Span) -> None:
    painter.setPen(tokens().accent)
    for box in laid_out.boxes(span):
        painter.drawRoundedRect(box.adjusted(-1.5, 0.5, 0.5, -0.5), 3, 3)


def _paint_tints(painter: QPainter, fills: Sequence[Fill], seen: QRectF) -> None:
    for box, color in fills:
        if box.bottom() >= seen.top() and box.top() <= seen.bottom():
            painter.fillRect(box, color)


def _muted_ranges(laid_out: LaidOut, marks: Marks) -> Iterator[QTextLayout.FormatRange]:
    """Yield what is grey: zones, but for what is marked in them by a full color."""
    paragraph = laid_out.paragraph
    zones = marks.zones_in(paragraph.start, paragraph.end)
    if not zones:
        return
    colored = [*marks.hits_in(laid_out)]
    colored += [marks.selected.span] if marks.selected else []
    colored += [marks.selection] if marks.selection else []
    colored += [marks.flash] if marks.flash and marks.flash_strength else []
    for span in _without(zones, colored):
        if within := laid_out.within(span):
            muted = QTextLayout.FormatRange()
            muted.start, muted.length = within[0], within[1] - within[0]
            form = QTextCharFormat()
            form.setForeground(tokens().muted)
            muted.format = form
            yield muted


def _without(spans: Sequence[Span], holes: Sequence[Span]) -> Iterator[Span]:
    """Yield what is left of spans outside of the holes."""
    for span in spans:
        start = span.start
        for hole in sorted(holes):
            if hole.start < span.end and start < hole.end:
                if start < hole.start:
                    yield Span(start, hole.start)
                start = hole.end
        if start < span.end:
            yield Span(start, span.end)


def _paint_lines(painter: QPainter, placed: Placed, marks: Marks) -> None:
    """Paint the lines under and beside the text: uncertain, selected, in a zone."""
    laid_out, shown = placed.laid_out, tokens()
    for passage in marks.index.in_paragraph(placed.index):
        if passage.is_uncertain:
            pen = QPen(shown.warn, 1.5)
            pen.setDashPattern(_DASHES)
            painter.setPen(pen)
            for box in laid_out.boxes(passage.span):
                painter.drawLine(QLineF(box.bottomLeft(), box.bottomRight()))
    if marks.selected:
        color = stripe_colors(marks.selected)[0]
        for box in laid_out.boxes(marks.selected.span):
            under = QRectF(box.left(), box.bottom() - 1, box.width(), 2)
            painter.fillRect(under, color)
    for zone in marks.zones_in(laid_out.paragraph.start, laid_out.paragraph.end):
        boxes = list(laid_out.boxes(zone))
        if boxes:
            painter.setPen(QPen(shown.muted, 1, Qt.PenStyle.DotLine))
            top = min(box.top() for box in boxes)
            bottom = max(box.bottom() for box in boxes)
            painter.drawLine(QLineF(-_ZONE_EDGE, top, -_ZONE_EDGE, bottom))


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
    for box in laid_out.boxes(span):
        if rounded:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(color)
            painter.drawRoundedRect(box.adjusted(-1, 0, 1, 0), 3, 3)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        else:
            painter.fillRect(box, color)
