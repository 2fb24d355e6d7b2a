"""Groups of aliases as rows: their names, and when they are used."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import Qt
from typing_extensions import override

from ui.widgets.counting import count_of
from ui.widgets.indexes import AnyIndex
from ui.widgets.plain import plain_tooltip
from ui.widgets.table_model import TableModel
from workbench.model.aliases import AliasGroup, AliasName
from workbench.model.ids import AliasGroupId

GROUP_ROLE = int(Qt.ItemDataRole.UserRole) + 1
COUNTS_ROLE = GROUP_ROLE + 1
SHOWN = Qt.ItemDataRole.DisplayRole
USED = {True: "In every search", False: "Only when asked"}


class Column(IntEnum):
    """What stands in which column."""

    NAMES = 0
    USED = 1


class AliasModel(TableModel[AliasGroup]):
    """A row a group; counts come later, from a job."""

    headings = ("Names that mean the same, and documents with them", "Used")

    def __init__(self) -> None:
        super().__init__()
        self.counts: Mapping[AliasName, int] = {}

    @property
    def groups(self) -> Sequence[AliasGroup]:
        """What is shown, in this order."""
        return self._rows

    def show(self, groups: Sequence[AliasGroup]) -> None:
        """Show these groups."""
        self.beginResetModel()
        self._rows = list(groups)
        self.endResetModel()

    def show_counts(self, counts: Mapping[AliasName, int]) -> None:
        """Show in how many documents each name stands."""
        self.counts = counts
        if self._rows:
            last = self.index(len(self._rows) - 1, Column.NAMES)
            self.dataChanged.emit(self.index(0, Column.NAMES), last)

    def row_of(self, group_id: AliasGroupId | None) -> int:
        """Return the row of a group, -1 if it is not shown."""
        ids = [group.id for group in self._rows]
        return ids.index(group_id) if group_id in ids else -1

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        group = self._rows[index.row()]
        if role == GROUP_ROLE:
            return group
        if role == COUNTS_ROLE:
            return self.counts
        if index.column() == Column.USED:
            return USED[group.is_automatic] if role == SHOWN else None
        return self._names(group, role)

    def _names(self, group: AliasGroup, role: int) -> object:
        if role == SHOWN:
            return " = ".join(name.text for name in group.names)
        said = map(self._in_words, group.names)
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip("\n".join(said))
        return "; ".join(said) if role == Qt.ItemDataRole.AccessibleTextRole else None

    def _in_words(self, name: AliasName) -> str:
        said = f"{name.text}, only as written" if name.is_case_sensitive else name.text
        count = self.counts.get(name)
        return said if count is None else f"{said}: {count_of(count, 'document')}"
