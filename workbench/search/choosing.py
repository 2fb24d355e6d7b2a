"""Which documents a query finds, without ranking what is in them."""

from __future__ import annotations

import sqlite3

from workbench.model.search import Scope
from workbench.search.planning import Plan
from workbench.search.ranking import ranked
from workbench.search.rows import BLOCK_BITS
from workbench.search.selecting import Select, Selector
from workbench.search.tree import And, Filter, Node, Not, Or, Term


def matching(connection: sqlite3.Connection, plan: Plan) -> set[int]:
    """Return the documents that a query is true of, whatever was discarded."""
    if plan.scope is Scope.DOCUMENT:
        documents = _documents(connection, plan.selector(), plan.tree)
    else:
        chosen = plan.selector().chosen(plan.tree)
        rows = f"with chosen (id) as ({chosen.sql})"
        # Named here: a select that begins with a list has no column called id.
        sql = f"{rows} select distinct id >> {BLOCK_BITS} from chosen"
        documents = _ids(connection, Select(sql, chosen.parameters))
    return documents if plan.within is None else documents & {plan.within}


def _documents(
    connection: sqlite3.Connection, selector: Selector, node: Node
) -> set[int]:
    """Return the same, joined in sets: in SQL, each part is sorted before it is."""
    if isinstance(node, Term | Filter):
        chosen = selector.chosen(node)
        return _ids(
            connection,
            Select(f"select distinct * from ({chosen.sql})", chosen.parameters),
        )
    if isinstance(node, Or):
        return set().union(*(_documents(connection, selector, it) for it in node.parts))
    parts = node.parts if isinstance(node, And) else (node,)
    wanted = [
        _documents(connection, selector, it) for it in parts if not isinstance(it, Not)
    ]
    unwanted = [
        _documents(connection, selector, it.part) for it in parts if isinstance(it, Not)
    ]
    if not wanted:
        wanted = [_ids(connection, selector.everything())]
    return set.intersection(*wanted).difference(*unwanted)


def _ids(connection: sqlite3.Connection, select: Select) -> set[int]:
    return {row[0] for row in connection.execute(select.sql, select.parameters)}


def found(connection: sqlite3.Connection, plan: Plan) -> set[int]:
    """Return the documents with a hit."""
    if not plan.discards.rows:
        return matching(connection, plan)
    select = ranked(plan)
    sql = f"select distinct row >> {BLOCK_BITS} from ({select.sql})"
    return {row[0] for row in connection.execute(sql, select.parameters)}
