"""Compiles a plan to SQL that gives rows of the index in order, and counts them."""

from __future__ import annotations

from typing import Final

from workbench.model.search import SortBy
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
    if is_choice(plan.tree):
        return _ranked_choice(plan, selector)
    chosen = selector.chosen(plan.tree)
    places = best_first([selector.scored(leaf) for leaf in plan.marked])
    document = "*" if selector.shift else f"distinct id >> {BLOCK_BITS}"
    documents = f"select count({document}) from chosen"
    spared, gone = "", selector.left_out()
    if gone is not None:  # some of what matches may have no hit left
        spared = f" and id not in ({gone.sql})"
        rows = "select row from found union all select row from others"
        documents = f"select count(distinct row >> {BLOCK_BITS}) from ({rows})"
    sql = f"""
        with chosen (id) as materialized (select distinct * from ({chosen.sql})),
        found (row, score) as materialized ({places.sql}),
        others (row) as materialized (
            select id << {selector.shift} from chosen
            where id not in (select row >> {selector.shift} from found){spared}
        )
        select row, score, ({documents}),
            (select count(*) from found) + (select count(*) from others)
        from (select row, score from found union all select row, 0.0 from others)
        order by {_order(plan.sort)}
    """
    left_out = gone.parameters if gone else ()
    return Select(sql, chosen.parameters + places.parameters + left_out)


def left_out(plan: Plan) -> Select | None:
    """Count the hits that are left out; None where nothing is."""
    selector = plan.selector()
    gone = selector.left_out()
    if gone is None:
        return None
    chosen = selector.chosen(plan.tree)
    sql = f"select count(*) from ({gone.sql}) where id in ({chosen.sql})"
    return Select(sql, gone.parameters + chosen.parameters)


def _order(sort: SortBy) -> str:
    """Return in which order rows come: best first, or documents one after another."""
    if sort is SortBy.RELEVANCE:
        return "score desc, row"
    # Behind a row's document its place, in a zone or not.
    place = f"row & {~ZONE_BIT}, row"
    if sort is SortBy.DOCUMENT:
        return place
    document = f"select date from documents where id = row >> {BLOCK_BITS}"
    return f"coalesce(nullif(({document}), ''), '~'), {place}"


def is_choice(node: Node) -> bool:
    """Tell whether every place of every word is a hit, wherever the others stand."""
    if isinstance(node, Or):
        return all(is_choice(part) for part in node.parts)
    return isinstance(node, Term)


def _ranked_choice(plan: Plan, selector: Selector) -> Select:
    """Select the same where the index need not be read a second time to choose."""
    places = best_first([selector.scored(leaf, among="") for leaf in plan.marked])
    sql = f"""
        with found (row, score) as materialized ({places.sql})
        select row, score,
            (select count(distinct row >> {BLOCK_BITS}) from found),
            (select count(*) from found)
        from found order by {_order(plan.sort)}
    """
    return Select(sql, places.parameters)


def best_first(parts: list[Select]) -> Select:
    """Select row and score of every paragraph that any part selects with its rank."""
    bound = tuple(value for part in parts for value in part.parameters)
    places = " union all ".join(part.sql for part in parts) or NOWHERE
    if len(parts) > 1:  # grouping costs as much as all the rest: only where needed
        score = "count(*) + sum(rank) / (sum(rank) - 1.0)"
        return Select(
            f"select row, {score} as score from ({places}) group by row", bound
        )
    return Select(
        f"select row, 1 + rank / (rank - 1.0) as score from ({places})", bound
    )
