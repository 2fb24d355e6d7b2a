"""Comparison tables: columns, rows, cells and citations; and cases."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from workbench.errors import NotFound
from workbench.model.ids import (
    CaseId,
    CitationId,
    ColumnId,
    DocumentId,
    PassageId,
    RowId,
    TableId,
)
from workbench.model.tables import (
    Case,
    Cell,
    CellPlace,
    Citation,
    Column,
    ComparisonTable,
    Role,
    Row,
)

_CITATIONS = """
select cells.row_id, cells.column_id, citations.id, passage_id, passages.document_id,
    role, quote, "start", "end", anchor = 'orphaned'
from citations
join cells on cells.id = citations.cell_id
join passages on passages.id = citations.passage_id
"""


class CaseStore:
    """Reads and writes cases on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def all(self) -> list[Case]:
        """Return all cases by name."""
        rows = self._run("select id, name from cases order by name collate nocase")
        return [Case(CaseId(case_id), name) for case_id, name in rows]

    def some(self, ids: Iterable[int]) -> list[Case]:
        """Return those of these cases that are there, by name."""
        wanted = set(ids)
        return [it for it in self.all() if it.id in wanted]

    def get(self, case_id: CaseId) -> Case:
        """Return one case; `NotFound` when it is not there."""
        row = self._run("select name from cases where id = ?", [case_id]).fetchone()
        if row is None:
            raise NotFound("That case is not in this project any more.")
        return Case(case_id, row[0])

    def rows(self) -> dict[CaseId, list[str]]:
        """Return the rows that describe each case, as `table › row`."""
        rows: dict[CaseId, list[str]] = defaultdict(list)
        for case_id, table, row in self._run(
            "select case_id, comparison_tables.name, table_rows.name from table_rows"
            " join comparison_tables on comparison_tables.id = table_id"
            " where case_id is not null order by table_id, table_rows.position"
        ):
            rows[CaseId(case_id)].append(f"{table} › {row}")
        return dict(rows)

    def find(self, wanted: str) -> Case:
        """Return the case with this id or name; `NotFound` otherwise."""
        found = [it for it in self.all() if str(it.id) == wanted]
        case = found[0] if found else self.named(" ".join(wanted.split()))
        if case is None:
            raise NotFound(f"No case is called “{wanted}”.")
        return case

    def named(self, name: str) -> Case | None:
        """Return the case of this name, in any case, if there is one."""
        wanted = name.casefold()
        return next((it for it in self.all() if it.name.casefold() == wanted), None)

    def add(self, name: str) -> CaseId:
        """Add a case."""
        done = self._run("insert into cases (name) values (?)", [name])
        return CaseId(done.lastrowid or 0)

    def rename(self, case_id: CaseId, name: str) -> None:
        """Give a case another name."""
        self._run("update cases set name = ? where id = ?", [name, case_id])

    def remove(self, case_id: CaseId) -> None:
        """Remove a case with its values and note; rows of tables lose sight of it."""
        self._run("delete from cases where id = ?", [case_id])


