"""The pages of a paged document: where its characters stand on them, and pictures."""

from __future__ import annotations

from workbench.importing.workers import shared_workers
from workbench.model.ids import DocumentId, VersionId
from workbench.model.pages import Page
from workbench.model.pictures import Picture
from workbench.operations.page_carrying import unpacked
from workbench.operations.page_labels import pages_of
from workbench.text.boxes import Box
from workbench.text.page_labels import page_over
from workbench.text.page_lines import PageLines
from workbench.views import Stores

__all__ = ["boxes_of", "lines_of", "page_at", "pages_of", "picture_of_page"]


def page_at(view: Stores, document_id: DocumentId, offset: int) -> Page | None:
    """Return the page on which a character of the current text stands."""
    return page_over(pages_of(view, document_id), offset)


def boxes_of(view: Stores, document_id: DocumentId, number: int) -> list[Box]:
    """Return where each character of a page's span stands on it; empty if unknown."""
    version_id = _current(view, document_id)
    for page in view.pages.of_version(version_id):
        if page.number == number:
            return unpacked(view.pages.boxes(version_id, number), page)
    return []


def lines_of(view: Stores, document_id: DocumentId, page: Page) -> PageLines:
    """Return the characters of a page at their places."""
    packed = view.pages.boxes(_current(view, document_id), page.number)
    return PageLines(page.span, unpacked(packed, page))


def picture_of_page(
    view: Stores, document_id: DocumentId, number: int, scale: float
) -> Picture:
    """Return the picture of a page at so many pixels a point, drawn by a worker.

    Takes its time: never on the window's thread. Raises `UnreadableFile` if the page
    cannot be drawn.
    """
    digest = view.documents.get(document_id).sha256
    return shared_workers().picture(
        digest, lambda: view.documents.original(document_id), number, scale
    )


def _current(view: Stores, document_id: DocumentId) -> VersionId:
    return view.versions.of_document(document_id)[-1].id
