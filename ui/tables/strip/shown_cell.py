"""The cell that the strip below a table is about."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.model.cells import Cell, CellKey
from workbench.model.ids import DocumentId, TableId
from workbench.model.tables import Column, Row


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell with its row and column; `titles` names the documents it cites."""

    table_id: TableId
    row: Row
    column: Column
    cell: Cell
    titles: Mapping[DocumentId | None, str]

    @property
    def key(self) -> CellKey:
        """What names the cell."""
        return self.row.id, self.column.id

    @property
    def name(self) -> str:
        """Name the cell by its row and column."""
        return f"{self.row.name} › {self.column.name}"

    @property
    def is_empty(self) -> bool:
        """Tell whether the cell says and rests on nothing."""
        return not (self.cell.summary or self.cell.citations or self.cell.absence)
