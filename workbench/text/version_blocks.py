"""Says of every block of two versions of a text what became of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from workbench.model.spans import Span
from workbench.model.version_pairs import VersionPair, VersionPairKind
from workbench.text.block_matching import Match, match_blocks
from workbench.text.sequences import heaviest_chain
from workbench.text.tying import compare
from workbench.text.word_diff import word_diff

_NONE = range(0)


@dataclass(frozen=True, slots=True)
class BlockText:
    """One version of a text, and where its blocks are."""

    text: str
    blocks: Sequence[Span]

    def span(self, numbers: range) -> Span:
        """Return the stretch of neighboring blocks."""
        first, last = self.blocks[numbers.start], self.blocks[numbers.stop - 1]
        return Span(first.start, last.end)


def version_blocks(
    old: BlockText, new: BlockText, pause: Callable[[], None] = lambda: None
) -> list[VersionPair]:
    """Return every block of both versions in exactly one pair, in the order of the new.

    What was removed comes where it was, behind the last block before it that stayed.
    `pause` is called now and then and may raise to cancel.
    """
    compared = compare(old.text, new.text, pause)
    matches = match_blocks(compared, old.blocks, new.blocks)
    staying = _staying(matches, old)
    pairs: list[VersionPair] = []
    for match in _ordered(matches, staying, old, new):
        pause()
        pairs.append(_pair(old, new, match, stays=match.old.start in staying))
    return pairs


def _staying(matches: Sequence[Match], old: BlockText) -> dict[int, Match]:
    """Return the matches, by their first old block, that keep most text in order."""
    by_old = {it.old.start: it for it in matches}
    runs = [(it.old.start, it.new.start, len(old.span(it.old))) for it in matches]
    return {i: by_old[i] for i, _, _ in heaviest_chain(runs)}


def _ordered(
    matches: Sequence[Match],
    staying: dict[int, Match],
    old: BlockText,
    new: BlockText,
) -> list[Match]:
    """Return all blocks by the new text: matched ones, and those without a match."""
    kept = {i for it in matches for i in it.old}
    known = {j for it in matches for j in it.new}
    anchors = sorted(staying)
    places: list[tuple[int, int, Match]] = [
        (match.new.start, 1, match)
        for match in (
            *matches,
            *(Match(_NONE, range(j, j + 1)) for j in range(len(new.blocks))
              if j not in known),
        )
    ]  # fmt: skip
    for i in range(len(old.blocks)):
        if i not in kept:
            before = bisect_right(anchors, i)
            after = staying[anchors[before - 1]].new.stop if before else 0
            places.append((after, 0, Match(range(i, i + 1), _NONE)))
    return [it for _, _, it in sorted(places, key=lambda place: place[:2])]


def _pair(old: BlockText, new: BlockText, match: Match, *, stays: bool) -> VersionPair:
    before = old.span(match.old) if match.old else None
    after = new.span(match.new) if match.new else None
    if before is None or after is None:
        return _lone(before, after)
    if match.is_same:
        kind = VersionPairKind.SAME if stays else VersionPairKind.MOVED
        return VersionPair(kind, before, after)
    diff = word_diff(before.of(old.text), after.of(new.text))
    diff = diff.moved(before.start, after.start)
    return VersionPair(
        VersionPairKind.CHANGED if stays else VersionPairKind.MOVED_AND_CHANGED,
        before,
        after,
        diff.removed,
        diff.added,
        len(match.old),
        len(match.new),
    )


def _lone(before: Span | None, after: Span | None) -> VersionPair:
    if before is None:
        added = (after,) if after else ()
        return VersionPair(VersionPairKind.ADDED, None, after, (), added, 0, 1)
    return VersionPair(VersionPairKind.REMOVED, before, None, (before,), (), 1, 0)
