"""Where things stand in the reading pane's viewport, left to right."""

from __future__ import annotations

from dataclasses import dataclass

LANE = 8
BAR = 4
LANES_SHOWN = 7
TEXT_GAP = 18
EDGE = 16
RIGHT_EDGE = 28
ROOM_FOR_LABELS = 56


@dataclass(frozen=True, slots=True)
class Page:
    """The text column from `left`, `width` wide; bars and their names before it."""

    left: int
    width: int
    lanes: int

    @property
    def bars_left(self) -> int:
        """Where the outermost bar stands."""
        return self.left - TEXT_GAP - self.lanes * LANE

    @property
    def shows_labels(self) -> bool:
        """Tell whether there is room for names beside the bars."""
        return self.bars_left - EDGE >= ROOM_FOR_LABELS

    def bar_x(self, lane: int) -> int:
        """Where the bar of a lane stands; lanes past the last share it."""
        return self.bars_left + min(lane, self.lanes - 1) * LANE


def arrange(view: int, column: int, lanes: int) -> Page:
    """Center a column of text in a view, with room for bars on its left."""
    shown = min(max(lanes, 1), LANES_SHOWN)
    gutter = EDGE + shown * LANE + TEXT_GAP
    width = max(120, min(column, view - gutter - RIGHT_EDGE))
    return Page(max(gutter, (view - width) // 2), width, shown)
