"""The tab of one comparison table: its cells above, what is known of one below."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.keymap import new_action
from ui.tables.acts import below
from ui.tables.bar import TableBar
from ui.tables.column_acts import ColumnActs
from ui.tables.grid.cells_view import CellsView
from ui.tables.menus import TableMenus
from ui.tables.model import CellsModel
from ui.tables.row_acts import RowActs
from ui.tables.strip.evidence import EvidenceStrip
from ui.tables.strip.shown_cell import ShownCell
from ui.tables.strip.strip_keys import add_strip_keys
from ui.tables.table_acts import TableActs
from ui.widgets.empty_state import EmptyState
from ui.widgets.keys import FilterKeys
from workbench.model.cases import Case
from workbench.model.cells import Cell, CellKey
from workbench.model.documents import Document
from workbench.model.ids import ColumnId, DocumentId, RowId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.tables import ComparisonTable
from workbench.operations.looks import Look

NO_ROWS = (
    "Add the first row",
    "Rows are what you compare: documents, cases, or any name.",
)
NO_COLUMNS = (
    "Add the first column",
    "Columns are questions: every row answers each of them from its sources.",
)


class TablePanel(QWidget):
    """Shows one table; `wanted` and the other signals ask for every change.

    `summary_rewritten` carries what was written after `rewrite`.
    """

    wanted = Signal(object)  # Act
    copy_wanted = Signal(str, object)
    passage_activated = Signal(int)
    summary_edited = Signal(int, int, str)
    summary_rewritten = Signal(int, int, str)
    absence_requested = Signal()
    citations_removed = Signal(list)
    roles_requested = Signal(list, object)
    title_changed = Signal(str)
    note_requested = Signal(object)  # NoteTarget

    def __init__(self, table: ComparisonTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = CellsModel(table, self)
        self.view = CellsView(self.model, self)
        self.evidence = EvidenceStrip(self)
        self.row_acts = RowActs(self.view, self.model)
        self.column_acts = ColumnActs(self.view, self.model)
        self.table_acts = TableActs(self.view, self.model)
        self.empty = EmptyState("", "", "Add")
        self._is_rewriting = False
        self._actions = self._create_actions()
        self.bar = TableBar(self._actions)
        self._menus = TableMenus(self.view, self.model, self._actions)
        self._arrange()
        self._connect()
        # Where somebody comes to a table, the cells hear the keys.
        self.setFocusProxy(self.view)

    @property
    def table(self) -> ComparisonTable:
        """Return the table as last shown."""
        return self.model.table

    @property
    def facts(self) -> str:
        """Return the line about the table's size and what is left to check."""
        return self.bar.facts.text

    def show_table(
        self,
        table: ComparisonTable,
        documents: Mapping[DocumentId, Document],
        cases: Sequence[Case] = (),
    ) -> None:
        """Show another state of the table, at the same cell if it is still there."""
        self.row_acts.cases = cases
        self.model.show_table(table, documents)
        self.title_changed.emit(table.name)
        self._show_page()
        self._show_bar()
        self._show_evidence(self.view.currentIndex())

    def show_cells(self, table: ComparisonTable, keys: Collection[CellKey]) -> None:
        """Show a table of which only these cells are others."""
        self.model.show_cells(table, keys)
        self._show_bar()
        cell = self.model.cell(self.view.currentIndex())
        if cell is not None and (cell.row_id, cell.column_id) in keys:
            self._show_evidence(self.view.currentIndex())

    def set_editable(self, *, is_editable: bool) -> None:
        """Take away what changes the table, or give it back."""
        self.model.is_editable = is_editable
        for action in self._actions.values():
            action.setEnabled(is_editable or action.objectName() in LOOKING)

    def select_cell(self, row_id: RowId, column_id: ColumnId) -> None:
        """Make a cell the current one; what leaves it out of view is dropped."""
        if not self.model.place_of(row_id, column_id).isValid():
            order = self.model.look.order
            hidden = not _is_in_view(self.table, row_id, column_id)
            self.model.look_at(Look(order, shows_hidden=hidden))
        self.view.setCurrentIndex(self.model.place_of(row_id, column_id))
        self.view.setFocus()

    def rewrite(self) -> None:
        """Write in the current cell, whose evidence was checked."""
        self._is_rewriting = True
        self.view.setFocus()
        self.view.edit(self.view.currentIndex())

    def note_cell(self) -> None:
        """Ask for the note on the current cell."""
        if cell := self.model.cell(self.view.currentIndex()):
            target = NoteTarget(NoteOn.CELL, cell.row_id, cell.column_id)
            self.note_requested.emit(target)

    def filter(self) -> None:
        """Go to the field that filters."""
        self.bar.filter_field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.filter_field.selectAll()

    def _create_actions(self) -> dict[str, QAction]:
        # One place for what can be done with rows and columns: menus take the
        # actions, the panel itself their keys.
        wanted: dict[str, Callable[[], object]] = {
            **self.row_acts.by_id(),
            **self.column_acts.by_id(),
            **self.table_acts.by_id(),
            "table.note": self.note_cell,
            "table.filter": self.filter,
            "table.not_stated": self.absence_requested.emit,
        }
        actions = {}
        for action_id, do in wanted.items():
            context = Qt.ShortcutContext.WidgetWithChildrenShortcut
            action = new_action(action_id, self, context)
            # What is being written is kept first: lines may come and go.
            action.triggered.connect(self.view.finish_editing)
            action.triggered.connect(lambda _=False, do=do: do())
            actions[action_id] = action
        add_strip_keys(self, self.view, self.evidence)
        for view in (self.view, self.view.pinned):
            view.itemDelegate().closeEditor.connect(self._end_rewriting)
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
        layout.addWidget(self.bar)
        layout.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.model.summary_edited.connect(self._tell_edited)
        self.model.look_changed.connect(self._look_changed)
        self.view.current_changed.connect(self._current_changed)
        self.view.clear_requested.connect(self._clear)
        self._menus.clear_requested.connect(self._clear)
        self.view.verticalHeader().sectionDoubleClicked.connect(self._rename_at)
        self.empty.activated.connect(self._add_first)
        self.evidence.passage_activated.connect(self.passage_activated)
        self.evidence.remove_requested.connect(self.citations_removed)
        self.evidence.role_requested.connect(self.roles_requested)
        for acts in (self.row_acts, self.column_acts, self.table_acts):
            acts.wanted.connect(self.wanted)
        self.row_acts.note_requested.connect(self.note_requested)
        self.table_acts.copy_wanted.connect(self.copy_wanted)
        self.row_acts.place = lambda: below(self.bar.add_row)
        self.column_acts.place = lambda: below(self.bar.add_column)
        self.table_acts.place = lambda: below(self.bar.name)
        self._connect_bar()

    def _connect_bar(self) -> None:
        bar, acts = self.bar, self.table_acts
        bar.more.clicked.connect(lambda: self._menus.open_for_table(below(bar.more)))
        bar.filtered.connect(self._look_at)
        bar.shown_again.connect(acts.open_hidden)
        bar.order_dropped.connect(self.view.finish_editing)
        bar.order_dropped.connect(acts.keep_order)
        FilterKeys(bar.filter_field, self.view)

    def _look_at(self, look: Look) -> None:
        self.view.finish_editing()
        self.model.look_at(look)

    def _look_changed(self) -> None:
        self._show_bar()
        self._show_page()
        self._show_evidence(self.view.currentIndex())

    def _show_bar(self) -> None:
        self.bar.show_model(self.model)

    def _show_page(self) -> None:
        if self.table.columns and self.table.rows:
            self._pages.setCurrentWidget(self._splitter)
            self.setFocusProxy(self.view)
            return
        wants_column = not self.table.columns
        title, text = NO_COLUMNS if wants_column else NO_ROWS
        self.empty.set_content(title, text)
        self.empty.set_action("Add column" if wants_column else "Add row")
        self._pages.setCurrentWidget(self.empty)
        self.setFocusProxy(self.empty)

    def _add_first(self) -> None:
        if self.table.columns:
            self.row_acts.open_add()
        else:
            self.column_acts.open_add()

    def _rename_at(self, line: int) -> None:
        if self.model.heading(line) is None:
            self.row_acts.open_rename()

    def _current_changed(self, index: QModelIndex) -> None:
        self._is_rewriting = False
        self._show_evidence(index)

    def _show_evidence(self, index: QModelIndex) -> None:
        cell = self.model.cell(index)
        if cell is None:
            self.evidence.show_nothing()
            return
        row, column = self.model.row(index.row()), self.model.column(index.column())
        self.evidence.show_cell(
            ShownCell(self.table.id, row, column, cell, self._titles(cell))
        )

    def _titles(self, cell: Cell) -> dict[DocumentId | None, str]:
        cited = (citation.document_id for citation in cell.citations)
        return {it: self.model.document_name(it) for it in cited}

    def _tell_edited(self, row_id: int, column_id: int, summary: str) -> None:
        was_rewriting, self._is_rewriting = self._is_rewriting, False
        told = self.summary_rewritten if was_rewriting else self.summary_edited
        told.emit(row_id, column_id, summary)

    def _end_rewriting(self) -> None:
        self._is_rewriting = False

    def _clear(self, index: QModelIndex) -> None:
        self.model.setData(index, "")


LOOKING = frozenset(
    {
        "table.sort", "table.filter", "table.show_all", "table.pin", "table.duplicate",
    }
)  # fmt: skip


def _is_in_view(table: ComparisonTable, row_id: RowId, column_id: ColumnId) -> bool:
    """Tell whether neither a row nor a column is hidden."""
    rows = {it.id: it.is_hidden for it in table.rows}
    columns = {it.id: it.is_hidden for it in table.columns}
    return not rows.get(row_id) and not columns.get(column_id)
