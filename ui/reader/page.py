"""Where things stand in the reading pane's viewport, left to right."""

from __future__ import annotations

from dataclasses import dataclass

LANES_SHOWN = 12
_USUAL_LANES = 7
TEXT_GAP = 18
EDGE = 16
RIGHT_EDGE = 36
ROOM_FOR_LABELS = 64


@dataclass(frozen=True, slots=True)
class Page:
    """The text column from `left`, `width` wide; before it numbers, bars, names.

    Lanes are counted from the text outwards, so that a new one moves no other.
    """

    left: int
    width: int
    lanes: int
    numbers: int = 0

    @property
    def lane(self) -> int:
        """How wide a lane is; many stand closer together."""
        return 8 if self.lanes <= _USUAL_LANES else 6

    @property
    def bar(self) -> int:
        """How wide a bar is."""
        return self.lane // 2

    @property
    def bars_right(self) -> int:
        """Where the lanes end, before the text and its numbers."""
        return self.left - TEXT_GAP - self.numbers

    @property
    def shows_labels(self) -> bool:
        """Tell whether there is room for names beside the bars."""
        return self.bar_x(self.lanes - 1) - EDGE >= ROOM_FOR_LABELS

    def bar_x(self, lane: int) -> int:
        """Where the bar of a lane stands; lanes past the last share it."""
        return self.bars_right - (min(lane, self.lanes - 1) + 1) * self.lane

    def lane_at(self, x: float) -> int:
        """Return the lane at a point, -1 beside them all."""
        lane = int((self.bars_right - self.lane // 4 - x) // self.lane)
        return lane if 0 <= lane < self.lanes else -1


def arrange(
    view: int, column: int, lanes: int, numbers: int = 0, right: int = 0
) -> Page:
    """Center a column of text in a view, with room for bars on its left.

    `right` is what stands on its right, where that needs more room than is usual.
    """
    page = Page(0, 0, min(max(lanes, 1), LANES_SHOWN), numbers)
    gutter = EDGE - page.bar_x(page.lanes - 1)
    right = max(right, RIGHT_EDGE)
    width = max(120, min(column, view - gutter - right))
    left = max(gutter, min((view - width) // 2, view - width - right))
    return Page(left, width, page.lanes, numbers)
