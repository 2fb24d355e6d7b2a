"""Answers a query: reads it, selects over the index, and marks what was found.

It reads one connection and asks its caller for texts; it changes nothing.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final, Protocol

from workbench.model.documents import Block
from workbench.model.ids import DocumentId
from workbench.model.search import Answer, Hit, Scope
from workbench.model.spans import Span
from workbench.search import language, matching, wording
from workbench.search.filters import Filters
from workbench.search.rows import BLOCK_BITS, IN_CONTENT, block_of, searched_text
from workbench.search.selecting import Select, Selector
from workbench.search.suggesting import Suggestions
from workbench.search.tree import Filter, Leaf, Node, Or, Term, leaves
from workbench.search.vocabulary import Vocabulary

DEFAULT_LIMIT: Final = 200
NOWHERE: Final = "select 0 as row, 0.0 as rank where 0"


class TextSource(Protocol):
    """Where the searcher gets the texts it looks into; they had better be cached."""

    def text(self, document_id: DocumentId, /) -> str:
        """Return a document's text."""

    def blocks(self, document_id: DocumentId, /) -> Sequence[Block]:
        """Return the blocks of a document's text."""

    def zones(self, document_id: DocumentId, /) -> Sequence[Span]:
        """Return what of a document's text is not content, in order."""


