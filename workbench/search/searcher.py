"""Answers a query: reads it, selects over the index, and marks what was found.

It reads one connection and asks its caller for texts; it changes nothing.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from workbench.model.aliases import AliasName
from workbench.model.ids import DocumentId
from workbench.model.search import (
    Answer,
    DocumentMatches,
    Elsewhere,
    Explanation,
    Facet,
    Hit,
    HitList,
    Listed,
    SearchOptions,
    Understood,
)
from workbench.model.spans import Span
from workbench.search import choosing
from workbench.search.best import best
from workbench.search.conditions.filters import Today
from workbench.search.counting import counted
from workbench.search.first import First
from workbench.search.indexing.paragraphs import TextSource
from workbench.search.indexing.rows import block_of, document_of
from workbench.search.listing import listing
from workbench.search.marking import matches
from workbench.search.occurring import occurrences
from workbench.search.planning import Plan, Planner
from workbench.search.ranking import left_out
from workbench.search.reading.aliasing import name_term, names_term
from workbench.search.reading.language import Reading
from workbench.search.resembling import resembling, weights_of
from workbench.search.sharing import documents_sharing
from workbench.search.telling import wording
from workbench.search.telling.elsewhere import others
from workbench.search.telling.explaining import Explaining
from workbench.search.telling.faceting import Facets
from workbench.search.telling.suggesting import Suggestions

DEFAULT_LIMIT: Final = 200
FIRST_LIMIT: Final = 50
DEFAULT_OPTIONS: Final = SearchOptions()


class Searcher:
    """Searches one project over one connection."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        texts: TextSource,
        today: Today = dt.date.today,
    ) -> None:
        self._connection = connection
        self._texts = texts
        self._planner = Planner(connection, texts, today)
        self._first = First(connection, self._planner)

    def search(
        self,
        query: str,
        options: SearchOptions = DEFAULT_OPTIONS,
        limit: int = DEFAULT_LIMIT,
    ) -> Answer:
        """Answer any query whatever; `understood` tells how it was read."""
        reading = self._planner.read(query, options)
        answer = _unanswered(query, reading, options)
        if reading.tree is None:
            return answer
        plan = self._planner.plan(reading.tree, options)
        rows = best(self._connection, plan, max(limit, 0))
        answer = replace(answer, hits=tuple(self._hits(plan, rows)))
        return self._completed(answer, reading, plan, options)

    def first(
        self,
        query: str,
        options: SearchOptions = DEFAULT_OPTIONS,
        limit: int = FIRST_LIMIT,
    ) -> Answer:
        """Answer with the first hits only; `completed` adds what takes longer.

        Where there are so many that `search` does not score all either, they may be
        others than those of `search`, but are hits all the same.
        """
        reading = self._planner.read(query, options)
        answer = _unanswered(query, reading, options)
        if reading.tree is None:
            return answer
        plan, rows = self._first.of(reading.tree, options, limit)
        is_all = plan.is_whole and 0 < len(rows) < limit and not plan.discards.rows
        return replace(
            answer,
            documents=len({document_of(row) for row, _ in rows}),
            total=len(rows),
            hits=tuple(self._hits(plan, rows)),
            words=plan.discards.words,
            is_counted=is_all and reading.possible is None,
        )

    def completed(
        self, answer: Answer, options: SearchOptions = DEFAULT_OPTIONS
    ) -> Answer:
        """Return an answer of `first` with all that `search` says beside its hits."""
        if answer.is_counted:
            return answer
        reading = self._planner.read(answer.query, options)
        if reading.tree is None:
            return answer
        plan = self._planner.plan(reading.tree, options)
        return self._completed(answer, reading, plan, options)

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
        plan = self._planner.plan(tree, options, document_id)
        return occurrences(self._connection, self._texts, plan)

    def count(
        self, query: str, options: SearchOptions = DEFAULT_OPTIONS
    ) -> tuple[int, int]:
        """Return how many documents and how many hits a query finds."""
        tree = self._planner.read(query, options).tree
        if tree is None:
            return 0, 0
        found = counted(self._connection, self._planner.plan(tree, options))
        return found.documents, found.hits

    def understood(
        self, query: str, options: SearchOptions = DEFAULT_OPTIONS
    ) -> Understood:
        """Return how a query is read, without asking it."""
        reading = self._planner.read(query, options)
        return wording.understood(reading.tree, options.scope, reading.unread)

    def word_counts(self) -> list[tuple[str, int, int]]:
        """Return every word, in how many paragraphs it stands and how often."""
        return self._planner.vocabulary.counts()

    def listing(
        self, query: str, options: SearchOptions = DEFAULT_OPTIONS
    ) -> HitList | None:
        """Return every hit, document by document; None where there is no query."""
        tree = self._planner.read(query, options).tree
        if tree is None:
            return None
        plan = self._planner.plan(tree, options)
        return listing(self._connection, plan, self._names)

    def hits(
        self, query: str, options: SearchOptions, rows: Sequence[int]
    ) -> dict[int, Hit]:
        """Return the hits of a listing's rows, without those that are gone by now."""
        tree = self._planner.read(query, options).tree
        if tree is None:
            return {}
        there = self._names({document_of(row) for row in rows})
        wanted = [(row, 0.0) for row in rows if document_of(row) in there]
        hits = self._hits(self._planner.plan(tree, options), wanted)
        return {row: hit for (row, _), hit in zip(wanted, hits, strict=True)}

    def resembling(
        self, words: Iterable[str], limit: int
    ) -> tuple[dict[str, float], list[tuple[DocumentId, Span]]]:
        """Return how rare words are, and the paragraphs with most of the rare ones."""
        weights = weights_of(self._connection, words)
        rows = resembling(self._connection, weights, limit)
        found = []
        for row in rows:
            document_id = DocumentId(document_of(row))
            block = self._texts.block(document_id, block_of(row))
            if block is not None:
                found.append((document_id, block.span))
        return weights, found

    def documents_with(self, name: AliasName) -> int:
        """Return how many documents have a name, written as the register says."""
        term = name_term(name)
        if term is None:
            return 0
        plan = self._planner.plan(term, DEFAULT_OPTIONS)
        return counted(self._connection, plan).documents

    def places_of_names(
        self, label: str, names: Iterable[AliasName]
    ) -> Iterator[DocumentMatches]:
        """Yield where any of these names stands, without what was discarded.

        Zones are left out. The label is what hits of the names are discarded for.
        """
        term = names_term(label, names)
        if term is None:
            return iter(())
        plan = self._planner.plan(term, DEFAULT_OPTIONS)
        return occurrences(self._connection, self._texts, plan)

    def documents_sharing(self, text: str) -> dict[DocumentId, int]:
        """Return how many runs of a text's words each document has, zones left out."""
        return documents_sharing(self._connection, text)

    def facets(
        self, query: str, options: SearchOptions = DEFAULT_OPTIONS
    ) -> tuple[Facet, ...]:
        """Return what narrows a query, counted in the documents that it finds."""
        tree = self._planner.read(query, options).tree
        if tree is None:
            return ()
        plan = self._planner.plan(tree, options)
        return Facets(self._planner.filters).of(choosing.found(self._connection, plan))

    def explain(
        self,
        query: str,
        document_id: DocumentId,
        options: SearchOptions = DEFAULT_OPTIONS,
    ) -> Explanation:
        """Say why a document is found, or why not; it must be in the project."""
        document = Listed(document_id, *self._names({document_id})[document_id])
        reading = self._planner.read(query, options)
        explaining = Explaining(self._connection, self._planner, self._texts)
        return explaining.of(reading, options, document)

    def _completed(
        self, answer: Answer, reading: Reading, plan: Plan, options: SearchOptions
    ) -> Answer:
        counts = counted(self._connection, plan)
        discarded = self._left_out(plan)
        is_empty = not counts.hits and not discarded
        return replace(
            answer,
            documents=counts.documents,
            total=counts.hits,
            undated=self._undated(reading, plan, options),
            discarded=discarded,
            words=plan.discards.words,
            suggestions=tuple(self._suggested(reading, options)) if is_empty else (),
            elsewhere=tuple(self._elsewhere(reading, options)) if is_empty else (),
            is_counted=True,
        )

    def _elsewhere(
        self, reading: Reading, options: SearchOptions
    ) -> Iterator[Elsewhere]:
        """Yield what would find something instead."""
        for what, query, other in others(reading, options):
            tree = self._planner.read(query, other).tree
            if tree is not None:
                plan = self._planner.plan(tree, other)
                if documents := len(choosing.found(self._connection, plan)):
                    yield Elsewhere(what, query, other, documents)

    def _undated(
        self, reading: Reading, plan: Plan, options: SearchOptions
    ) -> tuple[Listed, ...]:
        """Return the documents that might match, had they a date."""
        if reading.possible is None:
            return ()
        wider = self._planner.plan(reading.possible, options)
        run = self._connection
        might = choosing.matching(run, wider) - choosing.matching(run, plan)
        names = self._names(might)
        return tuple(Listed(DocumentId(it), *names[it]) for it in sorted(might))

    def _suggested(self, reading: Reading, options: SearchOptions) -> Iterator[str]:
        """Yield queries in another spelling that find something."""
        planner = self._planner
        for query in Suggestions(planner.vocabulary, planner.filters).of(reading):
            if self._finds(query, options):
                yield query

    def _finds(self, query: str, options: SearchOptions) -> bool:
        tree = self._planner.read(query, options).tree
        if tree is None:
            return False
        _plan, rows = self._first.of(tree, options, 1)
        return bool(rows)

    def _left_out(self, plan: Plan) -> int:
        select = left_out(plan)
        if select is None:
            return 0
        row = self._connection.execute(select.sql, select.parameters).fetchone()
        return int(row[0])

    def _hits(self, plan: Plan, rows: list[tuple[int, float]]) -> Iterable[Hit]:
        names = self._names({document_of(row) for row, _ in rows})
        for row, score in rows:
            document_id = document_of(row)
            paragraph = self._planner.paragraph(row)
            found = matches(plan.marked, document_id, paragraph)
            yield Hit(
                DocumentId(document_id),
                *names[document_id],
                paragraph.span,
                paragraph.text,
                plan.discards.kept(document_id, found),
                score,
                plan.discards.have_all(document_id, found),
            )

    def _names(self, document_ids: set[int]) -> dict[int, tuple[str, str]]:
        rows = self._connection.execute(
            "select id, name, title from documents"
            " where id in (select value from json_each(?))",
            (json.dumps(sorted(document_ids)),),
        )
        return {row[0]: (row[1], row[2]) for row in rows}


def _unanswered(query: str, reading: Reading, options: SearchOptions) -> Answer:
    """Return how a query was read, and nothing found yet."""
    return Answer(
        query, wording.understood(reading.tree, options.scope, reading.unread)
    )
