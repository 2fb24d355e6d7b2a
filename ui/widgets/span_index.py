"""Many spans that may overlap; those in view are found without going through all."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from workbench.model.spans import Span


class SpanIndex:
    """Answers with numbers: the places of spans in the sequence it was made of."""

    def __init__(self, spans: Sequence[Span]) -> None:
        self._spans = spans
        self._order = sorted(range(len(spans)), key=lambda it: spans[it])
        self._starts = [spans[it].start for it in self._order]
        self._longest = max(map(len, spans), default=0)

    def within(self, start: int, end: int) -> list[int]:
        """Return which spans reach into a part of the text, in order of place."""
        first = bisect_left(self._starts, start - self._longest)
        after = bisect_left(self._starts, end, first)
        return [it for it in self._order[first:after] if self._spans[it].end > start]
