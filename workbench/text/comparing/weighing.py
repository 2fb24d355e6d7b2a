"""How much it says that a word stands in both of two texts."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable

from typing_extensions import override

from workbench.text.comparing.statements import Statements
from workbench.text.languages import FUNCTION_WORDS
from workbench.text.sequences import Run

_LEAST = 0.1
_FUNCTION_WORD = 0.15
_CHARACTER = 0.4
_NAME = 0.5
_INFLECTED = 0.8
_NEIGHBOR = 0.15


class Weighing:
    """Weighs what two texts share, by these two texts alone.

    A stem that stands just once in either weighs 1, one that stands everywhere almost
    nothing. Names and numbers weigh half: the office of a person is not a statement.
    Words that also are neighbors in both texts weigh more.
    """

    def __init__(self, a: Statements, b: Statements) -> None:
        self._a, self._b = a, b
        self._sentences = len(a) + len(b) + 1
        self._rarest = math.log(max(self._sentences / 2, 1.5))
        self._rarities: dict[int, float] = {}
        self._stems = _Weights(self._weight_of)

    def run(self, run: Run) -> float:
        """Return the weight of words that stand next to each other in both texts."""
        return sum(self.words(run)) + _NEIGHBOR * (run[2] - 1)

    def are_names(self, chain: Iterable[Run]) -> bool:
        """Tell whether the words of a chain are names and numbers, and what ties them.

        Then they say who, and not what.
        """
        a, b = self._a, self._b
        return all(
            (a.names[i + it] and b.names[j + it]) or a.stems[i + it] in FUNCTION_WORDS
            for i, j, size in chain
            for it in range(size)
        )

    def content(self, text: Statements, number: int) -> dict[str, float]:
        """Return the content stems of a sentence and what each weighs there."""
        found: dict[str, float] = {}
        for at in range(*text.words(number)):
            stem = text.stems[at]
            if stem not in FUNCTION_WORDS:
                weight = self._stems[stem] * (_NAME if text.names[at] else 1)
                found[stem] = max(weight, found.get(stem, 0))
        return found

    def words(self, run: Run) -> list[float]:
        """Return the weight of each of the words."""
        i, j, size = run
        a, b, last, end = self._a, self._b, i + size, j + size
        weights = [self._stems[it] for it in a.stems[i:last]]
        forms, others = a.forms[i:last], b.forms[j:end]
        if forms != others:
            for at, (form, other) in enumerate(zip(forms, others, strict=True)):
                if form != other:
                    weights[at] *= _INFLECTED
        for at, names in enumerate(zip(a.names[i:last], b.names[j:end], strict=True)):
            if any(names):
                weights[at] *= _NAME
        return weights

    def _weight_of(self, stem: str) -> float:
        """Return the weight of a stem, 0 to 1."""
        return self._rarity(stem) * _share(stem)

    def _rarity(self, stem: str) -> float:
        # `get`: a counter asked for what it lacks takes ten times as long.
        count = self._a.counts.get(stem, 0) + self._b.counts.get(stem, 0)
        known = self._rarities.get(count)
        if known is None:
            rarity = math.log(self._sentences / max(2, count)) / self._rarest
            known = self._rarities[count] = max(_LEAST, rarity)
        return known


class EvenWeighing(Weighing):
    """Weighs words without regard to how often they stand in the two texts."""

    @override
    def _rarity(self, stem: str) -> float:
        return 1.0


class _Weights(dict[str, float]):
    """The weights of stems, each worked out once."""

    def __init__(self, weight_of: Callable[[str], float]) -> None:
        super().__init__()
        self._weight_of = weight_of

    def __missing__(self, stem: str) -> float:
        weight = self[stem] = self._weight_of(stem)
        return weight


def _share(stem: str) -> float:
    if stem in FUNCTION_WORDS:
        return _FUNCTION_WORD
    return _CHARACTER if len(stem) == 1 else 1
