"""Finds a cell by words of its row, its column and its table.

Words are matched with each name once, not with each cell: of 500 rows and 30 columns
these are 530 names instead of 15,000.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from workbench.model.cell_names import Named, NamedCell, NamedTable
from workbench.model.cells import CellKey
from workbench.model.ids import ColumnId, RowId


class CellFinder:
    """Looks among the cells of some tables.

    First come those where each word begins a word of a name, then those where it
    stands within one; among either, the cell that was used last and those of its row.
    """

    def __init__(self, tables: Sequence[NamedTable], last: CellKey | None) -> None:
        self._tables = tables
        self._last = last or (0, 0)
        self.total = sum(len(it.rows) * len(it.columns) for it in tables)

    def find(self, typed: str, limit: int) -> list[NamedCell]:
        """Return the first cells that have every word in one of their names."""
        words = typed.casefold().split()
        beginnings = [f" {word}" for word in words]
        found = dict.fromkeys(islice(self._matching(beginnings), limit))
        if words and len(found) < limit:
            # The others may be among the first as well.
            found |= dict.fromkeys(islice(self._matching(words), 2 * limit))
        return list(found)[:limit]

    def _matching(self, words: Sequence[str]) -> Iterator[NamedCell]:
        last_row, _ = self._last
        for table in sorted(self._tables, key=lambda it: not _has(it.rows, last_row)):
            yield from self._in_table(table, words)

    def _in_table(self, table: NamedTable, words: Sequence[str]) -> Iterator[NamedCell]:
        last_row, last_column = self._last
        wanted = (1 << len(words)) - 1 & ~_met(table.name, words)
        met = {it.id: _met(it.name, words) for it in table.columns}
        for row in _first(table.rows, last_row):
            left = wanted & ~_met(row.name, words)
            is_last = row.id == last_row
            columns = _first(table.columns, last_column) if is_last else table.columns
            for column in columns:
                if not left & ~met[column.id]:
                    key = RowId(row.id), ColumnId(column.id)
                    yield NamedCell(key, table.name, row.name, column.name)


def _met(name: str, words: Sequence[str]) -> int:
    """Return which of the words stand in a name, a bit for each."""
    folded = f" {name.casefold()}"
    return sum(1 << number for number, word in enumerate(words) if word in folded)


def _has(named: Sequence[Named], wanted: int) -> bool:
    return any(it.id == wanted for it in named)


def _first(named: Sequence[Named], wanted: int) -> list[Named]:
    """Return them in their order, but the wanted one before the others."""
    return sorted(named, key=lambda it: it.id != wanted)
