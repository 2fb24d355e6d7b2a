"""Says whether two sentences of two documents can be about one event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from math import log

from workbench.model.alignments import Pair
from workbench.text.facts.sides import Side
from workbench.text.pausing import Pause, no_pause, paused

_FREQUENT = 200
"""A word of so many sentences leads to no candidates."""
TIED = 2.0
"""The affinity of sentences that were aligned: more than any words could give."""


class Affinity:
    """How much any sentence of `a` has in common with any of `b`.

    What counts are the words, rare ones more, and the pairs of an alignment.
    """

    def __init__(
        self, a: Side, b: Side, pairs: Sequence[Pair], pause: Pause = no_pause
    ) -> None:
        self._a, self._b = a, b
        self._tied: dict[int, set[int]] = defaultdict(set)
        for pair in pairs:
            self._tied[a.sentence_of(pair.a)].add(b.sentence_of(pair.b))
        found: Counter[str] = Counter()
        self._places: dict[str, list[int]] = defaultdict(list)
        for side in (a, b):
            for number in paused(range(len(side.sentences)), pause):
                found.update(side.stems(number))
        for number in range(len(b.sentences)):
            for stem in b.stems(number):
                self._places[stem].append(number)
        total = len(a.sentences) + len(b.sentences)
        self._weights = {it: log(1 + total / count) for it, count in found.items()}

    def shared(self, i: int, j: int) -> frozenset[str]:
        """Return the stems that sentence `i` of `a` and `j` of `b` have in common."""
        return self._a.stems(i) & self._b.stems(j)

    def of(self, i: int, j: int) -> float:
        """Return 0 to 1 for the weight of the shared words, `TIED` if aligned."""
        if j in self._tied.get(i, ()):
            return TIED
        whole = self._weight(self._a.stems(i)) + self._weight(self._b.stems(j))
        return 2 * self._weight(self.shared(i, j)) / whole if whole else 0.0

    def names_clash(self, i: int, j: int) -> bool:
        """Tell whether each sentence names what the other does not, and hardly more."""
        mine, theirs = self._a.names(i), self._b.names(j)
        shared = mine & theirs
        return len(shared) < 2 and shared not in (mine, theirs)

    def share_names(self, i: int, j: int) -> bool:
        """Tell whether two names or more stand in both sentences."""
        return len(self._a.names(i) & self._b.names(j)) > 1

    def candidates(self, i: int) -> Iterator[int]:
        """Yield the sentences of `b` that may have much in common with one of `a`."""
        found: Counter[int] = Counter()
        for stem in self._a.stems(i):
            places = self._places.get(stem, ())
            if len(places) <= _FREQUENT:
                found.update(places)
        tied = self._tied.get(i, set())
        yield from sorted(tied | {it for it, count in found.items() if count > 1})

    def _weight(self, stems: Iterable[str]) -> float:
        return sum(self._weights[it] for it in stems)
