"""Which place of one text goes with a place of another, from the pairs between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import zip_longest

from workbench.model.spans import Span

Ends = tuple[Span, Span]

_FAR = (Span(2**62, 2**62), Span(2**62, 2**62))


def in_order(pairs: Iterable[Ends]) -> list[Ends]:
    """Return pairs that follow each other in both texts, taking the first given first.

    Give the most certain ones first: what crosses one already taken is left out.
    """
    kept: list[Ends] = []
    for a, b in pairs:
        at = bisect_left(kept, a, key=lambda it: it[0])
        fits_before = at == 0 or _is_before(kept[at - 1], (a, b))
        fits_after = at == len(kept) or _is_before((a, b), kept[at])
        if len(a) and len(b) and fits_before and fits_after:
            kept.insert(at, (a, b))
    return kept


class ScrollMapping:
    """Maps places to and fro: evenly between pairs, and before and after all of them.

    The ends of the texts go with each other: -1 and one more than their lengths.
    """

    def __init__(self, pairs: Sequence[Ends], length_a: int, length_b: int) -> None:
        """Take pairs as `in_order` returns them."""
        points = [(-1, -1), *_points(pairs), (length_a + 1, length_b + 1)]
        self._a = [a for a, _ in points]
        self._b = [b for _, b in points]

    def forward(self, offset: float) -> float:
        """Return where an offset of the first text is in the second."""
        return _interpolated(offset, self._a, self._b)

    def back(self, offset: float) -> float:
        """Return where an offset of the second text is in the first."""
        return _interpolated(offset, self._b, self._a)


def _is_before(one: Ends, other: Ends) -> bool:
    return one[0].end <= other[0].start and one[1].end <= other[1].start


def _points(pairs: Sequence[Ends]) -> list[tuple[int, int]]:
    """Return where pairs begin, and where they end unless the next begins there."""
    points = []
    for (a, b), (next_a, next_b) in zip_longest(pairs, pairs[1:], fillvalue=_FAR):
        points.append((a.start, b.start))
        if a.end < next_a.start and b.end < next_b.start:
            points.append((a.end, b.end))
    return points


def _interpolated(at: float, xs: Sequence[int], ys: Sequence[int]) -> float:
    right = min(max(bisect_right(xs, at), 1), len(xs) - 1)
    x0, x1, y0, y1 = xs[right - 1], xs[right], ys[right - 1], ys[right]
    share = min(max((at - x0) / (x1 - x0), 0.0), 1.0)
    return y0 + share * (y1 - y0)
