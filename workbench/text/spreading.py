"""How evenly occurrences are spread over parts of different sizes."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt


def deviation_of_proportions(
    counts: Sequence[int], sizes: Sequence[int]
) -> float | None:
    """Return DP (Gries 2008): half the sum of |share of count - share of size|.

    0 is as even as the sizes let expect, towards 1 it is ever more uneven. None where
    there are no occurrences or no sizes.
    """
    count, size = sum(counts), sum(sizes)
    if not count or not size:
        return None
    return (
        sum(
            abs(own / count - part / size)
            for own, part in zip(counts, sizes, strict=True)
        )
        / 2
    )


def juilland(counts: Sequence[int], sizes: Sequence[int]) -> float | None:
    """Return D (Juilland and others 1970): 1 - V / √(parts - 1).

    V is the coefficient of variation (of the population) of the occurrences per word,
    since parts differ in size. Parts without words are left out; None where fewer
    than two are left, or nothing occurs in them.
    """
    rates = [own / part for own, part in zip(counts, sizes, strict=True) if part]
    mean = sum(rates) / len(rates) if rates else 0.0
    if len(rates) < 2 or not mean:
        return None
    variance = sum((rate - mean) ** 2 for rate in rates) / len(rates)
    return 1 - sqrt(variance) / mean / sqrt(len(rates) - 1)
