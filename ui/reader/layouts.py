"""Paragraphs laid out only when they are needed, and kept as long as they are near.

Positions inside a paragraph are Qt's here; the pane speaks in offsets of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil
from typing import cast

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QTextLayout, QTextLine, QTextOption

from ui.reader.heights import Heights
from ui.reader.offsets import Mapper, qt_text
from ui.reader.paragraphs import Paragraph, Paragraphs
from ui.reader.styles import ParagraphStyle, Styles
from workbench.model.spans import Span

KEPT = 256
SPACE_BELOW = 64
_RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufefc"
    "\U00010800-\U00010fff\U0001e800-\U0001efff]"
)

_STRONG = {"L", "R", "AL"}
_LIST_MARK = re.compile(r"(?:[-*•‣▪◦–—]|\(?\w{1,3}[.)])\s+")


@dataclass(frozen=True, slots=True)
class LineBox:
    """One line of a paragraph: its box from `top`, `height` pixels high."""

    line: QTextLine
    top: int
    height: int

    @property
    def start(self) -> int:
        """Qt's position of the line's first character."""
        return self.line.textStart()

    @property
    def end(self) -> int:
        """Qt's position after the line's last character."""
        return self.line.textStart() + self.line.textLength()


class LaidOut:
    """One paragraph as lines; `y` counts from the top of its first line."""

    def __init__(self, paragraph: Paragraph, style: ParagraphStyle, width: int) -> None:
        self.paragraph = paragraph
        self.style = style
        self.mapper = Mapper(paragraph.text)
        self.layout = QTextLayout(qt_text(paragraph.text), style.font)
        self.layout.setCacheEnabled(True)
        self.layout.setTextOption(_wrapping())
        self._is_bidirectional = bool(_RIGHT_TO_LEFT.search(paragraph.text))
        self.is_mirrored = self._is_bidirectional and _begins_right(paragraph.text)
        self._indents = self._line_indents()
        self.lines = self._break(width)
        self.height = self.lines[-1].top + self.lines[-1].height if self.lines else 0

    def _break(self, width: int) -> list[LineBox]:
        boxes: list[LineBox] = []
        top = 0
        self.layout.beginLayout()
        while (line := self.layout.createLine()).isValid():
            indent = self._indents[bool(boxes)]
            line.setLineWidth(width - indent)
            height = max(self.style.pitch, ceil(line.height()))
            left = 0 if self.is_mirrored else indent
            line.setPosition(QPointF(left, top + (height - line.height()) / 2))
            boxes.append(LineBox(line, top, height))
            top += height
        self.layout.endLayout()
        return boxes

    def _line_indents(self) -> tuple[float, float]:
        """Return how far the first line is set in and how far the others are."""
        style = self.style
        mark = _LIST_MARK.match(self.paragraph.text) if style.hangs else None
        if mark is None:
            return style.indent, style.indent
        reach = QFontMetricsF(style.font).horizontalAdvance(mark[0])
        return max(0, style.indent - reach), max(style.indent, reach)

    @property
    def lacks_list_mark(self) -> bool:
        """Tell whether this begins a list item whose source only implied the mark."""
        is_first = self.paragraph.number > 0
        return self.style.hangs and is_first and self._indents[0] == self.style.indent

    @property
    def runs_right_to_left(self) -> bool:
        """Tell whether the paragraph begins at its right edge."""
        first = self.lines[0]
        return _x(first.line, first.start) > _x(first.line, first.end)

    def line_at_y(self, y: float) -> LineBox:
        """Return the line at a height, or the nearest."""
        below = (box for box in self.lines if y < box.top + box.height)
        return next(below, self.lines[-1])

    def line_of(self, position: int) -> LineBox:
        """Return the line that a position stands in."""
        line = self.layout.lineForTextPosition(position)
        return self.lines[line.lineNumber() if line.isValid() else -1]

    def nearest_valid(self, position: int, x: float) -> int:
        """Move a position inside a cluster to that end of it which is nearer to `x`.

        Qt finds places inside an emoji whose parts the font draws one by one.
        """
        layout = self.layout
        if layout.isValidCursorPosition(position):
            return position
        ends = (
            layout.previousCursorPosition(position),
            layout.nextCursorPosition(position),
        )
        return min(ends, key=lambda end: abs(self.x_of(end) - x))

    def x_of(self, position: int) -> float:
        """Return where the cursor stands for a position."""
        return _x(self.line_of(position).line, position)

    def within(self, span: Span) -> tuple[int, int] | None:
        """Return the part of a span in this paragraph, in Qt's positions."""
        first, last = self.paragraph.start, self.paragraph.end
        start, end = max(span.start, first) - first, min(span.end, last) - first
        if start >= end:
            return None
        return self.mapper.to_qt(start), self.mapper.to_qt(end)

    def boxes(self, span: Span) -> Iterator[QRectF]:
        """Yield what a span covers in this paragraph."""
        own = self.within(span)
        return self.rectangles(*own) if own else iter(())

    def rectangles(self, start: int, end: int) -> Iterator[QRectF]:
        """Yield what a range covers, a rectangle for each line or run of a line.

        A range that begins or ends inside a cluster (a letter and its accent, an
        emoji of several parts) is widened to cover it.
        """
        start, end = self._whole_clusters(start, end)
        for box in self.lines:
            if box.start < end and start < box.end:
                yield from self._line_rectangles(box, start, end)

    def _whole_clusters(self, start: int, end: int) -> tuple[int, int]:
        layout = self.layout
        if not layout.isValidCursorPosition(start):
            start = layout.previousCursorPosition(start)
        if not layout.isValidCursorPosition(end):
            end = layout.nextCursorPosition(end)
        return start, end

    def _line_rectangles(self, box: LineBox, start: int, end: int) -> Iterator[QRectF]:
        line = box.line
        start, end = max(start, box.start), min(end, box.end)
        top, height = line.y(), line.height()
        if self._is_bidirectional:
            for run in line.glyphRuns(start, end - start):
                bounds = run.boundingRect()
                yield QRectF(bounds.left(), top, bounds.width(), height)
            return
        left = _x(line, start)
        # Spaces that hang at the end of a wrapped line are not part of its look.
        right = min(_x(line, end), line.x() + line.naturalTextWidth())
        if right > left:
            yield QRectF(left, top, right - left, height)


