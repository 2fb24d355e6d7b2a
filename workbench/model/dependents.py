"""What would feel it if passages were gone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from workbench.model.cases import Case
from workbench.model.cells import CellPlace
from workbench.model.links import Link
from workbench.model.notes import PlacedNote


class DependentCounts(NamedTuple):
    """How many things of each kind rest on something."""

    cells: int = 0
    notes: int = 0
    links: int = 0
    mentions: int = 0

    @property
    def words(self) -> str:
        """How many there are of each: `2 cells, 1 note and 1 link`, or empty."""
        nouns = ("cell", "note", "link", "case")
        counts = zip(self, nouns, strict=True)
        return _listed([f"{it:,} {noun}{'s' * (it != 1)}" for it, noun in counts if it])

    def rest_on(self, what: str) -> str:
        """Return `2 cells and 1 note rest on` something, as one says it."""
        return f"{self.words} {'rests' if sum(self) == 1 else 'rest'} on {what}"


@dataclass(frozen=True, slots=True)
class Dependents:
    """All that rests on some passages: the cells that cite them, and what leads there.

    `notes` have a link to one of them, written on something else; `mentions` are the
    cases that one was confirmed to mention. A cell that cites several of the passages
    in one role is named once.
    """

    cells: tuple[CellPlace, ...] = ()
    notes: tuple[PlacedNote, ...] = ()
    links: tuple[Link, ...] = ()
    mentions: tuple[Case, ...] = ()

    @property
    def counts(self) -> DependentCounts:
        """How many there are."""
        cells = {(it.row_id, it.column_id) for it in self.cells}
        return DependentCounts(
            len(cells), len(self.notes), len(self.links), len(self.mentions)
        )

    @property
    def words(self) -> str:
        """How many there are of each: `2 cells, 1 note and 1 link`, or empty."""
        return self.counts.words


def _listed(parts: Sequence[str]) -> str:
    *others, last = parts or [""]
    return f"{', '.join(others)} and {last}" if others else last
