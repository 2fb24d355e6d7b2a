"""Compares two whole texts: which characters of the one are which of the other."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from workbench.text.differing import UNIQUE, Matcher
from workbench.text.sequences import Run, shared_prefix, shared_suffix
from workbench.text.sliding import Side, slid
from workbench.text.tokens import Tokens, Vocabulary


@dataclass(slots=True)
class Tie:
    """`length` equal characters: from `old` in the old text, from `new` in the new."""

    old: int
    new: int
    length: int

    @property
    def old_end(self) -> int:
        """Return where it ends in the old text."""
        return self.old + self.length

    @property
    def new_end(self) -> int:
        """Return where it ends in the new text."""
        return self.new + self.length


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts and what they share.

    `ties` come by the old text; an empty one stands at either end. `certain` are those
    parts of ties that stand just once in either text. `tied_old` and
    `tied_new` say of each token whether it was found in the other text.
    """

    old: str
    new: str
    ties: list[Tie]
    certain: list[Tie]
    vocabulary: Vocabulary
    old_tokens: Tokens
    new_tokens: Tokens
    tied_old: bytearray
    tied_new: bytearray


def compare(old: str, new: str, pause: Callable[[], None]) -> Comparison:
    """Compare two texts; `pause` is called now and then and may raise to cancel."""
    vocabulary = Vocabulary()
    left, right = Tokens(old, vocabulary), Tokens(new, vocabulary)
    matcher = Matcher(left, right, pause)
    runs = slid(matcher.match(), Side(old, left), Side(new, right))
    ties = [Tie(0, 0, 0)]
    for run in runs:
        for tie in _equal_characters(old, new, left, right, run):
            _append(ties, tie)
    ties.append(Tie(len(old), len(new), 0))
    _grow(old, new, ties)
    certain = list(_landmarks(old, left, right, matcher.certain))
    return Comparison(old, new, _merged(ties), certain, vocabulary, left, right,
                      _taken(left, ((it[0], it[2]) for it in runs)),
                      _taken(right, ((it[1], it[2]) for it in runs)))  # fmt: skip


def _taken(tokens: Tokens, stretches: Iterable[tuple[int, int]]) -> bytearray:
    taken = bytearray(len(tokens))
    for start, size in stretches:
        taken[start : start + size] = b"\1" * size
    return taken


def _landmarks(text: str, left: Tokens, right: Tokens, runs: list[Run]) \
        -> Iterator[Tie]:  # fmt: skip
    """Yield runs without a few words of a line at either end.

    Lines move: only with the next line were these words unmistakable.
    """
    for i, j, size in sorted(runs):
        spans = left.spans[i : i + size]
        breaks = [at for at, (one, other) in enumerate(pairwise(spans), 1)
                  if "\n" in text[one[1] : other[0]]]  # fmt: skip
        first = breaks[0] if breaks and breaks[0] < UNIQUE else 0
        last = breaks[-1] if breaks and size - breaks[-1] < UNIQUE else size
        if first < last:
            start = spans[first][0]
            yield Tie(start, right.spans[j + first][0], spans[last - 1][1] - start)


def by_new(tie: Tie) -> tuple[int, int]:
    """Order ties by where they stand in the new text."""
    return tie.new, tie.new_end


def _equal_characters(
    old: str, new: str, left: Tokens, right: Tokens, run: Run
) -> Iterator[Tie]:
    """Yield what is equal to the character in tokens that may differ in quote marks."""
    i, j, size = run
    start, end = left.spans[i][0], left.spans[i + size - 1][1]
    at = right.spans[j][0]
    if old[start:end] == new[at : right.spans[j + size - 1][1]]:
        yield Tie(start, at, end - start)
        return
    for step in range(size):
        start, end = left.spans[i + step]
        at, at_end = right.spans[j + step]
        if old[start:end] == new[at:at_end]:
            yield Tie(start, at, end - start)


def _append(ties: list[Tie], tie: Tie) -> None:
    last = ties[-1]
    if last.length and last.old_end == tie.old and last.new_end == tie.new:
        last.length += tie.length
    else:
        ties.append(tie)


def _merged(ties: list[Tie]) -> list[Tie]:
    merged = ties[:1]
    for tie in ties[1:]:
        if tie.length:
            _append(merged, tie)
    return [*merged, ties[-1]] if ties[-1].length == 0 else merged


def _grow(old: str, new: str, ties: list[Tie]) -> None:
    """Tie what is equal next to ties: blanks, and the rest of a corrected word."""
    ties.sort(key=by_new)
    after = {id(one): other for one, other in pairwise(ties)}
    ties.sort(key=lambda it: (it.old, it.old_end))
    for one, other in pairwise(ties):
        if after.get(id(one)) is other:
            _grow_into_gap(old, new, one, other)
    for one, other in pairwise(ties):
        follower = after.get(id(one))
        if follower is not other:
            room = min(other.old - one.old_end,
                       follower.new - one.new_end if follower else 0)  # fmt: skip
            one.length += _blanks(
                old[one.old_end : one.old_end + room],
                new[one.new_end : one.new_end + room],
            )


def _grow_into_gap(old: str, new: str, one: Tie, other: Tie) -> None:
    gap, new_gap = other.old - one.old_end, other.new - one.new_end
    room = min(gap, new_gap)
    if not room:
        return
    head = shared_prefix(old, one.old_end, new, one.new_end, room)
    tail = shared_suffix(old, other.old, new, other.new, room - head)
    if (head + tail) * 2 <= max(gap, new_gap):
        head = _blanks(old[one.old_end : one.old_end + head])
        tail = _blanks(old[other.old - tail : other.old][::-1])
    one.length += head
    other.old, other.new = other.old - tail, other.new - tail
    other.length += tail


def _blanks(text: str, other: str | None = None) -> int:
    """Return how many blanks the text begins with, the same ones as the other's."""
    size = len(text) - len(text.lstrip())
    return shared_prefix(text, 0, text if other is None else other, 0, size)
