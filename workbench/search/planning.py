"""Works out where a query's words stand, before anything is counted or ranked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from workbench.model.ids import DocumentId
from workbench.model.search import Scope, SearchOptions, SortBy
from workbench.model.spans import Span
from workbench.search import language, matching
from workbench.search.aliasing import Renaming, register_of
from workbench.search.discarding import NO_DISCARDS, Discarding, Discards
from workbench.search.filters import Filters, Today
from workbench.search.language import Reading
from workbench.search.paragraphs import Paragraph, TextSource, paragraph_at
from workbench.search.rows import BLOCK_BITS, IN_CONTENT, ZONE_BIT, in_document
from workbench.search.selecting import Selector
from workbench.search.tree import Filter, Leaf, Node, Term, leaves
from workbench.search.undated import asks_dates, certain, possible
from workbench.search.vocabulary import Vocabulary

EVERYWHERE: Final = Span(0, 1 << 62)


@dataclass(slots=True)
class Plan:
    """What to select, and where to look for matches.

    `marked` are the leaves whose places are hits: words, or tags if there are none.
    `rows` are those of the leaves for which the index alone cannot say them;
    `discards` are the marked places that are no hits. A plan `within` a document tells
    only of that one.
    """

    tree: Node
    scope: Scope
    marked: tuple[Leaf, ...]
    zones: bool
    sort: SortBy = SortBy.RELEVANCE
    rows: dict[Leaf, list[int]] = field(default_factory=dict)
    discards: Discards = NO_DISCARDS
    within: DocumentId | None = None

    def selector(self) -> Selector:
        """Return what compiles this plan to SQL."""
        return Selector(
            self.scope,
            self.rows,
            zones=self.zones,
            left_out=self.discards.rows,
            within=self.within,
        )


class Planner:
    """Reads queries and plans them, over one connection."""

    def __init__(
        self, connection: sqlite3.Connection, texts: TextSource, today: Today
    ) -> None:
        self._connection = connection
        self._texts = texts
        self.vocabulary = Vocabulary(connection)
        self.filters = Filters(connection, today)
        self._discarding = Discarding(connection, texts)

    def read(self, query: str, options: SearchOptions) -> Reading:
        """Read a query as these options say."""
        reading = language.read(query, self.vocabulary, self.filters)
        if reading.tree is not None:
            renaming = Renaming(
                register_of(self._connection),
                options.aliases,
                reading.tidied,
                reading.unread,
            )
            tree = renaming.of(reading.tree)
            undated = self.filters.fields.undated
            reading.tree = certain(tree, undated)
            reading.possible = possible(tree, undated) if asks_dates(tree) else None
        return reading

    def plan(
        self, tree: Node, options: SearchOptions, within: DocumentId | None = None
    ) -> Plan:
        """Look wherever the index alone cannot tell."""
        found = dict.fromkeys(leaves(tree))
        terms = [leaf for leaf, _ in found if isinstance(leaf, Term)]
        wanted = [leaf for leaf, negated in found if not negated]
        words = [leaf for leaf in wanted if isinstance(leaf, Term)]
        tags = [leaf for leaf in wanted if isinstance(leaf, Filter) and leaf.places]
        # Conditions alone list documents, whatever must stand together.
        scope = options.scope if terms else Scope.DOCUMENT
        marked: tuple[Leaf, ...] = tuple(words or tags)
        plan = Plan(tree, scope, marked, options.zones, options.sort, within=within)
        plan.rows.update(
            (term, self._look(term, plan)) for term in terms if not term.is_plain
        )
        plan.rows.update(
            (leaf, self._placed_rows(leaf, plan))
            for leaf, _ in found
            if isinstance(leaf, Filter) and leaf.places is not None
        )
        plan.discards = self._discarding.of(
            plan.marked, zones=plan.zones, are_shown=options.discarded
        )
        return plan

    def paragraph(self, row: int) -> Paragraph:
        """Return what a row of the index stands for."""
        return paragraph_at(row, self._texts)

    def _look(self, term: Term, plan: Plan) -> list[int]:
        """Return the rows where a term stands as it was written, from the texts."""
        rows = self._connection.execute(
            "select rowid from block_index where block_index match ?"
            + ("" if plan.zones else f" and rowid {IN_CONTENT}")
            + in_document("rowid", plan.within)
            + " order by rowid",
            (term.expression,),
        )
        return [
            row
            for (row,) in rows.fetchall()
            if matching.stands_in(term, self.paragraph(row).searched)
        ]

    def _placed_rows(self, leaf: Filter, plan: Plan) -> list[int]:
        """Return the rows of a condition's places, and of documents without a place.

        The latter only where they must meet words in one paragraph: they are no hits.
        """
        places = leaf.places or {}
        if plan.scope is Scope.DOCUMENT:
            return list(self._overlapped(places))
        whole = dict.fromkeys(leaf.documents - places.keys(), (EVERYWHERE,))
        rows = list(self._overlapped({**places, **whole}))
        return rows + [row | ZONE_BIT for row in rows] if plan.zones else rows

    def _overlapped(self, places: Mapping[int, tuple[Span, ...]]) -> Iterator[int]:
        for document_id in sorted(places):
            blocks = self._texts.blocks(DocumentId(document_id))
            for number, block in enumerate(blocks):
                if any(block.span.overlaps(place) for place in places[document_id]):
                    yield document_id << BLOCK_BITS | number
