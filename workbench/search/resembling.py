"""Finds the paragraphs with most of the rare words of a text.

The index only says which paragraphs deserve a closer look: for it to weigh each of them
takes twenty times as long as to read where the rarest words stand.
"""

from __future__ import annotations

import math
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Mapping
from heapq import nsmallest
from typing import Final

from workbench.search.indexing.rows import IN_CONTENT
from workbench.search.indexing.vocabulary import Vocabulary
from workbench.search.postings import ROW, rows_matching

MOST_PLACES: Final = 10_000
"""Places of words that are read, which takes 10 ms."""


def weights_of(
    connection: sqlite3.Connection, words: Iterable[str]
) -> dict[str, float]:
    """Return how much each of these words tells about a paragraph: rare ones most."""
    row = connection.execute("select count(*) from block_index_docsize").fetchone()
    known = Vocabulary(connection).paragraphs_with(words)
    return {word: math.log(1 + row[0] / count) for word, count in known.items()}


def resembling(
    connection: sqlite3.Connection, weights: Mapping[str, float], limit: int
) -> list[int]:
    """Return rows of the index, not those of zones, the one with most weight first."""
    found: defaultdict[int, float] = defaultdict(float)
    left = MOST_PLACES
    for word in sorted(weights, key=lambda it: (-weights[it], it)):
        select = rows_matching(f'"{word}"').where(f"and {ROW} {IN_CONTENT}")
        rows = connection.execute(f"{select.sql} limit {left}", select.parameters)
        for (row,) in rows:
            found[row] += weights[word]
            left -= 1
        if left <= 0:
            break
    return nsmallest(limit, found, key=lambda row: (-found[row], row))
