"""The rows that are shown: filtered, sorted, and gathered under headings.

Qt's own proxy sorts by asking twice a comparison; a thousand rows took it a second.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import groupby
from typing import Any, NamedTuple

from PySide6.QtCore import (
    QAbstractProxyModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from typing_extensions import override

from ui.described.fields import Condition, Field
from ui.described.model import DescribedModel
from ui.widgets.indexes import NO_PARENT, AnyIndex

GROUP_ROLE = int(Qt.ItemDataRole.UserRole) + 210
MOST_RUNS = 40
"""More stretches of rows than this come or go all at once."""

Entry = int | str
"""A row of the model, or the heading of the group of a value."""


class Group(NamedTuple):
    """A heading with the number of rows below it."""

    name: str
    rows: int
    is_open: bool


class ArrangedRows(QAbstractProxyModel):
    """Shows a model's rows; what is empty comes last in either direction.

    Headings are rows as well, with a `Group` under `GROUP_ROLE`; they can be current
    but not selected. `arranged` follows whatever may have changed the `count` of rows
    that pass the filter, those in closed groups among them.
    """

    arranged = Signal()

    def __init__(
        self, model: DescribedModel[Any], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._words: list[str] = []
        self._conditions: list[Condition] = []
        self._sorting = (-1, Qt.SortOrder.AscendingOrder)
        self._field: Field | None = None
        self._closed: set[str] = set()
        self._entries: list[Entry] = []
        self._row_of: dict[Entry, int] = {}
        self._groups: dict[str, Group] = {}
        self.count = 0
        self.setSourceModel(model)
        self._take(self._arranged())
        model.modelAboutToBeReset.connect(self.beginResetModel)
        model.modelReset.connect(self._start_again)
        model.rowsInserted.connect(self._rearrange)
        model.dataChanged.connect(self._pass_on)
        model.headerDataChanged.connect(self.headerDataChanged)

    # What is asked for

    @property
    def conditions(self) -> list[Condition]:
        """Return what rows have to meet."""
        return list(self._conditions)

    @property
    def is_filtering(self) -> bool:
        """Tell whether anything may be hidden."""
        return bool(self._words or self._conditions)

    @property
    def field(self) -> Field | None:
        """Return what rows are gathered by; None while they are not."""
        return self._field

    def set_words(self, text: str) -> None:
        """Show only what has every one of these words; none shows everything."""
        self._words = text.casefold().split()
        self._rearrange()

    def set_conditions(self, conditions: Sequence[Condition]) -> None:
        """Show only what meets all of these."""
        self._conditions = list(conditions)
        self._rearrange()

    def group_by(self, field: Field | None) -> None:
        """Gather rows by a field, with every group open, or no longer."""
        self._field = field
        self._closed.clear()
        self._rearrange()

    def toggle(self, row: int, *, is_open: bool | None = None) -> None:
        """Open or close the group whose heading is in a row."""
        entry = self._entries[row]
        if isinstance(entry, str) and self._groups[entry].is_open is not is_open:
            self._closed ^= {entry}
            self._rearrange()

    def group_at(self, index: AnyIndex) -> Group | None:
        """Return the group that a row is the heading of."""
        entry = self._entries[index.row()] if index.isValid() else None
        return self._groups[entry] if isinstance(entry, str) else None

    @override
    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        self._sorting = (column, order)
        self._rearrange()

    # How that is arranged

    def _arranged(self) -> tuple[list[Entry], dict[str, Group], int]:
        every, field = range(self._model.rowCount()), self._field
        fitting = filter(self._fits, every) if self.is_filtering else every
        rows = self._sorted(list(fitting))
        if field is None:
            return list(rows), {}, len(rows)
        members: dict[str, list[int]] = defaultdict(list)
        for row in rows:
            members[field.group_of(self._model.text(row, field))].append(row)
        entries: list[Entry] = []
        groups = {}
        for text in sorted(members, key=field.sort_key):
            name = field.shown(text) or f"No {field.group_name.lower()}"
            groups[text] = Group(name, len(members[text]), text not in self._closed)
            entries += [text, *(members[text] if groups[text].is_open else ())]
        return entries, groups, len(rows)

    def _fits(self, row: int) -> bool:
        model = self._model
        return all(model.has_word(row, word) for word in self._words) and all(
            it.holds(model.texts(row, it.field)) for it in self._conditions
        )

    def _sorted(self, rows: Sequence[int]) -> list[int]:
        column, order = self._sorting
        if not 0 <= column < len(self._model.fields):
            return list(rows)
        keys = self._model.sort_keys(column)
        filled = [it for it in rows if not keys[it][0]]
        empty = [it for it in rows if keys[it][0]]
        is_descending = order == Qt.SortOrder.DescendingOrder
        filled.sort(key=lambda it: keys[it], reverse=is_descending)
        return filled + empty

    # How the view is told

    def _start_again(self) -> None:
        self._take(self._arranged())
        self.endResetModel()

    def _take(self, arranged: tuple[list[Entry], dict[str, Group], int]) -> None:
        self._entries, self._groups, self.count = arranged
        self._number()

    def _number(self) -> None:
        self._row_of = {entry: row for row, entry in enumerate(self._entries)}

    def _rearrange(self) -> None:
        arranged = entries, groups, self.count = self._arranged()
        # A heading is asked for its group while it comes, and until it is gone.
        self._groups = {**self._groups, **groups}
        there, wanted = set(self._entries), set(entries)
        if there == wanted:
            self._reorder(entries)
        elif there < wanted and self._is_within(self._entries, entries, there):
            self._insert(entries, there)
        elif wanted < there and self._is_within(entries, self._entries, wanted):
            self._remove(wanted)
        if self._entries != entries:
            self.beginResetModel()
            self._take(arranged)
            self.endResetModel()
        self._groups = groups
        self._tell_headings()
        self.arranged.emit()

    @staticmethod
    def _is_within(
        few: Sequence[Entry], many: Sequence[Entry], of_few: set[Entry]
    ) -> bool:
        """Tell whether the few only have to make room, or close up."""
        runs = sum(not is_kept for is_kept, _ in groupby(many, of_few.__contains__))
        return runs <= MOST_RUNS and [it for it in many if it in of_few] == list(few)

    def _reorder(self, entries: list[Entry]) -> None:
        if entries == self._entries:
            return
        self.layoutAboutToBeChanged.emit()
        before = self.persistentIndexList()
        kept = [(self._entries[it.row()], it.column()) for it in before]
        self._entries = entries
        self._number()
        after = [self.index(self._row_of[entry], column) for entry, column in kept]
        self.changePersistentIndexList(before, after)
        self.layoutChanged.emit()

    def _insert(self, entries: Sequence[Entry], there: set[Entry]) -> None:
        row = 0
        for is_there, run in groupby(entries, there.__contains__):
            new = list(run)
            if not is_there:
                self.beginInsertRows(NO_PARENT, row, row + len(new) - 1)
                self._entries[row:row] = new
                self._number()
                self.endInsertRows()
            row += len(new)

    def _remove(self, wanted: set[Entry]) -> None:
        row = len(self._entries)
        for is_kept, run in groupby(reversed(self._entries[:]), wanted.__contains__):
            count = len(list(run))
            row -= count
            if not is_kept:
                self.beginRemoveRows(NO_PARENT, row, row + count - 1)
                del self._entries[row : row + count]
                self._number()
                self.endRemoveRows()

    def _tell_headings(self) -> None:
        if self._groups:
            corner = self.index(len(self._entries) - 1, self.columnCount() - 1)
            self.dataChanged.emit(self.index(0, 0), corner)

    def _pass_on(
        self, first: QModelIndex, last: QModelIndex, roles: Sequence[int]
    ) -> None:
        self._rearrange()
        changed = range(first.row(), last.row() + 1)
        rows = [self._row_of[it] for it in changed if it in self._row_of]
        if rows:
            top = self.index(min(rows), first.column())
            corner = self.index(max(rows), last.column())
            self.dataChanged.emit(top, corner, roles)

    # What Qt asks

    @override
    def mapToSource(self, proxyIndex: AnyIndex) -> QModelIndex:
        entry = self._entries[proxyIndex.row()] if proxyIndex.isValid() else ""
        if isinstance(entry, str):
            return NO_PARENT
        return self._model.index(entry, proxyIndex.column())

    @override
    def mapFromSource(self, sourceIndex: AnyIndex) -> QModelIndex:
        row = self._row_of.get(sourceIndex.row()) if sourceIndex.isValid() else None
        return NO_PARENT if row is None else self.index(row, sourceIndex.column())

    @override
    def index(self, row: int, column: int, parent: AnyIndex = NO_PARENT) -> QModelIndex:
        # The view asks for each row at each layout.
        is_here = 0 <= row < len(self._entries) and 0 <= column < len(
            self._model.fields
        )
        is_top = parent is NO_PARENT or not parent.isValid()
        return self.createIndex(row, column) if is_here and is_top else NO_PARENT

    @override
    def parent(  # type: ignore[override]
        self, child: QModelIndex | QPersistentModelIndex = NO_PARENT
    ) -> QModelIndex:
        return NO_PARENT

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._entries)

    @override
    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._model.fields)

    @override
    def hasChildren(self, parent: AnyIndex = NO_PARENT) -> bool:
        return not parent.isValid() and bool(self._entries)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        if self.group_at(index) is not None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
        return super().flags(index)

    @override
    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = 0
    ) -> object:
        # The base class would ask for the row of the same number.
        if orientation != Qt.Orientation.Horizontal:
            return None
        return self._model.headerData(section, orientation, role)

    @override
    def data(
        self, proxyIndex: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        entry = self._entries[proxyIndex.row()] if proxyIndex.isValid() else None
        if isinstance(entry, int):
            return self._model.value_under(role, entry, proxyIndex.column())
        group = None if entry is None else self._groups[entry]
        if group is None or role == GROUP_ROLE:
            return group
        if role == Qt.ItemDataRole.DisplayRole and not proxyIndex.column():
            return group.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            state = "open" if group.is_open else "closed"
            return f"{group.name}, {group.rows:,}, {state}"
        return None
