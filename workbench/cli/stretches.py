"""Stretches of text in JSON, with the same keys in every answer that compares."""

from __future__ import annotations

from workbench.model.spans import Span


def stretch_json(span: Span, text: str) -> dict[str, object]:
    """Return a stretch of a whole text."""
    return quote_json(span, span.of(text))


def quote_json(span: Span, quote: str) -> dict[str, object]:
    """Return a stretch of which only its own text is at hand."""
    return {"start": span.start, "end": span.end, "text": quote}
