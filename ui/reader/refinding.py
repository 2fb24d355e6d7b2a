"""Where words that were read or selected stand in another version of their text."""

from __future__ import annotations

from workbench.model.spans import Span

_ENOUGH = 60
"""Characters that tell one line from another."""


def refound(old: str, new: str, span: Span) -> Span | None:
    """Return the same words in the new text, those nearest to where they stood."""
    start = _nearest(old, new, span)
    return None if start is None else Span(start, start + len(span))


def refound_line(old: str, new: str, offset: int) -> int:
    """Return where a line goes on as it did; else its old place, or the end."""
    if not offset:
        return 0
    start = _nearest(old, new, Span(offset, min(offset + _ENOUGH, len(old))))
    return min(offset, len(new)) if start is None else start


def _nearest(old: str, new: str, span: Span) -> int | None:
    """Return which copy of the words is meant.

    What came or went behind them left them in place, and what came or went before
    them moved them by as much; only else it is the copy nearest to the old place.
    """
    words, start = old[span.start : span.end], span.start
    if not words.strip():
        return None
    moved = max(0, start + len(new) - len(old))
    copies = (new.rfind(words, 0, span.end), new.find(words, start))
    nearest = sorted((it for it in copies if it >= 0), key=lambda it: abs(it - start))
    likely = (it for it in (start, moved) if new.startswith(words, it))
    return next(iter([*likely, *nearest]), None)
