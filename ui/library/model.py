"""The project's documents as rows, and the filter over them.

One model feeds the compact list and the table; changing a document is asked for by
signal and left to the controller.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from enum import IntEnum
from typing import NamedTuple

from PySide6.QtCore import QObject, QSortFilterProxyModel, Qt, Signal
from typing_extensions import override

from ui.theme import tokens
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.moments import UNDATED, readable_date
from ui.widgets.plain import plain_tooltip
from ui.widgets.rows import Role
from ui.widgets.table_model import TableModel
from workbench.model.documents import Document
from workbench.model.ids import DocumentId

DOCUMENT_ROLE = Qt.ItemDataRole.UserRole + 200


class Column(IntEnum):
    """What stands in which column."""

    TITLE = 0
    DATE = 1
    SOURCE = 2
    WORDS = 3
    PASSAGES = 4


class Edit(NamedTuple):
    """A new value that was typed for one field of a document."""

    document_id: int
    column: Column
    text: str


EDITABLE = frozenset({Column.TITLE, Column.DATE, Column.SOURCE})
NUMBERS = frozenset({Column.WORDS, Column.PASSAGES})
UNDATED_LAST = "~"


class LibraryModel(TableModel[Document]):
    """All documents of the project, a row each."""

    headings = ("Title", "Date", "Source", "Words", "Passages")
    number_columns = NUMBERS

    edit_requested = Signal(object)  # Edit

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sort_keys: list[tuple[str | int, ...]] = []

    def show(self, documents: Sequence[Document]) -> None:
        """Show these documents; selections stay where the same ones are shown."""
        before, now = ([one.id for one in it] for it in (self._rows, documents))
        if now[: len(before)] == before:
            self._replace_changed(documents[: len(before)])
            self._append(documents[len(before) :])
            return
        self.beginResetModel()
        self._rows = list(documents)
        self._sort_keys = [_sort_keys(one) for one in documents]
        self.endResetModel()

    def update(self, found: Sequence[Document], ids: frozenset[int]) -> None:
        """Show what became of the documents with these ids: `found`, or gone."""
        kept = [one for one in self._rows if one.id not in ids]
        self.show(sorted([*kept, *found], key=lambda one: one.id))

    def show_counts(self, passages: Mapping[DocumentId, int]) -> None:
        """Show these numbers of passages; a document that is left out has none."""
        counted = [(one, passages.get(one.id, 0)) for one in self._rows]
        self.show(
            [
                one if one.passages == count else replace(one, passages=count)
                for one, count in counted
            ]
        )

    def sorts_before(self, left: AnyIndex, right: AnyIndex) -> bool:
        """Tell whether one cell comes before another of its column."""
        keys, column = self._sort_keys, left.column()
        # Keys of one column are of one type, which mypy cannot see.
        return keys[left.row()][column] < keys[right.row()][column]  # type: ignore[operator]

    def document(self, row: int) -> Document:
        """Return the document of a row."""
        return self._rows[row]

    def row_of(self, document_id: int) -> int:
        """Return the row of a document, -1 when it is not there."""
        ids = (row for row, one in enumerate(self._rows) if one.id == document_id)
        return next(ids, -1)

    def _replace_changed(self, documents: Sequence[Document]) -> None:
        for row, document in enumerate(documents):
            old = self._rows[row]
            if document is not old and document != old:
                self._rows[row] = document
                self._sort_keys[row] = _sort_keys(document)
                last = self.index(row, len(Column) - 1)
                self.dataChanged.emit(self.index(row, 0), last)

    def _append(self, documents: Sequence[Document]) -> None:
        if not documents:
            return
        first = len(self._rows)
        self.beginInsertRows(NO_PARENT, first, first + len(documents) - 1)
        self._rows += documents
        self._sort_keys += [_sort_keys(one) for one in documents]
        self.endInsertRows()

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() in EDITABLE:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        document = self._rows[index.row()]
        if role == Qt.ItemDataRole.AccessibleTextRole and not index.column():
            return _spoken(document)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self.alignment(index.column())
        if role in _ROW_ROLES:
            return _ROW_ROLES[role](document)
        return _cell(document, Column(index.column()), role)

    @override
    def setData(
        self,
        index: AnyIndex,
        value: object,
        role: int = Qt.ItemDataRole.EditRole,
    ) -> bool:
        """Ask for the change; the old value stands until the project says otherwise."""
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        column, text = Column(index.column()), str(value).strip()
        document = self._rows[index.row()]
        if column in EDITABLE and text != _stored(document, column):
            self.edit_requested.emit(Edit(document.id, column, text))
        return False


class LibraryFilter(QSortFilterProxyModel):
    """Documents whose title, name, source or date has every word that was typed."""

    def __init__(self, model: LibraryModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._words: list[str] = []
        self.setSourceModel(model)

    def set_words(self, text: str) -> None:
        """Show only what has every one of these words; none shows everything."""
        self.beginFilterChange()
        self._words = text.casefold().split()
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def document_at(self, index: AnyIndex) -> Document:
        """Return the document that an index of this filter shows."""
        document: Document = index.data(DOCUMENT_ROLE)
        return document

    @override
    def lessThan(self, source_left: AnyIndex, source_right: AnyIndex) -> bool:
        return self._model.sorts_before(source_left, source_right)

    @override
    def filterAcceptsRow(self, source_row: int, source_parent: AnyIndex) -> bool:
        if not self._words:
            return True
        one = self._model.document(source_row)
        place = f"{one.title} {one.name} {one.source} {one.date} "
        place = (place + readable_date(one.date)).casefold()
        return all(word in place for word in self._words)


def _stored(document: Document, column: Column) -> str:
    fields = (document.title, document.date, document.source)
    return fields[column] if column in EDITABLE else str(_number(document, column))


def _number(document: Document, column: Column) -> int:
    return document.words if column is Column.WORDS else document.passages


def _shown(document: Document, column: Column) -> str:
    if column in NUMBERS:
        return f"{_number(document, column):,}"
    if column is Column.DATE and not document.date:
        return UNDATED
    return _stored(document, column) or (document.name if not column else "")


def _sort_keys(document: Document) -> tuple[str | int, ...]:
    return (
        (document.title or document.name).casefold(),
        document.date or UNDATED_LAST,
        document.source.casefold(),
        document.words,
        document.passages,
    )


def _cell(document: Document, column: Column, role: int) -> object:
    if role == Qt.ItemDataRole.DisplayRole:
        return _shown(document, column)
    if role == Qt.ItemDataRole.EditRole:
        return _stored(document, column)
    if role == Qt.ItemDataRole.ForegroundRole and column is not Column.TITLE:
        return tokens().muted
    return None


def _tooltip(document: Document) -> str:
    title = document.title or document.name
    return plain_tooltip(f"{title}\n{document.name} · {document.words:,} words")


def _facts(document: Document) -> str:
    date = readable_date(document.date) if document.date else ""
    return " · ".join(part for part in (document.source, date) if part)


def _badges(document: Document) -> list[tuple[str, str]]:
    return [] if document.date else [(UNDATED, "warn")]


def _spoken(document: Document) -> str:
    marked = "passage" if document.passages == 1 else "passages"
    return (
        f"{document.title or document.name}, {_facts(document) or UNDATED}, "
        f"{document.passages} {marked}"
    )


_ROW_ROLES: dict[int, Callable[[Document], object]] = {
    Role.FACTS: _facts,
    Role.COUNT: lambda one: one.passages or None,
    Role.BADGES: _badges,
    DOCUMENT_ROLE: lambda one: one,
    Qt.ItemDataRole.ToolTipRole: _tooltip,
}
