"""Sorts very much in small steps, so that other threads can go on.

One call of `sort` holds the interpreter for as long as it takes.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import merge
from itertools import islice
from typing import Any, Final, TypeVar

Item = TypeVar("Item")

SLICE: Final = 20_000
PART: Final = 2_000


def ordered(
    lines: Sequence[int],
    ranks: Sequence[int],
    count: int,
    step: Callable[[int], None],
) -> array[int]:
    """Return the lines by their ranks, those of equal rank as they stood.

    Ranks are less than `count`; `step` is told of how many lines were dealt with.
    """
    piles: dict[int, array[int]] = {}
    for start in range(0, len(lines), SLICE):
        some = lines[start : start + SLICE]
        for line in some:
            rank = ranks[line]
            if rank in piles:
                piles[rank].append(line)
            else:
                piles[rank] = array("q", (line,))
        step(len(some))
    result = array("q")
    for rank in range(count):
        if rank in piles:
            result.extend(piles[rank])
    return result


def taken(value_of: Callable[[int], int], lines: Sequence[int]) -> array[int]:
    """Return the value of each line."""
    result = array("q")
    for start in range(0, len(lines), SLICE):
        result.extend(map(value_of, lines[start : start + SLICE]))
    return result


def in_order(values: Iterable[Item], key: Callable[[Item], Any]) -> Iterator[Item]:
    """Yield values in the order of their keys."""
    rest = iter(values)
    slices = iter(lambda: sorted(islice(rest, PART), key=key), [])
    return merge(*slices, key=key)