class TableStore:
    """Reads and writes comparison tables on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def all(self) -> list[tuple[TableId, str]]:
        """Return ids and names of all tables, in the order they were made."""
        rows = self._run("select id, name from comparison_tables order by id")
        return [(TableId(table_id), name) for table_id, name in rows]

    def get(self, table_id: TableId) -> ComparisonTable:
        """Return a table with everything in it; `NotFound` when it is not there."""
        row = self._run(
            "select name from comparison_tables where id = ?", [table_id]
        ).fetchone()
        if row is None:
            raise NotFound(f"There is no table {table_id} in this project.")
        columns = tuple(
            Column(ColumnId(column_id), name, question)
            for column_id, name, question in self._run(
                "select id, name, question from table_columns where table_id = ?"
                " order by position, id",
                [table_id],
            )
        )
        return ComparisonTable(table_id, row[0], columns, self._rows(table_id, columns))

    def named(self, name: str) -> ComparisonTable:
        """Return the table of this name, in any case; `NotFound` otherwise."""
        for table_id, its_name in self.all():
            if its_name.casefold() == name.casefold():
                return self.get(table_id)
        raise NotFound(f"There is no table “{name}”.")

    def holding(self, kind: str, row_id: int) -> ComparisonTable:
        """Return the table that a row or column belongs to."""
        row = self._run(
            f"select table_id from {_checked(kind)} where id = ?", [row_id]
        ).fetchone()
        if row is None:
            raise NotFound("That row or column is not in this project any more.")
        return self.get(TableId(row[0]))

    def citing(self, passage_id: PassageId) -> list[CellPlace]:
        """Return every cell that rests on a passage."""
        places = self._run(
            "select distinct table_id from citations"
            " join cells on cells.id = cell_id"
            " join table_rows on table_rows.id = row_id where passage_id = ?",
            [passage_id],
        ).fetchall()
        return [
            place
            for (table_id,) in places
            for place in _places(self.get(table_id), passage_id)
        ]

    def first_cited(self, document_id: DocumentId) -> PassageId | None:
        """Return the first passage of a document that a cell rests on, if any."""
        row = self._run(
            "select passages.id from citations join passages"
            " on passages.id = passage_id where document_id = ?"
            ' order by "start" limit 1',
            [document_id],
        ).fetchone()
        return PassageId(row[0]) if row else None

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

    def add_column(self, table_id: TableId, name: str, question: str) -> ColumnId:
        """Add a column at the end."""
        done = self._run(
            "insert into table_columns (table_id, name, question, position)"
            " select ?, ?, ?, coalesce(max(position), -1) + 1 from table_columns"
            " where table_id = ?",
            [table_id, name, question, table_id],
        )
        return ColumnId(done.lastrowid or 0)

    def add_row(
        self,
        table_id: TableId,
        name: str,
        document_id: DocumentId | None,
        case_id: CaseId | None,
    ) -> RowId:
        """Add a row at the end."""
        done = self._run(
            "insert into table_rows (table_id, name, document_id, case_id, position)"
            " select ?, ?, ?, ?, coalesce(max(position), -1) + 1 from table_rows"
            " where table_id = ?",
            [table_id, name, document_id, case_id, table_id],
        )
        return RowId(done.lastrowid or 0)

    def rename(self, kind: str, row_id: int, name: str, column: str = "name") -> None:
        """Set the name of a table, row or column, or the question of a column."""
        self._run(
            f"update {_checked(kind)} set {_checked(column)} = ? where id = ?",
            [name, row_id],
        )

    def remove(self, kind: str, row_id: int) -> None:
        """Remove a table, row, column or citation with all that hangs on it."""
        self._run(f"delete from {_checked(kind)} where id = ?", [row_id])

    def set_summary(self, row_id: RowId, column_id: ColumnId, summary: str) -> None:
        """Set the text of a cell."""
        cell_id = self._cell_id(row_id, column_id)
        self._run(
            "update cells set summary = ? where id = ? and summary is not ?",
            [summary, cell_id, summary],
        )

    def cite(
        self, row_id: RowId, column_id: ColumnId, passage_id: PassageId, role: Role
    ) -> CitationId:
        """Cite a passage in a cell; citing it again only changes its role."""
        cell_id = self._cell_id(row_id, column_id)
        self._run(
            "insert into citations (cell_id, passage_id, role) values (?, ?, ?)"
            " on conflict (cell_id, passage_id) do update set role = excluded.role",
            [cell_id, passage_id, role.value],
        )
        row = self._run(
            "select id from citations where cell_id = ? and passage_id = ?",
            [cell_id, passage_id],
        ).fetchone()
        return CitationId(row[0])

    def change_role(self, citation_id: CitationId, role: Role) -> None:
        """Change what a cited passage does for its cell."""
        self._run(
            "update citations set role = ? where id = ? and role is not ?",
            [role.value, citation_id, role.value],
        )

    def _name(self, kind: str, row_id: int) -> str:
        row = self._run(f"select name from {_checked(kind)} where id = ?", [row_id])
        found = row.fetchone()
        if found is None:
            raise NotFound("That row or column is not in this project any more.")
        return str(found[0])

    def _cell_id(self, row_id: RowId, column_id: ColumnId) -> int:
        where = "where row_id = ? and column_id = ?"
        find = f"select id from cells {where}"
        row = self._run(find, [row_id, column_id]).fetchone()
        if row is None:
            self._run(
                "insert into cells (row_id, column_id) values (?, ?)",
                [row_id, column_id],
            )
            row = self._run(find, [row_id, column_id]).fetchone()
        return int(row[0])

    def _rows(self, table_id: TableId, columns: Sequence[Column]) -> tuple[Row, ...]:
        summaries = self._summaries(table_id)
        citations = self._citations(table_id)
        rows = self._run(
            "select id, name, document_id, case_id from table_rows"
            " where table_id = ? order by position, id",
            [table_id],
        ).fetchall()
        return tuple(
            Row(
                RowId(row_id),
                name,
                document_id,
                case_id,
                tuple(
                    Cell(
                        RowId(row_id),
                        column.id,
                        summaries.get((row_id, column.id), ""),
                        tuple(citations[row_id, column.id]),
                    )
                    for column in columns
                ),
            )
            for row_id, name, document_id, case_id in rows
        )

    def _summaries(self, table_id: TableId) -> dict[tuple[int, int], str]:
        rows = self._run(
            "select row_id, column_id, summary from cells"
            " join table_rows on table_rows.id = row_id where table_id = ?",
            [table_id],
        )
        return {(row_id, column_id): summary for row_id, column_id, summary in rows}

    def _citations(self, table_id: TableId) -> dict[tuple[int, int], list[Citation]]:
        citations: dict[tuple[int, int], list[Citation]] = defaultdict(list)
        for row_id, column_id, *rest in self._run(
            f"{_CITATIONS} join table_rows on table_rows.id = cells.row_id"
            " where table_id = ? order by citations.id",
            [table_id],
        ):
            citations[row_id, column_id].append(_citation(rest))
        return citations


def _citation(row: Sequence[Any]) -> Citation:
    citation_id, passage_id, document_id, role, quote, start, end, orphaned = row
    return Citation(
        CitationId(citation_id),
        PassageId(passage_id),
        DocumentId(document_id),
        Role(role),
        quote,
        start,
        end,
        bool(orphaned),
    )


def _places(table: ComparisonTable, passage_id: PassageId) -> list[CellPlace]:
    return [
        CellPlace(
            table.id, row.id, column.id, table.name, row.name, column.name,
            cell.state, citation.role,
        )
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
        for citation in cell.citations
        if citation.passage_id == passage_id
    ]  # fmt: skip


def _checked(name: str) -> str:
    known = {"comparison_tables", "table_rows", "table_columns", "citations"}
    if name not in known | {"name", "question"}:
        raise ValueError(name)
    return name
