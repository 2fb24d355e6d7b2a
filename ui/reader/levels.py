"""At which height of the view an offset stands, and which offset stands at a height.

Offsets may lie between two letters here: what scrolls along with another text moves
evenly then, also over lines and the gaps between paragraphs. -1 is the very top, above
the head; one more than the last offset is the very bottom.
"""

from __future__ import annotations

from math import floor

from ui.reader.layouts import LaidOut, LineBox
from ui.reader.scrolling import Scroller
from workbench.model.spans import Span


class Levels:
    """A look at a text as it is scrolled now; make another one after the next move."""

    def __init__(self, scroller: Scroller) -> None:
        self._scroller = scroller
        self._layouts = scroller.layouts
        self._paragraphs = scroller.layouts.paragraphs
        self._visible = scroller.visible()
        self._placed = {it.index: it for it in self._visible}

    @property
    def end(self) -> int:
        """Where the last paragraph ends."""
        return self._paragraphs[-1].end

    @property
    def depth(self) -> float:
        """At which height one reads: the first line at the top, the last at the end.

        In between it is a third of the view.
        """
        view, way, top = self._scroller.view, self._scroller.range, self._scroller.top
        if way < view:
            return view * top / way if way else 0
        return max(min(view / 3, top), view - (way - top))

    def in_view(self) -> Span:
        """Return the stretch of the text that is in view."""
        start = floor(self.offset_at(0))
        return Span(max(0, start), max(0, start, floor(self.offset_at(self._view)) + 1))

    def offset_at(self, y: float) -> float:
        """Return which offset stands at a height of the view."""
        placed = next((it for it in self._visible if y < it.bottom), self._visible[-1])
        paragraph, laid_out = placed.laid_out.paragraph, placed.laid_out
        if y < placed.y:
            before = self._end_before(placed.index)
            gap = max(1, self._layouts.gap_above(placed.index))
            share = min(1.0, (placed.y - y) / gap)
            return paragraph.start - share * (paragraph.start - before)
        if y >= placed.bottom:
            return paragraph.end + min(1.0, (y - placed.bottom) / self._gap_below())
        line = laid_out.line_at_y(y - placed.y)
        start, end = _ends(laid_out, line)
        share = (y - placed.y - line.top) / line.height
        return paragraph.start + start + share * (end - start)

    def put(self, offset: float, y: float) -> None:
        """Scroll so that an offset stands at a height, as far as the text reaches."""
        index, inside = self._stands_at(offset)
        self._scroller.put(index, round(inside), round(y))

    def extent(self, span: Span) -> tuple[int, int]:
        """Return from where to where a span goes; guessed where it is out of view."""
        last = max(span.start, span.end - 1)
        return self._height_of(span.start)[0], self._height_of(last)[1]

    @property
    def _view(self) -> int:
        return self._scroller.view

    def _height_of(self, offset: int) -> tuple[int, int]:
        """Return where the line of an offset begins and ends."""
        offset = self._paragraphs.nearest(offset)
        index = self._paragraphs.at(offset)
        placed = self._placed.get(index)
        if placed is None:
            return self._guessed(index, offset)
        laid_out = placed.laid_out
        inside = offset - laid_out.paragraph.start
        line = laid_out.line_of(laid_out.mapper.to_qt(inside))
        return placed.y + line.top, placed.y + line.top + line.height

    def _guessed(self, index: int, offset: int) -> tuple[int, int]:
        heights, paragraph = self._layouts.heights, self._paragraphs[index]
        share = (offset - paragraph.start) / max(1, len(paragraph.text))
        y = heights.above(index) - self._scroller.top + share * heights[index]
        return round(y), round(y)

    def _stands_at(self, offset: float) -> tuple[int, float]:
        """Return an offset's paragraph, and how far below the top of that it stands."""
        layouts, paragraphs = self._layouts, self._paragraphs
        index = paragraphs.at(max(0, floor(offset)))
        paragraph, laid_out = paragraphs[index], layouts.laid_out(index)
        before = layouts.before(index)
        if offset < paragraph.start:
            return index, before * (offset + 1) / (paragraph.start + 1)
        if offset > paragraph.end:
            bottom = before + laid_out.height
            if index == len(paragraphs) - 1:
                share = min(1.0, offset - paragraph.end)
                return index, bottom + share * self._gap_below()
            way = paragraphs[index + 1].start - paragraph.end
            share = (offset - paragraph.end) / way
            return index, bottom + share * layouts.gap_above(index + 1)
        return index, before + _inside(laid_out, offset - paragraph.start)

    def _end_before(self, index: int) -> int:
        return self._paragraphs[index - 1].end if index else -1

    def _gap_below(self) -> int:
        return self._layouts.after(len(self._paragraphs) - 1)


def _inside(laid_out: LaidOut, offset: float) -> float:
    """Return how far below a paragraph's first line an offset of it stands."""
    line = laid_out.line_of(laid_out.mapper.to_qt(floor(offset)))
    start, end = _ends(laid_out, line)
    share = (offset - start) / (end - start) if end > start else 0
    return line.top + min(1.0, max(0.0, share)) * line.height


def _ends(laid_out: LaidOut, line: LineBox) -> tuple[int, int]:
    return laid_out.mapper.from_qt(line.start), laid_out.mapper.from_qt(line.end)
