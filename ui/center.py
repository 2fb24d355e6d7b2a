"""The tabs in the middle: readers, comparisons, tables, the list of all documents."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from ui.compare.panel import ComparePanel
from ui.library.controller import LibraryController
from ui.library.panel import LibraryPanel
from ui.library.table import LibraryTable
from ui.notices import Notices
from ui.parts import focus_into
from ui.project_signals import ProjectSignals
from ui.reader.controller import ReaderController
from ui.reader.panel import ReaderPanel
from ui.reader.recent import RecentTags
from ui.tables.controller import TableController
from ui.tables.panel import TablePanel
from ui.widgets.empty_state import EmptyState
from ui.widgets.ground import lay_on_surface
from ui.widgets.tag_picker import TagPicker
from workbench.model.changes import Changes
from workbench.model.ids import DocumentId, TableId
from workbench.model.search import Hit
from workbench.model.spans import Span
from workbench.project import Project

TITLE_LENGTH = 32
NOTHING_OPEN = ("Nothing open", "Choose a document at the left to read it.")
NOTHING_TO_READ = ("Nothing to read yet", "What you import is read and tagged here.")

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


class Center(QWidget):
    """Opens each document and table once, and closes what is gone."""

    passage_selected = Signal(object)  # PassageId or None
    passage_activated = Signal(int)
    note_requested = Signal(object)  # NoteTarget
    cite_requested = Signal(int, object)  # passage, global QPoint
    table_edited = Signal(int, int)  # row and column of the current cell
    document_shown = Signal(int)
    search_requested = Signal()

    def __init__(
        self, project: Project, signals: ProjectSignals, notices: Notices
    ) -> None:
        super().__init__()
        self._project = project
        self._signals = signals
        self._notices = notices
        self._hits: Sequence[Hit] = ()
        self._document_of: dict[ReaderPanel, DocumentId] = {}
        self._tag_picker = TagPicker(self)
        self._recent_tags = RecentTags()
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setTabsClosable(True)
        self.tabs.setMovable(True)
        self.tabs.tabBar().setAccessibleName("What is open")
        self.tabs.tabCloseRequested.connect(self.close_tab)
        self.tabs.currentChanged.connect(self._tell_passage)
        self.empty = EmptyState(*NOTHING_OPEN)
        lay_on_surface(self.empty)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.tabs)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)
        signals.changed.connect(self._refresh)
        self._say_what_is_missing()

    def open_document(self, document_id: int) -> ReaderPanel:
        """Show a document; one that is open already only comes to the front."""
        for reader in self.readers():
            if self._document_of[reader] == document_id and self._is_tab(reader):
                self._bring_to_front(reader)
                return reader
        reader = self._make_reader(document_id)
        title = self._project.documents.get(DocumentId(document_id)).title
        self._add_tab(reader, title)
        return reader

    def go_to(self, document_id: int, span: Span) -> None:
        """Show a place in the middle of its document's reader."""
        reader = self.open_document(document_id)
        reader.go_to(span)
        reader.setFocus()

    def open_compare(self, left: int, right: int) -> ComparePanel:
        """Show two documents side by side."""
        panel = ComparePanel(
            self._make_reader, self._project.documents.all(), left, right
        )
        self._add_tab(panel, "Compare")
        return panel

    def open_table(self, table_id: int) -> TablePanel:
        """Show a comparison table."""
        for panel in self._tabs_of(TablePanel):
            if panel.table.id == table_id:
                self._bring_to_front(panel)
                return panel
        panel = TablePanel(self._project.tables.get(TableId(table_id)))
        controller = TableController(self._project, self._signals, panel, self._notices)
        controller.removed.connect(lambda: self._close(panel))
        panel.passage_activated.connect(self.passage_activated)
        panel.title_changed.connect(lambda title: self._name_tab(panel, title))
        self._add_tab(panel, panel.table.name)
        return panel

    def open_documents(
        self, library: LibraryPanel, controller: LibraryController
    ) -> LibraryTable:
        """Show all documents as a table."""
        for table in self._tabs_of(LibraryTable):
            self._bring_to_front(table)
            return table
        table = LibraryTable(library.model)
        controller.serve(table)
        table.document_activated.connect(self.open_document)
        table.note_requested.connect(self.note_requested)
        table.compare_requested.connect(library.compare_requested)
        table.import_requested.connect(library.import_requested)
        self._add_tab(table, "All documents")
        return table

    def readers(self) -> list[ReaderPanel]:
        """Return every reader, also those inside a comparison."""
        return list(self._document_of)

    def open_document_ids(self) -> list[int]:
        """Return the documents that have a tab, in the order of the tabs."""
        return [self._document_of[it] for it in self._tabs_of(ReaderPanel)]

    def current_reader(self) -> ReaderPanel | None:
        """Return the reader that has the focus, or the first of the current tab."""
        current = self.tabs.currentWidget()
        readers = _readers_in(current) if current else []
        focused = [it for it in readers if it.isAncestorOf(self.focusWidget() or it)]
        return next(iter(focused or readers), None)

    def current_table(self) -> TablePanel | None:
        """Return the comparison table in front."""
        current = self.tabs.currentWidget()
        return current if isinstance(current, TablePanel) else None

    def show_hits(self, hits: Sequence[Hit]) -> None:
        """Mark the hits of the last search in every reader."""
        self._hits = hits
        for reader in self.readers():
            self._mark_hits(reader)

    def document_of(self, reader: ReaderPanel) -> DocumentId:
        """Return the document that a reader shows."""
        return self._document_of[reader]

    def finish_editing(self) -> None:
        """Save the cells that are being typed."""
        for panel in self._tabs_of(TablePanel):
            panel.view.finish_editing()

    def close_tab(self, number: int) -> None:
        """Close a tab; what was done in it is saved already."""
        widget = self.tabs.widget(number)
        if widget is None:
            return
        if isinstance(widget, TablePanel):
            widget.view.finish_editing()
        self.tabs.removeTab(number)
        widget.deleteLater()
        self._choose_page()

    def step_tab(self, by: int) -> None:
        """Bring the next tab to the front, after the last the first."""
        count = self.tabs.count()
        if count:
            number = (self.tabs.currentIndex() + by) % count
            self._bring_to_front(self.tabs.widget(number))

    def _close(self, panel: QWidget) -> None:
        if self._is_tab(panel):
            self.close_tab(self.tabs.indexOf(panel))

    def _make_reader(self, document_id: int) -> ReaderPanel:
        panel = ReaderPanel()
        self._document_of[panel] = DocumentId(document_id)
        ReaderController(
            self._project, self._signals, panel, self._notices,
            DocumentId(document_id), self._tag_picker, recent=self._recent_tags,
        )  # fmt: skip
        panel.passage_selected.connect(self.passage_selected)
        panel.note_requested.connect(self.note_requested)
        panel.cite_requested.connect(
            lambda passage_id: self.cite_requested.emit(
                passage_id, panel.pane.point_of(panel.pane.selected_passage_span)
            )
        )
        panel.search_requested.connect(self.search_requested)
        panel.destroyed.connect(lambda: self._document_of.pop(panel, None))
        self._mark_hits(panel)
        return panel

    def _mark_hits(self, reader: ReaderPanel) -> None:
        document_id = self._document_of[reader]
        reader.show_hits(
            [
                match
                for hit in self._hits
                if hit.document_id == document_id
                for match in hit.matches
            ]
        )

    def _tabs_of(self, kind: type[AnyWidget]) -> list[AnyWidget]:
        widgets = (self.tabs.widget(number) for number in range(self.tabs.count()))
        return [widget for widget in widgets if isinstance(widget, kind)]

    def _is_tab(self, widget: QWidget) -> bool:
        return self.tabs.indexOf(widget) >= 0

    def _add_tab(self, widget: QWidget, title: str) -> None:
        self.tabs.addTab(widget, "")
        self._name_tab(widget, title)
        self._choose_page()
        self._bring_to_front(widget, is_new=True)

    def _bring_to_front(self, widget: QWidget | None, *, is_new: bool = False) -> None:
        """Show a tab and put the focus into it: what was asked for is read next."""
        if widget is not None:
            self.tabs.setCurrentWidget(widget)
            focus_into(widget, is_new=is_new)

    def _name_tab(self, widget: QWidget, title: str) -> None:
        number = self.tabs.indexOf(widget)
        short = title if len(title) <= TITLE_LENGTH else f"{title[: TITLE_LENGTH - 1]}…"
        # An ampersand in a tab's text would become a shortcut.
        self.tabs.setTabText(number, short.replace("&", "&&"))
        self.tabs.setTabToolTip(number, title.replace("<", "&lt;"))

    def _choose_page(self) -> None:
        self._pages.setCurrentWidget(self.tabs if self.tabs.count() else self.empty)

    def _tell_passage(self) -> None:
        reader = self.current_reader()
        if reader is not None:
            self.passage_selected.emit(reader.selected_passage)
            self.document_shown.emit(self._document_of[reader])

    def _refresh(self, changes: Changes) -> None:
        ids = changes.ids.get("documents", frozenset())
        if not ids:
            return
        there = {it.id: it for it in self._project.documents.some(ids)}
        gone = ids - there.keys()
        for panel in self._tabs_of(ComparePanel):
            if gone & set(panel.document_ids):
                self._close(panel)
            else:
                panel.set_documents(self._project.documents.all())
        for reader in self._tabs_of(ReaderPanel):
            document = there.get(self._document_of[reader])
            if document is not None:
                self._name_tab(reader, document.title)
            elif self._document_of[reader] in gone:
                self._close(reader)
        self._say_what_is_missing()

    def _say_what_is_missing(self) -> None:
        has_documents = self._project.documents.count() > 0
        self.empty.set_content(*(NOTHING_OPEN if has_documents else NOTHING_TO_READ))


def _readers_in(widget: QWidget) -> list[ReaderPanel]:
    if isinstance(widget, ReaderPanel):
        return [widget]
    return widget.findChildren(ReaderPanel)
