"""Counts in words."""

from __future__ import annotations


def count_of(number: int, noun: str) -> str:
    """Say how many there are of something: `1 row`, `3 rows`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
