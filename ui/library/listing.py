"""What the list and the table of documents have in common: filter, keys, menu."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from typing_extensions import override

from ui.library.model import LibraryFilter, LibraryModel
from ui.widgets.empty_state import EmptyState
from ui.widgets.indexes import AnyIndex
from ui.widgets.keys import ENTER_KEYS, FilterKeys
from ui.widgets.section_header import SectionHeader
from workbench.model.documents import Document
from workbench.model.notes import NoteOn, NoteTarget


class DocumentListing(QWidget):
    """Documents under a filter field, in whatever view is given.

    Keys: Enter opens, Del removes, Down leaves the filter for the documents, Esc
    clears the filter.
    """

    document_activated = Signal(int)
    compare_requested = Signal(int)
    note_requested = Signal(object)  # NoteTarget
    remove_requested = Signal(object)  # list[int]
    import_requested = Signal()

    def __init__(
        self,
        title: str,
        model: LibraryModel,
        view: QAbstractItemView,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.view = view
        self.filtered = LibraryFilter(model, self)
        self.header = SectionHeader(title)
        self.filter_field = QLineEdit()
        self.clear_button = QToolButton()
        self.empty = EmptyState(
            "No documents yet",
            "Import text, Markdown or HTML files, or drop them on the window.",
            "Import files…",
        )
        self.nothing_found = EmptyState(
            "No document matches",
            "Titles, names, sources and dates are looked through.",
            "Clear the filter",
        )
        self._pages = QStackedWidget()
        self._model = model
        self._place: tuple[Sequence[int], int] = ((), 0)
        self._prepare_filter()
        self._prepare_view()
        self._lay_out()
        self._connect()
        self._tell_count()

    def documents_selected(self) -> list[Document]:
        """Return the selected documents, in the order they are shown."""
        rows = {index.row() for index in self.view.selectedIndexes()}
        return [
            self.filtered.document_at(self.filtered.index(row, 0))
            for row in sorted(rows)
        ]

    def select(self, document_ids: Sequence[int]) -> None:
        """Select these documents, as far as the filter shows them."""
        selection = self.view.selectionModel()
        selection.clearSelection()
        flags = QItemSelectionModel.SelectionFlag
        for document_id in document_ids:
            row = self._model.row_of(document_id)
            index = self.filtered.mapFromSource(self._model.index(row, 0))
            if index.isValid():
                selection.select(index, flags.Select | flags.Rows)
                selection.setCurrentIndex(index, flags.NoUpdate)

    def _prepare_filter(self) -> None:
        self.filter_field.setPlaceholderText("Filter by title, source or date")
        self.filter_field.setAccessibleName("Filter documents")
        FilterKeys(self.filter_field, self.view)
        self.clear_button.setText("Clear")
        self.clear_button.setToolTip("Show all documents (Esc)")
        self.clear_button.setAccessibleName("Clear the filter")
        self.clear_button.setAutoRaise(True)
        self.clear_button.hide()

    def _prepare_view(self) -> None:
        view = self.view
        view.setModel(self.filtered)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.setAccessibleName("Documents")
        view.setFrameShape(QAbstractItemView.Shape.NoFrame)
        view.installEventFilter(self)

    def _lay_out(self) -> None:
        field_row = QHBoxLayout()
        field_row.setContentsMargins(14, 0, 14, 8)
        field_row.addWidget(self.filter_field)
        field_row.addWidget(self.clear_button)
        for page in (self.view, self.empty, self.nothing_found):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(field_row)
        column.addWidget(self._pages, 1)

    def _connect(self) -> None:
        self.filter_field.textChanged.connect(self._filter)
        self.clear_button.clicked.connect(self.filter_field.clear)
        self.nothing_found.activated.connect(self.filter_field.clear)
        self.empty.activated.connect(self.import_requested)
        self.view.customContextMenuRequested.connect(self._open_menu)
        self._model.modelAboutToBeReset.connect(self._remember_place)
        self.filtered.modelReset.connect(self._return_to_place)
        self.filtered.rowsInserted.connect(self._tell_count)
        self.filtered.rowsRemoved.connect(self._tell_count)

    def _remember_place(self) -> None:
        chosen = [one.id for one in self.documents_selected()]
        self._place = (chosen, self.view.verticalScrollBar().value())

    def _return_to_place(self) -> None:
        self._tell_count()
        chosen, scrolled = self._place
        self.select(chosen)
        self.view.verticalScrollBar().setValue(scrolled)

    def _filter(self, text: str) -> None:
        self.filtered.set_words(text)
        self._tell_count()

    def _tell_count(self) -> None:
        shown, total = self.filtered.rowCount(), self._model.rowCount()
        is_filtered = bool(self.filter_field.text().strip())
        noun = "document" if total == 1 else "documents"
        fact = f"{shown:,} of {total:,} {noun}" if is_filtered else f"{total:,} {noun}"
        self.header.set_fact(fact if total else "")
        self.filter_field.setVisible(total > 0)
        self.clear_button.setVisible(is_filtered)
        self._pages.setCurrentWidget(
            self.view if shown else self.nothing_found if total else self.empty
        )

    def activate(self, index: AnyIndex) -> None:
        """Ask for the document of this index to be opened."""
        if index.isValid():
            self.document_activated.emit(self.filtered.document_at(index).id)

    def request_removal(self) -> None:
        """Ask for the selected documents to be removed."""
        if chosen := self.documents_selected():
            self.remove_requested.emit([one.id for one in chosen])

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        is_press = event.type() == QEvent.Type.KeyPress
        if isinstance(event, QKeyEvent) and is_press and self._view_key(event):
            return True
        return super().eventFilter(watched, event)

    def _view_key(self, event: QKeyEvent) -> bool:
        if self.view.state() == QAbstractItemView.State.EditingState:
            return False
        if event.key() in ENTER_KEYS:
            self.activate(self.view.currentIndex())
            return True
        if event.key() == Qt.Key.Key_Delete:
            self.request_removal()
            return True
        return False

    def _open_menu(self, at: QPoint) -> None:
        if menu := self.menu_for_selection():
            menu.popup(self.view.viewport().mapToGlobal(at))

    def menu_for_selection(self) -> QMenu | None:
        """Return the menu of what can be done with the selected documents."""
        chosen = self.documents_selected()
        if not chosen:
            return None
        first = chosen[0].id
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        target = NoteTarget(NoteOn.DOCUMENT, first)
        removal = f"Remove {len(chosen)} documents" if len(chosen) > 1 else "Remove"
        _add(menu, "Open", "Return", lambda: self.document_activated.emit(first))
        _add(menu, "Open beside", "", lambda: self.compare_requested.emit(first))
        _add(menu, "Note on document", "", lambda: self.note_requested.emit(target))
        menu.addSeparator()
        _add(menu, removal, "Del", self.request_removal)
        return menu


def _add(menu: QMenu, text: str, key: str, act: object) -> None:
    action = QAction(text, menu)
    action.setShortcut(QKeySequence(key))
    action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    action.triggered.connect(act)
    menu.addAction(action)
