"""The best hits of a query, without scoring every paragraph where there are many.

To score a paragraph takes twenty times as long as to count it. Counts are therefore
always exact; and while the words of a query stand in few paragraphs, all of those are
scored. Where they stand in many,

- paragraphs with all of the words come first: if they suffice, only they are scored,
  or a part of them;
- otherwise all paragraphs with a rare word are scored, and of those that have only
  common words a part;
- a word that stands in more than half of all paragraphs weighs nothing, as in BM25.

A part is spread evenly over the corpus. Whoever wants more than `MOST_WANTED` hits
gets every paragraph scored.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Final

from workbench.model.search import Scope, SortBy
from workbench.search.choosing import matching
from workbench.search.planning import Plan
from workbench.search.ranking import best_first, is_choice, ranked
from workbench.search.rows import BLOCK_BITS, BLOCKS_PER_DOCUMENT
from workbench.search.selecting import LISTED, Select
from workbench.search.standing import RANKED, WEIGHTLESS, Standing
from workbench.search.tree import And, Term

MOST_SCORED: Final = 8_000
MOST_WANTED: Final = 500
SHARES: Final = 1_000
_SHARE: Final = (
    f"((rowid >> {BLOCK_BITS}) * 619 + (rowid & {BLOCKS_PER_DOCUMENT - 1}) * 389)"
    f" % {SHARES}"
)
"""A number of each paragraph that its neighbors do not have."""
_DOCUMENTS: Final = f"count(distinct row >> {BLOCK_BITS})"


@dataclass(frozen=True, slots=True)
class Found:
    """Rows with their scores, best first, and how many there are in all."""

    rows: list[tuple[int, float]] = field(default_factory=list)
    documents: int = 0
    total: int = 0


def best(connection: sqlite3.Connection, plan: Plan, limit: int) -> Found:
    """Return the best hits, up to `limit`, and count all."""
    terms = tuple(leaf for leaf in plan.marked if isinstance(leaf, Term))
    if terms and 0 < limit <= MOST_WANTED and _may_be_many(plan):
        found = _Many(connection, plan, terms).found(limit)
        if found is not None:
            return found
    return _all_scored(connection, plan, limit)


def _may_be_many(plan: Plan) -> bool:
    if plan.sort is not SortBy.RELEVANCE:
        return False
    if is_choice(plan.tree) or _is_all(plan):
        return True
    # What was discarded says which documents have no hit left.
    return plan.scope is Scope.DOCUMENT and not plan.discards.rows


def _is_all(plan: Plan) -> bool:
    """Tell whether hits are the paragraphs with all of the words, and no others."""
    parts = plan.tree.parts if isinstance(plan.tree, And) else ()
    is_within = plan.scope is Scope.PARAGRAPH and bool(parts)
    return is_within and all(isinstance(part, Term) for part in parts)


def _all_scored(connection: sqlite3.Connection, plan: Plan, limit: int) -> Found:
    select = ranked(plan)
    rows = connection.execute(
        f"{select.sql} limit {max(limit, 1)}", select.parameters
    ).fetchall()
    if not rows:
        return Found()
    return Found([row[:2] for row in rows[:limit]], rows[0][2], rows[0][3])


class _Many:
    """Looks for the best of a plan's hits where they may be too many to score."""

    def __init__(
        self, connection: sqlite3.Connection, plan: Plan, terms: Sequence[Term]
    ) -> None:
        self._connection = connection
        self._plan = plan
        self._terms = terms
        self._is_all = _is_all(plan)
        self._everywhere = Standing(plan)
        self._documents: Collection[int] | None = None
        if not self._is_all and not is_choice(plan.tree):
            self._documents = matching(connection, plan)
        self._standing = Standing(plan, self._documents)

    def found(self, limit: int) -> Found | None:
        """Return the best hits; None where scoring all is no trouble."""
        one = self._standing.all_of if self._is_all else self._standing.any_of
        hits = self._count(one(self._terms))
        if hits <= MOST_SCORED:
            return None
        select = self._of_all(limit) or self._of_any()
        rows = self._connection.execute(
            f"{select.sql} order by score desc, row limit {limit}", select.parameters
        ).fetchall()
        if len(rows) < limit:
            return None
        documents = 0
        if self._documents is None or not self._has_hits:
            documents = self._count(one(self._terms), _DOCUMENTS)
        if self._documents is None:
            return Found(rows, documents, hits)
        # Documents that match without any of the words count as a hit each.
        without = 0 if self._has_hits else len(self._documents) - documents
        return Found(rows, len(self._documents), hits + without)

    @property
    def _has_hits(self) -> bool:
        """Whether each document that matches must have one of the words."""
        parts = self._plan.tree.parts if isinstance(self._plan.tree, And) else ()
        return any(isinstance(part, Term) for part in parts)

    def _of_all(self, limit: int) -> Select | None:
        """Score paragraphs with all of the words, if there are enough of them."""
        if len(self._terms) == 1:
            return None
        parts = self._plan.tree.parts if isinstance(self._plan.tree, And) else ()
        is_enough = all(isinstance(part, Term) for part in parts)
        standing = self._everywhere if is_enough else self._standing
        count = self._count(standing.all_of(self._terms))
        if count < limit:
            return None
        share = f" and {_SHARE} < {SHARES * MOST_SCORED // count}"
        weighing = [term for term in self._terms if term not in self._weightless]
        scored = standing.all_of(weighing or self._terms[:1], RANKED)
        sql, bound = scored.sql + share, scored.parameters
        if len(weighing) < len(self._terms):
            rows = standing.all_of(self._terms)
            sql += f" and +rowid in ({rows.sql}{share})"
            bound += rows.parameters
        score = f"{len(self._terms)} + rank / (rank - 1.0)"
        return Select(f"select row, {score} as score from ({sql})", bound)

    def _of_any(self) -> Select:
        """Score paragraphs with a rare word, and some of those with common ones."""
        rare = _rare(self._sizes)
        common = [term for term in self._terms if term not in rare]
        room = MOST_SCORED - sum(self._sizes[term] for term in rare)
        share = SHARES * room // max(1, *(self._sizes[term] for term in common))
        whole = self._standing.any_of(rare) if rare else self._standing.all_of(common)
        chosen = self._rows(whole) if len(self._terms) > 1 else "[]"
        return best_first(
            [self._standing.all_of([term], RANKED) for term in rare]
            + [self._some_of(term, share, chosen) for term in common]
        )

    def _some_of(self, term: Term, share: int, chosen: str) -> Select:
        columns = WEIGHTLESS if term in self._weightless else RANKED
        rows = self._standing.all_of([term], columns)
        return Select(
            f"{rows.sql} and ({_SHARE} < {share} or +rowid in ({LISTED}))",
            (*rows.parameters, chosen),
        )

    @cached_property
    def _sizes(self) -> dict[Term, int]:
        """In how many paragraphs of the corpus each word stands."""
        return {it: self._count(self._everywhere.all_of([it])) for it in self._terms}

    @cached_property
    def _weightless(self) -> set[Term]:
        (paragraphs,) = self._connection.execute(
            "select count(*) from block_index_docsize"
        ).fetchone()
        return {it for it in self._terms if 2 * self._sizes[it] > paragraphs}

    def _count(self, rows: Select, what: str = "count(*)") -> int:
        sql = f"select {what} from ({rows.sql})"
        (count,) = self._connection.execute(sql, rows.parameters).fetchone()
        return int(count)

    def _rows(self, rows: Select) -> str:
        found = self._connection.execute(rows.sql, rows.parameters)
        return json.dumps([row for (row,) in found])


def _rare(sizes: dict[Term, int]) -> list[Term]:
    """Return the rarest words, as long as few paragraphs have them."""
    rare: list[Term] = []
    left = MOST_SCORED // 2
    for term in sorted(sizes, key=lambda it: sizes[it]):
        left -= sizes[term]
        if left < 0:
            break
        rare.append(term)
    return rare
