"""A comparison table as a Qt model; it shows and asks, the controller writes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import replace
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, Signal
from typing_extensions import override

from ui.tables.cell_marks import CellParts
from ui.tables.states import count_states
from ui.tables.words import CellWords, column_kind, head, spoken
from ui.widgets.indexes import NO_PARENT, AnyIndex
from workbench.model.cells import Cell, CellKey
from workbench.model.documents import Document
from workbench.model.ids import ColumnId, DocumentId, RowId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.tables import Column, ComparisonTable, Row
from workbench.operations.looks import (
    Heading,
    Line,
    LineUp,
    Look,
    Order,
    RowTexts,
    line_up,
)

MANY_LINES = 50
"""Each change that is told is looked at by several views."""


class CellRole(IntEnum):
    """What a cell gives beside its summary.

    `DOCUMENTS` are the names of the documents cited, `KIND` the column's,
    `BADGES` words about the sources, `CONFLICT` why the values cited do not agree;
    the last two are empty where there is nothing to say. `PARTS` are all of these at
    once. `HEADING_FACTS` are said in the place of cells above a group.
    """

    CELL = int(Qt.ItemDataRole.UserRole) + 1
    DOCUMENTS = int(Qt.ItemDataRole.UserRole) + 2
    HAS_NOTE = int(Qt.ItemDataRole.UserRole) + 3
    KIND = int(Qt.ItemDataRole.UserRole) + 4
    BADGES = int(Qt.ItemDataRole.UserRole) + 5
    CONFLICT = int(Qt.ItemDataRole.UserRole) + 6
    HEADING_FACTS = int(Qt.ItemDataRole.UserRole) + 7
    PARTS = int(Qt.ItemDataRole.UserRole) + 8


class HeadRole(IntEnum):
    """What a head gives beside name and facts.

    `MARK` is an icon, `IS_HEADING` tells a heading, and `KIND` is what stands at the
    right of a column's name: its type and tag.
    """

    MARK = int(Qt.ItemDataRole.UserRole) + 1
    IS_HEADING = int(Qt.ItemDataRole.UserRole) + 2
    KIND = int(Qt.ItemDataRole.UserRole) + 3


class CellsModel(QAbstractTableModel):
    """One line a row of the table or a heading, one column a question.

    `summary_edited` asks to store what was typed; what is shown changes only when
    the table is shown anew. A change of single cells leaves every line where it is.
    """

    summary_edited = Signal(int, int, str)
    look_changed = Signal()

    def __init__(self, table: ComparisonTable, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words = CellWords()
        self.look = Look()
        self.is_editable = True
        self._noted: AbstractSet[CellKey] = frozenset()
        self._said: Mapping[int, Callable[[Row, int], object]] = {
            Qt.ItemDataRole.DisplayRole: self._summary,
            Qt.ItemDataRole.EditRole: self._summary,
            Qt.ItemDataRole.ToolTipRole: self._tooltip,
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            CellRole.CELL: self._cell_at,
            CellRole.DOCUMENTS: self._documents,
            CellRole.HAS_NOTE: self._has_note,
            CellRole.KIND: self._kind,
            CellRole.BADGES: self._badges,
            CellRole.CONFLICT: self._conflict,
            CellRole.PARTS: self._parts,
        }
        self.states = count_states(table)
        self._table = table
        self._texts = RowTexts(self.words.badges_of)
        self._shown = line_up(table, self.look, self._texts)
        self._take(table, self._shown)

    @property
    def table(self) -> ComparisonTable:
        """Return the table as last shown."""
        return self._table

    @property
    def shown(self) -> LineUp:
        """Return which rows and columns are shown."""
        return self._shown

    def show_table(
        self, table: ComparisonTable, documents: Mapping[DocumentId, Document]
    ) -> None:
        """Show another state of the table, keeping selection and editor if it can."""
        self.words.documents = documents
        self._show(table, self.look)

    def show_cells(self, table: ComparisonTable, keys: Collection[CellKey]) -> None:
        """Show a table of which only these cells are others; lines stay."""
        touched = {row_id for row_id, _column_id in keys}
        self.states.subtract(count_states(self._table, touched))
        self.states.update(count_states(table, touched))
        self._table = table
        rows = {row.id: row for row in table.rows}
        lines = tuple(
            rows[it.id] if isinstance(it, Row) else it for it in self._shown.lines
        )
        self._shown = replace(self._shown, lines=lines)
        self.tell_changed(keys)

    def look_at(self, look: Look) -> None:
        """Sort, filter and fold as a look says."""
        self._show(self._table, look, keeps_cells=True)

    def show_notes(self, cells: AbstractSet[CellKey]) -> None:
        """Mark the cells that have a note."""
        changed = cells ^ self._noted
        self._noted = cells
        self.tell_changed(changed)

    def tell_changed(self, keys: Collection[CellKey]) -> None:
        """Say that cells look different now: a line at a time, or many at once."""
        self._texts.forget(row_id for row_id, _column_id in keys)
        places: dict[int, list[int]] = {}
        for row_id, column_id in keys:
            line, column = self._lines.get(row_id), self._places.get(column_id)
            if line is not None and column is not None:
                places.setdefault(line, []).append(column)
        if len(places) > MANY_LINES:
            end = self.index(max(places), self.columnCount() - 1)
            self.dataChanged.emit(self.index(min(places), 0), end)
            return
        for line, columns in places.items():
            first, last = min(columns), max(columns)
            self.dataChanged.emit(self.index(line, first), self.index(line, last))

    def cell(self, index: AnyIndex) -> Cell | None:
        """Return the cell at an index; None for a heading."""
        if not index.isValid():
            return None
        line = self._shown.lines[index.row()]
        if isinstance(line, Heading):
            return None
        return line.cells[self._shown.columns[index.column()]]

    def line(self, number: int) -> Line:
        """Return the line with this number from the top."""
        return self._shown.lines[number]

    def row(self, number: int) -> Row:
        """Return the row in a line; `LookupError` for a heading."""
        line = self._shown.lines[number]
        if isinstance(line, Heading):
            raise LookupError(number)
        return line

    def heading(self, number: int) -> Heading | None:
        """Return the heading in a line, if it is one."""
        is_there = 0 <= number < len(self._shown.lines)
        line = self._shown.lines[number] if is_there else None
        return line if isinstance(line, Heading) else None

    def column(self, number: int) -> Column:
        """Return the column with this number from the left."""
        return self._table.columns[self._shown.columns[number]]

    def place_of(self, row_id: RowId, column_id: ColumnId) -> QModelIndex:
        """Return the index of a cell, invalid where it is not shown."""
        line, column = self._lines.get(row_id), self._places.get(column_id)
        if line is None or column is None:
            return QModelIndex()
        return self.index(line, column)

    def document_name(self, document_id: DocumentId | None) -> str:
        """Return what a document is called on screen; None is one that was removed."""
        return self.words.document_name(document_id)

    def row_facts(self, row: Row) -> str:
        """Say what a row is: a document of a date, a case, or a name."""
        return self.words.row_facts(row)

    @override
    def rowCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown.lines)

    @override
    def columnCount(self, parent: AnyIndex = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._shown.columns)

    @override
    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        flags = super().flags(index)
        if self.is_editable and self.cell(index) is not None:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    @override
    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        line = self._shown.lines[index.row()]
        if isinstance(line, Heading):
            return self._heading_value(line, role)
        if role not in self._said:
            return None
        return self._said[role](line, index.column())

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
        if orientation == Qt.Orientation.Horizontal:
            column = self.column(section)
            if role == HeadRole.MARK:
                return self._mark(column)
            kind = column_kind(column, self.words.tags)
            if role == HeadRole.KIND:
                return kind
            return head(column.name, column.question, role, kind)
        line = self._shown.lines[section]
        if isinstance(line, Row):
            return head(line.name, self.row_facts(line), role)
        if role == HeadRole.MARK:
            return "chevron-right" if line.is_folded else "chevron-down"
        is_asked = role == HeadRole.IS_HEADING
        return is_asked or head(line.group, "", role)

    @override
    def sort(
        self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder
    ) -> None:
        if column < 0:
            self.look_at(replace(self.look, order=None))
            return
        is_descending = order == Qt.SortOrder.DescendingOrder
        wanted = Order(self.column(column).id, is_descending)
        self.look_at(replace(self.look, order=wanted))

    def toggle_fold(self, group: str) -> None:
        """Fold the rows under a heading away, or show them again."""
        self.look_at(replace(self.look, folded=self.look.folded ^ {group}))

    def _show(
        self, table: ComparisonTable, look: Look, *, keeps_cells: bool = False
    ) -> None:
        shown = line_up(table, look, self._texts)
        keeps_shape = _shape(table, shown) == _shape(self._table, self._shown)
        keeps_look, self.look = look == self.look, look
        if table is not self._table:
            self.states = count_states(table)
        if not keeps_shape:
            self.beginResetModel()
        self._take(table, shown)
        if not keeps_shape:
            self.endResetModel()
        elif shown.lines and shown.columns:
            self._tell_changed_heads() if keeps_cells else self._tell_all_changed()
        if not keeps_look:
            self.look_changed.emit()

    def _mark(self, column: Column) -> str:
        order = self.look.order
        if order is None or order.column_id != column.id:
            return ""
        return "arrow-down" if order.is_descending else "arrow-up"

    def _take(self, table: ComparisonTable, shown: LineUp) -> None:
        self._table, self._shown = table, shown
        self._lines = {
            it.id: number
            for number, it in enumerate(shown.lines)
            if isinstance(it, Row)
        }
        self._places = {
            table.columns[place].id: number
            for number, place in enumerate(shown.columns)
        }

    def _tell_all_changed(self) -> None:
        last = self.index(self.rowCount() - 1, self.columnCount() - 1)
        self.dataChanged.emit(self.index(0, 0), last)
        self._tell_changed_heads()

    def _tell_changed_heads(self) -> None:
        rows, columns = self.rowCount(), self.columnCount()
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, rows - 1)
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, columns - 1)

    def _heading_value(self, heading: Heading, role: int) -> object:
        facts = self.words.heading_facts(heading, self._table)
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            folded = ", folded" if heading.is_folded else ""
            return f"{heading.group}, {facts}{folded}"
        if role == CellRole.HEADING_FACTS:
            return facts
        return None

    def _cell_at(self, row: Row, column: int) -> Cell:
        return row.cells[self._shown.columns[column]]

    def _summary(self, row: Row, column: int) -> str:
        return self._cell_at(row, column).summary

    def _documents(self, row: Row, column: int) -> tuple[str, ...]:
        return self.words.documents_of(self._cell_at(row, column))

    def _kind(self, _row: Row, column: int) -> object:
        return self.column(column).kind

    def _badges(self, row: Row, column: int) -> str:
        return self.words.badges_of((row.id, self.column(column).id))

    def _conflict(self, row: Row, column: int) -> str:
        return self.words.conflicts.get((row.id, self.column(column).id), "")

    def _parts(self, row: Row, column: int) -> CellParts:
        return CellParts(
            self._cell_at(row, column),
            self.column(column).kind,
            self._badges(row, column),
            self._conflict(row, column),
            self._documents(row, column),
            self._has_note(row, column),
        )

    def _has_note(self, row: Row, column: int) -> bool:
        return (row.id, self.column(column).id) in self._noted

    def _tooltip(self, row: Row, column: int) -> str | None:
        cell = self._cell_at(row, column)
        return self.words.tooltip(cell, has_note=self._has_note(row, column))

    def _spoken(self, row: Row, column: int) -> str:
        said = spoken(row, self.column(column), self._cell_at(row, column))
        words = [self._badges(row, column), self._conflict(row, column)]
        note = ["has a note"] if self._has_note(row, column) else []
        return ", ".join([said, *filter(None, words), *note])


def note_target_of(row: Row) -> NoteTarget | None:
    """Return what a note on a row is written on: the row's case or document."""
    if row.case_id is not None:
        return NoteTarget(NoteOn.CASE, row.case_id)
    if row.document_id is not None:
        return NoteTarget(NoteOn.DOCUMENT, row.document_id)
    return None


def _shape(table: ComparisonTable, shown: LineUp) -> tuple[object, ...]:
    return (
        tuple(it.id if isinstance(it, Row) else it for it in shown.lines),
        tuple(table.columns[place].id for place in shown.columns),
    )
