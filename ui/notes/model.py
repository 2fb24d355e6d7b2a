"""All notes of the project as rows, and the filter over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import QObject, QSortFilterProxyModel, Qt
from typing_extensions import override

from ui.resources import icon
from ui.theme import tokens
from ui.widgets.indexes import AnyIndex
from ui.widgets.moments import readable_moment
from ui.widgets.plain import plain_tooltip
from ui.widgets.table_model import TableModel
from workbench.model.notes import Note, NoteOn, NoteTarget

TARGET_ROLE = Qt.ItemDataRole.UserRole + 200
SORT_ROLE = Qt.ItemDataRole.UserRole + 201
SNIPPET = 240
ICONS = {
    NoteOn.PROJECT: "folder",
    NoteOn.DOCUMENT: "file-text",
    NoteOn.PASSAGE: "quote",
    NoteOn.TAG: "tag",
}


class Column(IntEnum):
    """What stands in which column."""

    ON = 0
    NOTE = 1
    ANALYST = 2
    CHANGED = 3


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note and the name of the thing it is on."""

    name: str
    note: Note


class NotesModel(TableModel[NoteLine]):
    """A row for each note, the one changed last first."""

    headings = ("On", "Note", "Analyst", "Changed")

    def show(self, lines: Sequence[NoteLine]) -> None:
        """Show these notes; when the same things have notes, rows stay in place."""
        order = {line.note.target: nth for nth, line in enumerate(self._rows)}
        if {line.note.target for line in lines} == order.keys() and lines:
            self._rows = sorted(lines, key=lambda line: order[line.note.target])
            last = self.index(len(lines) - 1, len(Column) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
            return
        self.beginResetModel()
        self._rows = sorted(lines, key=_changed_at, reverse=True)
        self.endResetModel()

    def line(self, row: int) -> NoteLine:
        """Return the note of a row."""
        return self._rows[row]

    def row_of(self, target: NoteTarget | None) -> int:
        """Return the row of the note on a thing, -1 when there is none."""
        places = (n for n, one in enumerate(self._rows) if one.note.target == target)
        return next(places, -1)

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line, column = self._rows[index.row()], Column(index.column())
        if role == TARGET_ROLE:
            return line.note.target
        if role == SORT_ROLE:
            return _sort_key(line, column)
        return _cell(line, column, role)


class NotesFilter(QSortFilterProxyModel):
    """Notes whose text, or whose place's name, has every word that was typed."""

    def __init__(self, model: NotesModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: list[str] = []
        self.setSortRole(SORT_ROLE)
        self.setSourceModel(model)

    def set_words(self, text: str) -> None:
        """Show only what has every one of these words; none shows everything."""
        self.beginFilterChange()
        self._words = text.casefold().split()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: AnyIndex) -> bool:
        line = self._model.line(source_row)
        text = f"{line.name} {line.note.text} {line.note.analyst}".casefold()
        return all(word in text for word in self._words)


def named(target: NoteTarget, name: str) -> str:
    """Return what a note is on, in words: `Document: Joint statement`."""
    if target.on is NoteOn.PROJECT:
        return "The project"
    return f"{target.on.value.capitalize()}: {' '.join(name.split())}"


def _shown(line: NoteLine, column: Column) -> str:
    match column:
        case Column.ON:
            return " ".join(line.name.split())
        case Column.NOTE:
            return " ".join(line.note.text[:SNIPPET].split())
        case Column.ANALYST:
            return line.note.analyst
        case Column.CHANGED:
            return readable_moment(line.note.changed_at)


def _tooltip(line: NoteLine, column: Column) -> str:
    if column is Column.CHANGED:
        return f"{line.note.changed_at.astimezone():%Y-%m-%d %H:%M}"
    if column is Column.NOTE:
        return line.note.text
    return named(line.note.target, line.name)


def _changed_at(line: NoteLine) -> str:
    return line.note.changed_at.isoformat()


def _sort_key(line: NoteLine, column: Column) -> str:
    if column is Column.CHANGED:
        return _changed_at(line)
    return _shown(line, column).casefold()


def _cell(line: NoteLine, column: Column, role: int) -> object:
    match role:
        case Qt.ItemDataRole.DisplayRole:
            return _shown(line, column)
        case Qt.ItemDataRole.DecorationRole if column is Column.ON:
            return icon(ICONS[line.note.target.on])
        case Qt.ItemDataRole.ForegroundRole if column is not Column.NOTE:
            return tokens().muted
        case Qt.ItemDataRole.ToolTipRole:
            return plain_tooltip(_tooltip(line, column))
    return None
