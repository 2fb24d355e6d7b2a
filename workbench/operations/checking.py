"""Proving that a project is whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from workbench.errors import NotFound, WorkbenchError
from workbench.model.documents import Document
from workbench.model.ids import DocumentId
from workbench.model.spans import Span
from workbench.model.zones import ZoneState
from workbench.operations.page_checking import wrong_pages
from workbench.store.texts import text_digest
from workbench.views import ProjectView


def check(view: ProjectView) -> list[str]:
    """Return every problem found: file, index, texts, quotes, pages, rows."""
    problems: list[str] = []
    try:
        problems += view.problems()
        problems += _wrong_texts(view)
        problems += _wrong_citations(view)
    except WorkbenchError as error:
        problems.append(str(error))
    except (KeyError, TypeError, ValueError) as error:
        # Rows are only read where they are sound; the rest cannot be gone through.
        problems.append(
            f"A row holds what the workbench never writes ({error}); restore the"
            " project from a backup."
        )
    return problems


def _wrong_texts(view: ProjectView) -> Iterator[str]:
    for document, text, digest in view.documents.contents():
        if text_digest(text) != digest:
            yield f"The text of “{document.name}” is not what was imported."
        yield from _wrong_passages(view, document, text)
        yield from wrong_pages(view, document)
        for what, span, quote in _carried(view, document.id):
            if span.of(text) != quote:
                yield f"{what} {_not_at(document, span)}"


def _carried(
    view: ProjectView, document_id: DocumentId
) -> Iterator[tuple[str, Span, str]]:
    """Yield what stands in the current text alone: its name, place and quote."""
    for state in ZoneState:
        for zone in view.zones.of_document(document_id, state):
            yield f"Zone {zone.id}", zone.span, zone.quote
    for bookmark in view.bookmarks.of_document(document_id):
        yield f"Bookmark {bookmark.id}", bookmark.span, bookmark.quote
    for discard in view.searches.discards_in(document_id):
        yield f"Discarded hit {discard.id}", discard.span, discard.quote


def _wrong_passages(view: ProjectView, document: Document, text: str) -> Iterator[str]:
    for passage in view.passages.of_document(document.id):
        is_here = passage.version == document.version
        own = text if is_here else view.documents.text(document.id, passage.version)
        if passage.span.of(own) != passage.quote:
            yield f"Passage {passage.id} {_not_at(document, passage.span)}"


def _wrong_citations(view: ProjectView) -> Iterator[str]:
    """Yield citations of what their version never said, whatever it says now."""
    for version, cited in groupby(
        view.checks.quoted(), lambda it: (it.document_id, it.version)
    ):
        text = _text_of(view, *version)
        for it in cited:
            if text is None or it.span.of(text) != it.quote:
                name = view.documents.get(it.document_id).name
                yield (
                    f"“{it.cell}” cites words that version {it.version} of “{name}”"
                    f" does not have at {it.span.start}..{it.span.end}."
                )


def _text_of(view: ProjectView, document_id: DocumentId, version: int) -> str | None:
    try:
        return view.documents.text(document_id, version)
    except NotFound:
        return None


def _not_at(document: Document, span: Span) -> str:
    return f"of “{document.name}” does not stand at {span.start}..{span.end} any more."
