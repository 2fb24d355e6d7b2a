"""Which lane of the margin each passage has; a change moves only its neighbors."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from ui.reader.model import PaintedPassage, longer_first
from workbench.text.layering import assign_lanes, overlapping_groups

Stretch = tuple[int, int]


@dataclass(frozen=True, slots=True)
class _Group:
    """Passages whose stretches overlap in a chain, from `start` to `end`."""

    start: int
    end: int
    lanes: int
    passages: Sequence[PaintedPassage]


class Lanes:
    """Gives passages that overlap different lanes; `stretch_of` says how far they go.

    Passages come by start, of equal starts the longest first. Adding and removing
    ends with the same lanes as beginning anew.
    """

    def __init__(
        self,
        stretch_of: Callable[[PaintedPassage], Stretch],
        passages: Sequence[PaintedPassage],
    ) -> None:
        self._stretch_of = stretch_of
        self._by_id: dict[int, int] = {}
        self._groups = list(self._grouped(passages))

    @property
    def count(self) -> int:
        """How many lanes the deepest overlap needs."""
        return max((group.lanes for group in self._groups), default=0)

    def of(self, passage: PaintedPassage) -> int:
        """Return a passage's lane; 0 is the outermost."""
        return self._by_id[passage.id]

    def add(self, passage: PaintedPassage) -> None:
        """Make room for a passage; groups that it bridges become one."""
        around = self._around(passage)
        passages = list(self._passages(around))
        insort(passages, passage, key=longer_first)
        self._groups[around] = self._grouped(passages)

    def remove(self, passage: PaintedPassage) -> None:
        """Take a passage out; the group it was in may fall apart."""
        around = self._around(passage)
        left = [other for other in self._passages(around) if other.id != passage.id]
        del self._by_id[passage.id]
        self._groups[around] = self._grouped(left)

    def _around(self, passage: PaintedPassage) -> slice:
        """Find the groups that a passage's stretch touches."""
        start, end = self._stretch_of(passage)
        first = bisect_right(self._groups, start, key=lambda group: group.end)
        after = bisect_left(self._groups, end, key=lambda group: group.start)
        return slice(first, after)

    def _passages(self, groups: slice) -> Iterable[PaintedPassage]:
        return (one for group in self._groups[groups] for one in group.passages)

    def _grouped(self, passages: Sequence[PaintedPassage]) -> Iterator[_Group]:
        stretches = [self._stretch_of(passage) for passage in passages]
        lanes = assign_lanes(stretches)
        for passage, lane in zip(passages, lanes, strict=True):
            self._by_id[passage.id] = lane
        for own in overlapping_groups(stretches):
            end = max(end for _, end in stretches[own])
            used = max(lanes[own]) + 1
            yield _Group(stretches[own.start][0], end, used, passages[own])
