"""Counts in words."""

from __future__ import annotations


def count_of(number: int, noun: str, nouns: str = "") -> str:
    """Say how many there are of something: `1 row`, `3 rows`; `nouns` if not so."""
    return f"{number:,} {noun if number == 1 else nouns or f'{noun}s'}"
