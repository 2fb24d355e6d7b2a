"""How a PDF is set: its usual size and how far its lines are apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from workbench.importing.pdf_fragments import Fragment

_USUAL_STEP: Final = 1.25
_ENOUGH_PAIRS: Final = 3
_LONG: Final = 20
_ENDS: Final = ".!?:;”"
_LARGEST_STEP: Final = 3.5

Page = tuple[Sequence[Fragment], str]
"""The pieces of a page, and its marks."""


def rounded(points: float) -> float:
    """Return a measure in half points, as sizes differ by what rounding leaves."""
    return round(points * 2) / 2


@dataclass(frozen=True, slots=True)
class Style:
    """The size that most characters have, whether most are bold, and usual steps."""

    body: float
    is_bold: bool = False
    _steps: dict[float, float] = field(default_factory=dict)

    def step(self, size: float) -> float:
        """Return how far the lines of a paragraph of that size are apart."""
        return self._steps.get(rounded(size), _USUAL_STEP * size)


def style_of(pages: Iterable[Page]) -> Style:
    """Return how the pages are set."""
    sizes: Counter[float] = Counter()
    bold = 0
    steps: dict[float, Counter[float]] = {}
    for fragments, marks in pages:
        for it in fragments:
            sizes[rounded(it.size)] += it.end - it.start
            bold += (it.end - it.start) * it.is_bold
        for size, step in _steps(fragments, marks):
            steps.setdefault(size, Counter())[step] += 1
    usual = {size: _usual(found) for size, found in steps.items()}
    body = max(sizes, key=lambda it: (sizes[it], -it), default=0.0)
    is_bold = bold * 2 > sizes.total()
    return Style(body, is_bold, {size: it for size, it in usual.items() if it})


def _steps(fragments: Sequence[Fragment], marks: str) -> Iterator[tuple[float, float]]:
    """Yield size and distance of long lines of which the first does not end it."""
    for above, below in pairwise(fragments):
        size = rounded(below.size)
        step = below.base - above.base
        if (
            rounded(above.size) == size
            and min(above.end - above.start, below.end - below.start) >= _LONG
            and abs(above.left - below.left) < 3 * size
            and marks[above.end - 1] not in _ENDS
            and size / 2 < step < _LARGEST_STEP * size
        ):
            yield size, rounded(step)


def _usual(steps: Counter[float]) -> float:
    """Return the smallest step among the frequent ones, 0 if there are too few."""
    total = steps.total()
    if total < _ENOUGH_PAIRS:
        return 0.0
    return min(step for step, count in steps.items() if count * 5 >= total)
