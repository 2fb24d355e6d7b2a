"""Which documents a query finds, without ranking what is in them."""

from __future__ import annotations

import json
import sqlite3
from typing import Final

from workbench.model.search import Scope
from workbench.search.indexing.rows import BLOCK_BITS
from workbench.search.planning import Plan
from workbench.search.postings import Select
from workbench.search.ranking import unranked
from workbench.search.selecting import Selector
from workbench.search.tree import And, Filter, Node, Not, Or, Term

FEW: Final = 8
"""In so many documents a word is looked for one by one: quicker than everywhere."""


def matching(connection: sqlite3.Connection, plan: Plan) -> set[int]:
    """Return the documents that a query is true of, whatever was discarded."""
    if plan.scope is Scope.DOCUMENT:
        documents = _Choosing(connection, plan.selector()).of(plan.tree)
    else:
        chosen = plan.selector().chosen(plan.tree)
        rows = f"with chosen (id) as ({chosen.sql})"
        # Named here: a select that begins with a list has no column called id.
        sql = f"{rows} select distinct id >> {BLOCK_BITS} from chosen"
        documents = _ids(connection, Select(sql, chosen.parameters))
    return documents if plan.within is None else documents & {plan.within}


def unwanted(connection: sqlite3.Connection, plan: Plan) -> set[int] | None:
    """Return the documents without hits, if all others with the one word have some."""
    parts = plan.tree.parts if isinstance(plan.tree, And) else ()
    denied = [part.part for part in parts if isinstance(part, Not)]
    if len(plan.marked) != 1 or len(denied) != len(parts) - 1:
        return None
    if not any(isinstance(part, Term) for part in parts):
        return None
    choosing = _Choosing(connection, plan.selector())
    return set().union(*map(choosing.of, denied))


def found(connection: sqlite3.Connection, plan: Plan) -> set[int]:
    """Return the documents with a hit."""
    if not plan.discards.rows:
        return matching(connection, plan)
    select = unranked(plan)
    sql = f"select distinct row >> {BLOCK_BITS} from ({select.sql})"
    return _ids(connection, Select(sql, select.parameters))


class _Choosing:
    """Chooses documents part by part: in SQL, each part would be sorted first."""

    def __init__(self, connection: sqlite3.Connection, selector: Selector) -> None:
        self._connection = connection
        self._selector = selector

    def of(self, node: Node, among: set[int] | None = None) -> set[int]:
        """Return the documents that a part is true of, at least those `among`."""
        if isinstance(node, Filter):
            return set(node.documents)
        if isinstance(node, Term):
            return self._with(node, among)
        if isinstance(node, Or):
            return set().union(*(self.of(part, among) for part in node.parts))
        return self._all(node.parts if isinstance(node, And) else (node,), among)

    def _all(self, parts: tuple[Node, ...], among: set[int] | None) -> set[int]:
        asked = [part for part in parts if not isinstance(part, Not)]
        denied = [part.part for part in parts if isinstance(part, Not)]
        for part in sorted(asked, key=lambda it: not isinstance(it, Filter)):
            own = self.of(part, among)
            among = own if among is None else among & own
        if among is None:
            among = _ids(self._connection, self._selector.everything())
        for other in denied:
            among = among - self.of(other, among)
        return among

    def _with(self, term: Term, among: set[int] | None) -> set[int]:
        if among is not None and len(among) <= FEW:
            select = self._selector.documents_with(term, json.dumps(sorted(among)))
            if select is not None:
                return _ids(self._connection, select)
        return _ids(self._connection, self._selector.chosen(term), "distinct *")


def _ids(
    connection: sqlite3.Connection, select: Select, columns: str = "*"
) -> set[int]:
    sql = f"select {columns} from ({select.sql})"
    return {row[0] for row in connection.execute(sql, select.parameters)}
