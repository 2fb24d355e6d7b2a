"""Makes the text of a document from its pieces, and says what stands where in it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from workbench.importing.pieces import BLANKS, Mark, MarkKind, Piece, moved
from workbench.model.documents import Block
from workbench.model.pages import Annotation, Page
from workbench.model.spans import Span
from workbench.text.blocks import fit_blocks


@dataclass(frozen=True, slots=True)
class Whole:
    """The text that pieces make, and what stands where in it."""

    text: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...]
    annotations: tuple[Annotation, ...]


@dataclass(frozen=True, slots=True)
class Comment:
    """What another reader wrote to a stretch of a text."""

    text: str
    author: str


def put_together(pieces: Sequence[Piece], comments: Mapping[str, Comment]) -> Whole:
    """Return the pieces as one text, joined by line ends; comments are by their keys.

    There are pages only if there is a page break.
    """
    blocks: list[Block] = []
    marks: list[Mark] = []
    start = 0
    for piece in pieces:
        span = Span(start, start + len(piece.text))
        blocks.append(Block(span, piece.look.kind, piece.look.level, piece.look.zone))
        marks += moved(piece.marks, start)
        start = span.end + 1
    text = "\n".join(piece.text for piece in pieces)
    breaks = [(it.place, it.key) for it in marks if it.kind is MarkKind.PAGE]
    return Whole(
        text,
        fit_blocks(text, blocks),
        tuple(_pages(breaks, len(text))),
        tuple(_annotations(text, blocks, marks, comments)),
    )


def emptiness(text: str) -> tuple[str, ...]:
    """Return the warning about a document without text, none about any other."""
    return () if text else ("There is no text in it; look whether it is pictures.",)


def _pages(breaks: Sequence[tuple[int, str]], length: int) -> Iterator[Page]:
    """Yield pages with the labels that the file has for them, else with numbers."""
    if not breaks:
        return
    has_labels = any(label for _, label in breaks)
    is_first_told = has_labels and breaks[0][0] == 0
    begins = list(breaks) if is_first_told else [(0, ""), *breaks]
    ends = [*(place for place, _ in begins[1:]), length]
    for number, ((start, label), end) in enumerate(zip(begins, ends, strict=True), 1):
        shown = label if has_labels else str(number)
        yield Page(number, shown, Span(start, end))


def _annotations(
    text: str,
    blocks: Sequence[Block],
    marks: Iterable[Mark],
    comments: Mapping[str, Comment],
) -> Iterator[Annotation]:
    starts: dict[str, int] = {}
    ends: dict[str, int] = {}
    for mark in marks:
        if mark.kind is MarkKind.COMMENT_START:
            starts.setdefault(mark.key, mark.place)
        elif mark.kind is MarkKind.COMMENT_END:
            ends.setdefault(mark.key, mark.place)
            starts.setdefault(mark.key, mark.place)
    for key, start in starts.items():
        comment = comments.get(key)
        span = _commented(text, blocks, start, ends.get(key, start))
        if comment and span:
            yield Annotation(span, comment.text, comment.author)


def _commented(text: str, blocks: Sequence[Block], start: int, end: int) -> Span | None:
    """Return the stretch without blanks; for a mere point the block that it is in."""
    first, last = start, end
    while first < last and text[first] in BLANKS:
        first += 1
    while first < last and text[last - 1] in BLANKS:
        last -= 1
    if first < last:
        return Span(first, last)
    at = bisect_left(blocks, start, key=lambda block: block.span.end)
    return blocks[min(at, len(blocks) - 1)].span if blocks else None
