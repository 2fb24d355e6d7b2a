"""Paints a page: paper, print, and what is marked in its text.

Marks are multiplied with the print, so that it stays as black as it was.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from ui.colors import LIGHT
from ui.pages.pictures import Drawn
from ui.painted import Marked, PaintedPassage, runs_of
from ui.theme import border_color, interface_font, is_dark, tokens
from ui.tints import faded_paper_tint, layer_colors, paper_tint, stripe_colors
from workbench.model.spans import Span
from workbench.text.boxes import Box
from workbench.text.page_lines import PageLines

NAME_SIZE: Final = 12
_NAME_GAP: Final = 5
_DIM: Final = QColor("#DDE1E6")
"""What a white page is multiplied with where everything around it is dark."""
_WASH_SHARE: Final = 0.16
_FLASH_SHARE: Final = 0.30
_ROUNDED: Final = 1.5
"""Pixels that a picture may be wider than its page and still be of that scale."""
_FRAME: Final = 2.0
_BETWEEN_LINES: Final = 0.2
"""How much of its height a line is from the one below it, on either side."""
_DASHES: Final = [3.0, 2.0]

Fill = tuple[Box, QColor]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page as it stands in the viewport, at so many pixels a point.

    `lines` are None for a page without text, or as long as they are not read.
    """

    index: int
    rect: QRectF
    scale: float
    lines: PageLines | None

    def place(self, box: Box) -> QRectF:
        """Return a box of the page in pixels of the viewport."""
        x, y, scale = self.rect.x(), self.rect.y(), self.scale
        left, top, right, bottom = box
        width, height = (right - left) * scale, (bottom - top) * scale
        return QRectF(x + left * scale, y + top * scale, width, height)

    def on_page(self, point: QPointF) -> QPointF:
        """Return a point of the viewport in the points of the page."""
        return (point - self.rect.topLeft()) / self.scale

    def boxes(self, span: Span | None) -> list[QRectF]:
        """Return what a stretch of the text covers on this page."""
        if span is None or self.lines is None:
            return []
        return [self.place(it) for it in self.lines.boxes(span)]

    def reaching_into(self, fills: Sequence[Fill], part: QRectF) -> list[Fill]:
        """Return the tints at the height of a part of the viewport."""
        top, bottom = (
            self.on_page(part.topLeft()).y(),
            self.on_page(part.bottomLeft()).y(),
        )
        return [it for it in fills if it[0][3] >= top and it[0][1] <= bottom]


def fills_of(lines: PageLines, marked: Marked) -> Iterator[Fill]:
    """Cut a page where passages begin and end, and tint each run once."""
    for run, over in runs_of(marked.passages):
        color = _tint_of(over, marked)
        for box in lines.boxes(run):
            yield box, color


def _tint_of(over: Sequence[PaintedPassage], marked: Marked) -> QColor:
    shown = [it for it in over if it.id not in marked.faded]
    return paper_tint(layer_colors(shown)) if shown else faded_paper_tint()


def paint_paper(painter: QPainter, sheet: Sheet, drawn: Drawn | None) -> None:
    """Paint the print as it is, stretched while it is not drawn at this scale yet."""
    rect = sheet.rect
    painter.fillRect(rect, LIGHT.surface)
    if drawn is None:
        return
    across = drawn.image.width() / drawn.image.devicePixelRatio()
    if abs(across - rect.width()) <= _ROUNDED:
        painter.setClipRect(rect)
        painter.drawImage(rect.topLeft(), drawn.image)
        painter.setClipping(False)
    else:
        painter.drawImage(rect, drawn.image)


def paint_frame(painter: QPainter, sheet: Sheet) -> None:
    """Dim a white page where it would glare, and set it off from what is around."""
    rect = sheet.rect
    if is_dark():
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(rect, _DIM)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
    painter.setPen(tokens().line if is_dark() else border_color())
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5))


def paint_name(painter: QPainter, sheet: Sheet, name: str) -> None:
    """Write below a page what it is called."""
    rect = sheet.rect
    painter.setFont(interface_font(NAME_SIZE, tabular=True))
    painter.setPen(tokens().muted)
    below = QRectF(rect.left(), rect.bottom() + _NAME_GAP, rect.width(), NAME_SIZE + 6)
    place = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
    painter.drawText(below, place, name)


def paint_marks(
    painter: QPainter, sheet: Sheet, fills: Sequence[Fill], marked: Marked
) -> None:
    """Paint tints, hits and the selection under the print."""
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    for box, color in fills:
        painter.fillRect(sheet.place(box), color)
    if marked.selected is not None:
        wash = _washed(stripe_colors(marked.selected)[0], _WASH_SHARE)
        _fill(painter, sheet, marked.selected.span, wash)
    for hit in marked.hits:
        _fill(painter, sheet, hit, LIGHT.hit)
    _fill(painter, sheet, marked.selection, LIGHT.selection)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)


def paint_outlines(painter: QPainter, sheet: Sheet, marked: Marked) -> None:
    """Paint what stands over the print: uncertain places, the current passage, hit."""
    for passage in marked.passages:
        if passage.is_uncertain:
            pen = QPen(LIGHT.warn, 1.5)
            pen.setDashPattern(_DASHES)
            painter.setPen(pen)
            for box in sheet.boxes(passage.span):
                painter.drawLine(QLineF(box.bottomLeft(), box.bottomRight()))
    if marked.selected is not None:
        width = min(_FRAME, max(1.0, sheet.scale * _FRAME))
        painter.setPen(QPen(stripe_colors(marked.selected)[0], width))
        painter.drawPath(_around(sheet.boxes(marked.selected.span)))
    painter.setPen(QPen(LIGHT.accent, 1.5))
    for box in sheet.boxes(marked.current_hit):
        painter.drawRoundedRect(box.adjusted(-2, -1, 2, 1), 3, 3)


def paint_flash(painter: QPainter, sheet: Sheet, span: Span, strength: float) -> None:
    """Let a place that was come to light up for a moment."""
    color = QColor(LIGHT.accent)
    color.setAlphaF(_FLASH_SHARE * strength)
    _fill(painter, sheet, span, color)


def paint_caret(painter: QPainter, sheet: Sheet, caret: int) -> None:
    """Paint where the next selection begins."""
    lines = sheet.lines
    box = lines.caret_box(caret) if lines else None
    if box is not None:
        at = sheet.place(box)
        painter.fillRect(QRectF(at.x() - 1, at.y(), 2, at.height()), LIGHT.accent)


def _around(boxes: Sequence[QRectF]) -> QPainterPath:
    """Return one outline around lines that stand close below each other."""
    path = QPainterPath()
    for box in boxes:
        between = max(1.0, box.height() * _BETWEEN_LINES)
        path.addRect(box.adjusted(-2, -between, 2, between))
    path.setFillRule(Qt.FillRule.WindingFill)
    return path.simplified()


def _fill(painter: QPainter, sheet: Sheet, span: Span | None, color: QColor) -> None:
    for box in sheet.boxes(span):
        painter.fillRect(box, color)


def _washed(color: QColor, share: float) -> QColor:
    thin = QColor(color)
    thin.setAlphaF(share)
    return thin
