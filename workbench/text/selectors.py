"""Describes a place in a text so that it can be found again after a correction."""

from __future__ import annotations

from workbench.model.passages import Selector
from workbench.model.spans import Span

CONTEXT = 32
"""How many characters before and after the quote a selector keeps."""


def describe(text: str, span: Span) -> Selector:
    """Return the selector of a span: where it is, what it says, what is around it."""
    if span.end > len(text):
        raise ValueError(f"{span.start}..{span.end} is not inside {len(text)}")
    return Selector(
        span=span,
        quote=span.of(text),
        prefix=text[max(0, span.start - CONTEXT) : span.start],
        suffix=text[span.end : span.end + CONTEXT],
    )
