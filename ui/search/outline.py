"""Which line of the list shows which hit: documents, and under the open ones theirs."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate


class Outline:
    """Counts lines and hits of groups, each with a line of its own above its hits.

    Numbers of lines and hits begin at 0; hits are counted through all groups, also
    where their group is closed.
    """

    def __init__(self, counts: Sequence[int] = ()) -> None:
        self._counts = counts
        self._closed: set[int] = set()
        self._first_hits = array("q", accumulate(counts, initial=0))
        self._first_lines = self._first_hits
        self._count_lines()

    @property
    def groups(self) -> int:
        """How many groups there are."""
        return len(self._counts)

    @property
    def hits(self) -> int:
        """How many hits there are in all groups."""
        return self._first_hits[-1]

    @property
    def lines(self) -> int:
        """How many lines are shown."""
        return self._first_lines[-1]

    def at(self, line: int) -> tuple[int, int | None]:
        """Return the group of a line, and its hit if it shows one."""
        group = bisect_right(self._first_lines, line) - 1
        beneath = line - self._first_lines[group] - 1
        return group, None if beneath < 0 else self._first_hits[group] + beneath

    def group_of(self, hit: int) -> int:
        """Return the group that a hit is in."""
        return bisect_right(self._first_hits, hit) - 1

    def hits_of(self, group: int) -> range:
        """Return the numbers of a group's hits."""
        return range(self._first_hits[group], self._first_hits[group + 1])

    def line_of_group(self, group: int) -> int:
        """Return the line that names a group."""
        return self._first_lines[group]

    def line_of(self, hit: int) -> int:
        """Return the line of a hit or, while its group is closed, that of the group."""
        group = self.group_of(hit)
        line = self._first_lines[group]
        if group in self._closed:
            return line
        return line + 1 + hit - self._first_hits[group]

    def is_open(self, group: int) -> bool:
        """Tell whether a group's hits are shown."""
        return group not in self._closed

    def set_open(self, group: int, *, is_open: bool) -> None:
        """Show a group's hits, or only its own line."""
        if is_open:
            self._closed.discard(group)
        else:
            self._closed.add(group)
        self._count_lines()

    def _count_lines(self) -> None:
        shown = (
            1 + (0 if group in self._closed else count)
            for group, count in enumerate(self._counts)
        )
        self._first_lines = array("q", accumulate(shown, initial=0))
