"""Lanes for stretches that overlap, so that each can be drawn beside the others."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush

from workbench.model.spans import Span


def assign_lanes(spans: Sequence[Span]) -> list[int]:
    """Give each span the lowest lane that is free where it starts.

    No two overlapping spans share a lane, and no more lanes are used than spans
    overlap at the deepest place. Of spans that start together the longer comes
    first. Lanes are in the order of `spans`; an empty span takes up one character.
    """
    lanes = [0] * len(spans)
    free: list[int] = []
    taken: list[tuple[int, int]] = []
    used = 0
    for index in sorted(range(len(spans)), key=lambda i: _longer_first(spans[i])):
        span = spans[index]
        while taken and taken[0][0] <= span.start:
            heappush(free, heappop(taken)[1])
        if not free:
            free.append(used)
            used += 1
        lane = lanes[index] = heappop(free)
        heappush(taken, (max(span.end, span.start + 1), lane))
    return lanes


def _longer_first(span: Span) -> tuple[int, int]:
    return span.start, -span.end
