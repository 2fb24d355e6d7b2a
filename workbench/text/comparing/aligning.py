"""Finds which statements of two texts say the same, by these two texts only.

First come those that share more than chance would give them. What is left on both
sides, because its words stand everywhere in these texts, may still be nearly equal:
such formulas are tied one to one, the most alike first, and those that are equally
alike in their order.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable

from workbench.model.alignments import Pair
from workbench.model.spans import Span
from workbench.text.comparing.candidates import candidates
from workbench.text.comparing.formulas import Formulas
from workbench.text.comparing.matching import Comparing, Match, matches
from workbench.text.comparing.statements import Statements

_EXPLAINED = 0.8


def aligned(
    a: Statements, b: Statements, pause: Callable[[], None] = lambda: None
) -> list[Pair]:
    """Return the pairs by their place in `a`, then in `b`.

    `pause` is called every few milliseconds and may raise to cancel.
    """
    places = candidates(a, b, pause)
    found = unexplained(matches(Comparing(a, b), places, pause), len(a), len(b))
    mine, yours = {it.a for it in found}, {it.b for it in found}
    left = [it for it in places if it[0] not in mine and it[1] not in yours]
    found += one_to_one(matches(Formulas(a, b), left, pause))
    return sorted((it.pair for it in found), key=lambda it: (it.a, it.b))


def one_to_one(found: Iterable[Match]) -> list[Match]:
    """Give each sentence one counterpart: the most alike first, equals in order."""
    kept: list[Match] = []
    mine: set[int] = set()
    yours: set[int] = set()
    for match in sorted(found, key=lambda it: (-it.weight, it.a + it.b, it.a)):
        if match.a not in mine and match.b not in yours:
            kept.append(match)
            mine.add(match.a)
            yours.add(match.b)
    return kept


def unexplained(found: Iterable[Match], in_a: int, in_b: int) -> list[Match]:
    """Leave out matches of which both stretches have better counterparts.

    Copies that are alike are tied in their order; `in_a` and `in_b` are how many
    sentences there are.
    """
    kept: list[Match] = []
    of_a: defaultdict[int, list[Span]] = defaultdict(list)
    of_b: defaultdict[int, list[Span]] = defaultdict(list)
    for match in sorted(
        found, key=lambda it: (-it.weight, abs(it.a / in_a - it.b / in_b), it.a, it.b)
    ):
        pair = match.pair
        if not (
            _is_inside(pair.a, of_a[match.a]) and _is_inside(pair.b, of_b[match.b])
        ):
            kept.append(match)
            of_a[match.a].append(pair.a)
            of_b[match.b].append(pair.b)
    return kept


def _is_inside(span: Span, others: Iterable[Span]) -> bool:
    return any(
        min(span.end, it.end) - max(span.start, it.start) >= _EXPLAINED * len(span)
        for it in others
    )