class Layouts:
    """The paragraphs of one text at one width, with the height of each.

    Heights are estimates until a paragraph is laid out; `is_corrected` then tells
    that the total has changed.
    """

    def __init__(
        self, paragraphs: Paragraphs, styles: Styles, width: int, head: int
    ) -> None:
        self.paragraphs = paragraphs
        self.styles = styles
        self.width = width
        self.is_corrected = False
        self._head = head
        self._kept: OrderedDict[int, LaidOut] = OrderedDict()
        self.heights = Heights(self._estimates())

    def laid_out(self, index: int) -> LaidOut:
        """Return the paragraph as lines, laying it out if need be."""
        found = self._kept.get(index)
        if found:
            self._kept.move_to_end(index)
            return found
        paragraph = self.paragraphs[index]
        made = LaidOut(paragraph, self.styles.of(paragraph), self.width)
        self._kept[index] = made
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        self._correct(index, made.height + self._around(index))
        return made

    def before(self, index: int) -> int:
        """Return the space above a paragraph's first line; the head for the first."""
        if index == 0:
            return self._head
        if self.paragraphs[index - 1].goes_on:
            return 0
        return self.styles.of(self.paragraphs[index]).before

    def gap_above(self, index: int) -> int:
        """Return the space between a paragraph's first line and what is above it."""
        return self.before(index) + (self.after(index - 1) if index else 0)

    def after(self, index: int) -> int:
        """Return the space below a paragraph's last line."""
        if index == len(self.paragraphs) - 1:
            return SPACE_BELOW
        paragraph = self.paragraphs[index]
        return 0 if paragraph.goes_on else self.styles.of(paragraph).after

    def _around(self, index: int) -> int:
        return self.before(index) + self.after(index)

    def _estimates(self) -> list[int]:
        """Guess each height from how much there is to read; must be quick."""
        shapes = {}
        heights = []
        goes_on = False
        for paragraph in self.paragraphs.pieces:
            kind = paragraph.kind, paragraph.level
            if kind not in shapes:
                shapes[kind] = self._shape(paragraph)
            style, letters = shapes[kind]
            height = (len(paragraph.text) // letters + 1) * style.pitch
            height += 0 if goes_on else style.before
            goes_on = paragraph.goes_on
            heights.append(height if goes_on else height + style.after)
        heights[0] += self._head
        heights[-1] += SPACE_BELOW
        return heights

    def _shape(self, paragraph: Paragraph) -> tuple[ParagraphStyle, int]:
        """Return a paragraph's style and how many letters a line of it may hold."""
        style = self.styles.of(paragraph)
        return style, max(1, int((self.width - style.indent) / style.letter * 0.97))

    def _correct(self, index: int, height: int) -> None:
        if self.heights[index] != height:
            self.heights[index] = height
            self.is_corrected = True


def _x(line: QTextLine, position: int) -> float:
    return cast("tuple[float, int]", line.cursorToX(position))[0]


def _begins_right(text: str) -> bool:
    """Tell whether the first letter that has a direction runs to the left."""
    directions = (unicodedata.bidirectional(letter) for letter in text)
    return next((it for it in directions if it in _STRONG), "L") != "L"


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option
