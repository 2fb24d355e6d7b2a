"""Brings places of the text into view, and says where they stand in it."""

from __future__ import annotations

from PySide6.QtCore import QRect

from ui.reader.motions import Motions
from ui.reader.paragraphs import Paragraphs
from ui.reader.scrolling import Scroller
from workbench.model.spans import Span

_COMFORT = 32


class View:
    """Knows offsets and pixels; points are the viewport's."""

    def __init__(self, scroller: Scroller, left: int) -> None:
        self.attach(scroller, left)

    def attach(self, scroller: Scroller, left: int) -> None:
        """Look at text that was laid out anew, its column `left` from the edge."""
        self.motions = Motions(scroller.layouts)
        self.left = left
        self._scroller = scroller
        self._layouts = scroller.layouts

    @property
    def paragraphs(self) -> Paragraphs:
        """The text that is looked at."""
        return self._layouts.paragraphs

    def position(self) -> int:
        """Return the offset of the first line in view, 0 at the very top."""
        if self._scroller.top == 0:
            return 0
        placed = self._scroller.visible()[0]
        line = placed.laid_out.line_at_y(-placed.y)
        inside = placed.laid_out.mapper.from_qt(line.start)
        return placed.laid_out.paragraph.start + inside

    def restore(self, position: int) -> None:
        """Come back to what `position` returned."""
        if position == 0:
            self._scroller.put(0, 0, 0)
        else:
            index, inside, _ = self._stands_at(position)
            self._scroller.put(index, inside, 0)

    def center(self, span: Span) -> None:
        """Bring a span into the middle; of one that is too long, the beginning."""
        index, inside, height = self._stands_at(span.start)
        extent = self._extent(span, height)
        self._scroller.put(index, inside, max(_COMFORT, (self._height - extent) // 2))

    def show(self, offset: int) -> None:
        """Scroll as little as needed to have an offset in view."""
        index, inside, height = self._stands_at(offset)
        y = self._y_of(offset)
        lowest = self._height - height - _COMFORT // 2
        if y is None:
            is_above = index <= self._scroller.visible()[0].index
            self._scroller.put(index, inside, _COMFORT if is_above else lowest)
        elif y < _COMFORT // 2:
            self._scroller.put(index, inside, _COMFORT // 2)
        elif y > lowest:
            self._scroller.put(index, inside, lowest)

    def shows(self, span: Span) -> bool:
        """Tell whether the whole span is in view."""
        top = self._y_of(span.start)
        bottom = self._y_of(max(span.start, span.end - 1))
        if top is None or bottom is None:
            return False
        return top >= 0 and bottom + _COMFORT <= self._height

    def offset_at(self, x: float, y: float) -> int:
        """Return the offset nearest to a point."""
        visible = self._scroller.visible()
        found = next((p for p in visible if y < p.bottom + 6), visible[-1])
        return self.motions.at_point(found.index, x - self.left, y - found.y)

    def caret_box(self, offset: int) -> QRect | None:
        """Return where a caret would stand; None if its paragraph is out of view."""
        y = self._y_of(offset)
        if y is None:
            return None
        place = self.motions.place(offset)
        return QRect(self.left + round(place.x), y, 1, place.line.height)

    def point_below(self, offset: int) -> tuple[int, int]:
        """Return where something about an offset may open; inside the view."""
        place = self.motions.place(offset)
        y = self._y_of(offset)
        below = self._height // 2 if y is None else y + place.line.height
        return self.left + int(place.x), min(max(below, 0), self._height)

    @property
    def _height(self) -> int:
        return self._scroller.view

    def _stands_at(self, offset: int) -> tuple[int, int, int]:
        """Return an offset's paragraph, its line's top inside it and its height."""
        place = self.motions.place(offset)
        top = self._layouts.before(place.index) + place.line.top
        return place.index, top, place.line.height

    def _extent(self, span: Span, line: int) -> int:
        first, first_top, _ = self._stands_at(span.start)
        last, last_top, _ = self._stands_at(max(span.start, span.end - 1))
        heights = self._layouts.heights
        return heights.above(last) + last_top - heights.above(first) - first_top + line

    def _y_of(self, offset: int) -> int | None:
        index, inside, _ = self._stands_at(offset)
        for placed in self._scroller.visible():
            if placed.index == index:
                return placed.y - self._layouts.before(index) + inside
        return None
