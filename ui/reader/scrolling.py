"""Which paragraphs stand in view, and where: the page hung on one paragraph.

Hanging it on a paragraph rather than on a height keeps the text still while
estimated heights elsewhere are corrected.
"""

from __future__ import annotations

from dataclasses import dataclass

from ui.reader.layouts import LaidOut, Layouts


@dataclass(frozen=True, slots=True)
class Placed:
    """A paragraph in view; `y` is the top of its first line in the viewport."""

    index: int
    laid_out: LaidOut
    y: int

    @property
    def bottom(self) -> int:
        """Where its last line ends."""
        return self.y + self.laid_out.height


class Scroller:
    """A window `view` pixels high on the laid out text."""

    def __init__(self, layouts: Layouts, view: int) -> None:
        self.layouts = layouts
        self.view = view
        self._index = 0
        self._inside = 0

    @property
    def top(self) -> int:
        """How far the view is from the beginning, as far as heights are known."""
        return self.layouts.heights.above(self._index) + self._inside

    @property
    def range(self) -> int:
        """How far it can be scrolled."""
        return max(0, self.layouts.heights.total - self.view)

    def move_to(self, top: int) -> None:
        """Scroll to a distance from the beginning.

        A short way goes over real heights, a long one over estimates.
        """
        way = top - self.top
        if abs(way) < self.view:
            self._move(way)
        else:
            self._index, self._inside = self.layouts.heights.find(max(0, top))

    def put(self, index: int, inside: int, at: int) -> None:
        """Bring the place `inside` pixels below a paragraph's top to height `at`."""
        self.layouts.laid_out(index)
        self._index, self._inside = index, inside
        self._move(-at)

    def visible(self) -> list[Placed]:
        """Lay out what is in view, from the top down."""
        placed, bottom = self._fill()
        if bottom < self.view and self.top > 0:
            self._move(bottom - self.view)
            placed, _ = self._fill()
        return placed

    def _fill(self) -> tuple[list[Placed], int]:
        placed = []
        y = -self._inside
        index = self._index
        while index < len(self.layouts.paragraphs) and y < self.view:
            laid_out = self.layouts.laid_out(index)
            placed.append(Placed(index, laid_out, y + self.layouts.before(index)))
            y += self.layouts.heights[index]
            index += 1
        return placed, y

    def _move(self, way: int) -> None:
        layouts, index, inside = self.layouts, self._index, self._inside + way
        while inside < 0 and index > 0:
            index -= 1
            layouts.laid_out(index)
            inside += layouts.heights[index]
        layouts.laid_out(index)
        while index < len(layouts.paragraphs) - 1 and inside >= layouts.heights[index]:
            inside -= layouts.heights[index]
            index += 1
            layouts.laid_out(index)
        self._index, self._inside = index, max(0, inside)
