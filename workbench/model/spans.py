"""A stretch of one text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """`start` to `end` in one text, half-open, counted in Unicode code points."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"{self.start}..{self.end} is not a span")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two have at least one character in common."""
        return self.start < other.end and other.start < self.end

    def contains(self, offset: int) -> bool:
        """Tell whether the character at `offset` belongs to the span."""
        return self.start <= offset < self.end

    def of(self, text: str) -> str:
        """Return the characters of `text` that the span covers."""
        return text[self.start : self.end]
