"""Comparison tables: rows and columns; what stands in them is in `cells`."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from workbench.errors import NotFound
from workbench.model.cells import Cell, CellKey
from workbench.model.ids import (
    CaseId,
    ColumnId,
    DocumentId,
    RowId,
    TableId,
    TagId,
)
from workbench.model.tables import Column, ColumnKind, ColumnType, ComparisonTable, Row
from workbench.store.cells import CellStore
from workbench.store.choices import pack_choices, unpack_choices

_COLUMN: Final = "id, name, question, type, choices, tag_id, is_hidden"
_ROW: Final = "id, name, document_id, case_id, group_name, is_hidden"


class TableStore:
    """Reads and writes comparison tables on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._cells = CellStore(connection)

    def all(self) -> list[tuple[TableId, str]]:
        """Return ids and names of all tables, in the order they were made."""
        rows = self._run("select id, name from comparison_tables order by id")
        return [(TableId(table_id), name) for table_id, name in rows]

    def get(self, table_id: TableId) -> ComparisonTable:
        """Return a table with everything in it; `NotFound` when it is not there."""
        outline, cells = self.outline(table_id), self._cells.of_table(table_id)
        rows = tuple(
            replace(row, cells=_in_columns(row.id, outline.columns, cells))
            for row in outline.rows
        )
        return replace(outline, rows=rows)

    def outline(self, table_id: TableId) -> ComparisonTable:
        """Return a table whose rows have no cells: quick, however much they hold."""
        row = self._run(
            "select name from comparison_tables where id = ?", [table_id]
        ).fetchone()
        if row is None:
            raise NotFound(f"There is no table {table_id} in this project.")
        columns, rows = self.columns(table_id), self._rows(table_id)
        return ComparisonTable(table_id, row[0], columns, rows)

    def columns(self, table_id: TableId) -> tuple[Column, ...]:
        """Return the columns of a table in their order."""
        rows = self._run(
            f"select {_COLUMN} from table_columns where table_id = ?"
            " order by position, id",
            [table_id],
        )
        return tuple(_column(row) for row in rows)

    def column(self, column_id: ColumnId) -> Column:
        """Return one column; `NotFound` when it is not there."""
        row = self._run(
            f"select {_COLUMN} from table_columns where id = ?", [column_id]
        ).fetchone()
        if row is None:
            raise NotFound("That column is not in this project any more.")
        return _column(row)

    def named(self, name: str) -> ComparisonTable:
        """Return the table of this name, in any case; `NotFound` otherwise."""
        there = self.all()
        for table_id, its_name in there:
            if its_name.casefold() == name.casefold():
                return self.get(table_id)
        names = ", ".join(f"“{its_name}”" for _, its_name in there) or "none yet"
        raise NotFound(f"There is no table “{name}”; there is {names}.")

    def holding(self, kind: str, row_id: int) -> ComparisonTable:
        """Return the table that a row or column belongs to, without cells."""
        row = self._run(
            f"select table_id from {_checked(kind)} where id = ?", [row_id]
        ).fetchone()
        if row is None:
            raise NotFound("That row or column is not in this project any more.")
        return self.outline(TableId(row[0]))

    def place(self, row_id: RowId, column_id: ColumnId) -> str:
        """Return a cell's place in words: `row › column`."""
        row = self._run(
            "select table_rows.name || ' › ' || table_columns.name from table_rows"
            " join table_columns using (table_id)"
            " where table_rows.id = ? and table_columns.id = ?",
            [row_id, column_id],
        ).fetchone()
        if row is None:
            raise NotFound("That row or column is not in this project any more.")
        return str(row[0])

    def name_of_row(self, row_id: RowId) -> str:
        """Return a row's name; `NotFound` when it is not there."""
        return self._name("table_rows", row_id)

    def name_of_column(self, column_id: ColumnId) -> str:
        """Return a column's name; `NotFound` when it is not there."""
        return self._name("table_columns", column_id)

    def add(self, name: str) -> TableId:
        """Add a table without rows and columns."""
        done = self._run("insert into comparison_tables (name) values (?)", [name])
        return TableId(done.lastrowid or 0)

    def add_column(
        self, table_id: TableId, name: str, question: str, kind: ColumnKind
    ) -> ColumnId:
        """Add a column at the end."""
        done = self._run(
            "insert into table_columns (table_id, name, question, type, choices,"
            " tag_id, position) select ?, ?, ?, ?, ?, ?,"
            " coalesce(max(position), -1) + 1 from table_columns where table_id = ?",
            [table_id, name, question, *_columns_of(kind), table_id],
        )
        return ColumnId(done.lastrowid or 0)

    def set_kind(self, column_id: ColumnId, kind: ColumnKind) -> None:
        """Say what the cells of a column hold, and which tag feeds it."""
        self._run(
            "update table_columns set type = ?, choices = ?, tag_id = ? where id = ?",
            [*_columns_of(kind), column_id],
        )

    def add_row(
        self,
        table_id: TableId,
        name: str,
        document_id: DocumentId | None,
        case_id: CaseId | None,
        group: str = "",
    ) -> RowId:
        """Add a row at the end."""
        done = self._run(
            "insert into table_rows (table_id, name, document_id, case_id, group_name,"
            " position) select ?, ?, ?, ?, ?, coalesce(max(position), -1) + 1"
            " from table_rows where table_id = ?",
            [table_id, name, document_id, case_id, group, table_id],
        )
        return RowId(done.lastrowid or 0)

    def describe(
        self, row_id: RowId, document_id: DocumentId | None, case_id: CaseId | None
    ) -> None:
        """Say which document and which case a row describes."""
        self._run(
            "update table_rows set document_id = ?, case_id = ? where id = ?",
            [document_id, case_id, row_id],
        )

    def set_group(self, row_id: RowId, group: str) -> None:
        """Put a row under a heading, or with an empty one under none."""
        self._run(
            "update table_rows set group_name = ?1 where id = ?2 and group_name <> ?1",
            [group, row_id],
        )

    def rename(self, kind: str, row_id: int, name: str, column: str = "name") -> None:
        """Set the name of a table, row or column, or the question of a column."""
        self._run(
            f"update {_checked(kind)} set {_checked(column)} = ? where id = ?",
            [name, row_id],
        )

    def hide(self, kind: str, row_id: int, *, is_hidden: bool) -> None:
        """Hide a row or column, or show it again."""
        self._run(
            f"update {_checked(kind)} set is_hidden = ?1"
            " where id = ?2 and is_hidden <> ?1",
            [is_hidden, row_id],
        )

    def arrange(self, kind: str, ids: Sequence[int]) -> None:
        """Let the rows or columns of a table stand in this order."""
        for position, row_id in enumerate(ids):
            self._run(
                f"update {_checked(kind)} set position = ?1"
                " where id = ?2 and position <> ?1",
                [position, row_id],
            )

    def remove(self, kind: str, row_id: int) -> None:
        """Remove a table, row or column with all that hangs on it."""
        self._run(f"delete from {_checked(kind)} where id = ?", [row_id])

    def _name(self, kind: str, row_id: int) -> str:
        row = self._run(f"select name from {_checked(kind)} where id = ?", [row_id])
        found = row.fetchone()
        if found is None:
            raise NotFound("That row or column is not in this project any more.")
        return str(found[0])

    def _rows(self, table_id: TableId) -> tuple[Row, ...]:
        rows = self._run(
            f"select {_ROW} from table_rows where table_id = ? order by position, id",
            [table_id],
        )
        return tuple(
            Row(RowId(row_id), name, document_id, case_id, (), group, bool(is_hidden))
            for row_id, name, document_id, case_id, group, is_hidden in rows
        )


def _in_columns(
    row_id: RowId, columns: Sequence[Column], cells: Mapping[CellKey, Cell]
) -> tuple[Cell, ...]:
    return tuple(
        cells.get((row_id, it.id)) or Cell(row_id, it.id, "") for it in columns
    )


def _column(row: Sequence[Any]) -> Column:
    column_id, name, question, type_, choices, tag_id, is_hidden = row
    kind = ColumnKind(ColumnType(type_), unpack_choices(choices), tag_id)
    return Column(ColumnId(column_id), name, question, kind, bool(is_hidden))


def _columns_of(kind: ColumnKind) -> tuple[str, str, TagId | None]:
    return kind.type.value, pack_choices(kind.choices), kind.tag_id


def _checked(name: str) -> str:
    known = {"comparison_tables", "table_rows", "table_columns", "name", "question"}
    if name not in known:
        raise ValueError(name)
    return name
