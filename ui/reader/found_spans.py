"""Many places in one text as two arrays; a hundred thousand cost next to nothing."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import overload

from typing_extensions import override

from workbench.model.spans import Span


class FoundSpans(Sequence[Span]):
    """Spans in order of place, which are made only when somebody looks at one."""

    def __init__(self, starts: array[int], ends: array[int]) -> None:
        self.starts = starts
        self._ends = ends

    @classmethod
    def of(cls, spans: Iterable[Span]) -> FoundSpans:
        """Take spans in any order."""
        if isinstance(spans, FoundSpans):
            return spans
        ordered = sorted(spans)
        starts = array("q", (it.start for it in ordered))
        return cls(starts, array("q", (it.end for it in ordered)))

    def within(self, start: int, end: int) -> Iterator[Span]:
        """Yield the spans that begin in a stretch of the text."""
        first = bisect_left(self.starts, start)
        last = bisect_left(self.starts, end, first)
        return map(Span, self.starts[first:last], self._ends[first:last])

    @override
    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Span: ...

    @overload
    def __getitem__(self, index: slice) -> FoundSpans: ...

    @override
    def __getitem__(self, index: int | slice) -> Span | FoundSpans:
        if isinstance(index, slice):
            return FoundSpans(self.starts[index], self._ends[index])
        return Span(self.starts[index], self._ends[index])

    @override
    def __eq__(self, other: object) -> bool:
        if not isinstance(other, FoundSpans):
            return NotImplemented
        return self.starts == other.starts and self._ends == other._ends

    __hash__ = None  # type: ignore[assignment]
