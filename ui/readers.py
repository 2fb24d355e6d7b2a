"""The readers of a project, wherever in its windows they stand."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ui.common import Common
from ui.reader.controller import ReaderController
from ui.reader.correcting_controller import CorrectingController
from ui.reader.look import SMALLEST, Measure, ReaderLook, TextFont
from ui.reader.panel import PAGE_ASKS, ReaderPanel
from ui.reader.recent import RecentTags
from ui.reader.version_page import VersionPage
from ui.widgets.tag_picker import TagPicker
from ui.zones.controller import ZonesController
from ui.zones.strip import ZonesStrip
from workbench.model.changes import Changes
from workbench.model.ids import DocumentId
from workbench.model.links import Stretch
from workbench.model.spans import Span
from workbench.settings import Settings


class Readers(QObject):
    """Makes readers and knows them all; each shows one document.

    Where a reader was left is kept in `positions`, the last one left last.
    """

    passage_selected = Signal(object)  # PassageId or None
    note_requested = Signal(object)  # NoteTarget
    cite_requested = Signal(object, object)  # list[Source], global QPoint
    cell_wanted = Signal()
    bookmark_requested = Signal(int, object)  # document, Span of the line
    versions_requested = Signal(int, object)  # document, global QPoint
    encoding_requested = Signal(int, object)  # document, global QPoint
    similar_requested = Signal(int, object)  # document, Span, empty for the caret
    case_requested = Signal(str, object, object)  # action, Stretch, global QPoint
    pages_requested = Signal(str, object)  # action, ReaderPanel
    search_requested = Signal()
    made = Signal(object)  # ReaderPanel
    leaving = Signal()  # before a reader jumps by itself

    def __init__(
        self,
        common: Common,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._common = common
        self._project = common.project
        self._signals = common.signals
        self._notices = common.notices
        self._document_of: dict[ReaderPanel, DocumentId] = {}
        self._tag_picker = TagPicker(parent)
        self._recent_tags = RecentTags()
        self.positions: dict[int, int] = {}
        self._signals.changed.connect(self._follow)
        self._look = ReaderLook()

    def use(self, settings: Settings) -> None:
        """Set the text of readers made from now on as somebody wants it."""
        self._look = ReaderLook(
            TextFont(settings.font),
            settings.size,
            Measure(settings.measure),
            settings.line_height / 100,
            settings.numbers,
        )

    def make(self, document_id: int) -> ReaderPanel:
        """Make a reader, at the place where the document was read last."""
        panel = ReaderPanel()
        panel.pane.set_look(self._look)
        self._document_of[panel] = DocumentId(document_id)
        ReaderController(
            self._project, self._signals, panel, self._notices,
            DocumentId(document_id), self._tag_picker, recent=self._recent_tags,
        )  # fmt: skip
        self._equip(panel)
        self._connect(panel)
        self._mark_bookmarks(panel)
        self.made.emit(panel)
        panel.restore(self.positions.get(document_id, 0))
        return panel

    def make_page(self, smaller_by: int = 2) -> VersionPage:
        """Make a page to read versions on, set as readers are but for the size."""
        smaller = max(SMALLEST, self._look.size - smaller_by)
        return VersionPage(replace(self._look, size=smaller))

    def all(self) -> list[ReaderPanel]:
        """Return every reader, also those inside a comparison."""
        return list(self._document_of)

    def document_of(self, reader: ReaderPanel) -> DocumentId:
        """Return the document that a reader shows."""
        return self._document_of[reader]

    def keep_positions(self, readers: Sequence[ReaderPanel]) -> None:
        """Remember where these readers are, for when they are opened again."""
        for reader in readers:
            document_id = self._document_of[reader]
            self.positions.pop(document_id, None)
            self.positions[document_id] = reader.position()

    def _equip(self, panel: ReaderPanel) -> None:
        """Give a reader what it knows nothing of: zones, corrections, versions."""
        document_id, strip = self._document_of[panel], ZonesStrip()
        zones = ZonesController(self._common, strip, panel.pane, document_id)
        correcting = CorrectingController(self._common, panel, document_id)
        panel.add_strip(strip)
        panel.shown.connect(zones.look)
        acts: dict[str, Callable[[], None]] = {
            "passage.zone": zones.toggle,
            "passage.suggested": zones.go_through,
            "passage.zones": zones.list_zones,
            "passage.correct": correcting.start,
            "view.versions": lambda: self.versions_requested.emit(
                document_id, panel.version_link.point_below
            ),
            "project.encoding": lambda: self.encoding_requested.emit(
                document_id, panel.encoding_link.point_below
            ),
            "reader.cell": self.cell_wanted.emit,
            "passage.similar": lambda: self.similar_requested.emit(
                document_id,
                panel.target_span() or Span(panel.read_at(), panel.read_at()),
            ),
        }
        for it in ("passage.mention", "passage.case_alias"):
            acts[it] = partial(self._ask_for_case, it, panel)
        for it in PAGE_ASKS:
            acts[it] = partial(self.pages_requested.emit, it, panel)
        panel.asked_beside.connect(lambda action_id: acts[action_id]())

    def _ask_for_case(self, action_id: str, panel: ReaderPanel) -> None:
        if span := panel.target_span():
            stretch = Stretch(self._document_of[panel], span)
            self.case_requested.emit(action_id, stretch, panel.opens_at(span))

    def _connect(self, panel: ReaderPanel) -> None:
        document_id = self._document_of[panel]
        panel.passage_selected.connect(self.passage_selected)
        panel.note_requested.connect(self.note_requested)
        panel.cite_requested.connect(
            lambda source: self.cite_requested.emit(
                [source], panel.opens_at(panel.target_span())
            )
        )
        panel.bookmark_requested.connect(
            lambda line: self.bookmark_requested.emit(document_id, line)
        )
        panel.search_requested.connect(self.search_requested)
        panel.leaving.connect(self.leaving)
        panel.destroyed.connect(lambda: self._document_of.pop(panel, None))

    def _mark_bookmarks(self, reader: ReaderPanel) -> None:
        bookmarks = self._project.bookmarks.of_document(self._document_of[reader])
        reader.pane.set_bookmarks([it.span.start for it in bookmarks])

    def _follow(self, changes: Changes) -> None:
        if changes.touches("bookmarks", "versions"):
            for reader in self.all():
                self._mark_bookmarks(reader)
