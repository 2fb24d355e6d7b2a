"""Which cells an analyst should look at again, and what citations claim."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from workbench.model.ids import DocumentId
from workbench.model.rechecks import CellToCheck, QuotedPlace
from workbench.model.spans import Span
from workbench.store.cells import CellStore

_MAY_WANT_CHECK = """
select cells.id, table_rows.table_id, row_id, column_id from cells
join table_rows on table_rows.id = row_id
join table_columns on table_columns.id = column_id
where (table_rows.is_hidden or table_columns.is_hidden) = ? and cells.id in (
    select cell_id from citations
    left join passages on passages.id = citations.passage_id
    where passages.id is null or anchor = 'orphaned'
        or passages.quote <> citations.quote
        or passages.prefix <> citations.prefix
        or passages.suffix <> citations.suffix
    union select absences.cell_id from absences join absence_checks using (id)
    where found <> '[]')
order by table_rows.table_id, table_rows.position, table_columns.position
"""
_QUOTED = """
select citations.document_id, citations.version, "start", "end", quote,
    comparison_tables.name || ' › ' || table_rows.name || ' › ' || table_columns.name
from citations
join cells on cells.id = cell_id
join table_rows on table_rows.id = row_id
join table_columns on table_columns.id = column_id
join comparison_tables on comparison_tables.id = table_rows.table_id
where citations.document_id is not null and quote <> ''
order by citations.document_id, citations.version, "start"
"""


class CheckStore:
    """Reads on one connection what there is to check."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._cells = CellStore(connection)

    def all(self) -> list[CellToCheck]:
        """Return the cells to look at, table by table; hidden ones are not."""
        return self._to_check(is_hidden=False)

    def count_hidden(self) -> int:
        """Count the cells to look at that stand in a hidden row or column."""
        return len(self._to_check(is_hidden=True))

    def quoted(self) -> Iterator[QuotedPlace]:
        """Yield what citations quote, by document, version and place.

        What was cited in documents that are gone is left out, and so is what was
        forgotten when the bin was emptied.
        """
        for document_id, version, start, end, quote, cell in self._run(_QUOTED):
            span = Span(start, end)
            yield QuotedPlace(DocumentId(document_id), version, span, quote, cell)

    def _to_check(self, *, is_hidden: bool) -> list[CellToCheck]:
        rows = self._run(_MAY_WANT_CHECK, (is_hidden,)).fetchall()
        cells = self._cells.some(own for own, *_ in rows)
        # Only the cells themselves know another context from other line ends.
        return [
            CellToCheck(table_id, row_id, column_id)
            for _, table_id, row_id, column_id in rows
            if cells[row_id, column_id].wants_check
        ]
