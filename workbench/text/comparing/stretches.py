"""Where what two sentences share begins and ends, and how alike it is.

A chain of equal words often runs on by chance: “…,” said one text and “…,” said the
other. It is cut at a quotation mark of either text when hardly anything lies beyond,
and where it ends in words that say nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from workbench.model.alignments import PairKind
from workbench.model.spans import Span
from workbench.text.comparing.statements import Statements
from workbench.text.languages import FUNCTION_WORDS
from workbench.text.sequences import Run

_BEYOND = 0.3
"""The part of a chain's weight that may lie beyond a quotation mark."""
_DENSE = 0.6
"""The part of a stretch that must be matched, or it is a paraphrase."""
_AROUND = 6
_MARK = re.compile('["“”„«»「『」』]')
_OPENING = re.compile(r"(?:^|[\s(\[*_—–-])[\"“”„«»「『]+[\[*_(]*$")
_CLOSING = re.compile(r"[\])*_,.;:!?…]*[\"“”«»」』]")

_Places = Sequence[tuple[int, int]]
"""Equal words, in order: which it is in the one text and in the other."""


class Stretches:
    """Turns chains into stretches of two texts; `weights` are those of equal words."""

    def __init__(
        self, a: Statements, b: Statements, weights: Callable[[Run], Sequence[float]]
    ) -> None:
        self._a, self._b = a, b
        self._weights = weights

    def of(self, chain: list[Run], one: int, other: int) -> tuple[PairKind, Span, Span]:
        """Return the kind and the places of what two sentences share."""
        a, b = self._a, self._b
        places = self._between_marks(chain)
        if len(places) < _DENSE * _extent(places):
            return PairKind.PARAPHRASE, a.sentences[one], b.sentences[other]
        places = self._trimmed(places, one, other)
        (i, j), (last, end) = places[0], places[-1]
        same = a.forms[i : last + 1] == b.forms[j : end + 1]
        kind = PairKind.VERBATIM if same else PairKind.ALTERED
        return kind, _span(a, one, i, last + 1), _span(b, other, j, end + 1)

    def _between_marks(self, chain: list[Run]) -> _Places:
        """Leave out what lies beyond a quotation mark, if it is little."""
        places = [(i + step, j + step) for i, j, size in chain for step in range(size)]
        (i, j), (last, end) = places[0], places[-1]
        if not (_has_marks(self._a, i, last) or _has_marks(self._b, j, end)):
            return places
        weights = (weight for run in chain for weight in self._weights(run))
        before = list(accumulate(weights, initial=0.0))
        little = _BEYOND * before[-1]
        starts = range(bisect_right(before, little))
        first = next((it for it in starts if self._opens(*places[it])), 0)
        ends = range(len(places), bisect_left(before, before[-1] - little) - 1, -1)
        last = next((it for it in ends if self._closes(*places[it - 1])), len(places))
        return places[first:last]

    def _trimmed(self, places: _Places, one: int, other: int) -> _Places:
        """Leave out function words at the ends, unless both sentences end there too."""
        a, b = self._a, self._b
        (i, i_end), (j, j_end) = a.words(one), b.words(other)
        start, end = (i, j), (i_end - 1, j_end - 1)
        first, last = 0, len(places)
        while first < last - 1 and not self._is_edge(places[first], start):
            first += 1
        while last > first + 1 and not self._is_edge(places[last - 1], end):
            last -= 1
        return places[first:last]

    def _is_edge(self, place: tuple[int, int], bounds: tuple[int, int]) -> bool:
        """Tell whether a stretch may end in this word."""
        is_content = self._a.stems[place[0]] not in FUNCTION_WORDS
        return (
            is_content or place == bounds or self._opens(*place) or self._closes(*place)
        )

    def _opens(self, i: int, j: int) -> bool:
        return _is_opened(self._a, i) or _is_opened(self._b, j)

    def _closes(self, i: int, j: int) -> bool:
        return _is_closed(self._a, i) or _is_closed(self._b, j)


def _has_marks(text: Statements, first: int, last: int) -> bool:
    """Tell whether there is a quotation mark around some words, or between them."""
    start = max(0, text.starts[first] - _AROUND)
    is_last = last + 1 == len(text.starts)
    end = len(text.text) if is_last else text.starts[last + 1]
    return bool(_MARK.search(text.text, start, end))


def _is_opened(text: Statements, word: int) -> bool:
    start = text.starts[word]
    return bool(_OPENING.search(text.text, max(0, start - _AROUND), start))


def _is_closed(text: Statements, word: int) -> bool:
    return bool(_CLOSING.match(text.text, text.ends[word]))


def _extent(places: _Places) -> int:
    """Return how many words the longer stretch has."""
    (i, j), (last, end) = places[0], places[-1]
    return 1 + max(last - i, end - j)


def _span(text: Statements, number: int, first: int, last: int) -> Span:
    """Return where words stand: the sentence with its marks, if it is all of it."""
    if (first, last) == text.words(number):
        return text.sentences[number]
    return Span(text.starts[first], text.ends[last - 1])
