"""Which stretches of a text touch each other, or are near: by characters or words."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from operator import itemgetter
from typing import Final

from workbench.text.portions import portions
from workbench.text.signs import UNSPACED

SHARED: Final = -1
"""How far apart two stretches are, half-open, that share a character."""

Interval = tuple[int, int]

# A character of a language without blanks is a word of its own.
_WORD = re.compile(rf"[{UNSPACED}]|[^\W{UNSPACED}]+")


def near_pairs(intervals: Sequence[Interval], reach: int) -> Iterator[tuple[int, int]]:
    """Yield the numbers of each two intervals that are at most `reach` apart.

    That is how much later the one begins than the other ends. Takes as long as there
    are pairs.
    """
    open_ones: list[tuple[int, int]] = []
    ordered = sorted(enumerate(intervals), key=itemgetter(1))
    for number, (start, end) in ordered:
        open_ones = [it for it in open_ones if start - it[0] <= reach]
        for _, other in open_ones:
            yield other, number
        open_ones.append((end, number))


def in_words(text: str, spans: Sequence[Interval]) -> list[Interval]:
    """Return spans counted in words: those between two are their distance."""
    starts = [
        found.start()
        for portion in portions(text)
        for found in _WORD.finditer(text, *portion)
    ]
    return [(bisect_left(starts, a), bisect_left(starts, b)) for a, b in spans]


def in_paragraphs(starts: Sequence[int], spans: Sequence[Interval]) -> list[Interval]:
    """Return the first and last paragraph of each span, given where they start."""
    return [
        (bisect_right(starts, a) - 1, bisect_right(starts, max(a, b - 1)) - 1)
        for a, b in spans
    ]
