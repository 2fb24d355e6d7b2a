"""Gives a corrected text the pages that it had before."""

from __future__ import annotations

from dataclasses import replace

from workbench.model.ids import DocumentId
from workbench.model.pages import Page
from workbench.text.boxes import Box, pack_boxes, unpack_boxes
from workbench.text.correcting import Correction
from workbench.text.page_carrying import carry_boxes, carry_spans
from workbench.views import Edit


def carry_pages(edit: Edit, document_id: DocumentId, correction: Correction) -> None:
    """Give a text that was just corrected the pages of the version before it."""
    versions = edit.versions.of_document(document_id)
    before, now = versions[-2].id, versions[-1].id
    pages = edit.pages.of_version(before)
    spans = carry_spans([it.span for it in pages], correction)
    carried = []
    for page, span in zip(pages, spans, strict=True):
        old = unpacked(edit.pages.boxes(before, page.number), page)
        boxes = carry_boxes(old, page.span, span, correction)
        carried.append(replace(page, span=span, boxes=pack_boxes(boxes)))
    edit.pages.add(now, carried)


def unpacked(packed: bytes, page: Page) -> list[Box]:
    """Return the boxes of a page, one a character; none where they do not fit it."""
    try:
        boxes = unpack_boxes(packed, len(page.span))
    except ValueError:
        return []
    return boxes if len(boxes) == len(page.span) else []
