"""The first hits of a query, without looking at more than they need.

- Where a word must be looked for in the texts (capitals, `$55`), its paragraphs are
  looked at from the best on, until there are enough. Of words beside others only some
  paragraphs are looked at; all, if those do not suffice.
- Of a word that stands for very many others (`ha*`), the most frequent are enough.
"""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from itertools import islice
from typing import Final

from workbench.model.search import SearchOptions
from workbench.search.best import MOST_SCORED, MOST_WANTED, Scored, best
from workbench.search.indexing.rows import IN_CONTENT
from workbench.search.planning import Plan, Planner
from workbench.search.postings import ROW, rows_of
from workbench.search.tree import And, Node, Or, Sequence, Term, Wanted

WAYS: Final = 4
"""How many of its words stand for a term that has very many."""
VERY_MANY: Final = 24
"""More ways than a word is inflected in."""
LOOKS: Final = (200, 2_000, None)
"""At how many paragraphs of a word is looked, one try after the other."""
TIMES: Final = 4
"""How many times as many as wanted are ranked before they are looked at."""


class First:
    """Finds first hits over one connection."""

    def __init__(self, connection: sqlite3.Connection, planner: Planner) -> None:
        self._connection = connection
        self._planner = planner

    def of(self, tree: Node, options: SearchOptions, limit: int) -> tuple[Plan, Scored]:
        """Return the rows of the first hits with their scores, and their plan."""
        if isinstance(tree, Term) and not tree.is_plain:
            plan = self._planner.unlooked(tree, options)
            rows = self._looked_at(tree, plan, limit)
            if rows is not None:
                return plan, rows
        thinned = self._thinned(tree)
        if thinned != tree:
            plan = self._planner.plan(thinned, options, most=LOOKS[0])
            rows = best(self._connection, plan, limit)
            if len(rows) >= limit:
                marked = self._planner.unlooked(tree, options).marked
                return replace(plan, marked=marked), rows
        return self._looked_for(tree, options, limit)

    def _looked_for(
        self, tree: Node, options: SearchOptions, limit: int
    ) -> tuple[Plan, Scored]:
        for most in LOOKS:
            plan = self._planner.plan(tree, options, most=most)
            rows = best(self._connection, plan, limit)
            is_last = most == LOOKS[-2]  # to look at all may take seconds
            if plan.is_whole or len(rows) >= limit or (is_last and rows):
                break
        return plan, rows

    def _thinned(self, node: Node) -> Node:
        """Return a query with only some of the ways to write what has very many."""
        if isinstance(node, And | Or):
            return type(node)(tuple(map(self._thinned, node.parts)))
        if not isinstance(node, Term) or not node.is_plain:
            return node
        first = node.sequences[0] if node.sequences else None
        if isinstance(first, Sequence) and first.is_prefix and len(first.words) == 1:
            words = self._planner.vocabulary.frequent(
                first.words[0].folded, MOST_SCORED, WAYS
            )
            ways = tuple(Sequence((Wanted(word),)) for word in words)
            return replace(node, sequences=ways) if ways else node
        if len(node.sequences) > VERY_MANY and self._are_many(node):
            weightless = min(node.weightless, WAYS - 1)
            return replace(node, sequences=node.sequences[:WAYS], weightless=weightless)
        return node

    def _are_many(self, term: Term) -> bool:
        """Tell whether a term stands in too many paragraphs to score all of them."""
        rows = rows_of(term).where(f"and {ROW} {IN_CONTENT}")
        sql = f"select count(*) from ({rows.sql} limit {MOST_SCORED + 1})"
        (count,) = self._connection.execute(sql, rows.parameters).fetchone()
        return int(count) > MOST_SCORED

    def _looked_at(self, term: Term, plan: Plan, limit: int) -> Scored | None:
        """Return the best rows where a term really stands, if they are soon found."""
        for size in (TIMES * limit, MOST_WANTED):
            rows = best(self._connection, plan, size)
            true = (it for it in rows if self._planner.stands_in(term, it[0]))
            found = list(islice(true, limit))
            if len(found) == limit or len(rows) < size:
                return found
        return None
