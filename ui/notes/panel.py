"""All notes in a list, and the one chosen beside it to be read and written."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget
from typing_extensions import override

from ui.keymap import keymap, new_action
from ui.notes.editor import NoteEditor
from ui.notes.journal import JournalView
from ui.notes.lines import NoteLine
from ui.notes.model import LINE_ROLE, Column, NotesModel
from ui.notes.tools import NoteTools
from ui.widgets.empty_state import EmptyState
from ui.widgets.keys import FilterKeys
from ui.widgets.row_table import RowTable, size_columns
from workbench.model.notes import NoteOn, NoteTarget, PlacedNote
from workbench.text.links import LinkTo, written

WIDTHS = {
    Column.ON: 124,
    Column.WHERE: 220,
    Column.ANALYST: 90,
    Column.CHANGED: 96,
}
PROJECT = NoteTarget(NoteOn.PROJECT)
NEW_ENTRY = NoteTarget(NoteOn.JOURNAL)
NO_ENTRIES = (
    "The journal is empty",
    "Write down what you did, decided or wondered about; each entry keeps its time.",
)
READING = ("Reading notes…", "There are many; this takes a moment.")
NOT_FOUND = (
    "No note matches",
    "Notes and the names of their places are looked through.",
)


class NotesPanel(QWidget):
    """Choose a note to edit it; Enter or a double click goes to what it is on."""

    note_activated = Signal(object)  # NoteTarget
    note_opened = Signal(object)  # NoteTarget: its text is wanted in the editor
    note_saved = Signal(object, str)  # NoteTarget, text
    remove_requested = Signal(object)  # list[NoteId]
    export_requested = Signal(object)  # list[NoteId]
    shown = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = NotesModel(self)
        self.tools = NoteTools()
        self.table = RowTable()
        self.journal = JournalView()
        self.empty = EmptyState(*_no_notes())
        self.editor = NoteEditor()
        self._pages = QStackedWidget()
        self._prepare_table()
        self._actions = [*self._actions_of(self.table), *self._actions_of(self.journal)]
        self._lay_out()
        self._connect()
        self._show_page()

    def show_reading(self) -> None:
        """Say that the notes will be there soon."""
        self.empty.set_content(*READING)

    def show_notes(self, lines: Iterable[NoteLine]) -> None:
        """Show these notes; the one being edited stays chosen."""
        self.model.show(lines)
        self.tools.offer(self.model.every_line)
        self._follow()

    def follow(self, ids: Iterable[int], notes: Iterable[PlacedNote]) -> None:
        """Show what became of the notes of these ids."""
        if self.model.follow(ids, notes):
            self.tools.offer(self.model.every_line)
            self._follow()
        elif self.tools.is_journal:
            self._show_page()

    def edit(self, target: NoteTarget) -> None:
        """Open the note on a target, which may be new, and go there to write."""
        self.editor.text_field.flush()
        self.note_opened.emit(target)
        self.mark_edited()
        self.editor.text_field.setFocus()

    def set_editable(self, *, is_editable: bool) -> None:
        """Take away what changes notes, or give it back."""
        self.editor.text_field.setReadOnly(not is_editable)
        self.tools.entry_button.setEnabled(is_editable)
        for action in self._actions:
            if action.objectName() == "notes.remove":
                action.setEnabled(is_editable)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    def _prepare_table(self) -> None:
        table = self.table
        table.setModel(self.model)
        table.setAccessibleName("Notes")
        size_columns(table, Column.NOTE, WIDTHS)
        header = table.horizontalHeader()
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        table.setSortingEnabled(True)
        FilterKeys(self.tools.field, table)

    def _actions_of(self, view: RowTable | JournalView) -> list[QAction]:
        acts = {
            "notes.edit": self.editor.text_field.setFocus,
            "notes.copy_link": self._copy_link,
            "notes.remove": self._request_removal,
        }
        actions = []
        for action_id, act in acts.items():
            action = new_action(action_id, view)
            action.triggered.connect(lambda _=False, act=act: act())
            actions.append(action)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(
            lambda point: self._open_menu(view, actions, point)
        )
        return actions

    def _lay_out(self) -> None:
        for page in (self.table, self.journal, self.empty):
            self._pages.addWidget(page)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tools)
        column.addWidget(self._pages, 1)
        splitter = QSplitter()
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self.editor)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([3000, 1500])
        around = QVBoxLayout(self)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(splitter)

    def _connect(self) -> None:
        self.tools.changed.connect(self._narrow)
        self.tools.entry_button.clicked.connect(lambda: self.edit(NEW_ENTRY))
        self.tools.export_button.clicked.connect(self._request_export)
        self.empty.activated.connect(self._do_the_one_thing)
        self.editor.project_note_requested.connect(lambda: self.edit(PROJECT))
        self.editor.saved.connect(self.note_saved)
        self.editor.place_requested.connect(self.note_activated)
        self.table.selectionModel().currentRowChanged.connect(self._open)
        self.table.row_opened.connect(self._activate)
        self.journal.current_changed.connect(self._open)
        self.journal.row_opened.connect(self._activate)

    def _narrow(self) -> None:
        self.model.narrow(self.tools.wanted)
        self._follow()

    def _follow(self) -> None:
        self._show_page()
        self.mark_edited()

    def _show_page(self) -> None:
        shown, total = len(self.model.lines), self._total()
        self.tools.tell_count(shown, total)
        if self.tools.is_journal:
            self.journal.entries.show(self.model.lines)
        if shown:
            is_journal = self.tools.is_journal
            self._pages.setCurrentWidget(self.journal if is_journal else self.table)
            return
        nothing = NO_ENTRIES if self.tools.is_journal else _no_notes()
        self.empty.set_content(*(NOT_FOUND if total else nothing))
        self.empty.set_action(
            "Clear" if total else "New entry" if self.tools.is_journal else ""
        )
        self._pages.setCurrentWidget(self.empty)

    def _do_the_one_thing(self) -> None:
        if self._total():
            self.tools.clear()
        else:
            self.edit(NEW_ENTRY)

    def _total(self) -> int:
        if not self.tools.is_journal:
            return self.model.total
        lines = self.model.every_line
        return sum(line.target.on is NoteOn.JOURNAL for line in lines)

    def mark_edited(self) -> None:
        """Let the row of the note being edited be the current one."""
        target = self.editor.target
        index = self.model.index(self.model.row_of(target), 0)
        if index.isValid() and index.row() != self.table.currentIndex().row():
            self.table.setCurrentIndex(index)
        entry = self.journal.entries.index(self.journal.entries.row_of(target))
        if entry.isValid() and entry != self.journal.currentIndex():
            self.journal.setCurrentIndex(entry)

    def _open(self, index: QModelIndex) -> None:
        line: NoteLine | None = index.data(LINE_ROLE)
        if line is not None and line.target != self.editor.target:
            self.note_opened.emit(line.target)

    def _activate(self, index: QModelIndex) -> None:
        line: NoteLine | None = index.data(LINE_ROLE)
        if line is not None:
            self.note_activated.emit(line.target)

    def _current(self) -> NoteLine | None:
        view = self.journal if self.tools.is_journal else self.table
        line: NoteLine | None = view.currentIndex().data(LINE_ROLE)
        return line

    def _request_removal(self) -> None:
        if line := self._current():
            self.remove_requested.emit([line.id])

    def _request_export(self) -> None:
        self.export_requested.emit([line.id for line in self.model.lines])

    def _copy_link(self) -> None:
        if line := self._current():
            QGuiApplication.clipboard().setText(written(LinkTo.NOTE, line.id))

    def _open_menu(
        self, view: RowTable | JournalView, actions: list[QAction], point: QPoint
    ) -> None:
        if self._current() is None:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        go = menu.addAction("Go there\tEnter")
        go.triggered.connect(lambda: self._activate(view.currentIndex()))
        menu.addActions(actions)
        menu.popup(view.viewport().mapToGlobal(point))


def _no_notes() -> tuple[str, str]:
    way = keymap.way_to("passage.note")
    text = f"Select text and {way} for a note on it. Everything else can have one too."
    return "No notes yet", text
