"""Finds words as a person copied them from a text."""

from __future__ import annotations

import re

from workbench.model.spans import Span


def places_of_quote(text: str, quote: str) -> list[Span]:
    """Return where a text has these words; any blanks and line breaks are alike."""
    words = quote.split()
    if not words:
        return []
    found = re.finditer(r"\s+".join(map(re.escape, words)), text)
    return [Span(it.start(), it.end()) for it in found]
