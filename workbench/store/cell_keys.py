"""Which cells there are, and which of them hold what: names of cells, not contents."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from workbench.model.cells import CellKey
from workbench.model.ids import CellId, ColumnId, RowId, TableId


class CellKeyStore:
    """Reads on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def of_table(self, table_id: TableId) -> set[CellKey]:
        """Return the cells of a table that ever held something."""
        rows = self._run(
            "select row_id, column_id from cells"
            " where row_id in (select id from table_rows where table_id = ?)",
            [table_id],
        )
        return {(RowId(row_id), ColumnId(column_id)) for row_id, column_id in rows}

    def ids(self, keys: Iterable[CellKey]) -> list[CellId]:
        """Return the ids of those of these cells that ever held something."""
        rows = self._run(
            "select cells.id from cells join json_each(?) as wanted"
            " on row_id = wanted.value ->> 0 and column_id = wanted.value ->> 1",
            [json.dumps(list(keys))],
        )
        return [CellId(own) for (own,) in rows]

    def of_absences(self, ids: Iterable[int]) -> list[CellId]:
        """Return the cells of those of these absences that are there."""
        rows = self._run(
            "select cell_id from absences where id in (select value from json_each(?))",
            [json.dumps(list(ids))],
        )
        return [CellId(own) for (own,) in rows]
