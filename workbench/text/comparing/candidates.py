"""Which sentences of two texts are worth comparing.

Those that share two pairs of neighboring content words, and those that are equal.
Whatever the texts are, there is a limit to the work.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import islice, product

from workbench.text.comparing.statements import SHARED_GRAMS, Statements

_MOST_PLACES = 2_500
_MOST_LOOKS = 500_000
_MOST_CELLS = 20_000_000
_FEW_COPIES = 16
_MOST_COPIES = 1_000
_EVERY = 32
_ASIDE = 1
"""How far from its turn a sentence may stand that has many like it."""
_MOST_TURNS = 50_000

_Numbers = tuple[int, int]


def candidates(
    a: Statements, b: Statements, pause: Callable[[], None] = lambda: None
) -> list[_Numbers]:
    """Return the sentences, by number, that are worth comparing, in order.

    What stands in very many sentences of both texts leads only from each to those whose
    turn it is, and where too much is shared by too many long ones, those that share
    most are returned.
    """
    shared: Counter[_Numbers] = Counter()
    everywhere = _Everywhere(a, b)
    for count, (mine, yours) in enumerate(_places(a, b)):
        if count % _EVERY == 0:
            pause()
        shared.update(product(mine, yours))
    shared.update(everywhere.in_turn())
    pause()
    for numbers in shared:
        shared[numbers] += everywhere.shared(*numbers)
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


class _Everywhere:
    """The grams that stand in very many sentences of both texts."""

    def __init__(self, a: Statements, b: Statements) -> None:
        self._places: list[tuple[list[int], list[int]]] = []
        self._in_a: defaultdict[int, set[int]] = defaultdict(set)
        self._in_b: defaultdict[int, set[int]] = defaultdict(set)
        for gram in a.grams.keys() & b.grams.keys():
            mine, yours = a.grams[gram], b.grams[gram]
            if len(mine) * len(yours) > _MOST_PLACES:
                self._places.append((mine, yours))
                for number in mine:
                    self._in_a[number].add(gram)
                for number in yours:
                    self._in_b[number].add(gram)

    def shared(self, one: int, other: int) -> int:
        """Return how many of them two sentences have in common."""
        if one in self._in_a and other in self._in_b:
            return len(self._in_a[one] & self._in_b[other])
        return 0

    def in_turn(self) -> dict[_Numbers, int]:
        """Return sentences that have one, by their turn from either end."""
        found: dict[_Numbers, int] = {}
        for mine, yours in sorted(self._places):
            room = _MOST_TURNS - len(found)
            found |= dict.fromkeys(islice(_in_turn(mine, yours), room), 0)
        return found


def _in_turn(mine: list[int], yours: list[int]) -> Iterator[_Numbers]:
    more = len(yours) - len(mine)
    steps = {base + aside for base in (0, more) for aside in range(-_ASIDE, _ASIDE + 1)}
    for turn, number in enumerate(mine):
        for step in steps:
            if 0 <= turn + step < len(yours):
                yield number, yours[turn + step]


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
