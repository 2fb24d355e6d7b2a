"""Compares sentences whose words stand everywhere in the two texts: formulas.

Sixty times “In round 7 the sides exchanged lists of goods” shares nothing that is rare,
and yet each has its counterpart. Here every word counts as if it were rare, but nearly
all of both sentences must be the same. However long they are, such a pair says little:
its score is that of one that is just heavy enough.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from typing_extensions import override

from workbench.text.comparing.matching import Comparing, Match
from workbench.text.comparing.statements import Statements
from workbench.text.comparing.weighing import EvenWeighing

_NEARLY = 0.75
"""Share of the words of the longer sentence that must be the same."""


class Formulas(Comparing):
    """Compares sentences of which neither has another counterpart."""

    def __init__(self, a: Statements, b: Statements) -> None:
        super().__init__(a, b, EvenWeighing(a, b))

    @override
    def match(self, one: int, other: int) -> Match | None:
        """Compare two sentences, by number; None if they are not nearly equal."""
        if not self._may_be_nearly_equal(one, other):
            return None
        weight, chain = self._chain(one, other)
        same = sum(size for _, _, size in chain)
        if same < self._words_needed(one, other) or not self._is_enough(weight, chain):
            return None
        kind, *spans = self._stretches.of(chain, one, other)
        match = self._made((one, other), kind, self.least, (spans[0], spans[1]))
        return replace(match, weight=round(weight, 6))

    def _may_be_nearly_equal(self, one: int, other: int) -> bool:
        """Tell it by the words, whatever their order: most sentences are not."""
        (i, last), (j, end) = self.a.words(one), self.b.words(other)
        needed = self._words_needed(one, other)
        if min(last - i, end - j) < needed:
            return False
        shared = Counter(self.a.stems[i:last]) & Counter(self.b.stems[j:end])
        return shared.total() >= needed

    def _words_needed(self, one: int, other: int) -> float:
        (i, last), (j, end) = self.a.words(one), self.b.words(other)
        return _NEARLY * max(last - i, end - j)
