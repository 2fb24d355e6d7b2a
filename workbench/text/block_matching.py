"""Finds which blocks of an old text became which blocks of a new one.

Blocks with the same words come first: what stands once in either text cannot be
mistaken, and repeated ones go with their neighbors. The others go by how many
characters the comparison of the whole texts found in both.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from operator import itemgetter

from workbench.model.spans import Span
from workbench.text.tokens import Tokens
from workbench.text.tying import Comparison, Tie

_LEAST_OF_SHORTER = 0.3
_LEAST_OF_LONGER = 0.15
"""Shares of two blocks that are equal if the one is the other, changed."""
_PART = 0.5
"""Share of a block that stands in another if it is a part of that other."""

Words = tuple[int, ...]
"""The numbers of the words of a block."""
Shared = Mapping[tuple[int, int], int]
"""How many characters an old block and a new one have in common, by their numbers."""


@dataclass(slots=True)
class Match:
    """Blocks of the old text, by number, and those of the new that they became."""

    old: range
    new: range
    is_same: bool = False


def match_blocks(
    compared: Comparison, old: Sequence[Span], new: Sequence[Span]
) -> list[Match]:
    """Return the matches by the old text; a block in none of them came or went."""
    equal = _equal(
        [_words(compared.old_tokens, it) for it in old],
        [_words(compared.new_tokens, it) for it in new],
    )
    shared = _shared(compared.ties, old, new)
    alike = _alike(shared, old, new, equal)
    matches = [_match(*it, is_same=True) for it in equal.items()]
    changed = [_match(*it) for it in alike.items()]
    _take_parts(changed, equal, shared, old, new)
    return sorted(matches + changed, key=lambda it: it.old.start)


def _match(i: int, j: int, *, is_same: bool = False) -> Match:
    return Match(range(i, i + 1), range(j, j + 1), is_same)


def _words(tokens: Tokens, block: Span) -> Words:
    first = bisect_left(tokens.spans, (block.start, 0))
    end = bisect_left(tokens.spans, (block.end, 0))
    return tuple(tokens.ids[first:end])


# Blocks with the same words -----------------------------------------------------------


def _equal(old: Sequence[Words], new: Sequence[Words]) -> dict[int, int]:
    """Return as many pairs of equal blocks as there are."""
    places = {words: at for at, words in enumerate(new)}
    in_old, in_new = Counter(old), Counter(new)
    matched = {
        at: places[words]
        for at, words in enumerate(old)
        if in_old[words] == in_new[words] == 1
    }
    _take_neighbors(matched, old, new)
    _take_rest(matched, old, new)
    return matched


def _take_neighbors(
    matched: dict[int, int], old: Sequence[Words], new: Sequence[Words]
) -> None:
    """Match equal blocks next to matched ones, and at both ends of the texts."""
    taken = set(matched.values())
    ends = {1: (-1, -1), -1: (len(old), len(new))}
    for step, end in ends.items():
        for i, j in [end, *sorted(matched.items())]:
            while (
                0 <= (i := i + step) < len(old)
                and 0 <= (j := j + step) < len(new)
                and i not in matched
                and j not in taken
                and old[i] == new[j]
            ):
                matched[i] = j
                taken.add(j)


def _take_rest(
    matched: dict[int, int], old: Sequence[Words], new: Sequence[Words]
) -> None:
    """Match what is equal anywhere, in order."""
    taken = set(matched.values())
    left: defaultdict[Words, list[int]] = defaultdict(list)
    for j in reversed(range(len(new))):
        if j not in taken:
            left[new[j]].append(j)
    for i, words in enumerate(old):
        if i not in matched and left[words]:
            matched[i] = left[words].pop()


# Blocks that were changed -------------------------------------------------------------


def _shared(ties: Sequence[Tie], old: Sequence[Span], new: Sequence[Span]) -> Shared:
    shared: Counter[tuple[int, int]] = Counter()
    for tie in ties:
        for i, part in _crossed(old, Span(tie.old, tie.old_end)):
            shift = tie.new - tie.old
            for j, common in _crossed(new, Span(part.start + shift, part.end + shift)):
                shared[i, j] += len(common)
    return shared


def _crossed(blocks: Sequence[Span], span: Span) -> Iterator[tuple[int, Span]]:
    """Yield the blocks that a span lies in, by number, with its part of each."""
    at = bisect_right(blocks, span.start, key=lambda it: it.end)
    while at < len(blocks) and blocks[at].start < span.end:
        block = blocks[at]
        yield at, Span(max(block.start, span.start), min(block.end, span.end))
        at += 1


def _alike(
    shared: Shared, old: Sequence[Span], new: Sequence[Span], equal: Mapping[int, int]
) -> dict[int, int]:
    """Match the blocks that are left with what they have most in common with."""
    taken_old, taken_new = set(equal), set(equal.values())
    alike: dict[int, int] = {}
    for (i, j), size in sorted(shared.items(), key=lambda it: (-it[1], it[0])):
        if i in taken_old or j in taken_new:
            continue
        shorter, longer = sorted((len(old[i]), len(new[j])))
        if size >= shorter * _LEAST_OF_SHORTER and size >= longer * _LEAST_OF_LONGER:
            alike[i] = j
            taken_old.add(i)
            taken_new.add(j)
    return alike


# Blocks that were split or joined -----------------------------------------------------


def _take_parts(
    matches: Sequence[Match],
    equal: Mapping[int, int],
    shared: Shared,
    old: Sequence[Span],
    new: Sequence[Span],
) -> None:
    """Give changed blocks their other pieces, where these stand next to them."""
    by_old = {it.old.start: it for it in matches}
    by_new = {it.new.start: it for it in matches}
    for i, j in _pieces(shared, old, {*equal, *by_old}):
        if j in by_new:
            by_new[j].old = _extended(by_new[j].old, i)
    turned = {(j, i): size for (i, j), size in shared.items()}
    for j, i in _pieces(turned, new, {*equal.values(), *by_new}):
        if i in by_old:
            by_old[i].new = _extended(by_old[i].new, j)


def _pieces(
    shared: Shared, blocks: Sequence[Span], taken: Collection[int]
) -> list[tuple[int, int]]:
    """Return free blocks with the block they are a part of, to and fro in the text."""
    pieces = {
        piece: whole
        for (piece, whole), size in sorted(shared.items(), key=itemgetter(1))
        if piece not in taken and size >= len(blocks[piece]) * _PART
    }
    ordered = sorted(pieces.items())
    return ordered + ordered[::-1]


def _extended(blocks: range, by: int) -> range:
    if by == blocks.start - 1:
        return range(by, blocks.stop)
    return range(blocks.start, by + 1) if by == blocks.stop else blocks
