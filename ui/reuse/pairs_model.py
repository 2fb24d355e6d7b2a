"""The pairs of documents that share something, as rows that can be sorted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import Qt
from typing_extensions import override

from ui.reuse.model import Entry, Sharing, pair_in_words
from ui.widgets.indexes import AnyIndex
from ui.widgets.plain import plain_tooltip
from ui.widgets.table_model import TableModel
from workbench.model.reuse import Shared


class Column(IntEnum):
    """What stands in which column."""

    FIRST = 0
    SECOND = 1
    STATEMENTS = 2
    VERBATIM = 3
    ALTERED = 4
    PARAPHRASE = 5


class PairsModel(TableModel[Shared]):
    """Those that share most come first, until somebody sorts them another way."""

    headings = (
        "Document", "Shares with", "Shared", "Verbatim", "Altered", "Paraphrased",
    )  # fmt: skip
    number_columns = tuple(it for it in Column if it > Column.SECOND)

    def __init__(self) -> None:
        super().__init__()
        self._entries: Mapping[int, Entry] = {}
        self._order = (Column.STATEMENTS, Qt.SortOrder.DescendingOrder)

    @property
    def rows(self) -> Sequence[Shared]:
        """The pairs as they are shown."""
        return self._rows

    def show(self, sharing: Sharing) -> None:
        """Show what documents share."""
        self.beginResetModel()
        self._entries = sharing.by_id
        self._rows = self._sorted(sharing.shared)
        self.endResetModel()

    @override
    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        if column < 0:
            return
        self._order = (Column(column), order)
        self.layoutAboutToBeChanged.emit()
        before = {(it.a, it.b): number for number, it in enumerate(self._rows)}
        self._rows = self._sorted(self._rows)
        place = {before[it.a, it.b]: number for number, it in enumerate(self._rows)}
        old = self.persistentIndexList()
        new = [self.index(place[it.row()], it.column()) for it in old]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        shared, column = self._rows[index.row()], Column(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._shown(shared, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(column)
            case Qt.ItemDataRole.ToolTipRole:
                return plain_tooltip(self.words(index.row()))
        return None

    def words(self, row: int) -> str:
        """Say what the pair of a row shares."""
        shared = self._rows[row]
        return pair_in_words(self._entries[shared.a], self._entries[shared.b], shared)

    def _shown(self, shared: Shared, column: Column) -> str:
        value = self._value(shared, column)
        return value if isinstance(value, str) else f"{value:,}"

    def _value(self, shared: Shared, column: Column) -> str | int:
        match column:
            case Column.FIRST:
                return self._entries[shared.a].title
            case Column.SECOND:
                return self._entries[shared.b].title
        numbers = {
            Column.STATEMENTS: shared.statements,
            Column.VERBATIM: shared.verbatim,
            Column.ALTERED: shared.altered,
            Column.PARAPHRASE: shared.paraphrase,
        }
        return numbers[column]

    def _sorted(self, rows: Sequence[Shared]) -> list[Shared]:
        column, order = self._order
        is_downwards = order == Qt.SortOrder.DescendingOrder
        known = sorted(rows, key=lambda it: (it.a, it.b))
        if column in self.number_columns:
            known.sort(
                key=lambda it: int(self._value(it, column)), reverse=is_downwards
            )
        else:
            known.sort(
                key=lambda it: str(self._value(it, column)).casefold(),
                reverse=is_downwards,
            )
        return known
