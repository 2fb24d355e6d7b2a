"""Finds the paragraphs with most of the rare words of some text.

The index only says which paragraphs are worth a closer look: to weigh all that it
knows about each of them takes twenty times as long as to read where a word stands.
"""

from __future__ import annotations

import math
import sqlite3
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

from workbench.search.indexing.rows import IN_CONTENT
from workbench.search.indexing.vocabulary import Vocabulary
from workbench.search.postings import ROW, rows_matching

MOST_PLACES: Final = 20_000
"""Places of words that are read: 20 ms."""


def weights_of(connection: sqlite3.Connection, words: Iterable[str]) -> dict[str, float]:
    """Return how much each word says about what it stands in; rare ones say most."""
    (paragraphs,) = connection.execute(
        "select count(*) from block_index_docsize"
    ).fetchone()
    known = Vocabulary(connection).paragraphs_with(words)
    return {it: math.log(1 + paragraphs / max(count, 1)) for it, count in known.items()}


def resembling(
    connection: sqlite3.Connection, weights: Mapping[str, float], limit: int
) -> list[int]:
    """Return rows of the index, not those of zones: who has most weight first."""
    found: Counter[int] = Counter()
    left = MOST_PLACES
    for word in sorted(weights, key=lambda it: (-weights[it], it)):
        select = rows_matching(f'"{word}"').where(f"and {ROW} {IN_CONTENT} limit {left}")
        rows = connection.execute(select.sql, select.parameters).fetchall()
        for (row,) in rows:
            found[row] += weights[word]  # type: ignore[assignment]
        left -= len(rows)
        if left <= 0:
            break
    return sorted(found, key=lambda row: (-found[row], row))[:limit]
