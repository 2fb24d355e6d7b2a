"""Where the parts of a concordance line stand: the same for every line of a view."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect

MARGIN = 14
TICK = 14
GAP = 12
TITLE_SHARE, LEAST_TITLE, WIDEST_TITLE = 0.16, 90, 230
MATCH_SHARE, LEAST_MATCH = 0.3, 48


@dataclass(frozen=True, slots=True)
class Parts:
    """The rooms of one line: box to tick, title, words before, match, words after."""

    tick: QRect
    title: QRect
    left: QRect
    match: QRect
    right: QRect


def parts_of(rect: QRect, longest_match: int) -> Parts:
    """Divide the room of a line; the match stands in the exact middle of the text."""
    tick = QRect(rect.x() + MARGIN, rect.center().y() - TICK // 2 + 1, TICK, TICK)
    title_width = int(rect.width() * TITLE_SHARE)
    title_width = min(max(title_width, LEAST_TITLE), WIDEST_TITLE)
    title = _cut(rect, tick.right() + GAP, title_width)
    start = title.right() + GAP
    room = max(rect.right() - MARGIN - start, 0)
    match_width = max(min(longest_match, int(room * MATCH_SHARE)), LEAST_MATCH)
    side = max((room - match_width) // 2, 0)
    left = _cut(rect, start, side - GAP // 2)
    match = _cut(rect, start + side, match_width)
    right = _cut(rect, match.right() + 1 + GAP // 2, side - GAP // 2)
    return Parts(tick, title, left, match, right)


def _cut(rect: QRect, x: int, width: int) -> QRect:
    return QRect(x, rect.y(), max(width, 0), rect.height())
