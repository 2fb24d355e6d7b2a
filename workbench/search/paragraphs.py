"""What a row of the index stands for, in the text that it was made from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from workbench.model.documents import Block
from workbench.model.ids import DocumentId
from workbench.model.spans import Span
from workbench.search.rows import BLOCK_BITS, block_of, searched_text


class TextSource(Protocol):
    """Where a search gets the texts it looks into; they had better be cached."""

    def text(self, document_id: DocumentId, /) -> str:
        """Return a document's text."""

    def blocks(self, document_id: DocumentId, /) -> Sequence[Block]:
        """Return the blocks of a document's text."""

    def zones(self, document_id: DocumentId, /) -> Sequence[Span]:
        """Return what of a document's text is not content, in order."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A row of the index: its span, its characters, and those that were searched."""

    span: Span
    text: str
    searched: str


def paragraph_at(row: int, texts: TextSource) -> Paragraph:
    """Return what a row of the index stands for."""
    document_id = DocumentId(row >> BLOCK_BITS)
    blocks = texts.blocks(document_id)
    if not blocks:  # an empty document can be listed, but has no paragraph
        return Paragraph(Span(0, 0), "", "")
    span = blocks[block_of(row)].span
    text = texts.text(document_id)
    zones = texts.zones(document_id)
    return Paragraph(span, span.of(text), searched_text(row, text, span, zones))
