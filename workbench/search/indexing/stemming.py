"""Whoosh's English stemmer; imported late, since it costs start-up time."""

# Whoosh has no types.
# mypy: allow-untyped-calls

from __future__ import annotations

from functools import lru_cache

from whoosh.lang.snowball.english import EnglishStemmer


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """Return the stem of a lower-case word (Snowball's: `use` is not `us`)."""
    return str(EnglishStemmer().stem(word))
