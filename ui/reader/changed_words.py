"""Shows which words of a text went or came, and frames what is asked about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from ui.reader.layouts import LaidOut
from ui.theme import tokens
from workbench.model.spans import Span

_OUT = 5


@dataclass(frozen=True, slots=True)
class ChangedWords:
    """Words, in order, that another version has not; `are_new` when this is later."""

    spans: Sequence[Span] = ()
    are_new: bool = False

    def within(self, start: int, end: int) -> Sequence[Span]:
        """Return those that reach into a stretch of the text."""
        first = bisect_right(self.spans, start, key=lambda it: it.end)
        return self.spans[first : bisect_left(self.spans, end, key=lambda it: it.start)]


def paint_changed(painter: QPainter, laid_out: LaidOut, changed: ChangedWords) -> None:
    """Lay a ground under words that differ; a line through or below says which way."""
    paragraph = laid_out.paragraph
    ink, ground = _colors(changed)
    for span in changed.within(paragraph.start, paragraph.end):
        for box in laid_out.boxes(span):
            painter.fillRect(box, ground)
            share = 0.92 if changed.are_new else 0.56
            line = QRectF(box.left(), box.top() + share * box.height(), box.width(), 1)
            painter.fillRect(line, ink)


def paint_frame(painter: QPainter, laid_out: LaidOut, frame: Span) -> None:
    """Draw one frame around all that a span covers in a paragraph."""
    around = QRectF()
    for box in laid_out.boxes(frame):
        around = around.united(box)
    if not around.isEmpty():
        painter.setPen(QPen(tokens().accent, 2))
        painter.drawRoundedRect(around.adjusted(-_OUT, -2, _OUT, 2), 4, 4)


def _colors(changed: ChangedWords) -> tuple[QColor, QColor]:
    shown = tokens()
    if changed.are_new:
        return shown.ok, shown.ok_soft
    return shown.bad, shown.bad_soft
