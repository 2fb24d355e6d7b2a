"""Finds near-copies inside one text: statements, and sections made of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from workbench.model.alignments import Pair, PairKind
from workbench.model.spans import Span
from workbench.model.twins import TwinSection
from workbench.text.aligning import Comparing, Match, candidates, matches
from workbench.text.statements import Statements

_NEXT_TO = 0.5
"""What a statement next to twins must weigh, compared with one that stands alone."""
_COVERED = 0.5
"""Share of the shorter statement that the other must repeat."""
_APART = 2
"""Statements from one pair of a section to the next, at most."""
_ADDRESS = "://"

Place = tuple[int, int]
"""The numbers of two sentences."""


def twins(one: Statements, pause: Callable[[], None] = lambda: None) -> list[Pair]:
    """Return statements of a text that repeat each other, `a` before `b`, in order.

    A pair has whole sentences where it covers most of them, so that all that differs
    is seen. `pause` is called every few milliseconds and may raise to cancel.
    """
    comparing = Comparing(one, one)
    different = [(i, j) for i, j in candidates(one, one) if i < j]
    found = {(it.a, it.b): it for it in matches(comparing, different, pause)}
    comparing.least *= _NEXT_TO
    waiting = [it for it in found.values() if _is_twin(one, it)]
    kept = {(it.a, it.b): it for it in waiting}
    while waiting:
        beside = _beside(waiting.pop(), len(one)) - kept.keys()
        fresh = [it for it in matches(comparing, sorted(beside), pause)
                 if _is_twin(one, it)]  # fmt: skip
        kept.update({(it.a, it.b): it for it in fresh})
        waiting += fresh
    return [_whole(one, kept[place]) for place in sorted(kept)]
