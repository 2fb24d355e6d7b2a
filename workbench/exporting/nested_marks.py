"""Marks stretches of a text in HTML, also where they overlap.

Elements must nest: where a stretch ends inside another, the other is closed and
opened again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from workbench.model.spans import Span

_SPECIAL = re.compile("[&<>\"'\0\r\ud800-\udfff]")
_WRITTEN = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
    "\r": "&#13;",
}
_LONE_RETURN = re.compile("&#13;(?!\n)")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch with its tags; `reopening` opens all of its parts but the first."""

    span: Span
    opening: str
    reopening: str
    closing: str


def escaped_html(text: str) -> str:
    """Return a text for HTML, which reads it as it was, carriage returns included.

    NUL and lone surrogates, which HTML cannot hold, become U+FFFD.
    """
    return _SPECIAL.sub(
        lambda found: _WRITTEN.get(found[0], "\N{REPLACEMENT CHARACTER}"), text
    )


def marked_up(text: str, marks: Iterable[Mark]) -> Iterator[str]:
    """Yield a text in HTML with its marks, whose tags add no characters to it."""
    waiting = sorted(
        (it for it in marks if it.span), key=lambda it: (it.span.start, -it.span.end)
    )[::-1]
    borders = {edge for it in waiting for edge in (it.span.start, it.span.end)}
    inside: list[Mark] = []
    at = 0
    for border in sorted(borders):
        yield _shown(text[at:border])
        at = border
        yield from _close(inside, border)
        while waiting and waiting[-1].span.start == border:
            inside.append(waiting.pop())
            yield inside[-1].opening
    yield _shown(text[at:])


def marked_words(
    text: str, span: Span, words: Iterable[Span], tag: str
) -> Iterator[str]:
    """Yield part of a text with words of it, which are spans of the whole, marked."""
    inside = (Span(it.start - span.start, it.end - span.start) for it in words)
    marks = (Mark(it, f"<{tag}>", f"<{tag}>", f"</{tag}>") for it in inside)
    yield from marked_up(span.of(text), marks)


def _close(inside: list[Mark], border: int) -> Iterator[str]:
    """Close what ends here, with what is inside of it; open again what goes on."""
    first = next(
        (at for at, it in enumerate(inside) if it.span.end == border), len(inside)
    )
    closed = inside[first:]
    inside[first:] = [it for it in closed if it.span.end > border]
    yield from (it.closing for it in reversed(closed))
    yield from (it.reopening for it in inside[first:])


def _shown(text: str) -> str:
    """Return a text for HTML in which lines that end with a bare return end too."""
    written = escaped_html(text)
    return _LONE_RETURN.sub("&#13;<br>", written) if "&#13;" in written else written
