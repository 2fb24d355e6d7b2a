"""Many queries asked at once: how often each finds something in each document."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.model.search import Listed, SearchOptions, Understood


@dataclass(frozen=True, slots=True)
class BatchQuery:
    """One query of a batch, and what to call it."""

    name: str
    query: str


@dataclass(frozen=True, slots=True)
class BatchRow:
    """What one query found.

    `counts` are the matches in each document of the batch, in their order. A document
    that a condition finds, without any word, counts among `documents` with no match.
    """

    asked: BatchQuery
    understood: Understood
    documents: int
    counts: array[int]

    @property
    def matches(self) -> int:
        """How many matches the query has in all documents."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class Batch:
    """The answers to all queries: a table of queries and documents."""

    options: SearchOptions
    documents: tuple[Listed, ...]
    rows: tuple[BatchRow, ...]

    def found(self) -> Sequence[int]:
        """Return the places of the documents in which any query has a match."""
        return [
            place
            for place in range(len(self.documents))
            if any(row.counts[place] for row in self.rows)
        ]
