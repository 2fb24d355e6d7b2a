"""The characters of a page at their places, in lines: what is where, and under what.

Points and boxes are in the page's own points, from its left upper corner. Offsets are
those of the whole text. A character without a place belongs to the line before it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.model.spans import Span
from workbench.text.boxes import NOWHERE, Box

_LEAST_OVERLAP: Final = 0.4
_WIDEST_GAP: Final = 4.0
"""Line heights between two characters of one line; columns are further apart."""


@dataclass(frozen=True, slots=True)
class Line:
    """Characters that stand side by side, and the box around them."""

    span: Span
    box: Box


class PageLines:
    """One page of a text; `boxes` has one for each character of the page's span."""

    def __init__(self, span: Span, boxes: Sequence[Box]) -> None:
        self.span = span
        self._boxes = boxes[: len(span)]
        self.lines = list(_lines(span.start, self._boxes))
        self._starts = [line.span.start for line in self.lines]

    def boxes(self, span: Span) -> list[Box]:
        """Return what a stretch of the text covers on this page: one box a line."""
        found = []
        for line in self.lines[self._number_at(span.start) :]:
            if line.span.start >= span.end:
                break
            if extent := self._extent(line, span):
                _, top, _, bottom = line.box
                found.append((extent[0], top, extent[1], bottom))
        return found

    def character_at(self, x: float, y: float) -> int | None:
        """Return the character at a point, or that nearest to it; None without any."""
        line = self.line_near(x, y)
        return None if line is None else self._nearest_in(line, x)

    def caret_at(self, x: float, y: float) -> int | None:
        """Return where a caret comes to by a click: before or after a character."""
        line = self.line_near(x, y)
        return None if line is None else self.caret_in(line, x)

    def caret_in(self, line: Line, x: float) -> int:
        """Return where in a line a caret is nearest to `x`."""
        at = self._nearest_in(line, x)
        left, _, right, _ = self._box(at)
        is_behind = x > (left + right) / 2
        return at + 1 if is_behind != self._runs_left(line) else at

    def caret_box(self, offset: int) -> Box | None:
        """Return where a caret stands, a box without a width; None without a line."""
        if not self.lines:
            return None
        line = self.line_of(offset)
        placed = self._placed(line)
        behind = next((it for it in placed if it >= offset), None)
        left, _, right, _ = self._box(placed[-1] if behind is None else behind)
        x = left if (behind is None) == self._runs_left(line) else right
        return x, line.box[1], x, line.box[3]

    def line_of(self, offset: int) -> Line:
        """Return the line that an offset stands in; there must be one."""
        return self.lines[self._number_at(offset)]

    def end_of(self, line: Line, *, is_end: bool) -> int:
        """Return where a line begins, or ends behind its last placed character."""
        placed = self._placed(line)
        return placed[-1] + 1 if is_end else placed[0]

    def neighbor(self, line: Line, step: int) -> Line | None:
        """Return the line so many further in the order of reading, if there is one."""
        number = self._starts.index(line.span.start) + step
        return self.lines[number] if 0 <= number < len(self.lines) else None

    def line_near(self, x: float, y: float) -> Line | None:
        """Return the line at a point, or that nearest to it; None without any."""
        return min(self.lines, key=lambda it: _distance(it.box, x, y), default=None)

    def _number_at(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def _box(self, offset: int) -> Box:
        return self._boxes[offset - self.span.start]

    def _placed(self, line: Line) -> list[int]:
        span = line.span
        return [it for it in range(span.start, span.end) if self._box(it) != NOWHERE]

    def _nearest_in(self, line: Line, x: float) -> int:
        return min(self._placed(line), key=lambda it: _from_center(self._box(it), x))

    def _runs_left(self, line: Line) -> bool:
        placed = self._placed(line)
        return self._box(placed[0])[0] > self._box(placed[-1])[0]

    def _extent(self, line: Line, span: Span) -> tuple[float, float] | None:
        first, end = max(line.span.start, span.start), min(line.span.end, span.end)
        boxes = [it for it in map(self._box, range(first, end)) if it != NOWHERE]
        if not boxes:
            return None
        return min(it[0] for it in boxes), max(it[2] for it in boxes)


def _lines(start: int, boxes: Sequence[Box]) -> Iterator[Line]:
    """Yield runs of characters that stand side by side; quick, for pages are many."""
    first, around, last = 0, NOWHERE, NOWHERE
    for number, box in enumerate(boxes):
        if box == NOWHERE:
            continue
        if around == NOWHERE:
            around = box
        elif _goes_on(around, last, box):
            if box[1] >= around[1] and box[3] <= around[3] and box[0] >= around[0]:
                around = (around[0], around[1], max(around[2], box[2]), around[3])
            else:
                around = _united(around, box)
        else:
            yield Line(Span(start + first, start + number), around)
            first, around = number, box
        last = box
    if around != NOWHERE:
        yield Line(Span(start + first, start + len(boxes)), around)


def _goes_on(line: Box, last: Box, box: Box) -> bool:
    """Tell whether a character stands in the same line as the one before it."""
    left, top, right, bottom = box
    if top == last[1] and bottom == last[3] and 0 <= left - last[2] <= bottom - top:
        return True  # As nearly all do.
    height = max(min(line[3] - line[1], bottom - top), 0.25)
    shared = min(line[3], bottom) - max(line[1], top)
    gap = max(left - last[2], last[0] - right)
    return shared >= _LEAST_OVERLAP * height and gap <= _WIDEST_GAP * height


def _united(a: Box, b: Box) -> Box:
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def _distance(box: Box, x: float, y: float) -> tuple[float, float]:
    """Order lines by how far they are from a point, of those over it by the middle."""
    aside = max(box[0] - x, 0.0, x - box[2])
    over = max(box[1] - y, 0.0, y - box[3])
    return aside * aside + over * over, abs(y - (box[1] + box[3]) / 2)


def _from_center(box: Box, x: float) -> float:
    return abs(x - (box[0] + box[2]) / 2)
