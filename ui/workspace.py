"""One open project on screen: its panels, and the ways between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget

from ui.case_ways import CaseWays
from ui.center import Center
from ui.checking import Checking
from ui.citing_ways import CitingWays
from ui.common import Common
from ui.describing import Describing
from ui.exchange.controller import ImportController
from ui.exchange.export_controller import ExportController
from ui.exchange.export_form import ExportForm
from ui.first_look import first_look
from ui.folders.controller import FolderController
from ui.going import Going
from ui.header import Header
from ui.jobs import JobRunner
from ui.keymap import keymap
from ui.library.controller import LibraryController
from ui.library.panel import LibraryPanel
from ui.lists import Lists
from ui.new_tables import NewTables
from ui.notes.link_picker import LinkPicker
from ui.notes.linking import LinkController
from ui.notices import Notices
from ui.parts import focus_into
from ui.passage.controller import PassageController
from ui.passage.panel import PassagePanel
from ui.project_signals import ProjectSignals
from ui.references.controller import ReferencesController
from ui.revising import Revising
from ui.room import Room
from ui.search.panel import counts_line
from ui.status import counts_of
from ui.tables.citing.controller import CitingController
from ui.tables.citing.picker import CitePicker
from ui.tags.controller import TagsController
from ui.tags.files import TagFiles
from ui.tags.panel import TagsPanel
from ui.turning import Turner
from ui.wayfinding import Wayfinding
from workbench.errors import WorkbenchError
from workbench.model.imports import ImportOutcome, ImportStatus
from workbench.model.search import Answer
from workbench.project import Project

LEFT, RIGHT = 280, 290


class Workspace(QWidget):
    """Builds the panels of a project and carries what they ask to each other."""

    counts_changed = Signal(str)

    def __init__(self, project: Project, notices: Notices, runner: JobRunner) -> None:
        super().__init__()
        self.project = project
        self.signals = ProjectSignals(project, self)
        self._notices = notices
        self._runner = runner
        self.header = Header(project.name)
        self.library = LibraryPanel()
        self.tags = TagsPanel()
        common = Common(project, self.signals, notices, runner)
        self.center = Center(common)
        self.passage = PassagePanel()
        self.describing = Describing(common, self.library.model, self)
        self.turner = Turner(project, notices, runner, self)
        self.bottom = Lists(
            common, self.header.search_field, self.describing.cases, self.turner
        )
        self.results, self.passages = self.bottom.results, self.bottom.passages
        self.notes = self.bottom.notes
        self.going = Going(common, self.center, self.passage, self.bottom)
        self.checking = Checking(common, self.center)
        self.ways = Wayfinding(common, self.center, self.header)
        self._first_look = QTimer(self, singleShot=True, interval=0)
        self.cite_picker = CitePicker(self)
        self.new_tables = NewTables(common, self.center, self.library, self)
        self.revising = Revising(common, self.center, self.header, self.library)
        self.references = ReferencesController(common, self)
        self._build_controllers()
        CitingWays(common, self.citing, self.center).join(self.bottom, self.passage)
        CaseWays(common, self.center, self.going).join(
            self.describing, self.bottom, self.library, self.passage
        )
        self._lay_out()
        self.room = Room([self.left, self.passage, self.bottom])
        self._connect_lists()
        self._connect_passage()
        self._connect_center()
        self._connect_header()
        self.signals.changed.connect(self._show_counts)

    def compare(self, chosen: Sequence[int] = ()) -> None:
        """Show documents side by side: these, or those selected in the library.

        A single one stands beside what is being read.
        """
        ids = [it.id for it in self.project.documents.all()]
        if len(ids) < 2:
            self._notices.problem("Import a second document to compare with.")
            return
        chosen = chosen or [it.id for it in self.library.documents_selected()]
        if len(chosen) < 2:
            reader = self.center.current_reader()
            left = self.center.document_of(reader) if reader else ids[0]
            chosen = [left, next(it for it in [*chosen, *ids] if it != left)]
        with self._notices.guard():
            self.center.open_compare(*chosen)

    def open_documents(self) -> None:
        """Show all documents as a table."""
        self.center.open_documents(self.library, self.library_controller)

    def start_search(self) -> None:
        """Go to the search field, from whichever window."""
        self.window().activateWindow()
        self.header.search_field.start_typing()

    def explain_document(self, document_id: int | None = None) -> None:
        """Say why the search finds a document: the one chosen or read, or this."""
        if document_id is None:
            document_id = self._document_in_question()
        if document_id is None:
            raise WorkbenchError("Choose or read a document; then it can be said why.")
        self.bottom.setCurrentWidget(self.results)
        self.bottom.explaining.explain(document_id)

    def _document_in_question(self) -> int | None:
        focused = QApplication.focusWidget()
        if focused is not None and self.results.isAncestorOf(focused):
            return self.results.acts.current_document()
        if focused is not None and self.library.isAncestorOf(focused):
            return next((it.id for it in self.library.documents_selected()), None)
        reader = self.center.current_reader()
        return self.center.document_of(reader) if reader else None

    def ask_for_table(self) -> None:
        """Ask for the name of a new comparison table."""
        self.new_tables.ask_below(self.header.table_button)

    def focus_reading(self) -> None:
        """Give the focus to what is being read, or else to the library."""
        current = self.center.tabs.currentWidget()
        if not self.center.tabs.count() or not focus_into(current):
            focus_into(self.library)

    def return_to_text(self) -> None:
        """Give the focus back to what is read; once there, select nothing any more.

        From a hit of a search it leads back to where reading was.
        """
        reader = self.center.current_reader()
        focused = QApplication.focusWidget()
        is_reading = (
            reader is not None and focused is not None and reader.isAncestorOf(focused)
        )
        if is_reading and reader is not None and reader.let_go():
            return
        if self.center.travel.come_home() or not is_reading:
            self.focus_reading()

    def close_current_tab(self) -> None:
        """Close the tab in front; the focus stays with what is read."""
        self.center.close_tab(self.center.tabs.currentIndex())
        self.focus_reading()

    def parts(self) -> list[QWidget]:
        """Return the parts of the window in the order the keyboard takes them."""
        return [
            self.header, self.library, self.tags, *self.center.parts(), self.passage,
            self.bottom, *(it.tabs for it in self.center.strips.windows()),
        ]  # fmt: skip

    def open_what_is_worth_seeing(self) -> None:
        """Open a table and, before it, the document with most passages."""
        table_id, document_id, passage_id = first_look(self.project)
        if table_id is not None:
            self.center.open_table(table_id)
        if document_id is None or passage_id is None:
            return
        self.center.open_document(document_id)
        # Once the window has its size: the middle is not known before.
        self._first_look.timeout.connect(lambda: self.going.to_passage(passage_id))
        self._first_look.start()

    def splitters(self) -> dict[str, QSplitter]:
        """Return the splitters, whose sizes are worth remembering."""
        cases = self.bottom.cases.splitter
        return {
            "left": self.left, "middle": self.middle, "whole": self.whole,
            "cases": cases,
        }  # fmt: skip

    def finish(self) -> None:
        """Save what is still being typed, and stop listening."""
        self._first_look.stop()
        self.center.finish()
        self.notes.editor.text_field.flush()
        self.passage.note_field.flush()
        self.signals.close()

    def _build_controllers(self) -> None:
        common = (self.project, self.signals)
        notices, runner = self._notices, self._runner
        self.library_controller = LibraryController(*common, self.library, notices)
        TagsController(*common, self.tags, notices)
        TagFiles(self.project, self.tags, notices, runner)
        PassageController(*common, self.passage, notices)
        on_case = self.describing.cases.description.note_field
        editors = self.notes.editor.text_field, self.passage.note_field, on_case
        self.links = LinkController(*common, notices, runner, LinkPicker(self), editors)
        self.imports = ImportController(*common, notices, runner, self)
        bring_in = self.imports.bring_in
        self.folders = FolderController(self.project, notices, runner, bring_in, self)
        self.exports = ExportController(*common, ExportForm(self), notices, runner)
        self.citing = CitingController(*common, self.cite_picker, notices)

    def _lay_out(self) -> None:
        self.left = _splitter(Qt.Orientation.Vertical, self.library, self.tags)
        self.middle = _splitter(
            Qt.Orientation.Horizontal, self.left, self.center, self.passage
        )
        self.whole = _splitter(Qt.Orientation.Vertical, self.middle, self.bottom)
        self.left.setSizes([3000, 2000])
        self.left.setStretchFactor(0, 3)
        self.left.setStretchFactor(1, 2)
        self.middle.setStretchFactor(1, 1)
        self.middle.setSizes([LEFT, 10_000, RIGHT])
        self.whole.setStretchFactor(0, 2)
        self.whole.setStretchFactor(1, 1)
        self.whole.setSizes([2000, 1000])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.whole, 1)

    def _connect_lists(self) -> None:
        self.bottom.wanted.connect(self.room.bring_back)
        self.library.document_activated.connect(self.center.open_document)
        self.library.compare_requested.connect(self.compare)
        self.library.why_requested.connect(self.explain_document)
        self.library.note_requested.connect(self.going.to_note)
        self.library.table_requested.connect(self.open_documents)
        self.library.view.selectionModel().selectionChanged.connect(
            lambda *_: self._choose_documents()
        )
        self.library.import_requested.connect(
            lambda: self.imports.import_files_dialog(self)
        )
        self.tags.tag_activated.connect(self.going.to_tag)
        self.tags.note_requested.connect(self.going.to_note)
        self.tags.only_tag_requested.connect(self.center.show_only_tag)
        self.results.place_activated.connect(self.going.to_place)
        self.bottom.concordance.place_activated.connect(self.going.to_place)
        quotes = self.bottom.quotes_controller
        quotes.place_activated.connect(self.going.to_place)
        quotes.compare_requested.connect(self.going.to_both)
        self.bottom.similar.place_activated.connect(self.going.to_place)
        self.bottom.similar.compare_requested.connect(self.going.to_both)
        self.passages.passage_activated.connect(self.going.to_passage)
        self.passages.note_requested.connect(self.going.to_note)
        self.passages.export_requested.connect(self.exports.export_passages)
        self.notes.note_activated.connect(self.going.to_target)
        self.notes.export_requested.connect(self.exports.export_notes)
        self.links.target_activated.connect(self.going.to_target)
        self.links.note_activated.connect(self.going.to_note)
        self.imports.document_activated.connect(self.center.open_document)
        self.imports.ended.connect(self._choose_imported)

    def _connect_passage(self) -> None:
        self.passage.note_activated.connect(self.going.to_note)
        self.passage.passage_activated.connect(self.going.to_passage)
        self.passage.depends.links.passage_chosen.connect(self.going.to_passage)
        self.passage.depends.links.both_chosen.connect(self.going.to_both)
        self.passage.elsewhere.both_chosen.connect(self.going.to_both)
        self.passage.tag_activated.connect(self.going.to_tag)
        self.passage.cell_activated.connect(self.going.to_cell)
        self.passage.tag_requested.connect(self._tag_shown_passage)

    def make_room(self) -> None:
        """Give what is read all the room, or bring back what is around it."""
        if self.room.is_made:
            self.room.bring_back()
            self._notices.done("Panels and lists are shown again")
            return
        self.room.make()
        self.focus_reading()
        way = keymap.way_to("view.room")
        self._notices.done(f"Only what is open is shown · {way} for the rest")

    def find_tag(self) -> None:
        """Go to the tags and type part of a name."""
        self.room.bring_back()
        self.tags.start_finding()

    def _connect_center(self) -> None:
        self.center.note_requested.connect(lambda _: self.room.bring_back())
        self.center.passage_selected.connect(self.passage.show_passage)
        self.center.document_shown.connect(lambda it: self.library.select([it]))
        self.center.document_shown.connect(self.tags.document_read)
        self.center.document_shown.connect(self.bottom.explaining.document_read)
        self.center.document_shown.connect(
            self.bottom.passages_controller.document_read
        )
        self.center.document_shown.connect(
            self.bottom.concordance_controller.document_read
        )
        self.center.document_shown.connect(self.bottom.quotes_controller.document_read)
        self.center.passage_activated.connect(self.going.to_passage)
        self.center.note_requested.connect(self.going.to_note)
        self.center.matrices.cell_chosen.connect(self.going.to_matrix_cell)
        self.center.search_requested.connect(self.start_search)
        self.center.readers.similar_requested.connect(self.bottom.find_similar)
        self.center.batches.query_chosen.connect(self.bottom.search_controller.run)
        self.center.batches.place_found.connect(self.going.to_place)
        self.center.aliases.search_requested.connect(
            lambda query: self.bottom.search_controller.run(query)
        )
        self.center.library_requested.connect(self.open_documents)
        self.cite_picker.table_requested.connect(self.ask_for_table)

    def _connect_header(self) -> None:
        searches = self.bottom.search_controller
        searches.answered.connect(self._show_answer)
        searches.shown_changed.connect(self._mark_hits)
        searches.stopped.connect(self._show_first_hits)
        self.results.walk.turned.connect(self._notices.done)
        self.results.walk.stood.connect(self._say_which_hit)
        self.results.document_activated.connect(self.center.open_document)
        self.header.search_field.left.connect(self.focus_reading)
        self.header.compare_button.clicked.connect(lambda: self.compare())
        self.header.export_button.clicked.connect(
            lambda: self.exports.open_form(self.center.current_table_id())
        )
        self.header.table_chosen.connect(self.center.open_table)
        self.header.table_requested.connect(self.ask_for_table)
        self.header.tables_wanted.connect(
            lambda: self.header.offer_tables(self.project.tables.all())
        )

    def _show_answer(self, answer: Answer) -> None:
        self.header.show_counts(counts_line(self.bottom.search_controller.listed))
        shown = self.bottom.currentWidget()
        if answer.query.strip() and shown is not self.bottom.concordance:
            self.bottom.setCurrentWidget(self.results)

    def _show_first_hits(self) -> None:
        self.header.show_counts(self.results.counts)
        self._mark_hits()

    def _mark_hits(self) -> None:
        shown = self.bottom.search_controller.shown
        self.center.hit_marks.show(shown.query, shown.options)

    def _say_which_hit(self, number: int) -> None:
        listed = self.bottom.search_controller.listed
        self.header.show_counts(f"Hit {number:,} of {listed.total:,}")

    def _choose_imported(self, outcomes: Sequence[ImportOutcome]) -> None:
        """Select the first new document, so that Enter opens it."""
        new = [
            it.document_id
            for it in outcomes
            if it.status is ImportStatus.IMPORTED and it.document_id is not None
        ]
        if new:
            self.library.select(new[:1])
            if not self.center.tabs.count():
                focus_into(self.library)

    def _choose_documents(self) -> None:
        chosen = [it.id for it in self.library.documents_selected()]
        self.bottom.concordance_controller.documents_chosen(chosen)

    def _tag_shown_passage(self, passage_id: int, _point: object) -> None:
        self.going.to_passage(passage_id)
        reader = self.center.current_reader()
        if reader is not None:
            reader.perform("passage.tag")

    def _show_counts(self) -> None:
        self.counts_changed.emit(counts_of(self.project))


def _splitter(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    for widget in widgets:
        splitter.addWidget(widget)
    splitter.setChildrenCollapsible(False)
    return splitter
