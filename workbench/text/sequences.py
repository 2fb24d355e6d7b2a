"""What two sequences have in common: ends, unique stretches, order, alignment."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

Run = tuple[int, int, int]
"""Where it starts in the old sequence, in the new one, and how long it is."""


def by_new(run: Run) -> tuple[int, int]:
    """Order runs by where they stand in the new sequence."""
    return run[1], run[1] + run[2]


def hash_grams(ids: list[int], length: int) -> list[int]:
    """Return a number for each run of `length` tokens; a few may share one."""
    shifted = (islice(ids, start, None) for start in range(length))
    # `list(map(…))` would not let other threads in between.
    return [hash(it) for it in zip(*shifted, strict=False)]


def heaviest_chain(runs: list[Run]) -> list[Run]:
    """Return the most tokens that keep their order; `runs` come by the old text."""
    starts: list[int] = []
    best: list[tuple[int, int]] = []
    before: list[int] = []
    for index, (_, j, size) in enumerate(runs):
        at = bisect_left(starts, j)
        weight = size + (best[at - 1][0] if at else 0)
        before.append(best[at - 1][1] if at else -1)
        last = at
        while last < len(best) and best[last][0] <= weight:
            last += 1
        starts[at:last], best[at:last] = [j], [(weight, index)]
    chain = []
    index = best[-1][1] if best else -1
    while index >= 0:
        chain.append(runs[index])
        index = before[index]
    return chain[::-1]


def align(left: Sequence[int], right: Sequence[int]) -> list[Run]:
    """Return the equal stretches of the cheapest way from one to the other."""
    from rapidfuzz.distance import LCSseq  # start-up does not pay for it

    blocks = LCSseq.editops(left, right).as_matching_blocks()
    return [(it.a, it.b, it.size) for it in blocks if it.size]


def free_stretches(taken: bytearray) -> Iterator[tuple[int, int]]:
    """Yield from where to where nothing is taken."""
    at = taken.find(0)
    while at >= 0:
        end = at + room_after(taken, at)
        yield at, end
        at = taken.find(0, end)


def unique(
    ids: list[int], stretches: Iterable[tuple[int, int]],
    length: int,
) -> dict[int, int]:  # fmt: skip
    """Return where each run of `length` tokens stands that is there just once."""
    hashes: list[int] = []
    places: list[int] = []
    for first, last in stretches:
        if last - first >= length:
            hashes += hash_grams(ids[first:last], length)
            places += range(first, last - length + 1)
    counts = Counter(hashes)
    return {it: at for it, at in zip(hashes, places, strict=True) if counts[it] == 1}


def joined(old: dict[int, int], new: dict[int, int], length: int) -> list[Run]:
    """Return what stands once in both, with neighbors put together."""
    runs: list[Run] = []
    for i, j in sorted((at, new[it]) for it, at in old.items() if it in new):
        if runs:
            i0, j0, size = runs[-1]
            if i - i0 == j - j0 and i <= i0 + size:
                runs[-1] = i0, j0, i - i0 + length
                continue
        runs.append((i, j, length))
    return runs


def shared_prefix(
    one: Sequence[object], i: int, other: Sequence[object], j: int, limit: int
) -> int:
    """Return how many items are equal from `i` and `j` on, at most `limit`."""
    size, step = 0, 16
    while size < limit:
        step = min(step, limit - size)
        if one[i + size : i + size + step] == other[j + size : j + size + step]:
            size, step = size + step, step * 2
        else:
            limit, step = size + step - 1, max(1, step // 2)
    return size


def shared_suffix(
    one: Sequence[object], i: int, other: Sequence[object], j: int, limit: int
) -> int:
    """Return how many items are equal before `i` and `j`, at most `limit`."""
    size, step = 0, 16
    while size < limit:
        step = min(step, limit - size)
        if one[i - size - step : i - size] == other[j - size - step : j - size]:
            size, step = size + step, step * 2
        else:
            limit, step = size + step - 1, max(1, step // 2)
    return size


def room_after(taken: bytearray, at: int) -> int:
    """Return how many items from `at` on are not taken."""
    found = taken.find(1, at)
    return (found if found >= 0 else len(taken)) - at
