"""What stands left and right of a match, as a line shows it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from workbench.model.documents import Block
from workbench.model.spans import Span

BORDER: Final = " ¶ "
"""What stands for the border of two paragraphs."""


def left_of(text: str, blocks: Sequence[Block], offset: int, width: int) -> str:
    """Return the last `width` characters before an offset; see `shown`."""
    reach = 2 * width
    while True:
        first = max(0, offset - reach)
        context = shown(text, blocks, Span(first, offset))
        if len(context) >= width or not first:
            return context[max(0, len(context) - width) :].lstrip()
        reach *= 2


def right_of(text: str, blocks: Sequence[Block], offset: int, width: int) -> str:
    """Return the first `width` characters from an offset on; see `shown`."""
    reach = 2 * width
    while True:
        last = min(len(text), offset + reach)
        context = shown(text, blocks, Span(offset, last))
        if len(context) >= width or last == len(text):
            return context[:width].rstrip()
        reach *= 2


def shown(text: str, blocks: Sequence[Block], span: Span) -> str:
    """Return the characters of a span, white space as one space, borders marked.

    A space at either end stays, for it parts the context from the match.
    """
    first, last = (
        max(1, bisect_right(blocks, edge, key=_start))  # none before the first
        for edge in (span.start, span.end)
    )
    cuts = [span.start, *map(_start, blocks[first:last]), span.end]
    parts = (text[a:b] for a, b in pairwise(cuts))
    return single_spaced(BORDER.join(parts))


def single_spaced(text: str) -> str:
    """Return the text with one space for all white space, at its ends too."""
    inner = " ".join(text.split())
    if not inner:
        return " " if text else ""
    return f"{' ' * text[0].isspace()}{inner}{' ' * text[-1].isspace()}"


def _start(block: Block) -> int:
    return block.span.start
