"""The pages of a paged document: their names, their characters' places, their pictures.

A page is also an address: “p. 12” by what the page calls itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace

from workbench.errors import NotFound
from workbench.importing.workers import shared_workers
from workbench.model.ids import DocumentId, VersionId
from workbench.model.pages import Page
from workbench.model.pictures import Picture
from workbench.model.spans import Span
from workbench.operations.labels import quoted
from workbench.text.boxes import Box, unpack_boxes
from workbench.text.correcting import Correction, carry_boxes, carry_page
from workbench.text.page_lines import PageLines
from workbench.views import Edit, Stores

NBSP = "\N{NO-BREAK SPACE}"


def pages_of(
    view: Stores, document_id: DocumentId, version: int | None = None
) -> list[Page]:
    """Return the pages of a text in order, without boxes; of unpaged ones none."""
    return view.pages.of_version(_version_id(view, document_id, version))


def page_at(view: Stores, document_id: DocumentId, offset: int) -> Page | None:
    """Return the page on which a character of the current text stands."""
    return _page_over(pages_of(view, document_id), offset)


def page_named(pages: Sequence[Page], wanted: str) -> Page:
    """Return the page that calls itself so or, if none does, the page of this number.

    Raises `NotFound` with what pages there are.
    """
    name = wanted.strip().casefold().removeprefix("p.").strip()
    named = (it for it in pages if label_of(it).casefold() == name)
    numbered = (it for it in pages if str(it.number) == name)
    for page in (*named, *numbered):
        return page
    if not pages:
        raise NotFound("This document has no pages.")
    first, last = label_of(pages[0]), label_of(pages[-1])
    raise NotFound(
        f"There is no page {quoted(wanted)}; the pages are {first} to {last}."
    )


def label_of(page: Page) -> str:
    """Return what a page is called: its label or, without one, its number."""
    return page.label or str(page.number)


def page_words(label: str) -> str:
    """Return the address of a page, or of several, as a sentence has it: “p. 12”."""
    if not label:
        return ""
    return f"pp.{NBSP}{label}" if "–" in label else f"p.{NBSP}{label}"


class PageLabels:
    """Knows on which pages places stand; reads the pages of each version once."""

    def __init__(self, view: Stores) -> None:
        self._view = view
        self._pages: dict[tuple[DocumentId, int | None], list[Page]] = {}

    def of(
        self, document_id: DocumentId, span: Span, version: int | None = None
    ) -> str:
        """Return the label of the page, or of the first and last one: `12–13`.

        Empty for texts without pages. Without a `version` the current one is meant.
        """
        key = document_id, version
        if key not in self._pages:
            self._pages[key] = pages_of(self._view, *key)
        pages = self._pages[key]
        first = _page_over(pages, span.start)
        last = _page_over(pages, max(span.start, span.end - 1))
        if first is None or last is None:
            return ""
        if first == last:
            return label_of(first)
        return f"{label_of(first)}–{label_of(last)}"


def boxes_of(view: Stores, document_id: DocumentId, number: int) -> list[Box]:
    """Return where each character of a page's span stands on it; empty if unknown."""
    packed = view.pages.boxes(_version_id(view, document_id), number)
    try:
        return unpack_boxes(packed)
    except ValueError:
        return []  # Somebody wrote into the file: the text is still there to be read.


def lines_of(view: Stores, document_id: DocumentId, page: Page) -> PageLines:
    """Return the characters of a page at their places."""
    return PageLines(page.span, boxes_of(view, document_id, page.number))


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


def carry_pages(
    edit: Edit, document_id: DocumentId, before: int, correction: Correction
) -> None:
    """Give a corrected text the pages of the version before it, carried along."""
    old = _version_id(edit, document_id, before)
    carried = []
    for page in edit.pages.of_version(old):
        packed = edit.pages.boxes(old, page.number)
        boxes = carry_boxes(packed, page.span, correction)
        span = carry_page(page.span, correction)
        carried.append(replace(page, span=span, boxes=boxes))
    if carried:
        edit.pages.add(_version_id(edit, document_id), carried)


def _page_over(pages: Sequence[Page], offset: int) -> Page | None:
    """Return the last page with text that begins at or before an offset."""
    written = [it for it in pages if len(it.span)]
    if not written:
        return None
    at = bisect_right(written, offset, key=lambda it: it.span.start)
    return written[max(0, at - 1)]


def _version_id(
    view: Stores, document_id: DocumentId, number: int | None = None
) -> VersionId:
    if number is None:
        number = view.documents.version(document_id)
    for version in view.versions.of_document(document_id):
        if version.number == number:
            return version.id
    raise NotFound("There is no such version of the document.")
