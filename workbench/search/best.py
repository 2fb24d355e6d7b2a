"""The best hits of a query, without scoring every paragraph where there are many.

To score a paragraph takes twenty times as long as to count it. While the words of a
query stand in few paragraphs, all of those are scored. Where they stand in many,

- paragraphs with all of the words come first: if they suffice, only they are scored,
  or a part of them;
- otherwise all paragraphs with a rare word are scored, and of those that have only
  common words a part.

A part is spread evenly over the corpus. Whoever wants more than `MOST_WANTED` hits
gets every paragraph scored.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from functools import cached_property
from typing import Final

from workbench.model.search import Scope, SortBy
from workbench.search.choosing import matching, unwanted
from workbench.search.planning import Plan
from workbench.search.postings import LISTED, ROW, Select, part_of
from workbench.search.ranking import best_first, is_choice, ranked
from workbench.search.standing import Standing
from workbench.search.tree import And, Term

MOST_SCORED: Final = 2_000
PART: Final = 2
"""What part of so many is scored where there are more."""
MOST_WANTED: Final = 500

Scored = list[tuple[int, float]]


def best(connection: sqlite3.Connection, plan: Plan, limit: int) -> Scored:
    """Return the rows of the best hits with their scores, up to `limit`."""
    terms = tuple(leaf for leaf in plan.marked if isinstance(leaf, Term))
    if terms and 0 < limit <= MOST_WANTED and _may_be_many(plan):
        found = _Best(connection, plan, terms).found(limit)
        if found is not None:
            return found
    return _fetched(connection, ranked(plan), limit)


def _may_be_many(plan: Plan) -> bool:
    if plan.sort is not SortBy.RELEVANCE:
        return False
    if is_choice(plan.tree) or _is_all(plan):
        return True
    # What was discarded says which documents have no hit left.
    return plan.scope is Scope.DOCUMENT and not plan.discards.rows


def _is_all(plan: Plan) -> bool:
    """Tell whether hits are the paragraphs with all of the words, and no others."""
    return plan.scope is Scope.PARAGRAPH and _is_of_words(plan)


def _is_of_words(plan: Plan) -> bool:
    parts = plan.tree.parts if isinstance(plan.tree, And) else ()
    return bool(parts) and all(isinstance(part, Term) for part in parts)


def _fetched(connection: sqlite3.Connection, rows: Select, limit: int) -> Scored:
    sql = f"{rows.sql} limit {limit}"
    return connection.execute(sql, rows.parameters).fetchall()


class _Best:
    """Looks for the best of a plan's hits where they may be too many to score."""

    def __init__(
        self, connection: sqlite3.Connection, plan: Plan, terms: Sequence[Term]
    ) -> None:
        self._connection = connection
        self._plan = plan
        self._terms = terms

    def found(self, limit: int) -> Scored | None:
        """Return the best hits; None where whatever matches must be looked at."""
        together = self._of_all(limit)
        if together is not None:
            return _fetched(self._connection, _in_order(together), limit)
        if _is_all(self._plan):
            return None
        is_few = sum(self._sizes.values()) <= MOST_SCORED
        scored = self._of_each() if is_few else self._of_some()
        rows = _fetched(self._connection, _in_order(scored), limit)
        is_enough = len(rows) == limit or (is_few and self._has_hits)
        return rows if is_enough else None

    @property
    def _has_hits(self) -> bool:
        """Whether each document that matches must have one of the words."""
        tree = self._plan.tree
        parts = tree.parts if isinstance(tree, And) else ()
        return is_choice(tree) or any(isinstance(part, Term) for part in parts)

    def _of_all(self, limit: int) -> Select | None:
        """Score paragraphs with all of the words, if there are enough of them."""
        if len(self._terms) == 1:
            return None
        standing = Standing(self._plan) if _is_of_words(self._plan) else self._standing
        together = standing.all_of(self._terms)
        count = self._count(together)
        if count < limit and not _is_all(self._plan):
            return None
        if count > MOST_SCORED:
            together = together.where(f"and {part_of(count, MOST_SCORED // PART)}")
        rows = json.dumps(self._rows(together))
        return best_first(
            [
                standing.ranked(term).where(f"and +{ROW} in ({LISTED})", rows)
                for term in self._terms
            ]
        )

    def _of_each(self) -> Select:
        return best_first([self._standing.ranked(term) for term in self._terms])

    def _of_some(self) -> Select:
        """Score paragraphs with a rare word, and some of those with common ones."""
        rare = _rare(self._sizes)
        common = [term for term in self._terms if term not in rare]
        count = sum(self._sizes[term] for term in common)
        condition, chosen = part_of(count, MOST_SCORED // PART), []
        if len(self._terms) > 1:
            first = self._standing.any_of(rare) if rare else None
            chosen = self._rows(first or self._standing.all_of(common))
        if chosen:
            condition += f" or +{ROW} in ({LISTED})"
        bound = [json.dumps(chosen)] if chosen else []
        some = [
            self._standing.ranked(term).where(f"and ({condition})", *bound)
            for term in common
        ]
        return best_first([self._standing.ranked(term) for term in rare] + some)

    @cached_property
    def _standing(self) -> Standing:
        """Where words stand, within the documents that match."""
        if is_choice(self._plan.tree) or _is_all(self._plan):
            return Standing(self._plan)
        without = unwanted(self._connection, self._plan)
        if without is not None:
            return Standing(self._plan).outside(without)
        return Standing(self._plan).inside(matching(self._connection, self._plan))

    @cached_property
    def _sizes(self) -> dict[Term, int]:
        """In how many of these paragraphs each word stands."""
        return {it: self._count(self._standing.all_of([it])) for it in self._terms}

    def _count(self, rows: Select) -> int:
        sql = f"select count(*) from ({rows.sql})"
        (count,) = self._connection.execute(sql, rows.parameters).fetchone()
        return int(count)

    def _rows(self, rows: Select) -> list[int]:
        found = self._connection.execute(rows.sql, rows.parameters)
        return [row for (row,) in found]


def _in_order(scored: Select) -> Select:
    return Select(f"{scored.sql} order by score desc, row", scored.parameters)


def _rare(sizes: dict[Term, int]) -> list[Term]:
    """Return the rarest words, as long as few paragraphs have them."""
    rare: list[Term] = []
    left = MOST_SCORED // PART
    for term in sorted(sizes, key=lambda it: sizes[it]):
        left -= sizes[term]
        if left < 0:
            break
        rare.append(term)
    return rare
