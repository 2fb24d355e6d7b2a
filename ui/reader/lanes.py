"""Which lane of the margin each passage has; a change moves only what it touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from itertools import count

from ui.painted import PaintedPassage
from workbench.text.layering import assign_lanes


class Lanes:
    """Gives passages that overlap different lanes.

    `ends` says by id how far their bars go. Passages come by start, of equal starts the
    longest first. Each has the lowest lane that is free where it starts. Adding and
    removing ends with the same lanes as beginning anew.
    """

    def __init__(
        self,
        ends: Mapping[int, int],
        passages: Sequence[PaintedPassage],
    ) -> None:
        self._ends = ends
        lanes = assign_lanes([(one.span.start, ends[one.id]) for one in passages])
        self._by_id = {
            passage.id: lane for passage, lane in zip(passages, lanes, strict=True)
        }
        self._used = Counter(lanes)

    @property
    def count(self) -> int:
        """How many lanes the deepest overlap needs."""
        return max(self._used, default=-1) + 1

    def of(self, passage: PaintedPassage) -> int:
        """Return a passage's lane; 0 is the one nearest to the text."""
        return self._by_id[passage.id]

    def add(
        self,
        before: Iterable[PaintedPassage],
        added: PaintedPassage,
        after: Iterable[PaintedPassage],
    ) -> list[PaintedPassage]:
        """Make room for a passage; return those that had to move.

        `before` must hold every passage that starts earlier and reaches over its start.
        """
        taken = self._taken_by(before)
        self._settle(taken, [added], added.span.start + 1)
        return self._settle(taken, after, self._ends[added.id])

    def remove(
        self,
        before: Iterable[PaintedPassage],
        removed: PaintedPassage,
        after: Iterable[PaintedPassage],
    ) -> list[PaintedPassage]:
        """Take a passage out; return those that moved into its room."""
        self._leave(self._by_id.pop(removed.id))
        until = self._ends[removed.id]
        return self._settle(self._taken_by(before), after, until)

    def _taken_by(self, passages: Iterable[PaintedPassage]) -> list[tuple[int, int]]:
        taken = [(self._ends[one.id], self._by_id[one.id]) for one in passages]
        heapify(taken)
        return taken

    def _settle(
        self,
        taken: list[tuple[int, int]],
        passages: Iterable[PaintedPassage],
        until: int,
    ) -> list[PaintedPassage]:
        """Give lanes again up to where all is as it was; return who moved."""
        moved = []
        for passage in passages:
            start, end = passage.span.start, self._ends[passage.id]
            if start >= until:
                break
            while taken and taken[0][0] <= start:
                heappop(taken)
            lane = _lowest_free(taken)
            if lane != self._by_id.get(passage.id):
                self._put(passage, lane)
                moved.append(passage)
                until = max(until, end)
            heappush(taken, (end, lane))
        return moved

    def _put(self, passage: PaintedPassage, lane: int) -> None:
        if passage.id in self._by_id:
            self._leave(self._by_id[passage.id])
        self._by_id[passage.id] = lane
        self._used[lane] += 1

    def _leave(self, lane: int) -> None:
        self._used[lane] -= 1
        if not self._used[lane]:
            del self._used[lane]


def _lowest_free(taken: Sequence[tuple[int, int]]) -> int:
    lanes = {lane for _, lane in taken}
    return next(lane for lane in count() if lane not in lanes)
