"""The columns of a sheet as the rows of a table: what each becomes, and examples."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import ClassVar, Final

from PySide6.QtCore import QObject, Qt, Signal
from typing_extensions import override

from ui.widgets.indexes import AnyIndex
from ui.widgets.plain import plain_tooltip
from ui.widgets.table_model import TableModel
from workbench.model.row_mappings import RowMapping
from workbench.model.sheets import ColumnRole, SheetPreview, mapping_of, roles_of

EXAMPLES: Final = 4
SINGLE: Final = {ColumnRole.TITLE, ColumnRole.DATE, ColumnRole.SOURCE}
"""What a document has only one of."""
_LONGEST_EXAMPLE: Final = 60
_LONGEST_TIP: Final = 600


class Column(IntEnum):
    """What is told of a column of the sheet."""

    NAME = 0
    ROLE = 1
    EXAMPLES = 2


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column by its heading, with what stands in it first."""

    name: str
    examples: tuple[str, ...]


class ColumnsModel(TableModel[SheetColumn]):
    """One row a column of the sheet; `roles_changed` follows each choice."""

    headings: ClassVar[Sequence[str]] = ("Column", "Becomes", "First rows")
    roles_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roles: list[ColumnRole] = []
        self._taken: dict[int, tuple[int, ColumnRole]] = {}

    def show_preview(self, preview: SheetPreview, mapping: RowMapping) -> None:
        """Show the columns of a sheet and what a mapping makes of them."""
        self.beginResetModel()
        self._rows = [
            SheetColumn(name, tuple(row.cells[at] for row in preview.rows[:EXAMPLES]))
            for at, name in enumerate(preview.header)
        ]
        self._roles = roles_of(mapping, preview.header)
        self._taken = {}
        self.endResetModel()
        self.roles_changed.emit()

    def clear(self) -> None:
        """Show no column."""
        self.beginResetModel()
        self._rows, self._roles = [], []
        self.endResetModel()

    def role_of(self, row: int) -> ColumnRole:
        """Return what a column becomes."""
        return self._roles[row]

    def name_of(self, row: int) -> str:
        """Return the heading of a column."""
        return self._rows[row].name

    def set_role(self, row: int, role: ColumnRole) -> list[int]:
        """Let a column become something; return the rows that this changed.

        What a document has only one of is taken from the column that was it, and is
        given back when this one becomes something else: the keys lead past it.
        """
        changed = [row]
        if row in self._taken:
            other, its = self._taken.pop(row)
            if self._roles[other] is ColumnRole.VALUE:
                self._roles[other] = its
                changed.append(other)
        if role in SINGLE and role in self._roles:
            other = self._roles.index(role)
            self._taken[row] = other, role
            self._roles[other] = ColumnRole.VALUE
            changed.append(other)
        self._roles[row] = role
        self.roles_changed.emit()
        return changed

    def mapping(self, sheet: str) -> RowMapping:
        """Return what was chosen."""
        return mapping_of([it.name for it in self._rows], self._roles, sheet)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        column = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(column, Column(index.column()))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(_tip(column, Column(index.column())))
        return None


def _words(column: SheetColumn, of: Column) -> str:
    if of is Column.NAME:
        return column.name
    if of is Column.ROLE:
        return ""  # a box to choose from lies there
    cells = (" ".join(it[: 2 * _LONGEST_EXAMPLE].split()) for it in column.examples)
    return "  ·  ".join(_cut(it, _LONGEST_EXAMPLE) for it in cells if it)


def _tip(column: SheetColumn, of: Column) -> str:
    if of is Column.EXAMPLES:
        return "\n".join(_cut(it, _LONGEST_TIP) for it in column.examples if it)
    return column.name


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else f"{text[: longest - 1].rstrip()}…"
