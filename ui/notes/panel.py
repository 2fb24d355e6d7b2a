"""All notes in a list, and the one chosen beside it to be read and written."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ui.notes.editor import NoteEditor
from ui.notes.model import TARGET_ROLE, Column, NoteLine, NotesFilter, NotesModel
from ui.widgets.elided import ElidedLabel
from ui.widgets.empty_state import EmptyState
from ui.widgets.keys import FilterKeys
from ui.widgets.row_table import RowTable, size_columns
from workbench.model.notes import NoteOn, NoteTarget

WIDTHS = {Column.ON: 220, Column.ANALYST: 90, Column.CHANGED: 96}
PROJECT = NoteTarget(NoteOn.PROJECT)


class NotesPanel(QWidget):
    """Choose a note to edit it; Enter or a double click goes to what it is on."""

    note_activated = Signal(object)  # NoteTarget
    note_opened = Signal(object)  # NoteTarget: its text is wanted in the editor
    note_saved = Signal(object, str)  # NoteTarget, text

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = NotesModel(self)
        self.filtered = NotesFilter(self.model, self)
        self.filter_field = QLineEdit()
        self.count = ElidedLabel("")
        self.clear_button = QPushButton("Clear")
        self.project_button = QPushButton("Note on project")
        self.table = RowTable()
        self.empty = EmptyState(
            "No notes yet",
            "Select text and press N for a note on a passage. Documents, tags and the"
            " project can have one too.",
        )
        self.nothing_found = EmptyState(
            "No note matches", "Notes and the names of their places are looked through."
        )
        self.editor = NoteEditor()
        self._pages = QStackedWidget()
        self._prepare_fields()
        self._prepare_table()
        self._lay_out()
        self._connect()
        self._tell_count()

    def show_notes(self, lines: Sequence[NoteLine]) -> None:
        """Show these notes; the one being edited stays chosen."""
        self.model.show(lines)
        self._mark_edited()
        self._tell_count()

    def edit(self, target: NoteTarget) -> None:
        """Open the note on a target, which may be new, and go there to write."""
        self.note_opened.emit(target)
        self._mark_edited()
        self.editor.text_field.setFocus()

    def _prepare_fields(self) -> None:
        self.filter_field.setPlaceholderText("Filter notes")
        self.filter_field.setAccessibleName("Filter notes")
        self.filter_field.setMaximumWidth(320)
        FilterKeys(self.filter_field, self.table)
        self.clear_button.setToolTip("Show all notes (Esc)")
        self.project_button.setToolTip("Write down what concerns the whole project")
        self.count.setProperty("muted", True)

    def _prepare_table(self) -> None:
        table = self.table
        table.setModel(self.filtered)
        table.setAccessibleName("Notes")
        size_columns(table, Column.NOTE, WIDTHS)
        header = table.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(14, 8, 14, 8)
        tools.setSpacing(8)
        tools.addWidget(self.filter_field, 2)
        tools.addWidget(self.clear_button)
        tools.addWidget(self.count, 1)
        tools.addWidget(self.project_button)
        for page in (self.table, self.empty, self.nothing_found):
            self._pages.addWidget(page)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(tools)
        column.addWidget(self._pages, 1)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.editor)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(splitter)

    def _connect(self) -> None:
        self.filter_field.textChanged.connect(self._filter)
        self.clear_button.clicked.connect(self.filter_field.clear)
        self.project_button.clicked.connect(lambda: self.edit(PROJECT))
        self.editor.project_note_requested.connect(lambda: self.edit(PROJECT))
        self.editor.saved.connect(self.note_saved)
        self.editor.place_requested.connect(self.note_activated)
        self.table.selectionModel().currentRowChanged.connect(self._open)
        self.table.row_opened.connect(self._activate)

    def _filter(self, text: str) -> None:
        self.filtered.set_words(text)
        self._tell_count()

    def _tell_count(self) -> None:
        shown, total = self.filtered.rowCount(), self.model.rowCount()
        is_filtered = bool(self.filter_field.text().strip())
        noun = "note" if total == 1 else "notes"
        self.count.set_text(
            f"Showing {shown} of {total}" if is_filtered else f"{total} {noun}"
        )
        self.count.setVisible(total > 0)
        self.project_button.setVisible(total > 0)
        self.filter_field.setVisible(total > 0)
        self.clear_button.setVisible(is_filtered)
        self._pages.setCurrentWidget(
            self.table if shown else self.nothing_found if total else self.empty
        )

    def _mark_edited(self) -> None:
        row = self.model.row_of(self.editor.target)
        index = self.filtered.mapFromSource(self.model.index(row, 0))
        if index.isValid() and index.row() != self.table.currentIndex().row():
            self.table.setCurrentIndex(index)

    def _open(self, index: QModelIndex) -> None:
        target = index.data(TARGET_ROLE)
        if target is not None and target != self.editor.target:
            self.note_opened.emit(target)

    def _activate(self, index: QModelIndex) -> None:
        if index.isValid():
            self.note_activated.emit(index.data(TARGET_ROLE))
