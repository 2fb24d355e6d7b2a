"""Finding words in one text, as stored: any case, any kind of blank."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from workbench.model.spans import Span


def find_all(text: str, wanted: str) -> list[Span]:
    """Return where `wanted` stands; a blank in it matches any run of blanks."""
    words = wanted.split()
    if not words:
        return []
    pattern = re.compile(r"\s+".join(map(re.escape, words)), re.IGNORECASE)
    return [Span(*match.span()) for match in pattern.finditer(text)]


def next_hit(hits: Sequence[Span], offset: int) -> Span | None:
    """Return the first hit after an offset."""
    at = bisect_right([hit.start for hit in hits], offset)
    return hits[at] if at < len(hits) else None


def previous_hit(hits: Sequence[Span], offset: int) -> Span | None:
    """Return the last hit before an offset."""
    at = bisect_left([hit.start for hit in hits], offset)
    return hits[at - 1] if at else None
