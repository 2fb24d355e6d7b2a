"""The original pages beside the texts that are read, or instead of them.

A reader keeps selection, caret and passages; its page view shows the same ones and
says where somebody points. So every key means on the page what it means in the text.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from enum import StrEnum

from PySide6.QtCore import QCoreApplication, QObject, QPoint, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.common import Common
from ui.pages.controller import PagesController
from ui.pages.panel import PagesPanel
from ui.pages.popup import PagePopup
from ui.painted import PaintedPassage
from ui.reader.dragging import Dragging
from ui.reader.page_starts import PageStart
from ui.reader.panel import ReaderPanel
from ui.reader.telling import named
from ui.readers import Readers
from workbench.model.changes import Changes
from workbench.model.ids import DocumentId
from workbench.model.pages import Page
from workbench.model.spans import Span
from workbench.operations.pages import page_at, pages_of
from workbench.text.page_labels import label_of, page_words

NO_PAGES = "This document has no pages: there is only its text"
_POPUP = QPoint(16, 8)
_SETTLED = 120


class PageMode(StrEnum):
    """How the pages of a document are shown, if they are."""

    TEXT = "text"
    BESIDE = "beside"
    ONLY = "only"


class PageViews(QObject):
    """Gives readers their pages when they are asked for.

    How each document is looked at is kept in `modes`, for when it is opened again.
    """

    def __init__(self, common: Common, readers: Readers, parent: QWidget) -> None:
        super().__init__(parent)
        self._common = common
        self._readers = readers
        self._views: dict[ReaderPanel, PageView] = {}
        self.modes: dict[int, PageMode] = {}
        self.popup = PagePopup(parent)
        self.popup.chosen.connect(self._go_to_page)
        self._asking: ReaderPanel | None = None
        readers.made.connect(self._watch)
        readers.pages_requested.connect(self._serve)
        common.signals.changed.connect(self._follow)

    def remember(self, modes: Mapping[int, str]) -> None:
        """Look at documents as they were looked at last, once they are opened."""
        known = {it.value for it in PageMode}
        self.modes |= {
            it: PageMode(mode) for it, mode in modes.items() if mode in known
        }

    def view_of(self, reader: ReaderPanel) -> PagesPanel | None:
        """Return the pages of a reader, if they were asked for."""
        view = self._views.get(reader)
        return None if view is None else view.panel

    def mode_of(self, reader: ReaderPanel) -> PageMode:
        """Return how a reader is looked at."""
        view = self._views.get(reader)
        return PageMode.TEXT if view is None else view.mode

    def show(self, reader: ReaderPanel, mode: PageMode) -> None:
        """Look at a reader so; one without pages says that it has none."""
        document_id = self._readers.document_of(reader)
        if mode is not PageMode.TEXT and not self._pages(reader):
            self._common.notices.done(NO_PAGES)
            return
        if reader not in self._views and mode is not PageMode.TEXT:
            view = PageView(self._common, reader, document_id)
            self._views[reader] = view
            view.panel.asked.connect(lambda it: self._serve(it, reader))
        if reader in self._views:
            self._views[reader].show(mode)
        self.modes[document_id] = mode

    def _serve(self, action_id: str, reader: ReaderPanel) -> None:
        if action_id == "go.page":
            self._ask_for_page(reader)
            return
        is_only = action_id == "view.only_pages"
        mode = self.mode_of(reader)
        wanted = PageMode.ONLY if is_only else PageMode.BESIDE
        if mode is wanted or (mode is PageMode.ONLY and not is_only):
            wanted = PageMode.BESIDE if is_only else PageMode.TEXT
        self.show(reader, wanted)

    def _ask_for_page(self, reader: ReaderPanel) -> None:
        pages = self._pages(reader)
        if not pages:
            self._common.notices.done(NO_PAGES)
            return
        self._asking = reader
        document_id = self._readers.document_of(reader)
        here = page_at(self._common.project, document_id, reader.read_at())
        point = reader.mapToGlobal(_POPUP)
        self.popup.open(pages, label_of(here) if here else "", point)

    def _go_to_page(self, page: Page) -> None:
        reader, self._asking = self._asking, None
        if reader is None:
            return
        reader.leaving.emit()
        view = self._views.get(reader)
        if view is not None and view.mode is not PageMode.TEXT:
            view.go_to_page(page)
        else:
            reader.pane.put_caret(page.span.start)
            reader.pane.restore(page.span.start)
        reader.setFocus()

    def _watch(self, reader: ReaderPanel) -> None:
        document_id = self._readers.document_of(reader)
        reader.destroyed.connect(lambda: self._views.pop(reader, None))
        self._mark_starts(reader)
        mode = self.modes.get(document_id, PageMode.TEXT)
        if mode is not PageMode.TEXT and self._pages(reader):
            self.show(reader, mode)

    def _follow(self, changes: Changes) -> None:
        changed = changes.ids.get("documents", frozenset())
        documents = self._common.project.documents
        for reader in self._readers.all():
            document_id = self._readers.document_of(reader)
            if document_id in changed and documents.are_there([document_id]):
                self._mark_starts(reader)

    def _mark_starts(self, reader: ReaderPanel) -> None:
        reader.pane.set_page_starts(
            [
                PageStart(it.span.start, page_words(label_of(it)))
                for it in self._pages(reader)
                if len(it.span)
            ]
        )

    def _pages(self, reader: ReaderPanel) -> list[Page]:
        return pages_of(self._common.project, self._readers.document_of(reader))


class PageView(QObject):
    """The pages of one reader: both follow each other, and what is done in one."""

    def __init__(
        self, common: Common, reader: ReaderPanel, document_id: DocumentId
    ) -> None:
        super().__init__(reader)
        self.mode = PageMode.TEXT
        self._reader = reader
        self._pane = reader.pane
        controller = PagesController(common, document_id, reader.pane.marked_in)
        self.panel = controller.panel
        self._view = controller.panel.view
        self._is_following = False
        self._settling = QTimer(self, singleShot=True, interval=_SETTLED)
        self._settling.timeout.connect(self._bring_text_along)
        self.panel.hide()
        reader.stand_beside(self.panel)
        reader.hear_in(self._view)
        reader.resizing.serve(self._view)
        self._dragging = Dragging(self._pane, self._view)
        self._dragging.document_id = document_id
        self._dragging.tags_dropped.connect(reader.tags_dropped)
        self._view.describe = self._describe
        reader.opens_at = self._opens_at
        self._connect()

    def _connect(self) -> None:
        pane, view = self._pane, self._view
        pane.marks_changed.connect(view.show_marks)
        pane.passage_selected.connect(view.show_marks)
        pane.selection_changed.connect(view.viewport().update)
        pane.went_to.connect(lambda span, it: self._go_along(span, centred=it))
        pane.scrolled.connect(self._follow_text)
        view.scrolled.connect(self._follow_pages)
        view.pointed.connect(lambda at, extend: pane.point_at(at, extend=extend))
        view.word_pointed.connect(pane.select_word)
        view.paragraph_pointed.connect(pane.select_paragraph)
        view.clicked.connect(pane.click)
        view.key_left.connect(self._hand_on)

    def show(self, mode: PageMode) -> None:
        """Show the text, both, or the pages."""
        had_focus = self._reader.isAncestorOf(self._reader.window().focusWidget())
        offset = self._reader.read_at()
        self.mode = mode
        is_only = mode is PageMode.ONLY
        self._pane.shown_instead = self.panel if is_only else None
        self.panel.setVisible(mode is not PageMode.TEXT)
        self._pane.setVisible(not is_only)
        self.panel.bar.show_alone(is_alone=is_only)
        self._reader.setFocusProxy(self.panel if is_only else self._pane)
        with self._following():
            self._view.follow(offset)
        if had_focus:
            self._reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_page(self, page: Page) -> None:
        """Come to the beginning of a page, in the text too."""
        if len(page.span):
            self._pane.put_caret(page.span.start)
        self._view.go_to_page(page)

    def _go_along(self, span: Span, *, centred: bool) -> None:
        with self._following():
            self._view.go_to(span, centred=centred)

    def _follow_text(self) -> None:
        if self._is_following or self.mode is not PageMode.BESIDE:
            return
        with self._following():
            levels = self._pane.levels()
            self._view.follow(max(0, int(levels.offset_at(levels.depth))))

    def _follow_pages(self) -> None:
        if self._is_following or self.mode is PageMode.TEXT:
            return
        if self.mode is PageMode.ONLY:
            self._settling.start()  # Nobody sees the text: at the end will do.
        else:
            self._bring_text_along()

    def _bring_text_along(self) -> None:
        with self._following():
            self._pane.put(*self._view.read_at())

    @contextmanager
    def _following(self) -> Iterator[None]:
        """Let one of the two move along with the other, and not back again."""
        was_following, self._is_following = self._is_following, True
        try:
            yield
        finally:
            self._is_following = was_following

    def _describe(self, passage: PaintedPassage) -> str:
        return named(passage, self._pane.tell_resting(passage.id))

    def _hand_on(self, event: QKeyEvent) -> None:
        """Let the text take a key: it moves the caret, copies, and resizes."""
        QCoreApplication.sendEvent(self._pane, event)
        self._view.keep_in_view(self._pane.caret)

    def _opens_at(self, span: Span | None) -> QPoint:
        if self._pane.isVisible() and not self.panel.hasFocus():
            return self._pane.point_of(span)
        return self._view.place_of(span.end - 1 if span else self._pane.caret)
