"""What is said of a cell beside its text: of its words and of its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ui.widgets.counting import count_of
from workbench.model.cells import Cell
from workbench.model.tables import ColumnKind
from workbench.text.typed_values import misread_words

VALUES_DIFFER = "values differ"
CONTEXT_CHANGED = "context changed"


@dataclass(frozen=True, slots=True)
class CellParts:
    """All that is painted of a cell.

    `badges` is what is known of its sources and `conflict` why the values it cites do
    not agree, empty where there is nothing to say; `documents` are the cited ones.
    """

    cell: Cell
    kind: ColumnKind
    badges: str
    conflict: str
    documents: tuple[str, ...]
    has_note: bool

    @property
    def soft_marks(self) -> tuple[str, ...]:
        """Return what a person may want to look at, which makes no state."""
        return tuple(self._soft_marks())

    @property
    def evidence(self) -> str:
        """Say what the cell rests on."""
        if self.badges:
            return self.badges
        if self.cell.citations:
            return count_of(len(self.cell.citations), "passage")
        if self.cell.absence is None:
            return "no source"
        if found := self.cell.absence.found:
            return f"found in {count_of(len(found), 'place')} since"
        return f"{count_of(self.cell.absence.searched, 'document')} searched"

    def _soft_marks(self) -> Iterator[str]:
        if misread := misread_words(self.cell.summary, self.kind):
            yield misread
        if self.conflict:
            yield VALUES_DIFFER
        if self.cell.has_other_context:
            yield CONTEXT_CHANGED
