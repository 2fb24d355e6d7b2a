"""The files of a folder as a table; what would come in has a box to tick."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, Signal
from typing_extensions import override

from ui.theme import tokens
from ui.widgets.indexes import AnyIndex
from ui.widgets.plain import plain_tooltip
from ui.widgets.table_model import TableModel
from workbench.model.folders import FileState, FolderFile


class Column(IntEnum):
    """What is told of a file."""

    FILE = 0
    SIZE = 1
    FATE = 2


FATES = {
    FileState.NEW: "New",
    FileState.CHANGED: "Changed: a new version of “{name}”",
    FileState.ROWS: "Changed: its new rows come in",
    FileState.SAME: "Already here, as “{name}”",
    FileState.MISSING: "Missing: “{name}” stays as it is",
    FileState.LEFT_OUT: "Left out by a pattern",
    FileState.REFERENCES: "Describes the documents that come in",
    FileState.NOT_READ: "Of a kind that is not read",
}
_ORDER = (
    FileState.CHANGED,
    FileState.NEW,
    FileState.ROWS,
    FileState.MISSING,
    FileState.REFERENCES,
    FileState.NOT_READ,
    FileState.LEFT_OUT,
    FileState.SAME,
)


class FilesModel(TableModel[FolderFile]):
    """One row a file, what needs a decision first; `ticks_changed` follows a tick."""

    headings: ClassVar[Sequence[str]] = ("File", "Size", "What happens")
    number_columns = (Column.SIZE,)
    ticks_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._left: set[str] = set()

    def show_files(self, files: Sequence[FolderFile]) -> None:
        """Show what is in the folder; what was unticked stays so."""
        self.beginResetModel()
        self._rows = sorted(files, key=lambda it: _ORDER.index(it.state))
        self.endResetModel()
        self.ticks_changed.emit()

    def clear(self) -> None:
        """Show no file, and forget what was unticked: another folder comes."""
        self._left.clear()
        self.show_files([])

    @property
    def wanted(self) -> list[FolderFile]:
        """Return the files that are ticked."""
        return [it for it in self._rows if self._is_ticked(it)]

    def toggle(self, rows: Sequence[int]) -> None:
        """Tick files, or take the ticks away if any of them is ticked."""
        files = [self._rows[it] for it in rows if self._rows[it].can_come_in]
        if not files:
            return
        are_ticked = any(map(self._is_ticked, files))
        change = self._left.add if are_ticked else self._left.discard
        for it in files:
            change(it.path)
        first, last = self.index(min(rows), 0), self.index(max(rows), Column.FATE)
        self.dataChanged.emit(first, last)
        self.ticks_changed.emit()

    def _is_ticked(self, file: FolderFile) -> bool:
        return file.can_come_in and file.path not in self._left

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        file = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return _words(file, Column(index.column()))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return _tip(file, Column(index.column()))
        if role == Qt.ItemDataRole.ForegroundRole and not self._is_ticked(file):
            return tokens().muted
        if self._can_be_ticked(index):
            return _of_tick(file, role, is_ticked=self._is_ticked(file))
        return None

    def _can_be_ticked(self, index: AnyIndex) -> bool:
        return index.column() == Column.FILE and self._rows[index.row()].can_come_in


def _of_tick(file: FolderFile, role: int, *, is_ticked: bool) -> object:
    if role == Qt.ItemDataRole.CheckStateRole:
        return Qt.CheckState.Checked if is_ticked else Qt.CheckState.Unchecked
    if role == Qt.ItemDataRole.AccessibleTextRole:
        return f"{file.inner}, {'ticked' if is_ticked else 'not ticked'}"
    return None


def _tip(file: FolderFile, column: Column) -> str:
    is_fate = column is Column.FATE
    return plain_tooltip(_words(file, column) if is_fate else file.path)


def size_in_words(size: int) -> str:
    """Return bytes as people read them."""
    if size < 1_000_000:
        return f"{-(-size // 1000):,} kB"
    return f"{size / 1e6:,.1f} MB"


def _words(file: FolderFile, column: Column) -> str:
    if column is Column.FILE:
        return file.inner
    if column is Column.SIZE:
        return "" if file.state is FileState.MISSING else size_in_words(file.size)
    return FATES[file.state].format(name=file.name)
