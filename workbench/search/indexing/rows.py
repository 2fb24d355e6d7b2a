"""Rows of the search index: which part of which block of which document.

A row's id is `document << BLOCK_BITS | block`, so that its document needs no join.
What stands in a zone is indexed in rows of its own, which have `ZONE_BIT` as well: a
search leaves them out by looking at the id.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.errors import InvalidValue
from workbench.model.spans import Span
from workbench.search.indexing.folding import apart, indexable
from workbench.text.content import clutter_of, content_of

BLOCK_BITS: Final = 20
ZONE_BIT: Final = 1 << 19
BLOCKS_PER_DOCUMENT: Final = ZONE_BIT
IN_CONTENT: Final = f"& {ZONE_BIT} = 0"
"""What, behind the id of a row, tells that it is not in a zone."""


@dataclass(frozen=True, slots=True)
class Indexed:
    """What of a document is indexed; zones are in order and do not overlap."""

    text: str
    blocks: Sequence[Span]
    zones: Sequence[Span] = ()


def rows_of(document_id: int, indexed: Indexed) -> Iterator[tuple[int, str]]:
    """Yield the id and the words of each row of a document."""
    if len(indexed.blocks) > BLOCKS_PER_DOCUMENT:
        raise InvalidValue(
            f"The document has more than {BLOCKS_PER_DOCUMENT:,} paragraphs;"
            " split the file and import the parts."
        )
    first = document_id << BLOCK_BITS
    text = indexable(indexed.text)
    if not indexed.zones:
        for number, block in enumerate(indexed.blocks):
            yield first | number, apart(text[block.start : block.end])
        return
    for number, block in enumerate(indexed.blocks):
        content = content_of(text, block, indexed.zones)
        if content.strip() or not _is_zoned(block, indexed.zones):
            yield first | number, apart(content)
        clutter = clutter_of(text, block, indexed.zones)
        if clutter.strip():
            yield first | ZONE_BIT | number, apart(clutter)


def document_of(row: int) -> int:
    """Return the id of a row's document."""
    return row >> BLOCK_BITS


def block_of(row: int) -> int:
    """Return the number of a row's block."""
    return row & (BLOCKS_PER_DOCUMENT - 1)


def in_document(column: str, document_id: int | None) -> str:
    """Return the condition for SQL that a row is of a document; of any for None."""
    if document_id is None:
        return ""
    first, behind = document_id << BLOCK_BITS, document_id + 1 << BLOCK_BITS
    return f" and {column} >= {first} and {column} < {behind}"


def searched_text(row: int, text: str, span: Span, zones: Sequence[Span]) -> str:
    """Return the characters of a row's block, blank where the row has no words."""
    if row & ZONE_BIT:
        return clutter_of(text, span, zones)
    return content_of(text, span, zones)


def _is_zoned(span: Span, zones: Sequence[Span]) -> bool:
    return any(zone.overlaps(span) for zone in zones)
