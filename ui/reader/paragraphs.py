"""The text cut into what is laid out at once: blocks, and chunks of very long ones."""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from typing_extensions import override

from workbench.model.documents import Block, BlockKind
from workbench.model.spans import Span

LONGEST = 10_000
_JOINERS = "\u200d\ufe0e\ufe0f"


class Paragraph(NamedTuple):
    """One laid out piece; `goes_on` when the next piece belongs to the same block.

    `number` counts the blocks of the text from 1; only a block's first piece has one.
    """

    start: int
    text: str
    kind: BlockKind = BlockKind.PARAGRAPH
    level: int = 0
    number: int = 0
    goes_on: bool = False

    @property
    def end(self) -> int:
        """Where the piece ends in the whole text."""
        return self.start + len(self.text)


class Paragraphs(Sequence[Paragraph]):
    """All pieces of one text, in order; never empty."""

    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self.text = text
        self.pieces = _all_pieces(text, blocks) or [Paragraph(0, "")]
        self._starts = [piece.start for piece in self.pieces]

    @override
    def __len__(self) -> int:
        return len(self.pieces)

    @override
    def __getitem__(self, index: int) -> Paragraph:  # type: ignore[override]
        return self.pieces[index]

    def at(self, offset: int) -> int:
        """Return the index of the piece that holds the offset, or stands before it."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def nearest(self, offset: int) -> int:
        """Move an offset between two pieces to the end of the one before."""
        piece = self[self.at(offset)]
        return min(max(offset, piece.start), piece.end)

    def block_span(self, offset: int) -> Span:
        """Return the whole block around the offset, over all its pieces."""
        first = last = self.at(offset)
        while first > 0 and self[first - 1].goes_on:
            first -= 1
        while self[last].goes_on:
            last += 1
        return Span(self[first].start, self[last].end)


def _all_pieces(text: str, blocks: Sequence[Block]) -> list[Paragraph]:
    pieces: list[Paragraph] = []
    for number, block in enumerate(blocks, 1):
        start, end = block.span.start, block.span.end
        if end - start > LONGEST:
            pieces += _pieces_of_long(text, block, number)
        else:
            own = text[start:end]
            pieces.append(Paragraph(start, own, block.kind, block.level, number))
    return pieces


def _pieces_of_long(text: str, block: Block, number: int) -> Iterator[Paragraph]:
    start, end = block.span.start, block.span.end
    while end - start > LONGEST:
        cut = _cut(text, start)
        yield Paragraph(
            start, text[start:cut], block.kind, block.level, number, goes_on=True
        )
        start, number = cut, 0
    yield Paragraph(start, text[start:end], block.kind, block.level)


def _cut(text: str, start: int) -> int:
    """Find where a piece may end: after a space, or at least not inside a letter."""
    limit = start + LONGEST
    space = text.rfind(" ", start + LONGEST // 2, limit)
    if space >= 0:
        return space + 1
    cut = limit
    while cut > start + LONGEST // 2 and _belongs_to_previous(text, cut):
        cut -= 1
    return cut


def _belongs_to_previous(text: str, offset: int) -> bool:
    letter, previous = text[offset], text[offset - 1]
    return (
        unicodedata.combining(letter) > 0
        or letter in _JOINERS
        or previous == "\u200d"
        or (previous, letter) == ("\r", "\n")
    )
