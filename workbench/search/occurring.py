"""Every match of a query, document by document: what concordances and marks rest on.

The paragraphs of a document in which anything stands are scanned as one text, which
for a frequent word takes a third of the time; what then would reach from one paragraph
into the next is looked for again in the paragraph alone.
"""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby
from typing import Final

from workbench.model.ids import DocumentId
from workbench.model.search import DocumentMatches, Scope
from workbench.model.spans import Span
from workbench.search.choosing import matching
from workbench.search.indexing.paragraphs import TextSource, paragraph_at
from workbench.search.indexing.rows import (
    ZONE_BIT,
    block_of,
    document_of,
    searched_text,
)
from workbench.search.marking import matches
from workbench.search.matching import find, merge
from workbench.search.planning import Plan
from workbench.search.postings import Select
from workbench.search.ranking import is_choice
from workbench.search.standing import Standing
from workbench.search.tree import Near, Term

_BETWEEN: Final = "\n"
"""Stands between paragraphs: no part of any word."""


def occurrences(
    connection: sqlite3.Connection, texts: TextSource, plan: Plan
) -> Iterator[DocumentMatches]:
    """Yield the matches of each document that matches, or of the one planned for."""
    terms = [leaf for leaf in plan.marked if isinstance(leaf, Term)]
    if terms:
        rows = _rows_of_terms(connection, plan, terms)
    else:
        rows = _rows_of_tags(connection, plan)
    rows.difference_update(plan.discards.rows)
    ordered = sorted(rows, key=lambda row: (row & ~ZONE_BIT, row))
    for document, own in groupby(ordered, document_of):
        document_id = DocumentId(document)
        found = DocumentMatches(document_id, array("q"), array("q"))
        for places in _places(plan, terms, document_id, list(own), texts):
            for place in plan.discards.kept(document_id, places):
                found.starts.append(place.start)
                found.ends.append(place.end)
        yield found


def _rows_of_terms(
    connection: sqlite3.Connection, plan: Plan, terms: Sequence[Term]
) -> set[int]:
    if is_choice(plan.tree):
        return _rows(connection, Standing(plan).any_of(terms))
    if plan.scope is Scope.DOCUMENT:
        standing = Standing(plan).inside(matching(connection, plan))
        return _rows(connection, standing.any_of(terms))
    chosen = _rows(connection, plan.selector().chosen(plan.tree))
    return _rows(connection, Standing(plan).any_of(terms)) & chosen


def _rows_of_tags(connection: sqlite3.Connection, plan: Plan) -> set[int]:
    documents = matching(connection, plan)
    listed = (row for leaf in plan.marked for row in plan.rows.get(leaf, ()))
    return {row for row in listed if document_of(row) in documents}


def _rows(connection: sqlite3.Connection, select: Select) -> set[int]:
    return {row for (row,) in connection.execute(select.sql, select.parameters)}


def _places(
    plan: Plan,
    terms: Sequence[Term],
    document_id: DocumentId,
    rows: Sequence[int],
    texts: TextSource,
) -> Iterator[tuple[Span, ...]]:
    """Yield where anything stands in each of the rows."""
    if not terms:
        for row in rows:
            yield matches(plan.marked, document_id, paragraph_at(row, texts))
        return
    text, zones = texts.text(document_id), texts.zones(document_id)
    blocks = texts.blocks(document_id)
    spans = [blocks[block_of(row)].span for row in rows]
    searched = [
        searched_text(row, text, span, zones)
        for row, span in zip(rows, spans, strict=True)
    ]
    for span, places in zip(spans, _scan(terms, searched), strict=True):
        yield tuple(
            Span(span.start + place.start, span.start + place.end)
            for place in merge(places)
        )


def _scan(terms: Sequence[Term], paragraphs: Sequence[str]) -> list[list[Span]]:
    """Return where any of the terms stands in each paragraph."""
    found: list[list[Span]] = [[] for _ in paragraphs]
    joined = _BETWEEN.join(paragraphs)
    behind = list(accumulate(len(it) + len(_BETWEEN) for it in paragraphs))
    for term in terms:
        if _is_near(term):
            for number, paragraph in enumerate(paragraphs):
                found[number] += find(term, paragraph)
            continue
        for number, places in _scan_joined(term, joined, behind).items():
            is_whole = all(place.end < behind[number] for place in places)
            first = behind[number] - len(paragraphs[number]) - len(_BETWEEN)
            found[number] += (
                [Span(it.start - first, it.end - first) for it in places]
                if is_whole
                else find(term, paragraphs[number])
            )
    return found


def _scan_joined(
    term: Term, joined: str, behind: Sequence[int]
) -> dict[int, list[Span]]:
    """Return the paragraphs in which a term begins, and where."""
    places: dict[int, list[Span]] = {}
    for place in find(term, joined):
        places.setdefault(bisect_right(behind, place.start), []).append(place)
    return places


def _is_near(term: Term) -> bool:
    """Tell whether it matters which of several words are nearest."""
    return any(isinstance(way, Near) for way in term.sequences)
