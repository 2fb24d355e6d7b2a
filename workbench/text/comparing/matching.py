"""Compares two sentences: what they share, and whether it is enough for a pair.

What two sentences share is a chain of runs of equal words, found as in a local
alignment: rare words weigh more, names and numbers less, and what is left out between
runs costs. How much a chain must weigh rises with the number of sentences that were
compared, as the chance of finding something does. Sentences that share no long chain,
but most of their content words, are paraphrases.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from workbench.model.alignments import Pair, PairKind
from workbench.model.spans import Span
from workbench.text.comparing.shared_runs import best_chain, shared_runs
from workbench.text.comparing.statements import Statements
from workbench.text.comparing.stretches import Stretches
from workbench.text.comparing.weighing import Weighing
from workbench.text.languages import FUNCTION_WORDS
from workbench.text.sequences import Run

LEAST = 3.7
"""What a chain must weigh in two texts of twenty sentences."""
PER_TENFOLD = 0.1
"""How much more it must weigh where ten times as many pairs were possible."""
_USUAL_PAIRS = 400
_GAP = 0.1
_NAMES = 1.25
"""What more a chain must weigh that names someone and states nothing."""
_COVERED = 0.5
_BAG = 0.9
_CHAIN_OF_BAG = 0.4
_EVERY = 500
"""Words of sentences that were compared between two pauses."""

_Numbers = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Match:
    """Two sentences, by number, what their words in common weigh, and the pair."""

    a: int
    b: int
    weight: float
    pair: Pair


class Comparing:
    """Compares sentences of two texts; both may be the same text."""

    def __init__(
        self, a: Statements, b: Statements, weighing: Weighing | None = None
    ) -> None:
        self.a, self.b = a, b
        self._weighing = weighing or Weighing(a, b)
        self._stretches = Stretches(a, b, self._weighing.words)
        tenfold = math.log10(max(1.0, len(a) * len(b) / _USUAL_PAIRS))
        self.least = LEAST + PER_TENFOLD * tenfold

    def match(self, one: int, other: int) -> Match | None:
        """Compare two sentences, by number; None if they share too little."""
        weight, chain = self._chain(one, other)
        if self._is_enough(weight, chain):
            kind, *spans = self._stretches.of(chain, one, other)
            return self._made((one, other), kind, weight, (spans[0], spans[1]))
        bag = self._bag(one, other) if weight >= self.least * _CHAIN_OF_BAG else 0
        if bag >= self.least * _BAG:
            whole = self.a.sentences[one], self.b.sentences[other]
            return self._made((one, other), PairKind.PARAPHRASE, bag, whole)
        return None

    def _chain(self, one: int, other: int) -> tuple[float, list[Run]]:
        return best_chain(self._runs(one, other), self._weighing.run, _GAP)

    def _is_enough(self, weight: float, chain: list[Run]) -> bool:
        names = _NAMES if self._weighing.are_names(chain) else 1
        return weight >= self.least * names

    def _runs(self, one: int, other: int) -> list[Run]:
        a, b = self.a, self.b
        (i, last), (j, end) = a.words(one), b.words(other)
        if a.forms[i:last] == b.forms[j:end] and a.names[i:last] == b.names[j:end]:
            return [(i, j, last - i)]  # nothing weighs more than all of it
        runs = shared_runs(a.stems[i:last], b.stems[j:end], _is_content)
        return [(i + left, j + right, size) for left, right, size in runs]

    def _bag(self, one: int, other: int) -> float:
        """Return what the common content words weigh, if they are most of a sentence.

        The less of the shorter sentence they are, the less they count.
        """
        mine = self._weighing.content(self.a, one)
        yours = self._weighing.content(self.b, other)
        shared = sum(min(mine[it], yours[it]) for it in mine.keys() & yours.keys())
        shorter = min(sum(mine.values()), sum(yours.values()))
        covered = shared / shorter if shorter else 0
        return shared * covered if covered >= _COVERED else 0

    def _made(
        self, numbers: _Numbers, kind: PairKind, weight: float, spans: tuple[Span, Span]
    ) -> Match:
        score = round(weight / (weight + self.least), 3)
        return Match(*numbers, weight, Pair(kind, score, *spans))


def matches(
    comparing: Comparing,
    numbers: Iterable[_Numbers],
    pause: Callable[[], None] = lambda: None,
) -> Iterator[Match]:
    """Yield the matches among sentences given by number."""
    work = 0
    for one, other in numbers:
        work += len(range(*comparing.a.words(one)))
        if work >= _EVERY:
            pause()
            work = 0
        match = comparing.match(one, other)
        if match:
            yield match


def _is_content(stem: str) -> bool:
    return stem not in FUNCTION_WORDS
