"""What a page view reads of its document: pages, places of characters, pictures."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock
from typing import Final

from workbench.model.ids import DocumentId
from workbench.model.pages import Page
from workbench.model.pictures import Picture
from workbench.operations.pages import lines_of, pages_of, picture_of_page
from workbench.project import Project
from workbench.text.page_lines import PageLines

_LINES_KEPT: Final = 16


class Shelf:
    """Reads the pages of one document, and the lines of those that were wanted last."""

    def __init__(self, project: Project, document_id: DocumentId) -> None:
        self._project = project
        self._document_id = document_id
        self._lock = Lock()
        self._lines: dict[int, PageLines] = {}
        self.pages: Sequence[Page] = pages_of(self._project, document_id)

    def read_again(self) -> bool:
        """Read the pages of the current version; tell whether they are others."""
        before, self.pages = self.pages, pages_of(self._project, self._document_id)
        if before == self.pages:
            self.pages = before
            return False
        with self._lock:
            self._lines.clear()
        return True

    def lines(self, index: int) -> PageLines:
        """Return the characters of a page at their places, read now if need be."""
        found = self.ready_lines(index)
        if found is None:
            found = lines_of(self._project, self._document_id, self.pages[index])
            self._keep(index, found, self.pages)
        return found

    def ready_lines(self, index: int) -> PageLines | None:
        """Return the lines of a page if they were read already."""
        with self._lock:
            found = self._lines.pop(index, None)
            if found is not None:
                self._lines[index] = found
            return found

    def draw(self, number: int, scale: float) -> Picture:
        """Return a page's picture, and have its lines ready; for a thread of a job."""
        pages, index = self.pages, number - 1
        with self._project.reader() as view:
            if self.ready_lines(index) is None:
                found = lines_of(view, self._document_id, pages[index])
                self._keep(index, found, pages)
            return picture_of_page(view, self._document_id, number, scale)

    def _keep(self, index: int, lines: PageLines, pages: Sequence[Page]) -> None:
        with self._lock:
            if pages is not self.pages:
                return  # They are those of another version by now.
            self._lines[index] = lines
            if len(self._lines) > _LINES_KEPT:
                del self._lines[next(iter(self._lines))]
