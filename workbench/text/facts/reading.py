"""Goes through a leveled text with patterns, in pieces that keep nobody waiting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from workbench.model.spans import Span

_PIECE = 20_000
_LINE = re.compile(r"[^\n]+")
_DIGIT = re.compile(r"\d")


class Reading:
    """One walk through a text, which remembers what rules have taken.

    A pattern is tried on whole lines, for no rule reads beyond a line break; `pause`
    is called between pieces of text and may raise.
    """

    def __init__(self, text: str, pause: Callable[[], None] = lambda: None) -> None:
        self.text = text
        self.pause = pause
        self._pieces = list(_pieces(text))
        self._numeric = [
            it.span() for it in _LINE.finditer(text) if _DIGIT.search(it[0])
        ]
        self._taken = bytearray(len(text))

    def anew(self) -> Reading:
        """Return a reading of the same text with nothing taken."""
        return Reading(self.text, self.pause)

    def all(
        self, pattern: re.Pattern[str], *, has_digits: bool = False
    ) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern; one that needs digits is quicker so."""
        for start, end in self._numeric if has_digits else self._pieces:
            self.pause()
            yield from pattern.finditer(self.text, start, end)

    def fresh(
        self, pattern: re.Pattern[str], *, has_digits: bool = False
    ) -> Iterator[re.Match[str]]:
        """Yield and take the matches of a pattern that touch nothing taken."""
        for found in self.all(pattern, has_digits=has_digits):
            span = Span(*found.span())
            if not self.has(span):
                self.take(span)
                yield found

    def has(self, span: Span) -> bool:
        """Tell whether any character of a span is taken."""
        return self._taken.find(1, span.start, span.end) >= 0

    def take(self, span: Span) -> None:
        """Take characters for good."""
        self._taken[span.start : span.end] = b"\1" * len(span)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while start < len(text):
        end = text.find("\n", start + _PIECE)
        end = len(text) if end < 0 else end + 1
        yield start, end
        start = end
