"""Selects the rows of the index where one term stands.

A term of many ways to write it is looked up way by way: FTS5 joins a thousand with OR
in a time that grows with their square.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from workbench.search.tree import Term

MANY_WAYS: Final = 8
MOST_WEIGHED: Final = 64
"""Of more ways than this, it only matters how many stand in a paragraph."""
LISTED: Final = "select value from json_each(?)"
ROW: Final = "words.rowid"
"""The column of the index that conditions speak of."""
_SHARES: Final = 1_009


@dataclass(frozen=True, slots=True)
class Select:
    """A select statement and what is bound to it; its `tail` follows all conditions."""

    body: str
    parameters: tuple[str, ...] = ()
    tail: str = ""

    @property
    def sql(self) -> str:
        """Return the whole statement."""
        return self.body + self.tail

    def where(self, condition: str, *parameters: str) -> Select:
        """Return the same with another condition, which begins with `and`."""
        body = f"{self.body} {condition}"
        return Select(body, (*self.parameters, *parameters), self.tail)


def part_of(count: int, wanted: int) -> str:
    """Return a condition on rows that about so many of `count` of them meet.

    They are spread evenly: neighbors have different shares.
    """
    return f"{ROW} * 619 % {_SHARES} <= {_SHARES * wanted // max(count, 1)}"


def is_wide(term: Term) -> bool:
    """Tell whether a term is looked up way by way."""
    return len(term.sequences) > MANY_WAYS


def rows_of(term: Term, value: str = ROW) -> Select:
    """Select `row` wherever a term stands; conditions may be added."""
    if not is_wide(term):
        return rows_matching(term.expression, value)
    return _each_way(f"distinct {value} as row", _ways(term))


def ranked_rows_of(term: Term) -> Select:
    """Select `row` and `rank` wherever a term stands; conditions may be added."""
    if term.weightless:
        rank = "iif(way.key = 0, words.rank, 0.0)"
        return _each_way(f"{ROW} as row, {rank} as rank", term.ranked_and_not)
    if not is_wide(term):
        return rows_matching(term.expression, f"{ROW} as row, rank")
    # What FTS5 gives for an OR is the sum of what it gives for the parts.
    is_weighed = len(term.sequences) <= MOST_WEIGHED
    rank = "sum(words.rank)" if is_weighed else "-1.0 * count(*)"
    found = _each_way(f"{ROW} as row, {rank} as rank", _ways(term))
    return Select(found.body, found.parameters, f" group by {ROW}")


def rows_matching(expression: str, columns: str = ROW) -> Select:
    """Select columns of the rows that FTS5 finds; the first is called `row`."""
    if " as row" not in columns:
        columns = f"{columns} as row"
    return Select(
        f"select {columns} from block_index as words where words.block_index match ?",
        (expression,),
    )


def _ways(term: Term) -> list[str]:
    return [way.expression for way in term.sequences]


def _each_way(columns: str, ways: Sequence[str]) -> Select:
    return Select(
        f"select {columns} from json_each(?) as way"
        " cross join block_index as words where words.block_index match way.value",
        (json.dumps(ways),),
    )
