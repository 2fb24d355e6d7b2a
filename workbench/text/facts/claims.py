"""Places of a text that a rule has read, so that no later rule reads them again."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.model.spans import Span


class Claims:
    """Which characters of one text are taken."""

    def __init__(self, text: str) -> None:
        self._taken = bytearray(len(text))

    def fresh(self, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
        """Yield and take the matches of a pattern that touch nothing taken."""
        for found in pattern.finditer(text):
            span = Span(*found.span())
            if not self.has(span):
                self.take(span.start, span.end)
                yield found

    def has(self, span: Span) -> bool:
        """Tell whether any character of a span is taken."""
        return self._taken.find(1, span.start, span.end) >= 0

    def take(self, start: int, end: int) -> None:
        """Take characters for good."""
        self._taken[start:end] = b"\1" * (end - start)
