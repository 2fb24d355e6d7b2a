"""Lanes for stretches that overlap, so that each can be drawn beside the others."""

from __future__ import annotations

from collections.abc import Sequence
from heapq import heappop, heappush


def assign_lanes(stretches: Sequence[tuple[int, int]]) -> list[int]:
    """Give each stretch (start, end) the lowest lane that is free where it starts.

    No two overlapping ones share a lane, and no more lanes are used than overlap at
    the deepest place. Of those that start together the longer comes first. Lanes are
    in the order of `stretches`; an empty stretch takes up one character.
    """
    lanes = [0] * len(stretches)
    free: list[int] = []
    taken: list[tuple[int, int]] = []
    used = 0
    for start, negative_end, index in sorted(
        [(start, -end, index) for index, (start, end) in enumerate(stretches)]
    ):
        while taken and taken[0][0] <= start:
            heappush(free, heappop(taken)[1])
        if not free:
            free.append(used)
            used += 1
        lane = lanes[index] = heappop(free)
        heappush(taken, (max(-negative_end, start + 1), lane))
    return lanes
