"""How large tables are, and how many of their cells are in which state."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Final

from workbench.model.cells import CellState, Role, Standing, state_of
from workbench.model.ids import TableId
from workbench.model.tables import TableSize

_TABLES: Final = """
select id, name,
    (select count(*) from table_rows where table_id = comparison_tables.id),
    (select count(*) from table_columns where table_id = comparison_tables.id)
from comparison_tables order by id
"""
_CELLS: Final = """
with evidence as (
    select cell_id, max(role = 'supports') as supports,
        max(role = 'contradicts') as contradicts, max(role = 'context') as context,
        max(passages.id is null or anchor = 'orphaned') as is_orphaned,
        max(passages.quote <> citations.quote) as is_stale
    from citations left join passages on passages.id = citations.passage_id
    group by cell_id)
select table_id, supports, contradicts, context, is_orphaned, is_stale,
    summary <> '', absences.id is not null, coalesce(found, '[]') <> '[]', count(*)
from cells
join table_rows on table_rows.id = row_id
left join evidence on evidence.cell_id = cells.id
left join absences on absences.cell_id = cells.id
left join absence_checks on absence_checks.id = absences.id
group by 1, 2, 3, 4, 5, 6, 7, 8, 9
"""
"""Cells that are alike in all that decides their state are one line."""


class TableSizeStore:
    """Measures tables on one connection, without reading what their cells say."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def all(self) -> list[TableSize]:
        """Return the sizes of all tables, in the order they were made."""
        states = self._states()
        return [
            TableSize(
                TableId(own),
                name,
                rows,
                columns,
                _with_empty(states[own], rows * columns),
            )
            for own, name, rows, columns in self._run(_TABLES)
        ]

    def _states(self) -> defaultdict[int, Counter[CellState]]:
        states: defaultdict[int, Counter[CellState]] = defaultdict(Counter)
        for table_id, *evidence, count in self._run(_CELLS):
            states[table_id][_state(evidence)] += count
        return states


def _state(evidence: Sequence[int | None]) -> CellState:
    """Return the state of the cells of a line of `_CELLS`."""
    *cited, has_summary, is_absent, is_found = map(bool, evidence)
    facts = (*Role, Standing.ORPHANED, Standing.STALE)
    true = {fact for fact, is_true in zip(facts, cited, strict=True) if is_true}
    return state_of(
        true & set(Role),
        true & set(Standing),
        has_summary=has_summary,
        is_absent=is_absent,
        is_found=is_found,
    )


def _with_empty(states: Counter[CellState], cells: int) -> dict[CellState, int]:
    """Count the cells that nobody wrote in yet, too: the file does not have them."""
    states[CellState.EMPTY] += cells - states.total()
    return {state: states[state] for state in CellState if states[state]}
