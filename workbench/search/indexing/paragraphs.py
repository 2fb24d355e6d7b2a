"""What a row of the index stands for, in the text that it was made from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from workbench.model.documents import Block
from workbench.model.ids import DocumentId
from workbench.model.spans import Span
from workbench.search.indexing.rows import BLOCK_BITS, block_of, searched_text


class TextSource(Protocol):
    """Where a search gets the texts it looks into; they had better be cached."""

    def text(self, document_id: DocumentId, /) -> str:
        """Return a document's text."""

    def blocks(self, document_id: DocumentId, /) -> Sequence[Block]:
        """Return the blocks of a document's text."""

    def block(self, document_id: DocumentId, number: int, /) -> Block | None:
        """Return one of them; None where there are not so many."""

    def zones(self, document_id: DocumentId, /) -> Sequence[Span]:
        """Return what of a document's text is not content, in order."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A row of the index: its span, its characters, and those that were searched."""

    span: Span
    text: str
    searched: str


def rows_overlapped(
    document_id: int, places: Iterable[Span], texts: TextSource
) -> Iterator[int]:
    """Yield the rows of the blocks that any of the places overlaps, each once.

    Places are in order; rows of zones are not among them.
    """
    blocks = texts.blocks(DocumentId(document_id))
    number = 0
    for place in places:
        first = bisect_right(blocks, place.start, key=lambda it: it.span.end)
        number = max(number, first)
        while number < len(blocks) and blocks[number].span.start < place.end:
            yield document_id << BLOCK_BITS | number
            number += 1


def paragraph_at(row: int, texts: TextSource) -> Paragraph:
    """Return what a row of the index stands for."""
    document_id = DocumentId(row >> BLOCK_BITS)
    block = texts.block(document_id, block_of(row))
    if block is None:  # an empty document can be listed, but has no paragraph
        return Paragraph(Span(0, 0), "", "")
    text = texts.text(document_id)
    zones = texts.zones(document_id)
    searched = searched_text(row, text, block.span, zones)
    return Paragraph(block.span, block.span.of(text), searched)
