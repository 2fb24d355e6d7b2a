"""Answers a query: reads it, selects over the index, and marks what was found.

It reads one connection and asks its caller for texts; it changes nothing.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from workbench.model.ids import DocumentId
from workbench.model.search import Answer, DocumentMatches, Hit, SearchOptions
from workbench.search import wording
from workbench.search.marking import matches
from workbench.search.occurring import occurrences
from workbench.search.planning import Plan, Planner, TextSource
from workbench.search.ranking import ranked
from workbench.search.rows import document_of
from workbench.search.suggesting import Suggestions

DEFAULT_LIMIT: Final = 200
DEFAULT_OPTIONS: Final = SearchOptions()


@dataclass(frozen=True, slots=True)
class _Found:
    rows: list[tuple[int, float]]
    documents: int = 0
    total: int = 0


class Searcher:
    """Searches one project over one connection."""

    def __init__(self, connection: sqlite3.Connection, texts: TextSource) -> None:
        self._connection = connection
        self._planner = Planner(connection, texts)

    def search(
        self,
        query: str,
        options: SearchOptions = DEFAULT_OPTIONS,
        limit: int = DEFAULT_LIMIT,
    ) -> Answer:
        """Answer any query whatever; `understood` tells how it was read."""
        reading = self._planner.read(query, options)
        explained = wording.understood(reading.tree, options.scope, reading.unread)
        if reading.tree is None:
            return Answer(query, explained)
        plan = self._planner.plan(reading.tree, options)
        found = self._select(plan, max(limit, 0))
        suggestions: tuple[str, ...] = ()
        if not found.total:
            planner = self._planner
            tried = Suggestions(planner.vocabulary, planner.filters).of(reading)
            suggestions = tuple(it for it in tried if self._finds(it, options))
        return Answer(
            query,
            explained,
            found.documents,
            found.total,
            tuple(self._hits(plan, found.rows[: max(limit, 0)])),
            suggestions=suggestions,
        )

    def matches(
        self,
        query: str,
        options: SearchOptions = DEFAULT_OPTIONS,
        document_id: DocumentId | None = None,
    ) -> Iterator[DocumentMatches]:
        """Yield every match, document by document, or those of one document."""
        tree = self._planner.read(query, options).tree
        if tree is None:
            return iter(())
        plan = self._planner.plan(tree, options)
        return occurrences(self._connection, self._planner, plan, document_id)

    def _finds(self, query: str, options: SearchOptions) -> bool:
        tree = self._planner.read(query, options).tree
        if tree is None:
            return False
        return self._select(self._planner.plan(tree, options), 1).total > 0

    def _select(self, plan: Plan, limit: int) -> _Found:
        select = ranked(plan)
        rows = self._connection.execute(
            f"{select.sql} limit {max(limit, 1)}", select.parameters
        ).fetchall()
        if not rows:
            return _Found([])
        return _Found([row[:2] for row in rows], rows[0][2], rows[0][3])

    def _hits(self, plan: Plan, rows: list[tuple[int, float]]) -> Iterable[Hit]:
        names = self._names({document_of(row) for row, _ in rows})
        for row, score in rows:
            document_id = document_of(row)
            paragraph = self._planner.paragraph(row)
            yield Hit(
                DocumentId(document_id),
                *names[document_id],
                paragraph.span,
                paragraph.text,
                matches(plan.marked, document_id, paragraph),
                score,
            )

    def _names(self, document_ids: set[int]) -> dict[int, tuple[str, str]]:
        rows = self._connection.execute(
            "select id, name, title from documents"
            " where id in (select value from json_each(?))",
            (json.dumps(sorted(document_ids)),),
        )
        return {row[0]: (row[1], row[2]) for row in rows}
