"""What is open in the middle of the window, and in the windows beside it.

Tabs hold readers, comparisons, tables and the list of all documents.
"""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.alias_tabs import AliasTabs
from ui.batch_tabs import BatchTabs
from ui.common import Common
from ui.compare.panel import ComparePanel
from ui.compare_tabs import CompareTabs
from ui.hit_marks import HitMarks
from ui.library.controller import LibraryController
from ui.library.panel import LibraryPanel
from ui.library.table import LibraryTable
from ui.matrix_tabs import MatrixTabs
from ui.page_views import PageViews
from ui.places.place import Place, Tab, TabKind
from ui.places.travel import Travel
from ui.reader.panel import ReaderPanel
from ui.readers import Readers
from ui.reuse_tabs import ReuseTabs
from ui.splitting import Splitting
from ui.strips import Strips
from ui.tab_group import TabGroup
from ui.table_tabs import TableTabs
from ui.tables.panel import TablePanel
from ui.version_tabs import VersionTabs
from ui.whereabouts import come_back, place_in
from ui.widgets.empty_state import EmptyState
from ui.widgets.ground import lay_on_surface
from workbench.model.changes import Changes
from workbench.model.ids import DocumentId, TableId
from workbench.model.spans import Span

NOTHING_OPEN = ("Nothing open", "Choose a document at the left to read it.")
NOTHING_TO_READ = ("Nothing to read yet", "What you import is read and tagged here.")


