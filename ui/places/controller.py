"""Lists the places of a document and of the project, and keeps bookmarks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal

from ui.keymap import keymap, undo_hint
from ui.notices import Notices
from ui.places.model import (
    bookmarks_in,
    heading_at,
    headings_of,
    places_in,
)
from ui.places.panel import PlacesPanel
from ui.project_signals import ProjectSignals
from ui.widgets.choice_list import Choice
from workbench.model.bookmarks import Bookmark
from workbench.model.changes import Changes
from workbench.model.ids import BookmarkId, DocumentId
from workbench.model.spans import Span
from workbench.operations.bookmarks import (
    add_bookmark,
    remove_bookmarks,
    rename_bookmark,
)
from workbench.project import Project

NO_HEADINGS = "No headings here"
NO_BOOKMARKS = "No bookmarks yet"


class PlacesController(QObject):
    """Serves the list of places.

    `place_activated` carries the document and the span to go to.
    """

    place_activated = Signal(int, object)

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        panel: PlacesPanel,
        notices: Notices,
    ) -> None:
        super().__init__(panel)
        self._project = project
        self._panel = panel
        self._notices = notices
        self._document_id: DocumentId | None = None
        self._list: Callable[[], list[Choice]] = list
        panel.chosen.connect(self._go)
        panel.rename_requested.connect(self._rename)
        panel.remove_requested.connect(self._remove)
        signals.changed.connect(self._follow)

    def open_document(
        self, document_id: DocumentId, offset: int, point: QPoint
    ) -> None:
        """List the headings and bookmarks of a document that is read at an offset."""
        text = self._project.documents.text(document_id)
        headings = headings_of(self._project.documents.blocks(document_id))
        current = heading_at(headings, offset)

        def listed() -> list[Choice]:
            bookmarks = self._project.bookmarks.of_document(document_id)
            return places_in(text, headings, bookmarks, offset)

        choices = listed()
        spans = [it.value for it in choices]
        number = spans.index(current.span) if current else 0
        self._document_id, self._list = document_id, listed
        nothing = (NO_HEADINGS, _how_to_bookmark())
        self._panel.open_at(point, "Go to", choices, number, nothing)

    def open_bookmarks(self, point: QPoint) -> None:
        """List the bookmarks of all documents."""
        self._document_id, self._list = None, self._all_bookmarks
        nothing = (NO_BOOKMARKS, _how_to_bookmark())
        self._panel.open_at(point, "Bookmarks", self._list(), 0, nothing)

    def toggle_bookmark(self, document_id: int, line: Span) -> None:
        """Put a bookmark on a line, or take away those that are there."""
        with self._notices.guard():
            there = [
                it
                for it in self._project.bookmarks.of_document(DocumentId(document_id))
                if line.start <= it.span.start < max(line.end, line.start + 1)
            ]
            if there:
                remove_bookmarks(self._project, [it.id for it in there])
                self._notices.done(f"Removed the bookmark · {undo_hint()}")
                return
            made = add_bookmark(self._project, DocumentId(document_id), line)
            name = self._project.bookmarks.get(made).name
            self._notices.done(f"Bookmarked “{name}” · {undo_hint()}")

    def _all_bookmarks(self) -> list[Choice]:
        documents = {it.id: it for it in self._project.documents.all()}
        return bookmarks_in(self._project.bookmarks.all(), documents)

    def _go(self, value: object) -> None:
        if isinstance(value, Bookmark):
            self.place_activated.emit(value.document_id, value.span)
        elif isinstance(value, Span) and self._document_id is not None:
            self.place_activated.emit(self._document_id, value)

    def _rename(self, bookmark_id: int, name: str) -> None:
        with self._notices.guard():
            rename_bookmark(self._project, BookmarkId(bookmark_id), name)

    def _remove(self, bookmark_id: int) -> None:
        with self._notices.guard():
            remove_bookmarks(self._project, [BookmarkId(bookmark_id)])

    def _follow(self, changes: Changes) -> None:
        if changes.touches("bookmarks") and self._panel.isVisible():
            self._panel.replace(self._list())


def _how_to_bookmark() -> str:
    way = keymap.way_to("go.bookmark")
    return f"To bookmark a line of a text, {way}; it is listed here then."
