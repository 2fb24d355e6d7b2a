"""What is reported of a cited place: its document, and what surrounds it there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from hashlib import sha256
from typing import Final, NamedTuple

from workbench.errors import NotFound
from workbench.model.cells import Citation
from workbench.model.documents import Block, Document, Version
from workbench.model.ids import DocumentId
from workbench.model.spans import Span
from workbench.model.table_reports import ReportedDocument
from workbench.operations.page_labels import PageLabels
from workbench.views import ProjectView

CONTEXT: Final = 80
"""Characters given before and after a quote."""
REMOVED: Final = ReportedDocument("removed document")


class Surroundings(NamedTuple):
    """What stands around a place: some characters, and the rest of its paragraphs."""

    before: str = ""
    after: str = ""
    opening: str = ""
    ending: str = ""


class ReportedPlaces:
    """Looks up versions of documents, each once."""

    def __init__(self, view: ProjectView) -> None:
        self._view = view
        self._documents = {it.id: it for it in view.documents.all()}
        self._versions: dict[DocumentId, dict[int, Version]] = {}
        self._pages = PageLabels(view)
        self._reported: dict[tuple[DocumentId, int], ReportedDocument] = {}

    def current(self, document_id: DocumentId) -> ReportedDocument:
        """Return the current version of a document."""
        return self.version(document_id, self._documents[document_id].version)

    def cited(self, citation: Citation) -> ReportedDocument:
        """Return the version that a citation cites."""
        if citation.document_id not in self._documents:
            return REMOVED
        return self.version(citation.document_id, citation.cited.version)

    def page(self, citation: Citation) -> str:
        """Return the label of the page that the cited words stand on, if any."""
        if citation.document_id not in self._documents:
            return ""
        cited = citation.cited
        span = Span(cited.start, cited.end)
        return self._pages.of(citation.document_id, span, cited.version)

    def around(self, citation: Citation) -> Surroundings:
        """Return what surrounded the cited words; of a removed document, nothing."""
        document_id, cited = citation.document_id, citation.cited
        if document_id not in self._documents:
            return Surroundings()
        text = self._view.documents.text(document_id, cited.version)
        blocks = self._view.documents.blocks(document_id, cited.version)
        start, end = cited.start, cited.end
        around = _paragraphs(blocks, Span(start, end))
        return Surroundings(
            text[max(0, start - CONTEXT) : start],
            text[end : end + CONTEXT],
            text[around.start : start],
            text[end : around.end],
        )

    def version(self, document_id: DocumentId, number: int) -> ReportedDocument:
        """Return a version of a document; `NotFound` without it."""
        key = (document_id, number)
        if key not in self._reported:
            self._reported[key] = self._read(self._documents[document_id], number)
        return self._reported[key]

    def _read(self, document: Document, number: int) -> ReportedDocument:
        if document.id not in self._versions:
            versions = self._view.versions.of_document(document.id)
            self._versions[document.id] = {it.number: it for it in versions}
        version = self._versions[document.id].get(number)
        if version is None:
            raise NotFound(f"There is no version {number} of “{document.name}”.")
        text = self._view.documents.text(document.id, number)
        return ReportedDocument(
            document.name,
            document.title,
            document.date,
            number,
            version.sha256,
            sha256(text.encode()).hexdigest(),
        )


def _paragraphs(blocks: Sequence[Block], span: Span) -> Span:
    """Return the span with the paragraphs in which it begins and ends."""
    first = bisect_right(blocks, span.start, key=lambda it: it.span.start) - 1
    last = bisect_left(blocks, span.end, key=lambda it: it.span.end)
    start = blocks[first].span.start if first >= 0 else span.start
    if first >= 0 and blocks[first].span.end < span.start:
        start = span.start
    is_inside = last < len(blocks) and blocks[last].span.start < span.end
    return Span(start, blocks[last].span.end if is_inside else span.end)
