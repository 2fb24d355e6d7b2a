"""The tab of one comparison table: its cells above, the evidence of one below."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ui.keymap import new_action
from ui.tables.bar import TableBar
from ui.tables.cells_view import CellsView
from ui.tables.evidence import EvidenceStrip
from ui.tables.forms import AddRowForm, NameForm
from ui.tables.menus import TableMenus
from ui.tables.model import CellsModel, note_target_of
from ui.tables.shown_cell import ShownCell
from ui.tables.strip_keys import add_strip_keys
from ui.widgets.empty_state import EmptyState
from workbench.model.cases import Case
from workbench.model.documents import Document
from workbench.model.ids import ColumnId, DocumentId, RowId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.tables import ComparisonTable

NO_ROWS = (
    "Add the first row",
    "Rows are what you compare: documents, cases, or any name.",
)
NO_COLUMNS = (
    "Add the first column",
    "Columns are questions: every row answers each of them from its sources.",
)


class TablePanel(QWidget):
    """Shows one table; every change is asked for by a signal."""

    passage_activated = Signal(int)
    summary_edited = Signal(int, int, str)
    summary_rewritten = Signal(int, int, str)  # by `rewrite`
    absence_requested = Signal()
    row_requested = Signal(object)
    row_renamed = Signal(int, str)
    rows_removed = Signal(list)
    column_requested = Signal(str, str)
    column_edited = Signal(int, str, str)
    columns_removed = Signal(list)
    table_renamed = Signal(str)
    table_removed = Signal()
    citations_removed = Signal(list)
    roles_requested = Signal(list, object)
    title_changed = Signal(str)
    note_requested = Signal(object)  # NoteTarget

    def __init__(self, table: ComparisonTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CellsModel(table, self)
        self.view = CellsView(self.model, self)
        self.evidence = EvidenceStrip(self)
        self._is_rewriting = False
        self._documents: Mapping[DocumentId, Document] = {}
        self._cases: Sequence[Case] = ()
        self.add_row_form = AddRowForm(self)
        self.add_column_form = NameForm(
            "Add column", "Add column", with_question=True, parent=self
        )
        self.column_form = NameForm(
            "Edit column", "Keep", with_question=True, parent=self
        )
        self.row_form = NameForm("Rename row", "Rename", parent=self)
        self.table_form = NameForm("Rename table", "Rename", parent=self)
        self.empty = EmptyState("", "", "Add")
        self._actions = self._create_actions()
        self._bar = TableBar(self._actions)
        self._menus = TableMenus(self.view, self.model, self._actions)
        self._arrange()
        self._connect()

    @property
    def table(self) -> ComparisonTable:
        """Return the table as last shown."""
        return self.model.table

    @property
    def facts(self) -> str:
        """Return the line about the table's size and what is left to check."""
        return self._bar.facts.text

    def show_table(
        self,
        table: ComparisonTable,
        documents: Mapping[DocumentId, Document],
        cases: Sequence[Case] = (),
    ) -> None:
        """Show another state of the table, at the same cell if it is still there."""
        current = self.model.cell(self.view.currentIndex())
        self._documents, self._cases = documents, cases
        self.model.show_table(table, documents)
        if current is not None and not self.view.currentIndex().isValid():
            place = self.model.place_of(current.row_id, current.column_id)
            self.view.setCurrentIndex(place)
        if not self.view.currentIndex().isValid() and table.rows and table.columns:
            self.view.setCurrentIndex(self.model.index(0, 0))
        self._bar.show_table(table)
        self.title_changed.emit(table.name)
        self._show_page()
        self._show_evidence(self.view.currentIndex())

    def set_editable(self, *, is_editable: bool) -> None:
        """Take away what changes the table, or give it back."""
        self.model.is_editable = is_editable
        for action in self._actions.values():
            action.setEnabled(is_editable)

    def select_cell(self, row_id: RowId, column_id: ColumnId) -> None:
        """Make a cell the current one."""
        self.view.setCurrentIndex(self.model.place_of(row_id, column_id))
        self.view.setFocus()

    def rewrite(self) -> None:
        """Let the current cell be written anew, after a look at its evidence."""
        self.view.setFocus()
        self._is_rewriting = True
        self.view.edit(self.view.currentIndex())

    def open_add_row(self) -> None:
        """Open the form for a row below its button."""
        used = {row.document_id for row in self.table.rows}
        cased = {row.case_id for row in self.table.rows}
        documents = [d for d in self._documents.values() if d.id not in used]
        cases = [case for case in self._cases if case.id not in cased]
        self.add_row_form.open_at(_below(self._bar.add_row), documents, cases)

    def open_add_column(self) -> None:
        """Open the form for a column below its button."""
        self.add_column_form.open_at(_below(self._bar.add_column))

    def remove_rows(self) -> None:
        """Ask to remove the rows of the selected cells."""
        rows = sorted({index.row() for index in self.view.selectedIndexes()})
        if rows:
            self.rows_removed.emit([self.model.row(row).id for row in rows])

    def remove_columns(self) -> None:
        """Ask to remove the columns of the selected cells."""
        numbers = sorted({index.column() for index in self.view.selectedIndexes()})
        if numbers:
            self.columns_removed.emit([self.model.column(it).id for it in numbers])

    def rename_row(self) -> None:
        """Open the form with the current row's name."""
        if (row := self._current_row_number()) is not None:
            self.row_form.open_at(self._at_current(), self.model.row(row).name)

    def edit_column(self) -> None:
        """Open the form with the current column's name and question."""
        if (number := self._current_column_number()) is not None:
            column = self.model.column(number)
            self.column_form.open_at(self._at_current(), column.name, column.question)

    def note_cell(self) -> None:
        """Ask for the note on the current cell."""
        if cell := self.model.cell(self.view.currentIndex()):
            target = NoteTarget(NoteOn.CELL, cell.row_id, cell.column_id)
            self.note_requested.emit(target)

    def note_row(self) -> None:
        """Ask for the note on what the current row describes."""
        number = self._current_row_number()
        target = None if number is None else note_target_of(self.model.row(number))
        if target is not None:
            self.note_requested.emit(target)

    def rename_table(self) -> None:
        """Open the form with the table's name."""
        self.table_form.open_at(_below(self._bar.name), self.table.name)

    def _create_actions(self) -> dict[str, QAction]:
        # One place for what can be done with rows and columns: menus take the
        # actions, the panel itself their keys.
        wanted = {
            "table.add_row": self.open_add_row,
            "table.add_column": self.open_add_column,
            "table.rename_row": self.rename_row,
            "table.edit_column": self.edit_column,
            "table.remove_rows": self.remove_rows,
            "table.remove_columns": self.remove_columns,
            "table.not_stated": self.absence_requested.emit,
            "table.note": self.note_cell,
            "table.row_note": self.note_row,
            "table.rename": self.rename_table,
            "table.remove": self.table_removed.emit,
        }
        actions = {}
        for action_id, do in wanted.items():
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            action = new_action(action_id, self, context)
            action.triggered.connect(lambda _=False, do=do: do())
            actions[action.text()] = action
        return actions

    def _arrange(self) -> None:
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._splitter.addWidget(self.view)
        self._splitter.addWidget(self.evidence)
        self._splitter.setStretchFactor(0, 3)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([600, 220])
        self._splitter.setCollapsible(0, False)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self._splitter)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._bar)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.model.summary_edited.connect(self._write)
        self.view.itemDelegate().closeEditor.connect(self._end_rewriting)
        add_strip_keys(self, self.view, self.evidence)
        self.view.current_changed.connect(self._show_evidence)
        self.view.clear_requested.connect(self._clear)
        self._menus.clear_requested.connect(self._clear)
        rows, columns = self.view.verticalHeader(), self.view.horizontalHeader()
        rows.sectionDoubleClicked.connect(lambda _row: self.rename_row())
        columns.sectionDoubleClicked.connect(lambda _column: self.edit_column())
        self._bar.more.clicked.connect(
            lambda: self._menus.open_for_table(_below(self._bar.more))
        )
        self.empty.activated.connect(self._add_first)
        self.evidence.passage_activated.connect(self.passage_activated)
        self.evidence.remove_requested.connect(self.citations_removed)
        self.evidence.role_requested.connect(self.roles_requested)
        self.add_row_form.row_requested.connect(self.row_requested)
        self.add_column_form.submitted.connect(self.column_requested)
        self.row_form.submitted.connect(self._submit_row_name)
        self.column_form.submitted.connect(self._submit_column)
        self.table_form.submitted.connect(lambda name, _: self.table_renamed.emit(name))

    def _show_page(self) -> None:
        if self.table.columns and self.table.rows:
            self._pages.setCurrentWidget(self._splitter)
            return
        wants_column = not self.table.columns
        title, text = NO_COLUMNS if wants_column else NO_ROWS
        self.empty.set_content(title, text)
        self.empty.set_action("Add column" if wants_column else "Add row")
        self._pages.setCurrentWidget(self.empty)

    def _add_first(self) -> None:
        if self.table.columns:
            self.open_add_row()
        else:
            self.open_add_column()

    def _show_evidence(self, index: QModelIndex) -> None:
        cell = self.model.cell(index)
        if cell is None:
            self.evidence.show_nothing()
            return
        titles = {
            it.document_id: self.model.document_name(it.document_id)
            for it in cell.citations
        }
        row, column = self.model.row(index.row()), self.model.column(index.column())
        self.evidence.show_cell(ShownCell(self.table.id, row, column, cell, titles))

    def _write(self, row_id: int, column_id: int, summary: str) -> None:
        asked = self.summary_rewritten if self._is_rewriting else self.summary_edited
        asked.emit(row_id, column_id, summary)

    def _end_rewriting(self) -> None:
        self._is_rewriting = False

    def _clear(self, index: QModelIndex) -> None:
        self.model.setData(index, "")

    def _submit_row_name(self, name: str, _question: str) -> None:
        if (row := self._current_row_number()) is not None:
            self.row_renamed.emit(self.model.row(row).id, name)

    def _submit_column(self, name: str, question: str) -> None:
        if (number := self._current_column_number()) is not None:
            self.column_edited.emit(self.model.column(number).id, name, question)

    def _current_row_number(self) -> int | None:
        row = self.view.currentIndex().row()
        return row if row >= 0 else None

    def _current_column_number(self) -> int | None:
        column = self.view.currentIndex().column()
        return column if column >= 0 else None

    def _at_current(self) -> QPoint:
        place = self.view.visualRect(self.view.currentIndex())
        return self.view.viewport().mapToGlobal(place.topLeft())


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(QPoint(0, widget.height() + 4))
