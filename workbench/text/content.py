"""What of a text is content and what stands in its zones, with blanks for the rest.

Nothing changes its place by it. Zones are in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from workbench.model.spans import Span

_BLANK: Final = " "


def content_of(text: str, span: Span, zones: Sequence[Span]) -> str:
    """Return the characters of a span, blank where they are in a zone."""
    parts: list[str] = []
    for content, zone in _in_turn(span, zones):
        parts += content.of(text), _BLANK * len(zone)
    return "".join(parts)


def clutter_of(text: str, span: Span, zones: Sequence[Span]) -> str:
    """Return the characters of a span, blank where they are not in a zone."""
    parts: list[str] = []
    for content, zone in _in_turn(span, zones):
        parts += _BLANK * len(content), zone.of(text)
    return "".join(parts)


def _in_turn(span: Span, zones: Sequence[Span]) -> Iterator[tuple[Span, Span]]:
    """Yield content and the zone behind it in turn; the last zone is empty."""
    at = span.start
    for zone in zones:
        if zone.overlaps(span):
            start = max(at, zone.start)
            end = max(at, min(zone.end, span.end))
            yield Span(at, start), Span(start, end)
            at = end
    yield Span(at, span.end), Span(span.end, span.end)
