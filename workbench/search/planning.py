"""Works out where a query's words stand, before anything is counted or ranked."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Final

from workbench.model.ids import DocumentId
from workbench.model.search import Scope, SearchOptions, SortBy
from workbench.model.spans import Span
from workbench.search import matching
from workbench.search.conditions.filters import Filters, Today
from workbench.search.conditions.undated import asks_dates, certain, possible
from workbench.search.discarding import NO_DISCARDS, Discarding, Discards
from workbench.search.indexing.paragraphs import (
    Paragraph,
    TextSource,
    paragraph_at,
    rows_overlapped,
)
from workbench.search.indexing.rows import IN_CONTENT, ZONE_BIT, in_document
from workbench.search.indexing.vocabulary import Vocabulary
from workbench.search.postings import ROW, Select, part_of, rows_of
from workbench.search.reading import language
from workbench.search.reading.aliasing import Renaming, register_of
from workbench.search.reading.language import Reading
from workbench.search.selecting import Selector
from workbench.search.tree import Filter, Leaf, Node, Term, leaves

EVERYWHERE: Final = Span(0, 1 << 62)


@dataclass(slots=True)
class Plan:
    """What to select, and where to look for matches.

    `marked` are the leaves whose places are hits: words, or tags if there are none.
    `rows` are those of the leaves for which the index alone cannot say them;
    `discards` are the marked places that are no hits. A plan `within` a document tells
    only of that one. What a plan selects that is not whole is right, but not all.
    """

    tree: Node
    scope: Scope
    marked: tuple[Leaf, ...]
    zones: bool
    sort: SortBy = SortBy.RELEVANCE
    rows: dict[Leaf, list[int]] = field(default_factory=dict)
    discards: Discards = NO_DISCARDS
    within: DocumentId | None = None
    is_whole: bool = True

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
        self,
        tree: Node,
        options: SearchOptions,
        within: DocumentId | None = None,
        *,
        most: int | None = None,
    ) -> Plan:
        """Look wherever the index alone cannot tell, `most` times for a word."""
        plan = self.unlooked(tree, options, within)
        found = set(leaves(tree))
        for term in {leaf for leaf, _ in found if isinstance(leaf, Term)}:
            if not term.is_plain:
                self._look(term, plan, found, most)
        return plan

    def unlooked(
        self, tree: Node, options: SearchOptions, within: DocumentId | None = None
    ) -> Plan:
        """Return a plan that believes the index, even where it cannot tell."""
        found = dict.fromkeys(leaves(tree))
        has_terms = any(isinstance(leaf, Term) for leaf, _ in found)
        wanted = [leaf for leaf, negated in found if not negated]
        words = [leaf for leaf in wanted if isinstance(leaf, Term)]
        tags = [leaf for leaf in wanted if isinstance(leaf, Filter) and leaf.places]
        # Conditions alone list documents, whatever must stand together.
        scope = options.scope if has_terms else Scope.DOCUMENT
        marked: tuple[Leaf, ...] = tuple(words or tags)
        plan = Plan(tree, scope, marked, options.zones, options.sort, within=within)
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

    def _look(
        self,
        term: Term,
        plan: Plan,
        found: Collection[tuple[Leaf, bool]],
        most: int | None,
    ) -> None:
        """Note the rows where a term stands as it was written, from the texts."""
        rows = rows_of(term).where(in_document(ROW, plan.within))
        if not plan.zones:
            rows = rows.where(f"and {ROW} {IN_CONTENT}")
        if most is not None and (count := self._count(rows)) > most:
            if (term, True) not in found:
                rows = rows.where(f"and {part_of(count, most)}")
                plan.is_whole = False
            elif (term, False) not in found:
                # Where the index says that it may stand, NOT leaves it out.
                plan.is_whole = False
                return
        candidates = self._connection.execute(rows.sql, rows.parameters).fetchall()
        plan.rows[term] = [row for (row,) in candidates if self.stands_in(term, row)]

    def stands_in(self, term: Term, row: int) -> bool:
        """Tell whether a term stands in a paragraph as it was written."""
        return matching.stands_in(term, self.paragraph(row).searched)

    def _count(self, rows: Select) -> int:
        sql = f"select count(*) from ({rows.sql})"
        (count,) = self._connection.execute(sql, rows.parameters).fetchone()
        return int(count)

    def _placed_rows(self, leaf: Filter, plan: Plan) -> list[int]:
        """Return the rows of a condition's places, and of documents without a place.

        The latter only where they must meet words in one paragraph: they are no hits.
        """
        places = leaf.places or {}
        if plan.scope is Scope.DOCUMENT:
            return self._overlapped(places)
        whole = dict.fromkeys(leaf.documents - places.keys(), (EVERYWHERE,))
        rows = self._overlapped({**places, **whole})
        return rows + [row | ZONE_BIT for row in rows] if plan.zones else rows

    def _overlapped(self, places: Mapping[int, tuple[Span, ...]]) -> list[int]:
        return [
            row
            for document_id in sorted(places)
            for row in rows_overlapped(document_id, places[document_id], self._texts)
        ]
