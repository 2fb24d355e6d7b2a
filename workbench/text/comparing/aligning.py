"""Finds which statements of two texts say the same.

What two sentences share is a chain of runs of equal words, found as in a local
alignment: rare words weigh more, names and numbers less, and what is left out between
runs costs. How much a chain must weigh rises with the number of sentences that were
compared, as the chance of finding something does. Sentences that share no long chain,
but most of their content words, are paraphrases.

The answer depends on the two texts only.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from workbench.model.alignments import Pair, PairKind
from workbench.model.spans import Span
from workbench.text.comparing.candidates import candidates
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
_EXPLAINED = 0.8

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

    def __init__(self, a: Statements, b: Statements) -> None:
        self.a, self.b = a, b
        self._weighing = Weighing(a, b)
        self._stretches = Stretches(a, b, self._weighing.words)
        tenfold = math.log10(max(1.0, len(a) * len(b) / _USUAL_PAIRS))
        self.least = LEAST + PER_TENFOLD * tenfold

    def match(self, one: int, other: int) -> Match | None:
        """Compare two sentences, by number; None if they share too little."""
        weight, chain = best_chain(self._runs(one, other), self._weighing.run, _GAP)
        names = _NAMES if self._weighing.are_names(chain) else 1
        if weight >= self.least * names:
            kind, *spans = self._stretches.of(chain, one, other)
            return self._made((one, other), kind, weight, (spans[0], spans[1]))
        bag = self._bag(one, other) if weight >= self.least * _CHAIN_OF_BAG else 0
        if bag >= self.least * _BAG:
            whole = self.a.sentences[one], self.b.sentences[other]
            return self._made((one, other), PairKind.PARAPHRASE, bag, whole)
        return None

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


def aligned(
    a: Statements, b: Statements, pause: Callable[[], None] = lambda: None
) -> list[Pair]:
    """Return the pairs by their place in `a`, then in `b`.

    `pause` is called every few milliseconds and may raise to cancel.
    """
    found = matches(Comparing(a, b), candidates(a, b, pause), pause)
    kept = [it.pair for it in unexplained(found, len(a), len(b))]
    return sorted(kept, key=lambda it: (it.a, it.b))


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


def unexplained(found: Iterable[Match], in_a: int, in_b: int) -> list[Match]:
    """Leave out matches of which both stretches have better counterparts.

    Copies that are alike are tied in their order; `in_a` and `in_b` are how many
    sentences there are.
    """
    kept: list[Match] = []
    of_a: defaultdict[int, list[Span]] = defaultdict(list)
    of_b: defaultdict[int, list[Span]] = defaultdict(list)
    for match in sorted(
        found, key=lambda it: (-it.weight, abs(it.a / in_a - it.b / in_b), it.a, it.b)
    ):
        pair = match.pair
        if not (
            _is_inside(pair.a, of_a[match.a]) and _is_inside(pair.b, of_b[match.b])
        ):
            kept.append(match)
            of_a[match.a].append(pair.a)
            of_b[match.b].append(pair.b)
    return kept


def _is_content(stem: str) -> bool:
    return stem not in FUNCTION_WORDS


def _is_inside(span: Span, others: Iterable[Span]) -> bool:
    return any(
        min(span.end, it.end) - max(span.start, it.start) >= _EXPLAINED * len(span)
        for it in others
    )
