"""Pages as addresses: which page a place stands on, and what the page is called."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from workbench.errors import NotFound
from workbench.model.pages import Page
from workbench.model.spans import Span

NBSP: Final = "\N{NO-BREAK SPACE}"
_TO: Final = "–"
_LONGEST: Final = 20


def label_of(page: Page) -> str:
    """Return what a page is called: its label or, without one, its number."""
    return page.label or str(page.number)


def label_over(pages: Sequence[Page], span: Span) -> str:
    """Return the label of the page that a place stands on, or of its ends: `12–13`.

    Empty for texts without pages.
    """
    first = page_over(pages, span.start)
    last = page_over(pages, max(span.start, span.end - 1))
    if first is None or last is None:
        return ""
    labels = label_of(first), label_of(last)
    return labels[0] if first == last else _TO.join(labels)


def page_words(label: str) -> str:
    """Return the address of a page, or of several, as a sentence has it: “p. 12”."""
    if not label:
        return ""
    return f"pp.{NBSP}{label}" if _TO in label else f"p.{NBSP}{label}"


def page_over(pages: Sequence[Page], offset: int) -> Page | None:
    """Return the last page with text that begins at or before an offset."""
    written = [it for it in pages if len(it.span)]
    if not written:
        return None
    at = bisect_right(written, offset, key=lambda it: it.span.start)
    return written[max(0, at - 1)]


def page_named(pages: Sequence[Page], wanted: str) -> Page:
    """Return the page that calls itself so or, if none does, the page of this number.

    Raises `NotFound`, which says what pages there are.
    """
    name = wanted.strip().casefold().removeprefix("p.").strip()
    named = (it for it in pages if label_of(it).casefold() == name)
    numbered = (it for it in pages if str(it.number) == name)
    for page in (*named, *numbered):
        return page
    if not pages:
        raise NotFound("This document has no pages.")
    first, last = label_of(pages[0]), label_of(pages[-1])
    asked = wanted.strip()[:_LONGEST]
    raise NotFound(f"There is no page “{asked}”; the pages are {first} to {last}.")
