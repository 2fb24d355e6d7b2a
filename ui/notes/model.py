"""All notes of the project as rows: narrowed, sorted, and kept up to date.

Sorting and filtering are here and not in a proxy: Qt would ask Python for every
comparison, which takes a second with 10,000 notes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QObject, Qt
from typing_extensions import override

from ui.notes.lines import NoteFilter, NoteLine, one_line
from ui.resources import icon
from ui.theme import tokens
from ui.widgets.indexes import AnyIndex
from ui.widgets.moments import readable_moment
from ui.widgets.plain import plain_tooltip
from ui.widgets.table_model import TableModel
from workbench.model.notes import NoteOn, NoteTarget, PlacedNote

LINE_ROLE = Qt.ItemDataRole.UserRole + 200
SNIPPET = 240
LONGEST_TOOLTIP = 1200
ICONS = {
    NoteOn.PROJECT: "folder",
    NoteOn.DOCUMENT: "file-text",
    NoteOn.PASSAGE: "quote",
    NoteOn.TAG: "tag",
    NoteOn.CASE: "library",
    NoteOn.CELL: "table-2",
    NoteOn.JOURNAL: "notebook-pen",
}


class Column(IntEnum):
    """What stands in which column."""

    ON = 0
    WHERE = 1
    NOTE = 2
    ANALYST = 3
    CHANGED = 4


_KIND_ORDER = {on: rank for rank, on in enumerate(NoteOn)}
ORDERS: dict[Column, Callable[[NoteLine], Any]] = {
    Column.ON: lambda it: (_KIND_ORDER[it.target.on], it.place_order),
    Column.WHERE: lambda it: it.place_order,
    Column.NOTE: lambda it: it.text_order,
    Column.ANALYST: lambda it: it.placed.note.analyst.casefold(),
    Column.CHANGED: lambda it: it.placed.note.changed_at,
}


class NotesModel(TableModel[NoteLine]):
    """A row for each note that the filter keeps; unsorted, the last changed first."""

    headings = ("On", "Where", "Note", "Analyst", "Changed")

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: dict[int, NoteLine] = {}
        self._sorted: list[NoteLine] = []
        self._filter = NoteFilter()
        self._order = Column.CHANGED
        self._is_descending = True

    @property
    def lines(self) -> Sequence[NoteLine]:
        """The notes that are shown, in their order."""
        return self._rows

    @property
    def every_line(self) -> Iterable[NoteLine]:
        """The notes that could be shown."""
        return self._all.values()

    @property
    def total(self) -> int:
        """How many notes there are."""
        return len(self._all)

    def show(self, lines: Iterable[NoteLine]) -> None:
        """Show these notes instead of the ones before."""
        self._all = {line.id: line for line in lines}
        self._sort_all()

    def follow(self, ids: Iterable[int], notes: Iterable[PlacedNote]) -> bool:
        """Take over what became of the notes of these ids; tell whether rows moved.

        While none comes or goes, rows stay in place: what is being typed must not jump.
        """
        fresh = {placed.note.id: placed for placed in notes}
        gone = [it for it in ids if it not in fresh and it in self._all]
        new = [it for it in fresh if it not in self._all]
        for note_id in gone:
            del self._all[note_id]
        for note_id, placed in fresh.items():
            self._all.setdefault(note_id, NoteLine(placed)).take_over(placed)
        if gone or new:
            self._sort_all()
            return True
        last = self.index(len(self._rows) - 1, len(Column) - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        return False

    def narrow(self, wanted: NoteFilter) -> None:
        """Show only what a filter keeps."""
        if wanted != self._filter:
            self._filter = wanted
            self._choose_rows()

    def row_of(self, target: NoteTarget | None) -> int:
        """Return the row of the note on a thing, -1 when there is none."""
        places = (row for row, line in enumerate(self._rows) if line.target == target)
        return next(places, -1)

    @override
    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        is_sorted = column >= 0
        by = Column(column) if is_sorted else Column.CHANGED
        is_descending = order == Qt.SortOrder.DescendingOrder or not is_sorted
        if (by, is_descending) != (self._order, self._is_descending):
            self._order, self._is_descending = by, is_descending
            self._sort_all()

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self._rows[index.row()], Column(index.column())
        return line if role == LINE_ROLE else _cell(line, column, role)

    def _sort_all(self) -> None:
        # The last changed first among equals, whichever way the column runs.
        newest = sorted(self._all.values(), key=ORDERS[Column.CHANGED], reverse=True)
        key = ORDERS[self._order]
        self._sorted = sorted(newest, key=key, reverse=self._is_descending)
        self._choose_rows()

    def _choose_rows(self) -> None:
        self.beginResetModel()
        kept = filter(self._filter.keeps, self._sorted)
        self._rows = list(kept if self._filter != NoteFilter() else self._sorted)
        self.endResetModel()


def _shown(line: NoteLine, column: Column) -> str:
    note = line.placed.note
    match column:
        case Column.ON:
            return note.target.on.value.capitalize()
        case Column.WHERE:
            return line.where
        case Column.NOTE:
            return one_line(note.text[:SNIPPET])
        case Column.ANALYST:
            return note.analyst
        case Column.CHANGED:
            return readable_moment(note.changed_at)


def _tooltip(line: NoteLine, column: Column) -> str:
    note, name = line.placed.note, line.placed.name
    if column is Column.CHANGED:
        return f"{note.changed_at.astimezone():%Y-%m-%d %H:%M}"
    if column is Column.NOTE:
        is_long = len(note.text) > LONGEST_TOOLTIP
        return note.text[:LONGEST_TOOLTIP] + ("…" if is_long else "")
    return f"{name[:LONGEST_TOOLTIP]}\n{line.placed.document}" if name else line.where


def _cell(line: NoteLine, column: Column, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return _shown(line, column)
        case Qt.ItemDataRole.DecorationRole if column is Column.ON:
            return icon(ICONS[line.target.on])
        case Qt.ItemDataRole.ForegroundRole if column is not Column.NOTE:
            return tokens().muted
        case Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(_tooltip(line, column))
    return None
