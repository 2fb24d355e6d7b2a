"""What two sentences share: runs of equal words, and the best chain of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from heapq import nlargest

from workbench.text.sequences import Run

_REPEATED = 4
"""A word that stands more often in a sentence begins no run."""
_MOST_WEIGHED = 200
_MOST_RUNS = 60


def shared_runs(
    left: Sequence[str], right: Sequence[str], is_start: Callable[[str], bool]
) -> list[Run]:
    """Return the longest runs of equal words around each word that may start one."""
    places: dict[str, list[int]] = {}
    for j, word in enumerate(right):
        places.setdefault(word, []).append(j)
    runs: list[Run] = []
    reached: dict[int, int] = {}
    for i, word in enumerate(left):
        if word not in places or not is_start(word):
            continue
        for j in places[word][:_REPEATED]:
            if reached.get(i - j, -1) <= i:
                run = _around(left, right, i, j)
                reached[i - j] = run[0] + run[2]
                runs.append(run)
    return runs


def _around(left: Sequence[str], right: Sequence[str], i: int, j: int) -> Run:
    first = 0
    while i - first and j - first and left[i - first - 1] == right[j - first - 1]:
        first += 1
    last, room = 1, min(len(left) - i, len(right) - j)
    while last < room and left[i + last] == right[j + last]:
        last += 1
    return i - first, j - first, first + last


def best_chain(
    runs: list[Run], weight: Callable[[Run], float], gap: float
) -> tuple[float, list[Run]]:
    """Return the runs in order that weigh most; each word left out costs `gap`."""
    if len(runs) > _MOST_WEIGHED:
        runs = nlargest(_MOST_WEIGHED, runs, key=lambda it: it[2])
    weighed = sorted(((weight(run), run) for run in runs), reverse=True)[:_MOST_RUNS]
    weighed.sort(key=lambda it: it[1])
    best: list[tuple[float, int]] = []
    for at, (own, (i, j, _)) in enumerate(weighed):
        total, before = own, -1
        for earlier in range(at):
            i0, j0, size = weighed[earlier][1]
            if i0 + size <= i and j0 + size <= j:
                left_out = i - i0 + j - j0 - 2 * size
                whole = best[earlier][0] + own - gap * left_out
                if whole > total:
                    total, before = whole, earlier
        best.append((total, before))
    if not best:
        return 0.0, []
    total, at = max((total, -at) for at, (total, _) in enumerate(best))
    at, chain = -at, []
    while at >= 0:
        chain.append(weighed[at][1])
        at = best[at][1]
    return total, chain[::-1]
