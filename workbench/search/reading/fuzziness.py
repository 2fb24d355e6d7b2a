"""Which words are spelled almost like another one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

MOST_DIFFERENCES: Final = 2


def spelled_alike(word: str, words: Sequence[str], differences: int) -> list[str]:
    """Return the words at most so many letters from another, the nearest first.

    A letter too many, too few or another one is one difference; so are two letters
    that changed places.
    """
    # Imported here because it costs start-up time and few searches need it.
    from rapidfuzz import process
    from rapidfuzz.distance import DamerauLevenshtein

    lengths = range(len(word) - differences, len(word) + differences + 1)
    near = [it for it in words if len(it) in lengths]
    found = process.extract(
        word,
        near,
        scorer=DamerauLevenshtein.distance,
        processor=None,
        score_cutoff=differences,
        limit=None,
    )
    return [it for it, _, _ in sorted(found, key=lambda it: (it[1], it[2]))]
