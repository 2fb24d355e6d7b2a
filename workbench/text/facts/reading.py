"""Goes through a leveled text with patterns, in portions that keep nobody waiting."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from workbench.model.spans import Span
from workbench.text.pausing import paused
from workbench.text.portions import portions

_LINE = re.compile(r"[^\n]+")
_DIGIT = re.compile(r"\d")


class Reading:
    """One walk through a text, which remembers what rules have taken.

    A pattern is tried on whole lines, for no rule reads beyond a line break, or on
    parts of an extremely long one; `pause` is called between portions of text, and at
    each match, and may raise.
    """

    def __init__(self, text: str, pause: Callable[[], None] = lambda: None) -> None:
        self.text = text
        self.pause = pause
        self._portions = list(portions(text))
        self._numeric = [
            it.span()
            for portion in self._portions
            for it in _LINE.finditer(text, *portion)
            if _DIGIT.search(it[0])
        ]
        self._taken = bytearray(len(text))

    def anew(self) -> Reading:
        """Return a reading of the same text with nothing taken."""
        return Reading(self.text, self.pause)

    def all(
        self, pattern: re.Pattern[str], *, has_digits: bool = False
    ) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern; one that needs digits is quicker so."""
        for start, end in self._numeric if has_digits else self._portions:
            self.pause()
            yield from paused(pattern.finditer(self.text, start, end), self.pause)

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
