"""One open project on screen: its panels, and the ways between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QTabWidget, QVBoxLayout, QWidget

from ui.bin.controller import BinController
from ui.bin.panel import BinPanel
from ui.center import Center
from ui.common import Common
from ui.describing import Describing
from ui.exchange.controller import ImportController
from ui.exchange.export_controller import ExportController
from ui.exchange.export_form import ExportForm
from ui.header import Header
from ui.history.controller import HistoryController
from ui.history.panel import HistoryPanel
from ui.jobs import JobRunner
from ui.keymap import undo_hint
from ui.library.controller import LibraryController
from ui.library.panel import LibraryPanel
from ui.notes.controller import NotesController
from ui.notes.link_picker import LinkPicker
from ui.notes.linking import LinkController
from ui.notes.panel import NotesPanel
from ui.notices import Notices
from ui.parts import focus_into
from ui.passage.controller import PassageController
from ui.passage.panel import PassagePanel
from ui.passages.controller import PassagesController
from ui.passages.panel import PassagesPanel
from ui.project_signals import ProjectSignals
from ui.revising import Revising
from ui.search.controller import SearchController
from ui.search.panel import SearchPanel, counts_line
from ui.tables.cite_picker import CitePicker
from ui.tables.citing import CitingController
from ui.tables.forms import NewTableForm
from ui.tags.controller import TagsController
from ui.tags.files import TagFiles
from ui.tags.panel import TagsPanel
from ui.turning import Turner
from ui.wayfinding import Wayfinding
from ui.widgets.ground import lay_on_surface
from workbench.model.ids import ColumnId, PassageId, RowId
from workbench.model.imports import ImportOutcome, ImportStatus
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.search import Answer
from workbench.model.spans import Span
from workbench.operations.notes import cell_of
from workbench.operations.tables import create_table
from workbench.project import Project

LEFT, RIGHT, BOTTOM = 280, 290, 210
BOTTOM_LEAST = 120


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
        self.results = SearchPanel()
        self.passages = PassagesPanel()
        self.notes = NotesPanel()
        self.history = HistoryPanel()
        self.bin = BinPanel()
        self.describing = Describing(
            project, self.signals, self.library.model, notices, runner, self
        )
        self.turner = Turner(project, notices, runner, self)
        self._first_look = QTimer(self, singleShot=True, interval=0)
        self.cite_picker = CitePicker(self)
        self.new_table_form = NewTableForm(self)
        self.revising = Revising(common, self.center, self.header, self.library)
        self._build_controllers()
        self._lay_out()
        self._connect_lists()
        self._connect_center()
        self._connect_header()
        self.signals.changed.connect(self._show_counts)

    def go_to_passage(self, passage_id: int) -> None:
        """Show a passage selected, in the middle of its document."""
        with self._notices.guard():
            passage = self.project.passages.get(PassageId(passage_id))
            with self.center.travel.jump():
                reader = self.center.open_document(passage.document_id)
                reader.go_to_passage(passage.id)
                reader.setFocus()
            self.passage.show_passage(passage.id)

    def go_to_place(self, document_id: int, start: int, end: int) -> None:
        """Show a place that a search found."""
        with self._notices.guard():
            self.center.go_to(document_id, Span(start, end))

    def edit_note(self, target: NoteTarget) -> None:
        """Go to where the note on a thing is written."""
        if target.on is NoteOn.PASSAGE and target.id is not None:
            self.passage.show_passage(PassageId(target.id))
            self.passage.note_field.setFocus()
            self.window().activateWindow()
            return
        self.bottom.setCurrentWidget(self.notes)
        self.notes.edit(target)

    def go_to_target(self, target: NoteTarget) -> None:
        """Show what a note is on."""
        match target:
            case NoteTarget(NoteOn.PASSAGE, int(number)):
                self.go_to_passage(number)
            case NoteTarget(NoteOn.DOCUMENT, int(number)):
                self.center.open_document(number)
            case NoteTarget(NoteOn.TAG, int(number)):
                self.list_tag(number)
            case NoteTarget(NoteOn.CASE | NoteOn.CELL):
                with self._notices.guard():
                    self.open_cell(*cell_of(self.project, target))
            case _:
                self.edit_note(target)

    def list_tag(self, tag_id: int) -> None:
        """List the passages with a tag, or with one beneath it."""
        self.passage_lists.show_tag(tag_id)
        self.show_passages()

    def show_passages(self) -> None:
        """Go to the list of passages."""
        self.bottom.setCurrentWidget(self.passages)
        focus_into(self.passages)

    def compare(self, document_id: int | None = None) -> None:
        """Show two documents side by side: the one being read and another."""
        ids = [it.id for it in self.project.documents.all()]
        if len(ids) < 2:
            self._notices.problem("Import a second document to compare with.")
            return
        reader = self.center.current_reader()
        left = self.center.document_of(reader) if reader else ids[0]
        right = document_id
        if right is None or right == left:
            chosen = [it.id for it in self.library.documents_selected()]
            right = next((it for it in [*chosen, *ids] if it != left), ids[1])
        self.center.open_compare(left, right)

    def show_cases(self) -> None:
        """Go to the list of cases."""
        self.bottom.setCurrentWidget(self.describing.cases)
        focus_into(self.describing.cases)

    def open_documents(self) -> None:
        """Show all documents as a table."""
        self.center.open_documents(self.library, self.library_controller)

    def start_search(self) -> None:
        """Go to the search field, from whichever window."""
        self.window().activateWindow()
        self.header.search_field.start_typing()

    def ask_for_table(self) -> None:
        """Ask for the name of a new comparison table."""
        self.new_table_form.open_at(self.header.table_button.mapToGlobal(QPoint(0, 32)))

    def open_cell(self, table_id: int, row_id: int, column_id: int) -> None:
        """Show a cell of a comparison table."""
        with self._notices.guard(), self.center.travel.jump():
            panel = self.center.open_table(table_id)
            panel.select_cell(RowId(row_id), ColumnId(column_id))

    def focus_reading(self) -> None:
        """Give the focus to what is being read, or else to the library."""
        current = self.center.tabs.currentWidget()
        if not self.center.tabs.count() or not focus_into(current):
            focus_into(self.library)

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
        """Open the first table and, before it, the document with most passages."""
        for table_id, _name in self.project.tables.all()[:1]:
            self.center.open_table(table_id)
        documents = self.project.documents.all()
        if not any(it.passages for it in documents):
            return
        most = max(documents, key=lambda it: it.passages)
        self.center.open_document(most.id)
        passages = self.project.passages.of_document(most.id)
        cited = [it for it in passages if self.project.tables.citing(it.id)]
        first = (cited or passages)[0].id
        # Once the window has its size: the middle is not known before.
        self._first_look.timeout.connect(lambda: self.go_to_passage(first))
        self._first_look.start()

    def splitters(self) -> dict[str, QSplitter]:
        """Return the splitters, whose sizes are worth remembering."""
        return {"left": self.left, "middle": self.middle, "whole": self.whole}

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
        self.passage_lists = PassagesController(
            *common, self.passages, notices, runner
        )
        NotesController(*common, self.notes, notices, runner)
        editors = self.notes.editor.text_field, self.passage.note_field
        self.links = LinkController(
            *common, notices, runner, LinkPicker(self), editors
        )
        HistoryController(*common, self.history, notices, self.turner)
        BinController(*common, self.bin, notices, runner)
        self.search_controller = SearchController(
            *common, self.header.search_field, self.results, notices, runner
        )
        self.imports = ImportController(*common, notices, runner, self)
        self.exports = ExportController(*common, ExportForm(self), notices, runner)
        self.ways = Wayfinding(*common, notices, self.center, self.header)
        self.citing = CitingController(*common, self.cite_picker, notices)

    def _lay_out(self) -> None:
        self.left = _splitter(Qt.Orientation.Vertical, self.library, self.tags)
        self.middle = _splitter(
            Qt.Orientation.Horizontal, self.left, self.center, self.passage
        )
        self.bottom = QTabWidget()
        self.bottom.setDocumentMode(True)
        self.bottom.tabBar().setAccessibleName("Results, notes, history and bin")
        self.bottom.setMinimumHeight(BOTTOM_LEAST)
        for panel, name in (
            (self.results, "Results"),
            (self.passages, "Passages"),
            (self.notes, "Notes"),
            (self.describing.cases, "Cases"),
            (self.history, "History"),
            (self.bin, "Bin"),
        ):
            lay_on_surface(panel)
            self.bottom.addTab(panel, name)
        self.whole = _splitter(Qt.Orientation.Vertical, self.middle, self.bottom)
        self.left.setSizes([3000, 2000])
        self.left.setStretchFactor(0, 3)
        self.left.setStretchFactor(1, 2)
        self.middle.setStretchFactor(1, 1)
        self.middle.setSizes([LEFT, 10_000, RIGHT])
        self.whole.setStretchFactor(0, 1)
        self.whole.setSizes([10_000, BOTTOM])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.header)
        layout.addWidget(self.whole, 1)

    def _connect_lists(self) -> None:
        self.library.document_activated.connect(self.center.open_document)
        self.library.compare_requested.connect(self.compare)
        self.library.note_requested.connect(self.edit_note)
        self.library.table_requested.connect(self.open_documents)
        self.library.import_requested.connect(
            lambda: self.imports.import_files_dialog(self)
        )
        self.describing.cases.note_requested.connect(self.edit_note)
        self.tags.tag_activated.connect(self.list_tag)
        self.tags.note_requested.connect(self.edit_note)
        self.tags.only_tag_requested.connect(self.center.show_only_tag)
        self.results.place_activated.connect(self.go_to_place)
        self.passages.passage_activated.connect(self.go_to_passage)
        self.passages.note_requested.connect(self.edit_note)
        self.passages.export_requested.connect(self.exports.export_passages)
        self.passages.cite_requested.connect(self.citing.cite)
        self.notes.note_activated.connect(self.go_to_target)
        self.notes.export_requested.connect(self.exports.export_notes)
        self.links.target_activated.connect(self.go_to_target)
        self.links.note_activated.connect(self.edit_note)
        self.passage.note_activated.connect(self.edit_note)
        self.passage.passage_activated.connect(self.go_to_passage)
        self.passage.tag_activated.connect(self.list_tag)
        self.passage.cell_activated.connect(self.open_cell)
        self.passage.tag_requested.connect(self._tag_shown_passage)
        self.imports.document_activated.connect(self.center.open_document)
        self.imports.ended.connect(self._choose_imported)

    def _connect_center(self) -> None:
        self.center.passage_selected.connect(self.passage.show_passage)
        self.center.document_shown.connect(lambda it: self.library.select([it]))
        self.center.document_shown.connect(self.tags.document_read)
        self.center.document_shown.connect(self.passage_lists.document_read)
        self.center.passage_activated.connect(self.go_to_passage)
        self.center.note_requested.connect(self.edit_note)
        self.center.cite_requested.connect(self.citing.cite)
        self.center.search_requested.connect(self.start_search)
        self.center.library_requested.connect(self.open_documents)
        self.cite_picker.table_requested.connect(self.ask_for_table)
        self.new_table_form.created.connect(self._create_table)

    def _connect_header(self) -> None:
        self.search_controller.answered.connect(self._show_answer)
        self.header.search_field.left.connect(self.focus_reading)
        self.header.compare_button.clicked.connect(lambda: self.compare())
        self.header.export_button.clicked.connect(lambda: self.exports.open_form())
        self.header.table_chosen.connect(self.center.open_table)
        self.header.table_requested.connect(self.ask_for_table)
        self.header.tables_wanted.connect(
            lambda: self.header.offer_tables(self.project.tables.all())
        )

    def _show_answer(self, answer: Answer) -> None:
        self.header.show_counts(counts_line(answer))
        self.center.show_hits(answer.hits)
        if answer.query.strip():
            self.bottom.setCurrentWidget(self.results)

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

    def _create_table(self, name: str) -> None:
        with self._notices.guard():
            self.center.open_table(create_table(self.project, name))
            self._notices.done(f"Created table “{name}” · {undo_hint()}")

    def _tag_shown_passage(self, passage_id: int, _point: object) -> None:
        self.go_to_passage(passage_id)
        reader = self.center.current_reader()
        if reader is not None:
            reader.perform("passage.tag")

    def _show_counts(self) -> None:
        self.counts_changed.emit(counts_of(self.project))


def counts_of(project: Project) -> str:
    """Return what the project holds, in words."""
    documents = _counted(project.documents.count(), "document")
    passages = _counted(project.passages.count(), "passage")
    state = "Read only" if project.is_read_only else "Saved"
    return f"{documents} · {passages} · {state}"


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _splitter(orientation: Qt.Orientation, *widgets: QWidget) -> QSplitter:
    splitter = QSplitter(orientation)
    for widget in widgets:
        splitter.addWidget(widget)
    splitter.setChildrenCollapsible(False)
    return splitter
