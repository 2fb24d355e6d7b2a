"""Works out where a query's words stand, before anything is counted or ranked."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol

from workbench.model.documents import Block
from workbench.model.ids import DocumentId
from workbench.model.search import Scope, SearchOptions
from workbench.model.spans import Span
from workbench.search import language, matching
from workbench.search.filters import Filters
from workbench.search.language import Reading
from workbench.search.rows import BLOCK_BITS, IN_CONTENT, block_of, searched_text
from workbench.search.selecting import Selector
from workbench.search.tree import Filter, Leaf, Node, Term, leaves
from workbench.search.vocabulary import Vocabulary


class TextSource(Protocol):
    """Where a search gets the texts it looks into; they had better be cached."""

    def text(self, document_id: DocumentId, /) -> str:
        """Return a document's text."""

    def blocks(self, document_id: DocumentId, /) -> Sequence[Block]:
        """Return the blocks of a document's text."""

    def zones(self, document_id: DocumentId, /) -> Sequence[Span]:
        """Return what of a document's text is not content, in order."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A row of the index: its span, its characters, and those that were searched."""

    span: Span
    text: str
    searched: str


@dataclass(slots=True)
class Plan:
    """What to select, and where to look for matches.

    `marked` are the leaves whose places are hits: words, or tags if there are none.
    `rows` are those of the leaves for which the index alone cannot say them.
    """

    tree: Node
    scope: Scope
    marked: tuple[Leaf, ...]
    zones: bool
    rows: dict[Leaf, list[int]] = field(default_factory=dict)

    def selector(self) -> Selector:
        """Return what compiles this plan to SQL."""
        return Selector(self.scope, self.rows, zones=self.zones)


class Planner:
    """Reads queries and plans them, over one connection."""

    def __init__(self, connection: sqlite3.Connection, texts: TextSource) -> None:
        self._connection = connection
        self._texts = texts
        self.vocabulary = Vocabulary(connection)
        self.filters = Filters(connection)

    def read(self, query: str, options: SearchOptions) -> Reading:
        """Read a query as these options say."""
        del options
        return language.read(query, self.vocabulary, self.filters)

    def plan(self, tree: Node, options: SearchOptions) -> Plan:
        """Look wherever the index alone cannot tell."""
        found = dict.fromkeys(leaves(tree))
        terms = [leaf for leaf, _ in found if isinstance(leaf, Term)]
        wanted = [leaf for leaf, negated in found if not negated]
        words = [leaf for leaf in wanted if isinstance(leaf, Term)]
        tags = [leaf for leaf in wanted if isinstance(leaf, Filter) and leaf.places]
        # Conditions alone list documents, whatever must stand together.
        scope = options.scope if terms else Scope.DOCUMENT
        plan = Plan(tree, scope, tuple(words or tags), options.zones)
        plan.rows.update(
            (term, self._look(term, zones=options.zones))
            for term in terms
            if not term.is_plain
        )
        plan.rows.update(
            (leaf, self._tagged_rows(leaf))
            for leaf, _ in found
            if isinstance(leaf, Filter) and leaf.places is not None
        )
        return plan

    def paragraph(self, row: int) -> Paragraph:
        """Return what a row of the index stands for."""
        document_id = DocumentId(row >> BLOCK_BITS)
        blocks = self._texts.blocks(document_id)
        if not blocks:  # an empty document can be listed, but has no paragraph
            return Paragraph(Span(0, 0), "", "")
        span = blocks[block_of(row)].span
        text = self._texts.text(document_id)
        zones = self._texts.zones(document_id)
        return Paragraph(span, span.of(text), searched_text(row, text, span, zones))

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
            if matching.stands_in(term, self.paragraph(row).searched)
        ]

    def _tagged_rows(self, tag: Filter) -> list[int]:
        return [
            document_id << BLOCK_BITS | number
            for document_id, places in sorted((tag.places or {}).items())
            for number, block in enumerate(self._texts.blocks(DocumentId(document_id)))
            if any(block.span.overlaps(place) for place in places)
        ]
