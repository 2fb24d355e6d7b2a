"""How like a stretch of text is to another one, by the words that are rare."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import TypeVar

Part = TypeVar("Part")


class Resemblance:
    """Says how much of one text is found in others.

    `weights` says how much each word of it counts; what has none counts nothing.
    """

    def __init__(self, words: Sequence[str], weights: Mapping[str, float]) -> None:
        weighed = [it for it in words if it in weights]
        self._words = {it: weights[it] for it in weighed}
        self._pairs = {
            (one, other): weights[one] + weights[other]
            for one, other in pairwise(weighed)
        }

    def score(self, words: Sequence[str]) -> float:
        """Return from 0 to 1 what part of the words is there, and in the same order."""
        there = _share(self._words, set(words))
        in_order = _share(self._pairs, set(pairwise(words))) if self._pairs else there
        return (there + in_order) / 2


def _share(weights: Mapping[Part, float], found: set[Part]) -> float:
    whole = sum(weights.values())
    have = sum(weight for part, weight in weights.items() if part in found)
    return have / whole if whole else 0.0
