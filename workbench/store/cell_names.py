"""What the cells of all tables are called and say, without what they rest on."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection

from workbench.model.cell_names import Named, NamedTable
from workbench.model.cells import CellKey
from workbench.model.ids import TableId

_SUMMARIES = """
select row_id, column_id, substr(summary, 1, 400) from cells
join json_each(?) wanted
    on row_id = wanted.value ->> 0 and column_id = wanted.value ->> 1
"""


class CellNameStore:
    """Reads on one connection; a large table costs no more than its names."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def tables(self) -> list[NamedTable]:
        """Return the tables with the rows and columns that are not hidden."""
        rows, columns = self._named("table_rows"), self._named("table_columns")
        found = self._run("select id, name from comparison_tables order by id")
        return [
            NamedTable(TableId(own), name, tuple(rows[own]), tuple(columns[own]))
            for own, name in found
        ]

    def beginnings(self, cells: Collection[CellKey]) -> dict[CellKey, str]:
        """Return how the texts of these cells begin; those without any are left out."""
        found = self._run(_SUMMARIES, [json.dumps(list(cells))])
        return {(row_id, column_id): text for row_id, column_id, text in found if text}

    def _named(self, kind: str) -> defaultdict[int, list[Named]]:
        found: defaultdict[int, list[Named]] = defaultdict(list)
        for table_id, own, name in self._run(
            f"select table_id, id, name from {kind} where not is_hidden"
            " order by table_id, position, id"
        ):
            found[table_id].append(Named(own, name))
        return found
