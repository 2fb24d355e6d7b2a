"""Which documents have runs of words in common with a text."""

from __future__ import annotations

import json
import sqlite3
from typing import Final

from workbench.model.ids import DocumentId
from workbench.search.indexing.folding import words_of
from workbench.search.indexing.rows import BLOCK_BITS, IN_CONTENT

RUN: Final = 3
"""So many words in a row are seldom chance."""
MOST_RUNS: Final = 60


def documents_sharing(
    connection: sqlite3.Connection, text: str
) -> dict[DocumentId, int]:
    """Return how many runs of the text's words stand in each document, zones not.

    A text of fewer words than a run is looked for as a whole; of a very long one,
    runs that are evenly spread.
    """
    found = connection.execute(
        f"select words.rowid >> {BLOCK_BITS} as document, count(distinct way.key)"
        " from json_each(?) as way cross join block_index as words"
        f" where words.block_index match way.value and words.rowid {IN_CONTENT}"
        " group by document",
        (json.dumps(_runs(words_of(text))),),
    )
    return {DocumentId(document): count for document, count in found}


def _runs(words: list[str]) -> list[str]:
    size = min(RUN, len(words))
    runs = [f'"{" ".join(words[at : at + size])}"'
            for at in range(len(words) - size + 1)] if size else []  # fmt: skip
    step = max(1, -(-len(runs) // MOST_RUNS))
    return list(dict.fromkeys(runs[::step]))
