"""Which words a text has more often than others, and how sure that is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from math import log2
from typing import Final

from workbench.model.concordances import KeyWord
from workbench.text.association import surprise

MILLION: Final = 1_000_000
ABSENT: Final = 0.5
THRESHOLDS: Final = (
    (15.13, "p < 0.0001"),
    (10.83, "p < 0.001"),
    (6.63, "p < 0.01"),
    (3.84, "p < 0.05"),
)


def key_words(
    counts: Mapping[str, int], rest: Mapping[str, int], least: int
) -> Iterator[KeyWord]:
    """Compare how often words stand in two collections of texts.

    Yields those that stand at least so often in both together, in no order. Both
    collections must have words.
    """
    size, rest_size = sum(counts.values()), sum(rest.values())
    for word in chain(counts, (it for it in rest if it not in counts)):
        count, other = counts.get(word, 0), rest.get(word, 0)
        if count + other >= least:
            yield KeyWord(
                word,
                count,
                MILLION * count / size,
                other,
                MILLION * other / rest_size,
                keyness(count, size, other, rest_size),
                log_ratio(count, size, other, rest_size),
            )


def keyness(count: int, size: int, rest: int, rest_size: int) -> float:
    """Return the log-likelihood of two frequencies (Rayson and Garside 2000).

    Over two cells, the word here and there; what is expected follows from the sizes.
    """
    share = (count + rest) / (size + rest_size)
    return surprise(((count, size * share), (rest, rest_size * share)))


def log_ratio(count: int, size: int, rest: int, rest_size: int) -> float:
    """Return log2 of the relative frequencies' ratio (Hardie 2014).

    1 means twice as frequent. A word that one side does not have counts there as half.
    """
    return log2((count or ABSENT) / size * rest_size / (rest or ABSENT))


def significance(log_likelihood: float) -> str:
    """Return how unlikely chance is, for one degree of freedom; empty from 0.05 on."""
    for threshold, said in THRESHOLDS:
        if abs(log_likelihood) >= threshold:
            return said
    return ""
