"""Compiles a plan to SQL that gives rows of the index in order, or counts them."""

from __future__ import annotations

from typing import Final

from workbench.model.search import SortBy
from workbench.search.indexing.rows import BLOCK_BITS, ZONE_BIT
from workbench.search.planning import Plan
from workbench.search.postings import Select
from workbench.search.selecting import Selector
from workbench.search.tree import Node, Or, Term

NOWHERE: Final = "select 0 as row, 0.0 as rank where 0"


def ranked(plan: Plan) -> Select:
    """Select row and score of every hit, best first.

    The whole part of a score is how many different words a paragraph has, the rest
    how good they are there. What matches without any word gets its first paragraph.
    """
    rows = _rows(plan, is_ranked=True)
    order = _order(plan.sort)
    return Select(
        f"select row, score from ({rows.sql}) order by {order}", rows.parameters
    )


def unranked(plan: Plan) -> Select:
    """Select row of every hit, which is quicker."""
    rows = _rows(plan, is_ranked=False)
    return Select(f"select row from ({rows.sql})", rows.parameters)


def left_out(plan: Plan) -> Select | None:
    """Count the hits that are left out; None where nothing is."""
    selector = plan.selector()
    gone = selector.left_out()
    if gone is None:
        return None
    chosen = selector.chosen(plan.tree)
    sql = f"select count(*) from ({gone.sql}) where id in ({chosen.sql})"
    return Select(sql, gone.parameters + chosen.parameters)


def is_choice(node: Node) -> bool:
    """Tell whether every place of every word is a hit, wherever the others stand."""
    if isinstance(node, Or):
        return all(is_choice(part) for part in node.parts)
    return isinstance(node, Term)


def best_first(parts: list[Select]) -> Select:
    """Select row and score of every paragraph that any part selects with its rank."""
    bound = tuple(value for part in parts for value in part.parameters)
    places = " union all ".join(f"select row, rank from ({it.sql})" for it in parts)
    if len(parts) > 1:  # grouping costs as much as all the rest: only where needed
        score = "count(*) + sum(rank) / (sum(rank) - 1.0)"
        return Select(
            f"select row, {score} as score from ({places}) group by row", bound
        )
    return Select(
        f"select row, 1 + rank / (rank - 1.0) as score from ({places or NOWHERE})",
        bound,
    )


def _rows(plan: Plan, *, is_ranked: bool) -> Select:
    selector = plan.selector()
    if is_choice(plan.tree):
        # The index need not be read a second time to choose.
        return _places(plan, selector, "", is_ranked=is_ranked)
    chosen = selector.chosen(plan.tree)
    places = _places(plan, selector, "chosen", is_ranked=is_ranked)
    spared, gone = "", selector.left_out()
    if gone is not None:  # some of what matches may have no hit left
        spared = f" and id not in ({gone.sql})"
    sql = f"""
        with chosen (id) as materialized (select distinct * from ({chosen.sql})),
        found (row, score) as materialized ({places.sql})
        select row, score from found
        union all
        select id << {selector.shift}, 0.0 from chosen
        where id not in (select row >> {selector.shift} from found){spared}
    """
    return Select(
        sql, chosen.parameters + places.parameters + (gone.parameters if gone else ())
    )


def _places(plan: Plan, selector: Selector, among: str, *, is_ranked: bool) -> Select:
    parts = [
        selector.placed(leaf, is_ranked=is_ranked, among=among) for leaf in plan.marked
    ]
    if is_ranked:
        return best_first(parts)
    rows = " union ".join(f"select row from ({part.sql})" for part in parts)
    bound = tuple(value for part in parts for value in part.parameters)
    return Select(f"select row, 0.0 as score from ({rows or NOWHERE})", bound)


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
