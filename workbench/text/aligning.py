"""Finds which statements of two texts say the same.

Two sentences are looked at when they share two pairs of neighboring content words.
What they share is a chain of runs of equal words, found as in a local alignment: rare
words weigh more, names and dates less, and what is left out between runs costs. How
much a chain must weigh rises with the number of sentences that were compared, as the
chance of finding something does.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from workbench.model.alignments import Pair, PairKind
from workbench.model.spans import Span
from workbench.text.sequences import Run
from workbench.text.shared_runs import best_chain, shared_runs
from workbench.text.statements import Statements
from workbench.text.word_forms import FUNCTION_WORDS

_LEAST = 3.3
"""What a chain must weigh in texts of twenty sentences."""
_USUAL_PAIRS = 400
_FUNCTION_WEIGHT = 0.15
_NAME = 0.5
_INFLECTED = 0.8
_GAP = 0.1
_DENSE = 0.6
_COVERED = 0.5
_MOST_PLACES = 400
_MOST_COPIES = 8
_EVERY = 64


class Weights(dict[str, float]):
    """How much a shared stem says in these two texts: rare ones more."""

    def __init__(self, a: Statements, b: Statements) -> None:
        super().__init__()
        self._counts = a.sentence_counts, b.sentence_counts
        self._most = len(a) + len(b) + 1

    def __missing__(self, stem: str) -> float:
        one, other = self._counts
        count = max(2, one[stem] + other[stem])
        rarity = math.log(self._most / count) / math.log(max(self._most / 2, 1.5))
        weight = max(0.1, rarity)
        if stem in FUNCTION_WORDS:
            weight *= _FUNCTION_WEIGHT
        elif len(stem) == 1:
            weight *= 0.4
        self[stem] = weight
        return weight


@dataclass(frozen=True, slots=True)
class Match:
    """Two sentences, by number, and what they share."""

    a: int
    b: int
    weight: float
    pair: Pair


class Comparing:
    """Compares sentences of two texts; both may be the same text."""

    def __init__(self, a: Statements, b: Statements) -> None:
        self.a, self.b = a, b
        self.weights = Weights(a, b)
        compared = max(1.0, len(a) * len(b) / _USUAL_PAIRS)
        self.least = _LEAST + math.log10(compared)

    def match(self, one: int, other: int) -> Match | None:
        """Compare two sentences; None if they share too little."""
        a, b = self.a, self.b
        a0, a1 = a.firsts[one], a.firsts[one + 1]
        b0, b1 = b.firsts[other], b.firsts[other + 1]
        runs = shared_runs(
            a.stems[a0:a1], b.stems[b0:b1], lambda it: it not in FUNCTION_WORDS
        )
        runs = [(i + a0, j + b0, size) for i, j, size in runs]
        weight, chain = best_chain(runs, self._weight, _GAP)
        bag, covered = self._bag(a0, a1, b0, b1)
        if weight >= self.least:
            stretch = self._stretch(chain, (a0, a1), (b0, b1))
            if stretch:
                kind, first, last = stretch
                return self._made(one, other, kind, weight, first, last)
        if bag >= self.least * 1.4 and covered >= _COVERED and weight >= self.least / 2:
            return self._made(one, other, PairKind.PARAPHRASE, bag * covered,
                              a.sentences[one], b.sentences[other])
        return None

    def _made(self, one: int, other: int, kind: PairKind, weight: float, first: Span,
              last: Span) -> Match:
        score = weight / (weight + self.least)
        return Match(one, other, weight, Pair(kind, round(score, 3), first, last))

    def _weight(self, run: Run) -> float:
        i, j, size = run
        return sum(self._word(i + it, j + it) for it in range(size))

    def _word(self, i: int, j: int) -> float:
        a, b = self.a, self.b
        weight = self.weights[a.stems[i]]
        if a.names[i] and b.names[j]:
            weight *= _NAME
        if a.forms[i] != b.forms[j]:
            weight *= _INFLECTED
        return weight

    def _stretch(self, chain: list[Run], within: tuple[int, int], other: tuple[int, int]) -> tuple[PairKind, Span, Span] | None:
        i, j, _ = chain[0]
        k, l, size = chain[-1]
        matched = sum(it[2] for it in chain)
        i1, j1 = k + size, l + size
        dense = matched / max(i1 - i, j1 - j)
        if dense < _DENSE:
            return PairKind.PARAPHRASE, self.a.span(*within), self.b.span(*other)
        same = len(chain) == 1 and self.a.forms[i:i1] == self.b.forms[j:j1]
        kind = PairKind.VERBATIM if same else PairKind.ALTERED
        return kind, self.a.span(i, i1), self.b.span(j, j1)

    def _bag(self, a0: int, a1: int, b0: int, b1: int) -> tuple[float, float]:
        mine = self._content(self.a, a0, a1)
        yours = self._content(self.b, b0, b1)
        shared = sum(min(mine[it], yours[it]) for it in mine.keys() & yours.keys())
        least = min(sum(mine.values()), sum(yours.values()))
        return shared, shared / least if least else 0.0

    def _content(self, text: Statements, first: int, last: int) -> dict[str, float]:
        found: dict[str, float] = {}
        for at in range(first, last):
            stem = text.stems[at]
            if stem not in FUNCTION_WORDS:
                weight = self.weights[stem] * (_NAME if text.names[at] else 1)
                found[stem] = max(weight, found.get(stem, 0))
        return found


def aligned(
    a: Statements, b: Statements, pause: Callable[[], None] = lambda: None
) -> list[Pair]:
    """Return the pairs by their place in `a`, then in `b`.

    `pause` is called every few milliseconds and may raise to cancel.
    """
    comparing = Comparing(a, b)
    found = list(matches(comparing, candidates(a, b), pause))
    return [it.pair for it in sorted(found, key=lambda it: (it.pair.a, it.pair.b))]


def matches(
    comparing: Comparing,
    pairs: Iterable[tuple[int, int]],
    pause: Callable[[], None] = lambda: None,
) -> Iterator[Match]:
    """Yield the matches among pairs of sentences."""
    for count, (one, other) in enumerate(pairs):
        if count % _EVERY == 0:
            pause()
        match = comparing.match(one, other)
        if match:
            yield match


def candidates(a: Statements, b: Statements) -> list[tuple[int, int]]:
    """Return pairs of sentences that are worth comparing, in order."""
    shared: Counter[tuple[int, int]] = Counter()
    for gram in a.grams.keys() & b.grams.keys():
        mine, yours = a.grams[gram], b.grams[gram]
        if len(mine) * len(yours) <= _MOST_PLACES:
            shared.update((one, other) for one in mine for other in yours)
    return sorted(it for it, count in shared.items() if count >= 2)
