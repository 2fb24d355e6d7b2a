"""Lets what came or went begin where a line or a sentence does.

Where a sentence stands twice, a copy of it can be cut out anywhere between the two. An
alignment word by word cuts in the middle of both, and no sentence would be whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Final

from workbench.text.sequences import Run, by_new, shared_prefix, shared_suffix
from workbench.text.tokens import Tokens

_STOPS: Final = frozenset(".!?…。！？")


class Side:
    """One of the two texts."""

    def __init__(self, text: str, tokens: Tokens) -> None:
        self._text = text
        self.tokens = tokens

    def best(self, places: Iterable[int], usual: int) -> int:
        """Return the token that is best begun with, of equal ones the nearest."""
        return max(places, key=lambda at: (self._rank(at), -abs(at - usual)))

    def _rank(self, at: int) -> int:
        """Tell what begins with a token: a line (2), a sentence (1), or nothing."""
        if at == 0:
            return 2
        spans = self.tokens.spans
        end, start = spans[at - 1][1], spans[at][0]
        if "\n" in self._text[end:start]:
            return 2
        return int(start > end and self._text[end - 1] in _STOPS)


def slid(runs: Sequence[Run], old: Side, new: Side) -> list[Run]:
    """Return runs, which come by the old text, with their ends at better places."""
    kept = list(runs)
    in_new = sorted(range(len(kept)), key=lambda at: by_new(kept[at]))
    for at, follower in pairwise(in_new):
        if follower == at + 1:
            by = _way(kept[at], kept[follower], old, new)
            kept[at], kept[follower] = _moved(kept[at], kept[follower], by)
    return [it for it in kept if it[2]]


def _way(one: Run, other: Run, old: Side, new: Side) -> int:
    """Return how many tokens what came or went between two runs should move on."""
    gone, come = other[0] - one[0] - one[2], other[1] - one[1] - one[2]
    if bool(gone) == bool(come):
        return 0
    side, start = (new, one[1] + one[2]) if come else (old, one[0] + one[2])
    ids, size = side.tokens.ids, gone + come
    back = shared_suffix(ids, start, ids, start + size, min(one[2], size))
    on = shared_prefix(ids, start, ids, start + size, min(other[2], size))
    if not back and not on:
        return 0
    return side.best(range(start - back, start + on + 1), start) - start


def _moved(one: Run, other: Run, by: int) -> tuple[Run, Run]:
    return (
        (one[0], one[1], one[2] + by),
        (other[0] + by, other[1] + by, other[2] - by),
    )
