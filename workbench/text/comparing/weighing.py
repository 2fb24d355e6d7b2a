"""How much it says that a word stands in both of two texts."""

from __future__ import annotations

import math
from collections.abc import Iterable

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
        self._stems: dict[str, float] = {}

    def stem(self, stem: str) -> float:
        """Return the weight of a stem, 0 to 1."""
        weight = self._stems.get(stem)
        if weight is None:
            weight = self._stems[stem] = self._rarity(stem) * _share(stem)
        return weight

    def run(self, run: Run) -> float:
        """Return the weight of words that stand next to each other in both texts."""
        i, j, size = run
        words = sum(map(self.word, range(i, i + size), range(j, j + size)))
        return words + _NEIGHBOR * (size - 1)

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
                weight = self.stem(stem) * (_NAME if text.names[at] else 1)
                found[stem] = max(weight, found.get(stem, 0))
        return found

    def word(self, i: int, j: int) -> float:
        """Return the weight of a word, by its number in either text."""
        a, b = self._a, self._b
        weight = self.stem(a.stems[i])
        if a.names[i] or b.names[j]:
            weight *= _NAME
        return weight if a.forms[i] == b.forms[j] else weight * _INFLECTED

    def _rarity(self, stem: str) -> float:
        count = max(2, self._a.counts[stem] + self._b.counts[stem])
        rarity = math.log(self._sentences / count)
        return max(_LEAST, rarity / math.log(max(self._sentences / 2, 1.5)))


def _share(stem: str) -> float:
    if stem in FUNCTION_WORDS:
        return _FUNCTION_WORD
    return _CHARACTER if len(stem) == 1 else 1