class Center(QWidget):
    """Opens documents and tables, and closes what is gone.

    What is opened comes into the strip of tabs that was used last.
    """

    passage_selected = Signal(object)  # PassageId or None
    passage_activated = Signal(int)
    note_requested = Signal(object)  # NoteTarget
    cite_requested = Signal(object, object)  # list[Source], global QPoint
    cite_opposed_requested = Signal(object, object)  # the same, one against the other
    document_shown = Signal(int)
    search_requested = Signal()
    library_requested = Signal()

    def __init__(self, common: Common) -> None:
        super().__init__()
        self._project = common.project
        self._signals = common.signals
        self._notices = common.notices
        self.readers = Readers(common, self)
        self.hit_marks = HitMarks(common, self.readers)
        self.page_views = PageViews(common, self.readers, self)
        self.travel = Travel(self._here, self._show_place, self._is_there, self)
        self.empty = EmptyState(*NOTHING_OPEN)
        lay_on_surface(self.empty)
        self.strips = Strips(common.project.name, common.notices, self.empty)
        self.versions = VersionTabs(common, self.strips, self.readers, self.travel)
        self.tables = TableTabs(common, self.strips, self.travel)
        self.aliases = AliasTabs(common, self.strips, self.readers, self.travel)
        self.batches = BatchTabs(common, self.strips, self.travel)
        self.comparisons = CompareTabs(common, self.strips, self.readers, self.travel)
        self.reuse = ReuseTabs(common, self.strips, self.travel)
        self.matrices = MatrixTabs(common, self.strips, self.travel)
        self._single: dict[TabKind, AliasTabs | BatchTabs | ReuseTabs] = {
            TabKind.ALIASES: self.aliases, TabKind.BATCH: self.batches,
            TabKind.REUSE: self.reuse,
        }  # fmt: skip
        self.splitting = Splitting(
            self.strips, self.readers, self.travel, common.notices, self.add_reader
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.strips)
        self._connect()
        self._say_what_is_missing()

    @property
    def tabs(self) -> TabGroup:
        """The strip of tabs in front."""
        return self.strips.front

    # Opening

    def open_document(self, document_id: int) -> ReaderPanel:
        """Show a document; one that is open already only comes to the front."""
        with self.travel.jump():
            reader = self._reader_of(document_id)
            if reader is None:
                return self.add_reader(document_id)
            self.strips.bring_to_front(reader)
            return reader

    def add_reader(self, document_id: int) -> ReaderPanel:
        """Open a document in the strip in front, also if it is open elsewhere."""
        with self.travel.jump():
            reader = self.readers.make(document_id)
            document = self._project.documents.get(DocumentId(document_id))
            self.strips.add(reader, document.title)
            return reader

    def go_to(self, document_id: int, span: Span) -> None:
        """Show a place in the middle of its document's reader."""
        with self.travel.jump():
            reader = self.open_document(document_id)
            reader.go_to(span)
            reader.setFocus()

    def go_to_hit(self, document_id: int, span: Span) -> None:
        """Show a hit of a search; going on from hit to hit is one jump."""
        with self.travel.excursion():
            beside = self._reader_beside(document_id)
            reader = beside or self.open_document(document_id)
            reader.stand_on_hit(span)
            reader.setFocus()

    def open_compare(self, *ids: int) -> ComparePanel:
        """Show two to four documents side by side; one twice shows its twins."""
        return self.comparisons.open(*ids)

    def open_table(self, table_id: int) -> TablePanel:
        """Show a comparison table."""
        return self.tables.open_table(table_id)

    def open_documents(
        self, library: LibraryPanel, controller: LibraryController
    ) -> LibraryTable:
        """Show all documents as a table."""
        with self.travel.jump():
            for table in self.strips.of_kind(LibraryTable):
                self.strips.bring_to_front(table)
                return table
            table = LibraryTable(library.model)
            controller.serve(table)
            table.document_activated.connect(self.open_document)
            table.note_requested.connect(self.note_requested)
            table.compare_requested.connect(library.compare_requested)
            table.replace_requested.connect(library.replace_requested)
            table.why_requested.connect(library.why_requested)
            table.case_requested.connect(library.case_requested)
            table.import_requested.connect(library.import_requested)
            self.strips.add(table, "All documents")
            return table

    def show_tab(self, tab: Tab) -> None:
        """Show what a tab is named after, whether it is open or not."""
        match tab.kind:
            case TabKind.DOCUMENT:
                self.open_document(*tab.ids)
            case TabKind.COMPARISON | TabKind.COMPARED_VERSIONS:
                self.comparisons.show_tab(tab)
            case TabKind.TABLE:
                self.open_table(*tab.ids)
            case TabKind.LIBRARY:
                self.library_requested.emit()
            case TabKind.MATRIX:
                self.matrices.open(*tab.ids)
            case TabKind.ALIASES | TabKind.BATCH | TabKind.REUSE:
                self._single[tab.kind].open()
            case _:
                self.versions.show_tab(tab)

    def split(self) -> None:
        """Show what is read in the other half too; tables and comparisons move there.

        A document is open in both halves then, each with a place of its own.
        """
        self.splitting.split()

    def open_window(self) -> None:
        """Show what is read in a window of its own; tables and comparisons move."""
        self.splitting.open_window()

    # What is open

    def parts(self) -> list[QWidget]:
        """Return what the keyboard goes through here: both halves, or all of it."""
        halves = self.strips.halves.groups()
        return [*halves] if len(halves) > 1 else [self]

    def current_reader(self) -> ReaderPanel | None:
        """Return the reader that has the focus, or the first of the current tab."""
        current = self.tabs.currentWidget()
        readers = _readers_in(current) if current else []
        focused = current.focusWidget() if current else None
        inside = [it for it in readers if focused and it.isAncestorOf(focused)]
        return next(iter(inside or readers), None)

    def show_only_tag(self, tag_id: int) -> None:
        """Let all other passages of the document being read step back."""
        reader = self.current_reader()
        if reader is None:
            self._notices.problem("Open a document first; then its tags can be shown.")
        else:
            reader.show_only_tag(tag_id)

    def current_table(self) -> TablePanel | None:
        """Return the comparison table in front."""
        current = self.tabs.currentWidget()
        return current if isinstance(current, TablePanel) else None

    def current_table_id(self) -> TableId | None:
        """Return which comparison table is in front, if one is."""
        panel = self.current_table()
        return None if panel is None else panel.table.id

    def document_of(self, reader: ReaderPanel) -> DocumentId:
        """Return the document that a reader shows."""
        return self.readers.document_of(reader)

    def tab_of(self, widget: QWidget) -> Tab:
        """Name a tab by what it shows."""
        if isinstance(widget, ReaderPanel):
            return Tab(TabKind.DOCUMENT, (self.document_of(widget),))
        own = (
            self.comparisons, self.tables, self.versions, self.aliases, self.batches,
            self.reuse, self.matrices,
        )  # fmt: skip
        for tabs in own:
            if (tab := tabs.tab_of(widget)) is not None:
                return tab
        return Tab(TabKind.LIBRARY)

    def has(self, tab: Tab) -> bool:
        """Tell whether the project has what a tab shows."""
        if tab.kind is TabKind.TABLE:
            return self.tables.has(tab)
        if tab.kind is TabKind.MATRIX:
            return self.matrices.has(tab)
        if tab.kind in {TabKind.REVIEW, TabKind.VERSION}:
            return self.versions.has(tab)
        if tab.kind in {TabKind.COMPARISON, TabKind.COMPARED_VERSIONS}:
            return self.comparisons.has(tab)
        return self._project.documents.are_there(tab.ids)

    def finish(self) -> None:
        """Save what is being typed and close the other windows, before the project."""
        self.tables.finish_editing()
        self.strips.finish()
        # Nobody may ask any more whether a place is still there.
        self.travel.blockSignals(True)

    def close_tab(self, number: int) -> None:
        """Close a tab of the strip in front."""
        self.tabs.close_tab(number)

    def step_tab(self, by: int) -> None:
        """Bring the next tab to the front, after the last the first."""
        self.tabs.step(by)

    # Places

    def _here(self) -> Place | None:
        if not self.tabs.count():
            return None
        shown = self.tabs.currentWidget()
        return place_in(shown, self.tab_of(shown))

    def _show_place(self, place: Place) -> None:
        self.show_tab(place.tab)
        come_back(self.tabs.currentWidget(), place)

    def _is_there(self, place: Place) -> bool:
        return self.has(place.tab)

    # Inside

    def _connect(self) -> None:
        readers, strips = self.readers, self.strips
        readers.passage_selected.connect(self.passage_selected)
        readers.note_requested.connect(self.note_requested)
        readers.cite_requested.connect(self.cite_requested)
        readers.search_requested.connect(self.search_requested)
        readers.leaving.connect(self.travel.leave)
        readers.versions_requested.connect(self.versions.ask_which)
        readers.cell_wanted.connect(self._return_to_cell)
        self.tables.passage_activated.connect(self.passage_activated)
        self.tables.place_activated.connect(
            lambda it: self.go_to(it.document_id, it.span)
        )
        self.tables.note_requested.connect(self.note_requested)
        self.comparisons.cite_requested.connect(self.cite_requested)
        self.comparisons.cite_opposed_requested.connect(self.cite_opposed_requested)
        self.reuse.pair_chosen.connect(self.open_compare)
        self.reuse.document_chosen.connect(self.open_document)
        self.versions.current_requested.connect(self.open_document)
        self.versions.beside_requested.connect(self.comparisons.open_versions)
        self.versions.passage_shown.connect(self.passage_selected)
        strips.front_changed.connect(self._tell_passage)
        strips.front_changed.connect(self.travel.changed)
        strips.closing.connect(lambda it: readers.keep_positions(_readers_in(it)))
        self._signals.changed.connect(self._refresh)

    def _reader_of(self, document_id: int) -> ReaderPanel | None:
        """Return the reader to show a document in: at best one in view, and near."""
        open_in = [
            it
            for it in self.strips.of_kind(ReaderPanel)
            if self.document_of(it) == document_id
        ]
        if not open_in or open_in[0] in self.tabs.widgets():
            return next(iter(open_in), None)
        return next((it for it in open_in if it.isVisible()), open_in[0])

    def _reader_beside(self, document_id: int) -> ReaderPanel | None:
        """Return the document's reader in the comparison in front, if it is there."""
        shown = self.tabs.currentWidget()
        if not isinstance(shown, ComparePanel):
            return None
        readers = (self.current_reader(), *_readers_in(shown))
        return next(
            (it for it in readers if it and self.document_of(it) == document_id), None
        )

    def _return_to_cell(self) -> None:
        """Return to the cell whose evidence was opened; without one, just back."""
        if not self.tables.return_to_cell():
            self.travel.back()

    def _tell_passage(self) -> None:
        reader = self.current_reader()
        if reader is not None:
            self.passage_selected.emit(reader.selected_passage)
            self.document_shown.emit(self.document_of(reader))

    def _refresh(self, changes: Changes) -> None:
        if changes.touches("documents", "comparison_tables"):
            self.travel.changed.emit()
        ids = changes.ids.get("documents", frozenset())
        if not ids:
            return
        # Only of those that are open: an import tells of a thousand at a time.
        readers = [
            it for it in self.strips.of_kind(ReaderPanel) if self.document_of(it) in ids
        ]
        shown = {self.document_of(it) for it in readers}
        there = {it.id: it for it in self._project.documents.some(shown)}
        for reader in readers:
            document = there.get(self.document_of(reader))
            if document is not None:
                self.strips.name_tab(reader, document.title)
            else:
                self.strips.close_tab(reader)
        self._say_what_is_missing()

    def _say_what_is_missing(self) -> None:
        has_documents = self._project.documents.count() > 0
        self.empty.set_content(*(NOTHING_OPEN if has_documents else NOTHING_TO_READ))


def _readers_in(widget: QWidget) -> list[ReaderPanel]:
    if isinstance(widget, ReaderPanel):
        return [widget]
    return widget.findChildren(ReaderPanel)
