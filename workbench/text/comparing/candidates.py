"""Which sentences of two texts are worth comparing.

Those that share two pairs of neighboring content words, and those that are equal.
Whatever the texts are, there is a limit to the work.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import product

from workbench.text.comparing.statements import SHARED_GRAMS, Statements

_MOST_PLACES = 2_500
_MOST_LOOKS = 500_000
_MOST_CELLS = 20_000_000
_FEW_COPIES = 16
_MOST_COPIES = 1_000
_EVERY = 32

_Numbers = tuple[int, int]


def candidates(
    a: Statements, b: Statements, pause: Callable[[], None] = lambda: None
) -> list[_Numbers]:
    """Return the sentences, by number, that are worth comparing, in order.

    What stands in very many sentences of both texts leads to none, and where too much
    is shared by too many long ones, those that share most are returned.
    """
    shared: Counter[_Numbers] = Counter()
    for count, (mine, yours) in enumerate(_places(a, b)):
        if count % _EVERY == 0:
            pause()
        shared.update(product(mine, yours))
    found = set(_affordable(a, b, shared))
    for wording in a.wordings.keys() & b.wordings.keys():
        found.update(_copies(a.wordings[wording], b.wordings[wording]))
    return sorted(found)


def _places(a: Statements, b: Statements) -> Iterator[tuple[list[int], list[int]]]:
    """Yield where each gram stands, rare ones first, until it would be too much."""
    by_looks: defaultdict[int, list[tuple[list[int], list[int]]]] = defaultdict(list)
    for gram in a.grams.keys() & b.grams.keys():
        mine, yours = a.grams[gram], b.grams[gram]
        by_looks[len(mine) * len(yours)].append((mine, yours))
    left = _MOST_LOOKS
    for looks in sorted(it for it in by_looks if it <= _MOST_PLACES):
        places = by_looks[looks]
        if len(places) * looks > left:
            # Only here the order matters; sorting all keeps other threads waiting.
            yield from sorted(places)[: left // looks]
            return
        yield from places
        left -= len(places) * looks


def _affordable(
    a: Statements, b: Statements, shared: Counter[_Numbers]
) -> Iterator[_Numbers]:
    """Yield what shares enough, what shares most first, until it would be too much."""
    enough = [it for it in shared.items() if it[1] >= SHARED_GRAMS]
    cells = 0
    for (one, other), _ in sorted(enough, key=lambda it: (-it[1], it[0])):
        (i, last), (j, end) = a.words(one), b.words(other)
        cells += (last - i) * (end - j)
        if cells > _MOST_CELLS:
            return
        yield one, other


def _copies(mine: list[int], yours: list[int]) -> Iterable[_Numbers]:
    """Return equal sentences: each with each, or in order where they are many."""
    if len(mine) * len(yours) <= _FEW_COPIES:
        return product(mine, yours)
    return zip(mine[:_MOST_COPIES], yours[:_MOST_COPIES], strict=False)
