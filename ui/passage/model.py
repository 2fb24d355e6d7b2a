"""What the passage panel shows, gathered: the passage and all that belongs to it."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.passages import Passage
from workbench.model.tables import CellPlace, CellState
from workbench.model.tags import Tag

STATE_KINDS = {
    CellState.EMPTY: "plain",
    CellState.DRAFT: "warn",
    CellState.SUPPORTED: "ok",
    CellState.DISPUTED: "bad",
    CellState.ORPHANED: "bad",
}


@dataclass(frozen=True, slots=True)
class PassageView:
    """A passage with its document's title, its tags, and the cells that cite it."""

    passage: Passage
    document: str
    tags: tuple[Tag, ...]
    cited_by: tuple[CellPlace, ...]

    @property
    def quotation(self) -> str:
        """The quote on one line, in quotation marks."""
        return f"“{' '.join(self.passage.quote.split())}”"

    @property
    def place(self) -> str:
        """The offsets of the passage, for people."""
        span = self.passage.span
        return f"Characters {span.start:,}–{span.end:,}"


def path_of(place: CellPlace) -> str:
    """Return where a cell is: `Table › Row › Column`."""
    return f"{place.table} › {place.row} › {place.column}"
