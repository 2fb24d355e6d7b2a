"""A comparison table as a Qt model; it shows and asks, the controller writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from collections.abc import Set as AbstractSet
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from typing_extensions import override

from ui.keymap import keymap
from ui.widgets.indexes import NO_PARENT, AnyIndex
from ui.widgets.plain import plain_tooltip
from workbench.model.cells import Cell
from workbench.model.documents import Document
from workbench.model.ids import ColumnId, DocumentId, RowId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.tables import Column, ComparisonTable, Row


class CellRole(IntEnum):
    """What a cell gives beside its summary."""

    CELL = int(Qt.ItemDataRole.UserRole) + 1
    DOCUMENTS = int(Qt.ItemDataRole.UserRole) + 2
    HAS_NOTE = int(Qt.ItemDataRole.UserRole) + 3


class CellsModel(QAbstractTableModel):
    """One row a row of the table, one column a question.

    `summary_edited` asks to store what was typed; what is shown changes only when
    the table is shown anew.
    """

    summary_edited = Signal(int, int, str)

    def __init__(self, table: ComparisonTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table = table
        self._documents: Mapping[DocumentId, Document] = {}
        self._noted: AbstractSet[tuple[RowId, ColumnId]] = frozenset()
        self.is_editable = True

    @property
    def table(self) -> ComparisonTable:
        """Return the table as last shown."""
        return self._table

    def show_table(
        self, table: ComparisonTable, documents: Mapping[DocumentId, Document]
    ) -> None:
        """Show another state of the table, keeping selection and editor if it can."""
        keeps_shape = _shape(table) == _shape(self._table)
        if not keeps_shape:
            self.beginResetModel()
        self._table = table
        self._documents = documents
        if not keeps_shape:
            self.endResetModel()
        elif table.rows and table.columns:
            last = self._tell_changed()
            orientations = Qt.Orientation
            self.headerDataChanged.emit(orientations.Vertical, 0, last.row())
            self.headerDataChanged.emit(orientations.Horizontal, 0, last.column())

    def show_notes(self, cells: AbstractSet[tuple[RowId, ColumnId]]) -> None:
        """Mark the cells that have a note."""
        if cells != self._noted:
            self._noted = cells
            self._tell_changed()

    def _tell_changed(self) -> QModelIndex:
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        return last

    def cell(self, index: AnyIndex) -> Cell | None:
        """Return the cell at an index."""
        if not index.isValid():
            return None
        return self._table.rows[index.row()].cells[index.column()]

    def row(self, number: int) -> Row:
        """Return the row with this number from the top."""
        return self._table.rows[number]

    def column(self, number: int) -> Column:
        """Return the column with this number from the left."""
        return self._table.columns[number]

    def place_of(self, row_id: RowId, column_id: ColumnId) -> QModelIndex:
        """Return the index of a cell, invalid where there is none."""
        for number, row in enumerate(self._table.rows):
            if row.id == row_id:
                for place, column in enumerate(self._table.columns):
                    if column.id == column_id:
                        return self.index(number, place)
        return QModelIndex()

    def document_name(self, document_id: DocumentId | None) -> str:
        """Return what a document is called on screen; None is one that was removed."""
        document = self._documents.get(document_id) if document_id else None
        return (document.title or document.name) if document else "Removed document"

    def row_facts(self, row: Row) -> str:
        """Say what a row is: a document of a date, a case, or a name."""
        if row.case_id is not None:
            return "Case"
        if row.document_id is None:
            return ""
        document = self._documents.get(row.document_id)
        if document is None:
            return "Removed document"
        facts = [document.source, document.date or "undated"]
        return " · ".join(fact for fact in facts if fact)

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._table.rows)

    @override
    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._table.columns)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.is_editable:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        cell = self.cell(index)
        if cell is None:
            return None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(index, cell)
        said: dict[int, Callable[[Cell], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda it: it.summary,
            Qt.ItemDataRole.EditRole: lambda it: it.summary,
            Qt.ItemDataRole.ToolTipRole: self._tooltip,
            CellRole.CELL: lambda it: it,
            CellRole.DOCUMENTS: self._cited_documents,
            CellRole.HAS_NOTE: self._has_note,
        }
        return said[role](cell) if role in said else None

    @override
    def setData(
        self, index: AnyIndex, value: object, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        cell = self.cell(index)
        if cell is None or role != Qt.ItemDataRole.EditRole:
            return False
        summary = str(value)
        if summary == cell.summary:
            return False
        self.summary_edited.emit(cell.row_id, cell.column_id, summary)
        return True

    @override
    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if orientation == Qt.Orientation.Vertical:
            row = self._table.rows[section]
            return _header_value(row.name, self.row_facts(row), role)
        column = self._table.columns[section]
        return _header_value(column.name, column.question, role)

    def _cited_documents(self, cell: Cell) -> tuple[str, ...]:
        cited = dict.fromkeys(citation.document_id for citation in cell.citations)
        return tuple(self.document_name(document_id) for document_id in cited)

    def _spoken(self, index: AnyIndex, cell: Cell) -> str:
        row, column = self.row(index.row()), self.column(index.column())
        evidence = f"{cell.state}, {len(cell.citations)} cited"
        note = ", has a note" if self._has_note(cell) else ""
        said = cell.summary or "nothing"
        return f"{row.name}, {column.name}: {said}. {evidence}{note}"

    def _tooltip(self, cell: Cell) -> str | None:
        tip = f"Has a note · {keymap.way_to('table.note')} to read it"
        return plain_tooltip(tip) if self._has_note(cell) else None

    def _has_note(self, cell: Cell) -> bool:
        return (cell.row_id, cell.column_id) in self._noted


def note_target_of(row: Row) -> NoteTarget | None:
    """Return what a note on a row is written on: the row's case or document."""
    if row.case_id is not None:
        return NoteTarget(NoteOn.CASE, row.case_id)
    if row.document_id is not None:
        return NoteTarget(NoteOn.DOCUMENT, row.document_id)
    return None


def _shape(table: ComparisonTable) -> tuple[tuple[int, ...], tuple[int, ...]]:
    return (
        tuple(row.id for row in table.rows),
        tuple(column.id for column in table.columns),
    )


def _header_value(name: str, facts: str, role: int) -> object:
    if role == Qt.ItemDataRole.DisplayRole:
        return name
    if role == Qt.ItemDataRole.ToolTipRole:
        return plain_tooltip(f"{name}\n{facts}" if facts else name)
    return facts if role == Qt.ItemDataRole.UserRole else None
