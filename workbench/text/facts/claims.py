"""Places of a text that a rule has read, so that no later rule reads them again."""

from __future__ import annotations

import re
from collections.abc import Iterator


class Claims:
    """Which characters of one text are taken."""

    def __init__(self, text: str) -> None:
        self._taken = bytearray(len(text))

    def fresh(self, pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
        """Yield and take the matches of a pattern that touch nothing taken."""
        for found in pattern.finditer(text):
            start, end = found.span()
            if self._taken.find(1, start, end) < 0:
                self.take(start, end)
                yield found

    def take(self, start: int, end: int) -> None:
        """Take characters for good."""
        self._taken[start:end] = b"\1" * (end - start)