@dataclass(slots=True)
class _Plan:
    """What to select, and where to look for matches.

    `marked` are the leaves whose places are hits: words, or tags if there are none.
    """

    tree: Node
    scope: Scope
    marked: tuple[Leaf, ...]
    zones: bool
    rows: dict[Leaf, list[int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Found:
    rows: list[tuple[int, float]]
    documents: int = 0
    total: int = 0


class Searcher:
    """Searches one project over one connection."""

    def __init__(self, connection: sqlite3.Connection, texts: TextSource) -> None:
        self._connection = connection
        self._texts = texts
        self._vocabulary = Vocabulary(connection)
        self._filters = Filters(connection)

    def search(
        self,
        query: str,
        scope: Scope = Scope.DOCUMENT,
        limit: int = DEFAULT_LIMIT,
        *,
        zones: bool = False,
    ) -> Answer:
        """Answer any query whatever; `understood` tells how it was read.

        What stands in zones is left out unless `zones` are asked for.
        """
        reading = language.read(query, self._vocabulary, self._filters)
        explained = wording.understood(reading.tree, scope, reading.ignored)
        if reading.tree is None:
            return Answer(query, explained)
        plan = self._plan(reading.tree, scope, zones=zones)
        found = self._select(plan, max(limit, 0))
        suggestions: tuple[str, ...] = ()
        if not found.total:
            tried = Suggestions(self._vocabulary, self._filters).of(reading)
            suggestions = tuple(
                other for other in tried if self._finds(other, scope, zones=zones)
            )
        return Answer(
            query,
            explained,
            found.documents,
            found.total,
            tuple(self._hits(plan, found.rows[: max(limit, 0)])),
            suggestions,
        )

    def _finds(self, query: str, scope: Scope, *, zones: bool) -> bool:
        tree = language.read(query, self._vocabulary, self._filters).tree
        if tree is None:
            return False
        return self._select(self._plan(tree, scope, zones=zones), 1).total > 0

    def _plan(self, tree: Node, scope: Scope, *, zones: bool) -> _Plan:
        found = dict.fromkeys(leaves(tree))
        terms = [leaf for leaf, _ in found if isinstance(leaf, Term)]
        wanted = [leaf for leaf, negated in found if not negated]
        words = [leaf for leaf in wanted if isinstance(leaf, Term)]
        tags = [leaf for leaf in wanted if isinstance(leaf, Filter) and leaf.places]
        # Conditions alone list documents, whatever must stand together.
        scope = scope if terms else Scope.DOCUMENT
        plan = _Plan(tree, scope, tuple(words or tags), zones)
        plan.rows.update(
            (term, self._look(term, zones=zones)) for term in terms if not term.is_plain
        )
        plan.rows.update(
            (leaf, self._tagged_rows(leaf))
            for leaf, _ in found
            if isinstance(leaf, Filter) and leaf.places is not None
        )
        return plan

    def _look(self, term: Term, *, zones: bool) -> list[int]:
        """Return the rows where a term stands as it was written, from the texts."""
        rows = self._connection.execute(
            "select rowid from block_index where block_index match ?"
            + ("" if zones else f" and rowid {IN_CONTENT}")
            + " order by rowid",
            (term.expression,),
        )
        return [
            row
            for (row,) in rows.fetchall()
            if matching.stands_in(term, self._block(row)[2])
        ]

    def _tagged_rows(self, tag: Filter) -> list[int]:
        return [
            document_id << BLOCK_BITS | number
            for document_id, places in sorted((tag.places or {}).items())
            for number, block in enumerate(self._texts.blocks(DocumentId(document_id)))
            if any(block.span.overlaps(place) for place in places)
        ]

    def _select(self, plan: _Plan, limit: int) -> _Found:
        select = _ranked(plan)
        rows = self._connection.execute(
            f"{select.sql} limit {max(limit, 1)}", select.parameters
        ).fetchall()
        if not rows:
            return _Found([])
        return _Found([row[:2] for row in rows], rows[0][2], rows[0][3])

    def _hits(self, plan: _Plan, rows: list[tuple[int, float]]) -> Iterable[Hit]:
        names = self._names({row >> BLOCK_BITS for row, _ in rows})
        for row, score in rows:
            document_id = row >> BLOCK_BITS
            span, text, searched = self._block(row)
            found = (
                match
                for leaf in plan.marked
                for match in _matches(leaf, document_id, span, searched)
            )
            yield Hit(
                DocumentId(document_id),
                *names[document_id],
                span,
                text,
                matching.merge(found),
                score,
            )

    def _block(self, row: int) -> tuple[Span, str, str]:
        """Return a row's span, its characters, and those that were searched."""
        document_id = DocumentId(row >> BLOCK_BITS)
        blocks = self._texts.blocks(document_id)
        if not blocks:  # an empty document can be listed, but has no paragraph
            return Span(0, 0), "", ""
        span = blocks[block_of(row)].span
        text = self._texts.text(document_id)
        zones = self._texts.zones(document_id)
        return span, span.of(text), searched_text(row, text, span, zones)

    def _names(self, document_ids: set[int]) -> dict[int, tuple[str, str]]:
        rows = self._connection.execute(
            "select id, name, title from documents"
            " where id in (select value from json_each(?))",
            (json.dumps(sorted(document_ids)),),
        )
        return {row[0]: (row[1], row[2]) for row in rows}


def _matches(leaf: Leaf, document_id: int, span: Span, text: str) -> Iterable[Span]:
    if isinstance(leaf, Term):
        for found in matching.find(leaf, text):
            yield Span(span.start + found.start, span.start + found.end)
        return
    for place in (leaf.places or {}).get(document_id, ()):
        if place.overlaps(span):  # a passage may go on in the next paragraph
            yield Span(max(place.start, span.start), min(place.end, span.end))


def _ranked(plan: _Plan) -> Select:
    """Select row, score, and both counts, best first.

    The whole part of a score is how many different words a paragraph has, the rest
    how good they are there. What matches without any word gets its first paragraph.
    """
    selector = Selector(plan.scope, plan.rows, zones=plan.zones)
    if _is_choice(plan.tree):
        return _ranked_choice(plan, selector)
    chosen = selector.chosen(plan.tree)
    places = _places([selector.scored(leaf) for leaf in plan.marked])
    document = "*" if selector.shift else f"distinct id >> {BLOCK_BITS}"
    sql = f"""
        with chosen (id) as materialized (select distinct * from ({chosen.sql})),
        found (row, score) as materialized ({places.sql}),
        others (row) as materialized (
            select id << {selector.shift} from chosen
            where id not in (select row >> {selector.shift} from found)
        )
        select row, score, (select count({document}) from chosen),
            (select count(*) from found) + (select count(*) from others)
        from (select row, score from found union all select row, 0.0 from others)
        order by score desc, row
    """
    return Select(sql, chosen.parameters + places.parameters)


def _is_choice(node: Node) -> bool:
    """Tell whether every place of every word is a hit, wherever the others stand."""
    if isinstance(node, Or):
        return all(_is_choice(part) for part in node.parts)
    return isinstance(node, Term)


def _ranked_choice(plan: _Plan, selector: Selector) -> Select:
    """Select the same where the index need not be read a second time to choose."""
    places = _places([selector.scored(leaf, among="") for leaf in plan.marked])
    sql = f"""
        with found (row, score) as materialized ({places.sql})
        select row, score,
            (select count(distinct row >> {BLOCK_BITS}) from found),
            (select count(*) from found)
        from found order by score desc, row
    """
    return Select(sql, places.parameters)


def _places(parts: list[Select]) -> Select:
    """Select row and score of every paragraph where one of the marked leaves stands."""
    bound = tuple(value for part in parts for value in part.parameters)
    places = " union all ".join(part.sql for part in parts) or NOWHERE
    if len(parts) > 1:  # grouping costs as much as all the rest: only where needed
        score = "count(*) + sum(rank) / (sum(rank) - 1.0)"
        return Select(f"select row, {score} from ({places}) group by row", bound)
    return Select(f"select row, 1 + rank / (rank - 1.0) from ({places})", bound)
