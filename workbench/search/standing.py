"""Selects the paragraphs where words stand, unranked: quick to count, cheap to cut.

FTS5 joins words itself wherever the index alone can say where they stand.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Sequence
from typing import Final

from workbench.search.planning import Plan
from workbench.search.rows import BLOCK_BITS, IN_CONTENT, in_document
from workbench.search.selecting import LISTED, Select
from workbench.search.tree import Term

ROW: Final = "rowid as row"
RANKED: Final = "rowid as row, rank"
WEIGHTLESS: Final = "rowid as row, 0.0 as rank"


class Standing:
    """Compiles where words of a plan stand, within some documents or everywhere."""

    def __init__(self, plan: Plan, documents: Collection[int] | None = None) -> None:
        self._listed = {
            leaf: json.dumps(rows)
            for leaf, rows in plan.rows.items()
            if isinstance(leaf, Term)
        }
        zones = "" if plan.zones else f" and rowid {IN_CONTENT}"
        self._within = Select(zones + in_document("rowid", plan.within))
        if documents is not None:
            self._within = _within(sorted(documents), zones)
        if plan.discards.rows:
            within, left_out = self._within, json.dumps(plan.discards.rows)
            self._within = Select(
                f"{within.sql} and +rowid not in ({LISTED})",
                (*within.parameters, left_out),
            )

    def any_of(self, terms: Sequence[Term]) -> Select:
        """Select each row where any of the words stands, once."""
        if self._listed.keys().isdisjoint(terms):
            return self._rows(ROW, _joined(" OR ", terms))
        parts = [self.all_of([term]) for term in terms]
        return Select(
            " union ".join(part.sql for part in parts),
            tuple(value for part in parts for value in part.parameters),
        )

    def all_of(self, terms: Sequence[Term], columns: str = ROW) -> Select:
        """Select each row where all of the words stand; conditions may be added."""
        rows = self._rows(columns, _joined(" AND ", terms))
        listed = tuple(self._listed[it] for it in terms if it in self._listed)
        # Without the plus sign, FTS5 would be asked anew for each row of the list.
        condition = f" and +rowid in ({LISTED})" * len(listed)
        return Select(rows.sql + condition, rows.parameters + listed)

    def _rows(self, columns: str, expression: str) -> Select:
        sql = f"select {columns} from block_index where block_index match ?"
        return Select(sql + self._within.sql, (expression, *self._within.parameters))


def _within(documents: Sequence[int], zones: str) -> Select:
    if not documents:
        return Select(" and 0")
    first, behind = documents[0] << BLOCK_BITS, documents[-1] + 1 << BLOCK_BITS
    return Select(
        f"{zones} and rowid >= {first} and rowid < {behind}"
        f" and rowid >> {BLOCK_BITS} in ({LISTED})",
        (json.dumps(documents),),
    )


def _joined(operator: str, terms: Sequence[Term]) -> str:
    return operator.join(f"({term.expression})" for term in terms)
