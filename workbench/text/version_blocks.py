"""Says of every block of two versions of a text what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from workbench.model.spans import Span
from workbench.model.version_pairs import VersionPair, VersionPairKind
from workbench.text.block_matching import Match, match_blocks
from workbench.text.sequences import heaviest_chain
from workbench.text.tying import compare
from workbench.text.word_diff import moved, word_diff


def version_blocks(
    old: str,
    new: str,
    old_blocks: Sequence[Span],
    new_blocks: Sequence[Span],
    pause: Callable[[], None] = lambda: None,
) -> list[VersionPair]:
    """Return every block of both texts in exactly one pair, by the new text.

    What was removed comes where it was: behind the last block before it that stayed.
    `pause` is called now and then and may raise to cancel.
    """
    compared = compare(old, new, pause)
    matches = match_blocks(compared, old_blocks, new_blocks)
    staying = _staying(matches, old_blocks)
    pairs: list[VersionPair] = []
    for match in _in_order(matches, staying, len(old_blocks), len(new_blocks)):
        pause()
        spans = _span(old_blocks, match.old), _span(new_blocks, match.new)
        is_moved = match.old.start not in staying
        pairs.append(_pair(old, new, match, spans, is_moved=is_moved))
    return pairs


def _staying(matches: Sequence[Match], old_blocks: Sequence[Span]) -> set[int]:
    """Return the matches, by their first old block, that keep most text in order."""
    runs = [
        (it.old.start, it.new.start, len(_span(old_blocks, it.old) or ()))
        for it in matches
    ]
    return {i for i, _, _ in heaviest_chain(runs)}


def _in_order(
    matches: Sequence[Match], staying: set[int], old_count: int, new_count: int
) -> Iterator[Match]:
    """Yield the matches by the new text, with what is in none at its place."""
    nothing = range(0)
    kept = {i for it in matches for i in it.old}
    removed = iter([i for i in range(old_count) if i not in kept])
    by_new = {it.new.start: it for it in matches}
    waiting = next(removed, old_count)
    j = 0
    while j < new_count:
        match = by_new.get(j) or Match(nothing, range(j, j + 1), is_same=False)
        while match.old.start in staying and waiting < match.old.start:
            yield Match(range(waiting, waiting + 1), nothing, is_same=False)
            waiting = next(removed, old_count)
        yield match
        j = match.new.stop
    for i in (waiting, *removed):
        if i < old_count:
            yield Match(range(i, i + 1), nothing, is_same=False)


def _span(blocks: Sequence[Span], numbers: range) -> Span | None:
    if not numbers:
        return None
    return Span(blocks[numbers.start].start, blocks[numbers.stop - 1].end)
