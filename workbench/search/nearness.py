"""Which runs of words have several words, or groups of words, near each other.

It knows nothing of texts: words are numbers here, counted from the start.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

Run = tuple[int, int]
_Ways = Mapping[int, Sequence[tuple[int, int]]]


def smallest_runs(places: Sequence[Sequence[Run]], between: int) -> Iterator[Run]:
    """Yield the smallest runs of words in which every part has a place of its own.

    `places` says of each part where it may stand, each time on as many words; two
    parts with the same places are taken for the same part. At most `between` other
    words stand in a run, and no run has another inside it.
    """
    if not all(places):
        return
    if _are_single(places):
        yield from _without_runs_inside(list(_counted(places, between)))
        return
    ways: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
    for part, runs in enumerate(places):
        for start, end in runs:
            ways[start].append((part, end))
    before = [_last_same(places, part) for part in range(len(places))]
    longest = between + sum(runs[0][1] - runs[0][0] for runs in places)
    found = [
        (start, last)
        for start in sorted(ways)
        if (last := _end(start, start + longest, ways, before)) is not None
    ]
    yield from _without_runs_inside(found)


def _are_single(places: Sequence[Sequence[Run]]) -> bool:
    """Tell whether each part takes one word, which only the same part could take."""
    distinct = set(map(tuple, places))
    runs = [run for part in distinct for run in part]
    is_single = all(end == start + 1 for start, end in runs)
    return is_single and len(set(runs)) == len(runs)


def _counted(places: Sequence[Sequence[Run]], between: int) -> Iterator[Run]:
    """Yield runs by counting words: one way through them, however many parts."""
    first = [places.index(runs) for runs in places]
    words = sorted((start, part) for part in set(first) for start, _ in places[part])
    lacking, missing = Counter(first), len(places)
    behind = 0
    for start, part in words:
        while missing and behind < len(words):
            lacking[words[behind][1]] -= 1
            missing -= lacking[words[behind][1]] >= 0
            behind += 1
        if missing:
            return
        end = words[behind - 1][0] + 1
        if end - start <= between + len(places):
            yield start, end
        lacking[part] += 1
        missing += lacking[part] > 0


def _end(start: int, limit: int, ways: _Ways, before: Sequence[int]) -> int | None:
    """Return where the first run from `start` that has all parts ends.

    Goes from word to word with the sets of parts, as bits, that have a place by then.
    """
    wanted = (1 << len(before)) - 1
    reached: defaultdict[int, set[int]] = defaultdict(set)
    reached[start].add(0)
    for word in range(start, limit):
        for placed in reached.pop(word, ()):
            next_parts = [
                way for way in ways.get(word, ()) if _is_next(way[0], placed, before)
            ]
            for part, end in next_parts:
                reached[end].add(placed | 1 << part)
            # A part that takes this word alone leaves nothing to gain by waiting.
            if placed and all(end > word + 1 for _, end in next_parts):
                reached[word + 1].add(placed)
        if wanted in reached.get(word + 1, ()):
            return word + 1
    return None


def _is_next(part: int, placed: int, before: Sequence[int]) -> bool:
    """Tell whether a part waits for a place; the same parts get theirs in turn."""
    is_placed = placed >> part & 1
    return not is_placed and (before[part] < 0 or bool(placed >> before[part] & 1))


def _last_same(places: Sequence[Sequence[Run]], part: int) -> int:
    same = [it for it in range(part) if places[it] == places[part]]
    return same[-1] if same else -1


def _without_runs_inside(runs: Sequence[Run]) -> Iterator[Run]:
    """Yield the runs, in order of their starts, that have no other inside them."""
    kept: list[Run] = []
    for run in reversed(runs):
        if not kept or run[1] < kept[-1][1]:
            kept.append(run)
    return reversed(kept)
