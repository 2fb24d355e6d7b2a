"""Tables by the names of their rows and columns, to find a cell among many."""

from __future__ import annotations

from typing import NamedTuple

from workbench.model.cells import CellKey
from workbench.model.ids import TableId


class Named(NamedTuple):
    """A row or a column."""

    id: int
    name: str


class NamedTable(NamedTuple):
    """A table without what stands in it."""

    id: TableId
    name: str
    rows: tuple[Named, ...]
    columns: tuple[Named, ...]


class NamedCell(NamedTuple):
    """A cell by the names of where it is."""

    key: CellKey
    table: str
    row: str
    column: str

    @property
    def place(self) -> str:
        """Where it is in its table: `row › column`."""
        return f"{self.row} › {self.column}"
