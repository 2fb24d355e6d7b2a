"""What a page view reads of its document: pages, places of characters, pictures."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model.ids import DocumentId
from workbench.model.pages import Page
from workbench.model.pictures import Picture
from workbench.operations.pages import lines_of, pages_of, picture_of_page
from workbench.project import Project
from workbench.text.page_lines import PageLines

_LINES_KEPT = 24


class Shelf:
    """Reads the pages of one document; the lines of a page when they are asked for."""

    def __init__(self, project: Project, document_id: DocumentId) -> None:
        self._project = project
        self._document_id = document_id
        self._lines: dict[int, PageLines] = {}
        self.pages: Sequence[Page] = pages_of(self._project, document_id)

    def read_again(self) -> bool:
        """Read the pages of the current version; tell whether they are others."""
        before, self.pages = self.pages, pages_of(self._project, self._document_id)
        if before != self.pages:
            self._lines.clear()
        return before != self.pages

    def lines(self, index: int) -> PageLines:
        """Return the characters of a page at their places."""
        lines = self._lines.pop(index, None)
        if lines is None:
            lines = lines_of(self._project, self._document_id, self.pages[index])
        self._lines[index] = lines
        if len(self._lines) > _LINES_KEPT:
            del self._lines[next(iter(self._lines))]
        return lines

    def draw(self, number: int, scale: float) -> Picture:
        """Return a page's picture; takes its time and may be called in any thread."""
        with self._project.reader() as view:
            return picture_of_page(view, self._document_id, number, scale)
