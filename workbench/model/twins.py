"""Near-copies inside one text."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.alignments import Pair
from workbench.model.spans import Span


@dataclass(frozen=True, slots=True)
class TwinSection:
    """Two stretches of one text whose statements are twins, in the same order.

    One pair of statements makes a section too. `a` comes before `b`, and they never
    overlap.
    """

    a: Span
    b: Span
    pairs: tuple[Pair, ...]
