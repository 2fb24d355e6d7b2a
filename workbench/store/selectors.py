"""How a place in a text is kept: the same five columns in each table that has some."""

from __future__ import annotations

from typing import Final

from workbench.model.passages import Selector
from workbench.model.spans import Span

COLUMNS: Final = '"start", "end", quote, prefix, suffix'
SET_COLUMNS: Final = '"start" = ?, "end" = ?, quote = ?, prefix = ?, suffix = ?'

Columns = tuple[int, int, str, str, str]


def columns_of(selector: Selector) -> Columns:
    """Return a selector as `COLUMNS`."""
    span = selector.span
    return span.start, span.end, selector.quote, selector.prefix, selector.suffix


def selector_of(start: int, end: int, *rest: str) -> Selector:
    """Return the selector that `COLUMNS` hold."""
    quote, prefix, suffix = rest
    return Selector(Span(start, end), quote, prefix, suffix)
