"""Selects the paragraphs where words stand: quick to count, cheap to cut.

FTS5 joins words itself wherever the index alone can say where they stand.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Self

from workbench.search.indexing.rows import BLOCK_BITS, IN_CONTENT, in_document
from workbench.search.planning import Plan
from workbench.search.postings import (
    LISTED,
    ROW,
    Select,
    is_wide,
    ranked_rows_of,
    rows_matching,
    rows_of,
)
from workbench.search.tree import Term


class Standing:
    """Compiles where words of a plan stand, in some documents or everywhere."""

    def __init__(self, plan: Plan) -> None:
        self._listed = {
            leaf: json.dumps(rows)
            for leaf, rows in plan.rows.items()
            if isinstance(leaf, Term)
        }
        zones = "" if plan.zones else f"and {ROW} {IN_CONTENT}"
        self._within = Select(zones + in_document(ROW, plan.within))
        if plan.discards.rows:
            rows = json.dumps(plan.discards.rows)
            self._within = self._within.where(f"and +{ROW} not in ({LISTED})", rows)

    def inside(self, documents: Collection[int]) -> Self:
        """Look in these documents only."""
        if not documents:
            self._within = self._within.where("and 0")
            return self
        first, behind = min(documents) << BLOCK_BITS, max(documents) + 1 << BLOCK_BITS
        self._within = self._within.where(
            f"and {ROW} >= {first} and {ROW} < {behind}"
            f" and {ROW} >> {BLOCK_BITS} in ({LISTED})",
            json.dumps(sorted(documents)),
        )
        return self

    def outside(self, documents: Collection[int]) -> Self:
        """Look in all documents but these."""
        self._within = self._within.where(
            f"and {ROW} >> {BLOCK_BITS} not in ({LISTED})",
            json.dumps(sorted(documents)),
        )
        return self

    def any_of(self, terms: Sequence[Term]) -> Select:
        """Select each row where any of the words stands, once."""
        if all(map(self._is_simple, terms)):
            return self._bounded(rows_matching(_joined(" OR ", terms)))
        parts = [self._one(term) for term in terms]
        return Select(
            " union ".join(f"select row from ({part.sql})" for part in parts),
            tuple(value for part in parts for value in part.parameters),
        )

    def all_of(self, terms: Sequence[Term]) -> Select:
        """Select each row where all of the words stand; conditions may be added."""
        simple = [term for term in terms if self._is_simple(term)]
        if simple:
            found = self._bounded(rows_matching(_joined(" AND ", simple)))
        else:
            found = self._one(terms[0])
        for term in terms if simple else terms[1:]:
            if term not in simple:
                rows = self._one(term)
                found = found.where(f"and +{ROW} in ({rows.sql})", *rows.parameters)
        return found

    def ranked(self, term: Term) -> Select:
        """Select row and rank where a word stands; conditions may be added."""
        return self._seen(term, self._bounded(ranked_rows_of(term)))

    def _is_simple(self, term: Term) -> bool:
        return term not in self._listed and not is_wide(term)

    def _one(self, term: Term) -> Select:
        return self._seen(term, self._bounded(rows_of(term)))

    def _bounded(self, rows: Select) -> Select:
        return rows.where(self._within.sql, *self._within.parameters)

    def _seen(self, term: Term, rows: Select) -> Select:
        """Keep the rows of a term for which somebody has looked."""
        if term not in self._listed:
            return rows
        # Without the plus sign, FTS5 would be asked anew for each row of the list.
        return rows.where(f"and +{ROW} in ({LISTED})", self._listed[term])


def _joined(operator: str, terms: Sequence[Term]) -> str:
    return operator.join(f"({term.expression})" for term in terms)
