"""Where what two sentences share begins and ends, and how alike it is.

A chain of equal words often runs on by chance: “…,” said one text and “…,” said the
other. It is cut at a quotation mark of either text when hardly anything lies beyond,
and where it ends in words that say nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from workbench.model.alignments import PairKind
from workbench.model.spans import Span
from workbench.text.languages import FUNCTION_WORDS
from workbench.text.sequences import Run
from workbench.text.statements import Statements

_BEYOND = 0.3
"""The part of a chain's weight that may lie beyond a quotation mark."""
_DENSE = 0.6
"""The part of a stretch that must be matched, or it is a paraphrase."""
_OPENING = re.compile(r"(?:^|[\s(\[*_—–-])[\"“”„«»‹「『]+[\[*_(]*$")
_CLOSING = re.compile(r"[\])*_,.;:!?…]*[\"“”«»›」』]")


class Stretches:
    """Turns chains into stretches of two texts."""

    def __init__(
        self, a: Statements, b: Statements, weight: Callable[[Run], float]
    ) -> None:
        self._texts = a, b
        self._weight = weight

    def of(self, chain: list[Run], one: int, other: int) -> tuple[PairKind, Span, Span]:
        """Return the kind and the places of what two sentences share."""
        a, b = self._texts
        cut = self._cut(chain)
        if _density(cut) < _DENSE:
            return PairKind.PARAPHRASE, a.sentences[one], b.sentences[other]
        cut = self._trimmed(cut, (one, other))
        (i, j, _), (k, last, size) = cut[0], cut[-1]
        same = len(cut) == 1 and a.forms[i : i + size] == b.forms[j : j + size]
        kind = PairKind.VERBATIM if same else PairKind.ALTERED
        spans = _span(a, one, i, k + size), _span(b, other, j, last + size)
        return kind, *spans

    def _cut(self, chain: list[Run]) -> list[Run]:
        """Leave out what lies beyond a quotation mark, if it is little."""
        little = _BEYOND * sum(map(self._weight, chain))
        chain = self._cut_end(chain, little)
        return self._cut_start(chain, little)

    def _cut_start(self, chain: list[Run], little: float) -> list[Run]:
        found = chain
        for at, (i, j, size) in enumerate(chain):
            for step in range(size):
                if sum(map(self._weight, chain[:at])) > little:
                    return found
                if step and self._weight((i, j, step)) > little:
                    break
                if self._opens(i + step, j + step):
                    found = [(i + step, j + step, size - step), *chain[at + 1 :]]
        return found

    def _cut_end(self, chain: list[Run], little: float) -> list[Run]:
        found = chain
        for at in range(len(chain) - 1, -1, -1):
            i, j, size = chain[at]
            beyond = sum(map(self._weight, chain[at + 1 :]))
            for left in range(size, 0, -1):
                rest = (i + left, j + left, size - left)
                if beyond + (self._weight(rest) if rest[2] else 0) > little:
                    return found
                if self._closes(i + left - 1, j + left - 1):
                    found = [*chain[:at], (i, j, left)]
        return found

    def _opens(self, i: int, j: int) -> bool:
        return any(
            _OPENING.search(it.text, max(0, it.starts[at] - 8), it.starts[at])
            for it, at in zip(self._texts, (i, j), strict=True)
        )

    def _closes(self, i: int, j: int) -> bool:
        return any(
            _CLOSING.match(it.text, it.ends[at])
            for it, at in zip(self._texts, (i, j), strict=True)
        )

    def _trimmed(self, chain: list[Run], numbers: tuple[int, int]) -> list[Run]:
        """Leave out function words at the ends, unless the sentence ends there too."""
        a, b = self._texts
        bounds = a.words(numbers[0]), b.words(numbers[1])
        i, j, size = chain[0]
        while size > 1 and a.stems[i] in FUNCTION_WORDS:
            if (i, j) == (bounds[0][0], bounds[1][0]) or self._opens(i, j):
                break
            i, j, size = i + 1, j + 1, size - 1
        chain = [(i, j, size), *chain[1:]]
        i, j, size = chain[-1]
        while size > 1 and a.stems[i + size - 1] in FUNCTION_WORDS:
            ends = i + size, j + size
            if ends == (bounds[0][1], bounds[1][1]) or self._closes(
                ends[0] - 1, ends[1] - 1
            ):
                break
            size -= 1
        return [*chain[:-1], (i, j, size)]


def _density(chain: list[Run]) -> float:
    (i, j, _), (k, last, size) = chain[0], chain[-1]
    return sum(it[2] for it in chain) / max(k + size - i, last + size - j)


def _span(text: Statements, number: int, first: int, last: int) -> Span:
    """Return where words stand: the sentence with its marks, if it is all of it."""
    if (first, last) == text.words(number):
        return text.sentences[number]
    return Span(text.starts[first], text.ends[last - 1])
