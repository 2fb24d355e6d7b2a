"""Proving that pages stand in their texts, and characters on their pages."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.model.documents import Document, Version
from workbench.model.pages import Page
from workbench.text.boxes import count_boxes
from workbench.views import ProjectView


def wrong_pages(view: ProjectView, document: Document) -> Iterator[str]:
    """Yield what is wrong with the pages of a document, in each of its versions."""
    for version in view.versions.of_document(document.id):
        if pages := view.pages.of_version(version.id):
            name = _name(document, version)
            length = len(view.documents.text(document.id, version.number))
            yield from _out_of_place(pages, length, name)
            yield from _wrong_boxes(view, version, pages, name)


def _out_of_place(pages: list[Page], length: int, name: str) -> Iterator[str]:
    end = 0
    for page in pages:
        if not end <= page.span.start <= page.span.end <= length:
            yield (
                f"Page {page.number} of {name} does not stand at"
                f" {page.span.start}..{page.span.end}."
            )
        end = max(end, page.span.end)


def _wrong_boxes(
    view: ProjectView, version: Version, pages: list[Page], name: str
) -> Iterator[str]:
    for page in pages:
        try:
            count = count_boxes(view.pages.boxes(version.id, page.number))
        except ValueError:
            yield f"Where the words of page {page.number} of {name} stand is damaged."
            continue
        if count not in {0, len(page.span)}:
            yield (
                f"Page {page.number} of {name} has places for {count:,} characters,"
                f" not for its {len(page.span):,}."
            )


def _name(document: Document, version: Version) -> str:
    is_current = version.number == document.version
    which = "" if is_current else f"version {version.number} of "
    return f"{which}“{document.name}”"
