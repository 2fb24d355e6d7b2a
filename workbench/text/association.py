"""How strongly two things belong together, from how often they meet.

The table is that of surface cooccurrence (Evert, Corpora and collocations, 2008, 5.1).
It counts positions, each of them once: every word of the texts that is not part of a
match. A position is *near* when it is within the window of at least one match.

|           | the word         | other words                        |
|-----------|------------------|------------------------------------|
| near      | `both`           | `near - both`                      |
| elsewhere | `word - both`    | `everything - near - word + both`  |
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import log, log2, sqrt
from typing import Final

from workbench.model.concordances import Measure


@dataclass(frozen=True, slots=True)
class Meetings:
    """What the table is made of; `matches` is how many matches there are."""

    both: int
    near: int
    word: int
    everything: int
    matches: int

    @property
    def expected(self) -> float:
        """Return how often they would meet by chance."""
        return self.near * self.word / self.everything


def log_likelihood(it: Meetings) -> float:
    """Return G², the log-likelihood ratio over all four cells (Dunning 1993).

    It is given a minus where they meet more rarely than by chance.
    """
    other, elsewhere = it.everything - it.word, it.everything - it.near
    both = it.both
    cells = (
        (both, it.expected),
        (it.near - both, it.near * other / it.everything),
        (it.word - both, elsewhere * it.word / it.everything),
        (elsewhere - it.word + both, elsewhere * other / it.everything),
    )
    ratio = surprise(cells)
    return ratio if both >= it.expected else -ratio


def mutual_information(it: Meetings) -> float:
    """Return MI: log2 of observed over expected (Church and Hanks 1990)."""
    return log2(it.both / it.expected)


def log_dice(it: Meetings) -> float:
    """Return 14 + log2 of the Dice coefficient of matches and word (Rychlý 2008)."""
    return 14 + log2(2 * it.both / (it.matches + it.word))


def t_score(it: Meetings) -> float:
    """Return (observed - expected) / √observed (Church and others 1991)."""
    return (it.both - it.expected) / sqrt(it.both)


MEASURES: Final[dict[Measure, Callable[[Meetings], float]]] = {
    Measure.LOG_LIKELIHOOD: log_likelihood,
    Measure.MI: mutual_information,
    Measure.LOG_DICE: log_dice,
    Measure.T_SCORE: t_score,
}
"""Each needs that they meet at least once."""


def surprise(cells: Iterable[tuple[float, float]]) -> float:
    """Return 2 Σ observed · ln(observed / expected); an empty cell adds nothing."""
    total = sum(seen * log(seen / expected) for seen, expected in cells if seen)
    return max(2 * total, 0.0)  # rounding must not make an even table negative
