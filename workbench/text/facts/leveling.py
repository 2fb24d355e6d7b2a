"""Levels a text for rules, without moving a character."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from workbench.model.documents import Block
from workbench.model.spans import Span
from workbench.text.signs import DASHES, DOUBLE_QUOTES, HYPHENS, SINGLE_QUOTES

# One character for one, so that every offset stays what it is.
_ALIKE = str.maketrans(
    {**dict.fromkeys(SINGLE_QUOTES, "'"), **dict.fromkeys(DOUBLE_QUOTES, '"'),
     **dict.fromkeys(HYPHENS, "-"), **dict.fromkeys(DASHES, ";"),
     **dict.fromkeys("*_\u00ad\u200b", " "), "|": "\n"}
)  # fmt: skip
_BLANK = re.compile(r"\s")


def leveled(text: str, blocks: Sequence[Block], zones: Iterable[Span]) -> str:
    """Return a text of the same length with plain quotation marks, dashes and blanks.

    A line break stands only where no rule may read on: between blocks, between the
    cells of a table, and in zones.
    """
    parts: list[str] = []
    end = 0
    for span in _without(zones, [block.span for block in blocks]):
        parts.append("\n" * (span.start - end))
        parts.append(_BLANK.sub(" ", span.of(text)).translate(_ALIKE))
        end = span.end
    return "".join(parts) + "\n" * (len(text) - end)


def _without(zones: Iterable[Span], spans: Iterable[Span]) -> Iterable[Span]:
    """Yield what remains of spans outside of zones; both are in order."""
    closed = sorted(zones)
    first = 0
    for span in spans:
        start = span.start
        while first < len(closed) and closed[first].end <= start:
            first += 1
        for zone in closed[first:]:
            if zone.start >= span.end:
                break
            if start < zone.start:
                yield Span(start, zone.start)
            start = max(start, zone.end)
        if start < span.end:
            yield Span(start, span.end)
