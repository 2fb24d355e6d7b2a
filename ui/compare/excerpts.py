"""As much of a stretch as a row of the list shows, with its differing words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.model.spans import Span

_BLANK = re.compile(r"\s")
_CONTEXT = 24
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """One line of text; `marked` are the words that the other side has not."""

    text: str
    marked: tuple[Span, ...] = ()


def excerpt(text: str, marked: Sequence[Span], most: int) -> Excerpt:
    """Cut a stretch to a length, from a little before its first differing word.

    Marked spans count from the start of the stretch, in the excerpt from its own.
    """
    line = _BLANK.sub(" ", text)
    first = marked[0].start if marked else 0
    start = 0
    if first > most // 3:
        start = line.rfind(" ", 0, first - _CONTEXT) + 1
    end = len(line) if len(line) - start <= most else start + most
    before = _CUT if start else ""
    moved = [
        Span(
            max(it.start, start) - start + len(before),
            min(it.end, end) - start + len(before),
        )
        for it in marked
        if it.end > start and it.start < end
    ]
    shown = f"{before}{line[start:end]}{_CUT if end < len(line) else ''}"
    return Excerpt(shown, tuple(moved))


def shortened(shown: Excerpt, length: int) -> Excerpt:
    """Cut an excerpt after a word, so that it has at most so many characters."""
    end = shown.text.rfind(" ", length * 2 // 3, max(length - 1, 0))
    end = end if end > 0 else max(length - 1, 0)
    marked = [Span(it.start, min(it.end, end)) for it in shown.marked if it.start < end]
    return Excerpt(f"{shown.text[:end].rstrip()}{_CUT}", tuple(marked))
