"""Cuts a long text into portions, so that other threads get their turn in between.

While a regular expression goes through a text, Python does nothing else: 1 MB took
100 ms, in which a window could not answer.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

_SIZE: Final = 20_000
_LONGEST: Final = 40_000


def portions(text: str) -> Iterator[tuple[int, int]]:
    """Yield where portions start and end.

    Each is cut behind the end of a line; one without an end behind a sentence, else a
    word, else anywhere.
    """
    start = 0
    while start < len(text):
        end = _end(text, start)
        yield start, end
        start = end


def _end(text: str, start: int) -> int:
    least, most = start + _SIZE, start + _LONGEST
    if end := text.find("\n", least, most) + 1:
        return end
    if len(text) <= most:
        return len(text)
    cuts = (text.rfind(mark, least, most) + len(mark) for mark in (". ", " "))
    return next((it for it in cuts if it > least), most)
