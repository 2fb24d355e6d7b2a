"""Compiles a tree to SQL: which documents or paragraphs a query holds for.

Values are always bound. Whether a term really stands in a paragraph the index alone
cannot always say; the searcher looks and hands the rows in.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from workbench.model.search import Scope
from workbench.search.rows import BLOCK_BITS, IN_CONTENT
from workbench.search.tree import And, Filter, Node, Not, Or, Term

_LISTED = "select value from json_each(?)"


@dataclass(frozen=True, slots=True)
class Select:
    """A select statement and what is bound to it."""

    sql: str
    parameters: tuple[str, ...] = ()


class Selector:
    """Compiles trees for one scope: `rowid >> shift` is what must be the same.

    `rows` are the paragraphs of each term or filter for which somebody has looked.
    What stands in `zones` is found only when asked for.
    """

    def __init__(
        self,
        scope: Scope,
        rows: Mapping[Term | Filter, Iterable[int]],
        *,
        zones: bool = False,
    ) -> None:
        self._condition = "" if zones else f" and rowid {IN_CONTENT}"
        self._paragraphs = "select id from block_index_docsize where true" + (
            "" if zones else f" and id {IN_CONTENT}"
        )
        self.shift = BLOCK_BITS if scope is Scope.DOCUMENT else 0
        self._rows = {leaf: json.dumps(list(found)) for leaf, found in rows.items()}

    def chosen(self, node: Node) -> Select:
        """Select the ids of the documents, or rows of paragraphs, that match."""
        if isinstance(node, Term):
            return self._term(node)
        if isinstance(node, Filter):
            return self._filter(node)
        if isinstance(node, Or):
            return _combine("union", [self.chosen(part) for part in node.parts])
        parts = node.parts if isinstance(node, And) else (node,)
        wanted = [self.chosen(part) for part in parts if not isinstance(part, Not)]
        unwanted = [self.chosen(part.part) for part in parts if isinstance(part, Not)]
        found = _combine("intersect", wanted or [self._everything()])
        return _combine("except", [found, *unwanted])

    def scored(self, leaf: Term | Filter, *, among: str = "chosen") -> Select:
        """Select `row` and `rank` of the paragraphs where a leaf stands.

        `among` is the table of the ids that they must belong to; empty for any.
        """
        rows = self._rows.get(leaf)
        if isinstance(leaf, Filter):
            return Select(
                "select value as row, 0.0 as rank from json_each(?)"
                f" where value >> {self.shift} in (select id from {among})",
                (rows or "[]",),
            )
        sql = (
            "select rowid as row, rank from block_index where block_index match ?"
            + self._condition
        )
        if among:
            sql += f" and rowid >> {self.shift} in (select id from {among})"
        if rows is None:
            return Select(sql, (leaf.expression,))
        return Select(f"{sql} and rowid in ({_LISTED})", (leaf.expression, rows))

    def _term(self, term: Term) -> Select:
        if term in self._rows:
            sql = f"select value >> {self.shift} from json_each(?)"
            return Select(sql, (self._rows[term],))
        return Select(
            f"select rowid >> {self.shift} from block_index where block_index match ?"
            + self._condition,
            (term.expression,),
        )

    def _filter(self, condition: Filter) -> Select:
        if self.shift:
            return Select(_LISTED, (json.dumps(list(condition.documents)),))
        if condition in self._rows:
            return Select(_LISTED, (self._rows[condition],))
        return Select(
            f"{self._paragraphs} and id >> {BLOCK_BITS} in ({_LISTED})",
            (json.dumps(list(condition.documents)),),
        )

    def _everything(self) -> Select:
        if self.shift:
            return Select("select id from documents")
        return Select(self._paragraphs)


def _combine(operator: str, selects: list[Select]) -> Select:
    if len(selects) == 1:
        return selects[0]
    return Select(
        f" {operator} ".join(f"select * from ({select.sql})" for select in selects),
        tuple(value for select in selects for value in select.parameters),
    )
