"""What the dispersion plot shows, and how one moves in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from workbench.model.concordances import Concordance, Dispersion
from workbench.model.ids import DocumentId
from workbench.model.spans import Span
from workbench.text.spreading import deviation_of_proportions

PARTS = 10


@dataclass(frozen=True, slots=True)
class PlotRow:
    """One document with its matches; `first` is the line of the first of them.

    `deviation` says how unevenly they stand in it (Gries' DP over ten equal parts).
    """

    dispersion: Dispersion
    first: int
    deviation: float

    @property
    def title(self) -> str:
        """What the document is called."""
        return self.dispersion.document.title or self.dispersion.document.name

    @property
    def count(self) -> int:
        """How many matches there are."""
        return len(self.dispersion.places)

    def nearest(self, share: float) -> int:
        """Return the match that stands nearest to a share of the document's length."""
        places = self.dispersion.places
        return min(range(len(places)), key=lambda it: abs(places[it] - share))


@dataclass(frozen=True, slots=True)
class Plot:
    """The documents that have matches, in their order; lines as they were found."""

    lines: Concordance | None = None
    rows: Sequence[PlotRow] = ()
    longest: int = field(default=1)
    facts: str = ""

    def place(self, row: int, match: int) -> tuple[DocumentId, Span]:
        """Return where a match stands."""
        assert self.lines is not None
        line = self.rows[row].first + match
        return DocumentId(self.lines.documents[line]), self.lines.span(line)


def plot_of(
    lines: Concordance, dispersions: Sequence[Dispersion], facts: str = ""
) -> Plot:
    """Put dispersions and the lines they came from together.

    Both are in the order in which matches were found.
    """
    counts = (len(it.places) for it in dispersions)
    firsts = accumulate(counts, initial=0)
    rows = [
        PlotRow(it, first, _deviation(it))
        for it, first in zip(dispersions, firsts, strict=False)
        if len(it.places)
    ]
    longest = max((it.characters for it in dispersions), default=1)
    return Plot(lines, rows, max(longest, 1), facts)


def _deviation(dispersion: Dispersion) -> float:
    counts = [0] * PARTS
    for place in dispersion.places:
        counts[min(int(place * PARTS), PARTS - 1)] += 1
    return deviation_of_proportions(counts, [1] * PARTS) or 0.0
