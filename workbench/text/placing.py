"""Carries spans of an old text over to a new one, by what the two texts share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import accumulate, pairwise

from workbench.model.spans import Span
from workbench.text.tokens import cuts_word
from workbench.text.tying import Comparison, Tie, by_new

_REACH = 256
"""New characters that pieces of one passage may be apart, whatever its length."""
_LONGEST_WORD = 64


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two ties that are neighbors in both texts."""

    old: Span
    new: Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span went: `tied` of its characters are the same ones."""

    span: Span
    tied: int


class _Landmarks:
    """The stretches that stand once in either text, and their order in both."""

    def __init__(self, compared: Comparison) -> None:
        end = Tie(len(compared.old), len(compared.new), 0)
        self._marks = marks = [Tie(0, 0, 0), *compared.certain, end]
        self._starts = [it.old for it in marks]
        self._linked = _linked(marks, _numbers_by_new(marks))

    def hold(self, span: Span, place: Span) -> bool:
        """Tell whether a place is between the same landmarks as its span was."""
        at = max(0, bisect_left(self._starts, span.end) - 1)
        before = self._marks[at]
        if before.old_end > span.start:
            return True
        if not self._linked[at]:
            return False
        after = self._marks[at + 1]
        return before.new_end <= place.start and place.end <= after.new


def _numbers_by_new(ties: list[Tie]) -> list[int]:
    return sorted(range(len(ties)), key=lambda at: by_new(ties[at]))


def _linked(ties: list[Tie], in_new: list[int]) -> list[bool]:
    """Tell of each tie whether the next one follows it in the new text as well."""
    linked = [False] * len(ties)
    for one, other in pairwise(in_new):
        linked[one] = other == one + 1
    return linked


class TextMap:
    """Looks up places of the old text in the new one."""

    def __init__(self, compared: Comparison) -> None:
        self._old, self._new = compared.old, compared.new
        self._ties = ties = compared.ties
        self._starts = [it.old for it in ties]
        self._sizes = [0, *accumulate(it.length for it in ties)]
        in_new = _numbers_by_new(ties)
        self._linked = _linked(ties, in_new)
        self._new_starts = [ties[at].new for at in in_new]
        self._new_ends = [ties[at].new_end for at in in_new]
        self._landmarks = _Landmarks(compared)
        self._breaks = [at + 1 for at, it in enumerate(self._linked) if not it]

    # Spans that are still whole -------------------------------------------------------

    def whole(self, span: Span) -> Span | None:
        """Return where all characters of the span stand, if none was changed."""
        at = self.tie_at(span.start)
        tie = self._ties[at]
        if span.end > tie.old_end:
            return None
        start = tie.new + span.start - tie.old
        return Span(start, start + len(span))

    def is_held(self, span: Span, place: Span) -> bool:
        """Tell whether the place stands where it has to, between unmistakable text.

        A repeated phrase at the edge of a stretch that moved may belong elsewhere.
        """
        return self._landmarks.hold(span, place)

    # Spans that were changed ----------------------------------------------------------

    def place(self, span: Span) -> Place | None:
        """Return the place that fits a changed span best, if its surroundings stand."""
        first = self.tie_at(span.start)
        first += self._ties[first].old_end <= span.start
        last = bisect_left(self._starts, span.end) - 1
        if first > last:
            return self._inside_gap(span, last)
        pieces = self._pieces(first, last)
        heaviest = max(range(len(pieces)), key=lambda at: self._tied(pieces[at], span))
        chosen = self._neighbors_of(heaviest, pieces, span)
        head, tail = chosen[0][0], chosen[-1][1]
        start, end = self._start(span, head), self._end(span, tail)
        tied = sum(self._tied(it, span) for it in chosen)
        return Place(Span(start, max(start, end)), tied)

    def _inside_gap(self, span: Span, before: int) -> Place | None:
        gap = self.gap(before)
        if gap is None or not gap.new:
            return None
        start, end = self._between(gap, span.start), self._between(gap, span.end)
        return Place(Span(start, end), 0) if start < end else None

    def _pieces(self, first: int, last: int) -> list[tuple[int, int]]:
        """Cut ties, from first to last, where the new text does not follow the old."""
        inner = self._breaks[
            bisect_right(self._breaks, first) : bisect_right(self._breaks, last)
        ]
        return [(one, other - 1) for one, other in pairwise([first, *inner, last + 1])]

    def _tied(self, piece: tuple[int, int], span: Span) -> int:
        """Return how many characters of the span are in the ties of a piece."""
        first, last = self._ties[piece[0]], self._ties[piece[1]]
        whole = self._sizes[piece[1] + 1] - self._sizes[piece[0]]
        return whole - max(0, span.start - first.old) - max(0, last.old_end - span.end)

    def _neighbors_of(
        self, at: int, pieces: list[tuple[int, int]], span: Span
    ) -> list[tuple[int, int]]:
        """Put pieces to the heaviest one that stand near it and in order."""
        chosen = [pieces[at]]
        reach = 2 * len(span) + _REACH
        for piece in pieces[at + 1 :]:
            room = self._ties[piece[0]].new - self._ties[chosen[-1][1]].new_end
            if 0 <= room <= reach:
                chosen.append(piece)
        for piece in reversed(pieces[:at]):
            room = self._ties[chosen[0][0]].new - self._ties[piece[1]].new_end
            if 0 <= room <= reach:
                chosen.insert(0, piece)
        return chosen

    def _start(self, span: Span, at: int) -> int:
        """Return where the span begins, the first of its ties being known."""
        tie = self._ties[at]
        if tie.old <= span.start:
            return tie.new + span.start - tie.old
        gap = self.gap(at - 1)
        return self._between(gap, span.start) if gap else tie.new

    def _end(self, span: Span, at: int) -> int:
        """Return where the span ends, the last of its ties being known."""
        tie = self._ties[at]
        if tie.old_end >= span.end:
            return tie.new_end - (tie.old_end - span.end)
        gap = self.gap(at)
        return self._between(gap, span.end) if gap else tie.new_end

    def _between(self, gap: Gap, offset: int) -> int:
        """Return where an offset inside replaced text would be, not inside a word."""
        if offset <= gap.old.start:
            return gap.new.start
        if offset >= gap.old.end:
            return gap.new.end
        at = (offset - gap.old.start) * len(gap.new) // len(gap.old) + gap.new.start
        first = max(gap.new.start, at - _LONGEST_WORD)
        while at > first and cuts_word(self._new, at):
            at -= 1
        return at

    def grown(self, span: Span, place: Span) -> Span:
        """Take in what was written onto the first or last word of the passage."""
        start, end = place.start, place.end
        if place and not cuts_word(self._old, span.start):
            first = max(0, start - _LONGEST_WORD)
            while start > first and self._is_written_onto(start, start - 1):
                start -= 1
        if place and not cuts_word(self._old, span.end):
            last = min(len(self._new), end + _LONGEST_WORD)
            while end < last and self._is_written_onto(end, end):
                end += 1
        return Span(start, end)

    # Ties and gaps --------------------------------------------------------------------

    def gap(self, at: int) -> Gap | None:
        """Return what is between a tie and the next, if they are neighbors."""
        if not 0 <= at < len(self._ties) - 1 or not self._linked[at]:
            return None
        one, other = self._ties[at], self._ties[at + 1]
        return Gap(Span(one.old_end, other.old), Span(one.new_end, other.new))

    def gap_around(self, span: Span) -> Gap | None:
        """Return the gap that a span without ties is in."""
        at = self.tie_at(span.start)
        return self.gap(at) if self._ties[at].old_end <= span.start else None

    def tie(self, at: int) -> Tie:
        """Return a tie by its number."""
        return self._ties[at]

    def tie_at(self, offset: int) -> int:
        """Return the number of the last tie that begins at or before an offset."""
        return bisect_right(self._starts, offset) - 1

    def _is_written_onto(self, boundary: int, offset: int) -> bool:
        """Tell whether a boundary cuts a word, and the character beyond it is new."""
        return cuts_word(self._new, boundary) and self._is_inserted(offset)

    def _is_inserted(self, offset: int) -> bool:
        at = bisect_right(self._new_starts, offset) - 1
        return self._new_ends[at] <= offset
