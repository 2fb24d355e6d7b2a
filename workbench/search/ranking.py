"""Compiles a plan to SQL that gives rows of the index in order, and counts them."""

from __future__ import annotations

from typing import Final

from workbench.search.planning import Plan
from workbench.search.rows import BLOCK_BITS, ZONE_BIT
from workbench.search.selecting import Select, Selector
from workbench.search.tree import Node, Or, Term

NOWHERE: Final = "select 0 as row, 0.0 as rank where 0"


def ranked(plan: Plan) -> Select:
    """Select row, score, and both counts, best first.

    The whole part of a score is how many different words a paragraph has, the rest
    how good they are there. What matches without any word gets its first paragraph.
    """
    selector = plan.selector()
    if _is_choice(plan.tree):
        return _ranked_choice(plan, selector)
    chosen = selector.chosen(plan.tree)
    places = _places([selector.scored(leaf) for leaf in plan.marked])
    document = "*" if selector.shift else f"distinct id >> {BLOCK_BITS}"
    sql = f"""
        with chosen (id) as materialized (select distinct * from ({chosen.sql})),
        found (row, score) as materialized ({places.sql}),
        others (row) as materialized (
            select id << {selector.shift} from chosen
            where id not in (select row >> {selector.shift} from found)
        )
        select row, score, (select count({document}) from chosen),
            (select count(*) from found) + (select count(*) from others)
        from (select row, score from found union all select row, 0.0 from others)
        order by score desc, row
    """
    return Select(sql, chosen.parameters + places.parameters)


def _is_choice(node: Node) -> bool:
    """Tell whether every place of every word is a hit, wherever the others stand."""
    if isinstance(node, Or):
        return all(_is_choice(part) for part in node.parts)
    return isinstance(node, Term)


def _ranked_choice(plan: Plan, selector: Selector) -> Select:
    """Select the same where the index need not be read a second time to choose."""
    places = _places([selector.scored(leaf, among="") for leaf in plan.marked])
    sql = f"""
        with found (row, score) as materialized ({places.sql})
        select row, score,
            (select count(distinct row >> {BLOCK_BITS}) from found),
            (select count(*) from found)
        from found order by score desc, row
    """
    return Select(sql, places.parameters)


def _places(parts: list[Select]) -> Select:
    """Select row and score of every paragraph where one of the marked leaves stands."""
    bound = tuple(value for part in parts for value in part.parameters)
    places = " union all ".join(part.sql for part in parts) or NOWHERE
    if len(parts) > 1:  # grouping costs as much as all the rest: only where needed
        score = "count(*) + sum(rank) / (sum(rank) - 1.0)"
        return Select(f"select row, {score} from ({places}) group by row", bound)
    return Select(f"select row, 1 + rank / (rank - 1.0) from ({places})", bound)


def placed(plan: Plan, document_id: int | None = None) -> Select:
    """Select the rows where any marked leaf stands, in order of place.

    Rows of what matches without any word are left out: nothing is marked there.
    """
    selector = plan.selector()
    chosen = selector.chosen(plan.tree)
    places = _places([selector.scored(leaf) for leaf in plan.marked])
    own = "" if document_id is None else f"where row >> {BLOCK_BITS} = {document_id}"
    sql = f"""
        with chosen (id) as materialized (select distinct * from ({chosen.sql})),
        found (row, score) as ({places.sql})
        select distinct row from found {own} order by row & {~ZONE_BIT}, row
    """
    return Select(sql, chosen.parameters + places.parameters)
