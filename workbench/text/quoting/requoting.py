"""Finds where a text has nearly the words of a quotation, and what was changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from workbench.model.spans import Span
from workbench.model.word_diffs import WordDiff
from workbench.text.quoting.wording import ELLIPSIS, Wording, is_word
from workbench.text.sequences import Run, align

FEWEST_WORDS: Final = 4
"""Of fewer, a changed one is another expression."""
LEAST_LIKENESS: Final = 0.6
_LEFT_OUT: Final = 80
"""Words that one ellipsis may stand for."""
_LONGEST_JUMP: Final = 4
_COMMON: Final = 200


@dataclass(frozen=True, slots=True)
class Rewording:
    """The stretch a quotation was taken from, and what its words were changed to.

    `diff` counts from the start of each stretch. `likeness` goes from 0 to 1;
    `is_marked` tells that brackets or an ellipsis mark every change.
    """

    span: Span
    diff: WordDiff
    likeness: float
    is_marked: bool


def reworded(quoted: Wording, source: Wording) -> Rewording | None:
    """Return the likeliest stretch of the source, if one is like the quotation."""
    quote = _Quote(quoted.words)
    if quote.counted < FEWEST_WORDS:
        return None
    window = _window(quote, source.words)
    if not window:
        return None
    runs = _aligned(quote, source.words, window)
    if sum(size for _, _, size in runs) < FEWEST_WORDS - 1:
        return None
    return _judged(quote, quoted, source, runs)


class _Quote:
    """The words of a quotation, and which of them the quoter put in visibly."""

    def __init__(self, words: Sequence[str]) -> None:
        self.words = words
        self.is_marked = list(_marked(words))
        self.counted = sum(
            is_word(word) and not is_marked
            for word, is_marked in zip(words, self.is_marked, strict=True)
        )
        self.ellipses = sum(word == ELLIPSIS for word in words)

    @property
    def reach(self) -> int:
        """How many words of the source it may stretch over."""
        return len(self.words) * 3 // 2 + 8 + self.ellipses * _LEFT_OUT


def _marked(words: Sequence[str]) -> Iterator[bool]:
    """Tell of each word whether it is an ellipsis or stands in brackets."""
    closing = [at for at, word in enumerate(words) if word == "]"]
    depth_until = -1
    for at, word in enumerate(words):
        if word == "[":
            while closing and closing[0] < at:
                closing.pop(0)
            depth_until = max(depth_until, closing[0] if closing else -1)
        yield at <= depth_until or word == ELLIPSIS


def _window(quote: _Quote, words: Sequence[str]) -> range:
    """Return the stretch with most pairs of neighboring words of the quotation."""
    wanted: dict[tuple[str, str], int] = {}
    for at, pair in enumerate(pairwise(quote.words)):
        wanted.setdefault(pair, at)
    seeds = [(at, pair) for at, pair in enumerate(pairwise(words)) if pair in wanted]
    if not seeds:
        return range(0)
    inside: defaultdict[tuple[str, str], int] = defaultdict(int)
    best, first, chosen = 0, 0, (0, 0)
    for last, (at, pair) in enumerate(seeds):
        inside[pair] += 1
        while at - seeds[first][0] > quote.reach:
            gone = seeds[first][1]
            inside[gone] -= 1
            if not inside[gone]:
                del inside[gone]
            first += 1
        if len(inside) > best:
            best, chosen = len(inside), (first, last)
    begin, begin_pair = seeds[chosen[0]]
    end, end_pair = seeds[chosen[1]]
    margin = _LONGEST_JUMP
    start = max(0, begin - wanted[begin_pair] - margin)
    stop = end + len(quote.words) - wanted[end_pair] + margin
    return range(start, min(len(words), stop))


def _aligned(quote: _Quote, words: Sequence[str], window: range) -> list[Run]:
    """Return which words of the quotation are which of the source, without islands."""
    numbers: dict[str, int] = {}
    left = [numbers.setdefault(it, len(numbers)) for it in quote.words]
    left = [
        -at if is_marked else it
        for at, (it, is_marked) in enumerate(zip(left, quote.is_marked, strict=True), 1)
    ]
    right = [numbers.setdefault(words[at], len(numbers)) for at in window]
    runs = [(i, window.start + j, size) for i, j, size in align(left, right)]
    return _without_islands(quote, runs)


def _without_islands(quote: _Quote, runs: list[Run]) -> list[Run]:
    """Drop few words at either end that stand far from the rest in the source."""
    for end in (0, -1):
        while len(runs) > 1:
            near, beyond = (runs[0], runs[1]) if end == 0 else (runs[-1], runs[-2])
            one, other = sorted((near, beyond))
            gap = other[1] - one[1] - one[2]
            if _is_elided(quote, one, other) or gap <= near[2] * 2:
                break
            del runs[end]
    return runs


def _is_elided(quote: _Quote, one: Run, other: Run) -> bool:
    return any(quote.is_marked[one[0] + one[2] : other[0]])


def _judged(
    quote: _Quote, quoted: Wording, source: Wording, runs: list[Run]
) -> Rewording | None:
    first, last = _with_edges(quote, source.words, runs)
    gaps = list(_gaps(len(quote.words), first, last, runs))
    matched = sum(
        is_word(it) for i, _, size in runs for it in quote.words[i : i + size]
    )
    left_out = sum(
        is_word(source.words[at])
        for ours, theirs in gaps
        if not any(quote.is_marked[it] for it in ours)
        for at in theirs
    )
    likeness = matched / max(quote.counted, matched + left_out)
    if likeness < LEAST_LIKENESS:
        return None
    span = source.span_of(first, last)
    diff = WordDiff(
        tuple(_spans(source, span.start, (theirs for _, theirs in gaps))),
        tuple(_spans(quoted, 0, (ours for ours, _ in gaps))),
    )
    is_marked = all(
        ours and all(quote.is_marked[it] for it in ours) for ours, _ in gaps
    )
    return Rewording(span, diff, likeness, is_marked)


def _with_edges(
    quote: _Quote, words: Sequence[str], runs: list[Run]
) -> tuple[int, int]:
    """Return from where to where the source goes: as far as words were replaced."""
    i, first, _ = runs[0]
    before = min(sum(not it for it in quote.is_marked[:i]), _LONGEST_JUMP)
    while before and first and is_word(words[first - 1]):
        first, before = first - 1, before - 1
    i, last, size = runs[-1]
    last += size
    after = min(sum(not it for it in quote.is_marked[i + size :]), _LONGEST_JUMP)
    while after and last < len(words) and is_word(words[last]):
        last, after = last + 1, after - 1
    return first, last


def _gaps(
    length: int, first: int, last: int, runs: list[Run]
) -> Iterator[tuple[range, range]]:
    """Yield what stands between runs: words of the quotation, words of the source."""
    bounds = [(0, first, 0), *runs, (length, last, 0)]
    for (i, j, size), (after_i, after_j, _) in pairwise(bounds):
        gap = range(i + size, after_i), range(j + size, after_j)
        if any(gap):
            yield gap


def _spans(wording: Wording, start: int, gaps: Iterator[range]) -> Iterator[Span]:
    for gap in gaps:
        if gap:
            span = wording.span_of(gap.start, gap.stop)
            yield Span(span.start - start, span.end - start)
