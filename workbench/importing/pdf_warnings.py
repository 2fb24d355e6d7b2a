"""Says which pages of a PDF have no text that can be read."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from workbench.importing.pdf_leaves import Leaf, Shown


def warnings_of(leaves: Sequence[Leaf]) -> Iterator[str]:
    """Yield a sentence for each way in which pages have none, with their numbers."""
    if pages := _numbers(leaves, lambda it: it.shown is Shown.PICTURE):
        are, pictures = ("are", "pictures") if pages[1:] else ("is", "a picture")
        yield f"{_without_text(pages, leaves)}; {_they(pages)} {are} {pictures}."
    if pages := _numbers(leaves, lambda it: it.shown is Shown.DRAWING):
        have = "have" if pages[1:] else "has"
        yield f"{_without_text(pages, leaves)}; {_they(pages)} {have} only drawings."
    if pages := _numbers(leaves, lambda it: it.is_garbled):
        of_pages = f"of {_named(pages)} " if len(leaves) > 1 else ""
        their = "their" if pages[1:] else "its"
        yield (
            f"The text {of_pages}cannot be read: {their} fonts do not say which"
            " letters they draw."
        )


def _numbers(leaves: Sequence[Leaf], holds: Callable[[Leaf], bool]) -> list[int]:
    return [it.number for it in leaves if holds(it)]


def _without_text(pages: Sequence[int], leaves: Sequence[Leaf]) -> str:
    if len(leaves) == 1:
        return "Its only page has no text"
    name = _named(pages)
    return f"{name[0].upper()}{name[1:]} {'have' if pages[1:] else 'has'} no text"


def _they(pages: Sequence[int]) -> str:
    return "they" if pages[1:] else "it"


def _named(pages: Sequence[int]) -> str:
    """Return pages by their numbers: “pages 3 to 5 and 7”."""
    runs: list[str] = []
    for _, run in groupby(enumerate(pages), key=lambda it: it[1] - it[0]):
        numbers = [number for _, number in run]
        is_long = len(numbers) > 2
        runs += [f"{numbers[0]} to {numbers[-1]}"] if is_long else map(str, numbers)
    listed = ", ".join(runs[:-1]) + (" and " if runs[1:] else "") + runs[-1]
    return f"pages {listed}" if pages[1:] else f"page {listed}"
