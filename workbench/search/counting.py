"""How many documents and hits a query has: exact, and without ranking any."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import Final

from workbench.model.search import Scope
from workbench.search.choosing import matching
from workbench.search.indexing.rows import BLOCK_BITS
from workbench.search.planning import Plan
from workbench.search.postings import Select
from workbench.search.ranking import is_choice, unranked
from workbench.search.standing import Standing
from workbench.search.tree import Term

_COUNTS: Final = f"count(distinct row >> {BLOCK_BITS}), count(*)"


@dataclass(frozen=True, slots=True)
class Counts:
    """Documents with a hit, and hits."""

    documents: int
    hits: int


def counted(connection: sqlite3.Connection, plan: Plan) -> Counts:
    """Count what a plan selects."""
    terms = [leaf for leaf in plan.marked if isinstance(leaf, Term)]
    if terms and is_choice(plan.tree):
        return _count(connection, Standing(plan).any_of(terms))
    if not terms or plan.scope is not Scope.DOCUMENT or plan.discards.rows:
        return _count(connection, unranked(plan))
    documents = matching(connection, plan)
    found = _count(connection, Standing(plan).inside(documents).any_of(terms))
    # Documents that match without any of the words count as a hit each.
    without = len(documents) - found.documents
    return Counts(len(documents), found.hits + without)


def _count(connection: sqlite3.Connection, rows: Select) -> Counts:
    sql = f"select {_COUNTS} from ({rows.sql})"
    return Counts(*connection.execute(sql, rows.parameters).fetchone())
