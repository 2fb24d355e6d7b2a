"""Finds the heads, feet and page numbers that printed pages leave in a text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from statistics import median

from workbench.model.documents import Block, BlockKind

_FEWEST = 4
_LONGEST_HEAD = 60
_SHORTEST_PAGE = 500
_SHORTEST_CUT = 40
_MOST_AT_BREAK = 4
_DIGITS = "0123456789"
_STOPS = (".", ":", "?", "!", ";", ",", "”", '"')
_KINDS = frozenset({BlockKind.PARAGRAPH, BlockKind.HEADING})


def find_running_heads(text: str, blocks: Sequence[Block]) -> set[int]:
    """Return the indexes of lines that come back page by page.

    Such a line is short and comes at least four times, at even distances of a page;
    a number at its end may change. At a third of its places it cuts a sentence in two
    or stands at a form feed. A refrain, a heading or a speaker's name does not.
    """
    spaced = [
        places
        for places in _places_by_wording(text, blocks)
        if _is_page_apart([blocks[index].span.start for index in places])
    ]
    heads = {index for places in spaced for index in places}
    return {
        index
        for places in spaced
        if _breaks_pages(text, blocks, places, heads)
        for index in places
    }


def _places_by_wording(text: str, blocks: Sequence[Block]) -> Iterator[list[int]]:
    """Yield where the lines of one wording are, numbers at their ends aside."""
    places: dict[str, list[int]] = defaultdict(list)
    for index, block in enumerate(blocks):
        start, end = block.span.start, block.span.end
        if end - start <= _LONGEST_HEAD and block.kind in _KINDS:
            line = text[start:end]
            if not line.endswith(_STOPS) and not line[:1].islower():
                places[line.strip(_DIGITS)].append(index)
    return (found for found in places.values() if len(found) >= _FEWEST)


def _is_page_apart(starts: Sequence[int]) -> bool:
    """Tell whether most distances are alike, as chance would not have it."""
    distances = [after - before for before, after in pairwise(starts)]
    usual = median(distances)
    alike = sum(usual / 2 <= distance <= usual * 2 for distance in distances)
    return usual >= _SHORTEST_PAGE and alike * 3 >= len(distances) * 2


def _breaks_pages(
    text: str, blocks: Sequence[Block], places: Sequence[int], heads: Collection[int]
) -> bool:
    breaks = sum(_is_page_break(text, blocks, index, heads) for index in places)
    return breaks * 3 >= len(places)


def _is_page_break(
    text: str, blocks: Sequence[Block], index: int, heads: Collection[int]
) -> bool:
    """Tell whether a form feed, or a sentence cut in two, is around the line."""
    nearest = range(1, _MOST_AT_BREAK + 1)
    before = next((index - by for by in nearest if index - by not in heads), -1)
    after = next((index + by for by in nearest if index + by not in heads), len(blocks))
    if before < 0 or after >= len(blocks):
        return False
    cut, rest = blocks[before].span, blocks[after].span
    is_cut = len(cut) >= _SHORTEST_CUT and not text.endswith(_STOPS, cut.start, cut.end)
    return "\f" in text[cut.end : rest.start] or (is_cut and text[rest.start].islower())
