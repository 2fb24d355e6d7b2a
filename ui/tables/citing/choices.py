"""The cells that match what is typed, as choices; no more than are worth showing."""

from __future__ import annotations

from collections.abc import Sequence

from ui.widgets.choice_list import Choice
from workbench.model.cell_names import NamedCell
from workbench.model.cells import CellKey
from workbench.project import Project
from workbench.text.cell_finding import CellFinder

MOST = 200


class CellChoices:
    """The cells of a project as they are named now; what they say is read late."""

    def __init__(self, project: Project, last: CellKey | None) -> None:
        tables = project.cell_names.tables()
        self._names = project.cell_names
        self._finder = CellFinder(tables, last)
        self._names_table = len(tables) > 1

    @property
    def total(self) -> int:
        """How many cells there are."""
        return self._finder.total

    def matching(self, typed: str) -> list[Choice]:
        """Return the first cells that match, each with how its text begins."""
        return self.of(self._finder.find(typed, MOST))

    def of(self, cells: Sequence[NamedCell]) -> list[Choice]:
        """Return these cells as choices."""
        said = self._names.beginnings([it.key for it in cells])
        return [
            Choice(it.place, self._fact(it, said.get(it.key, "")), it.key)
            for it in cells
        ]

    def _fact(self, cell: NamedCell, summary: str) -> str:
        said = " ".join(summary.split()) or "nothing written"
        return f"{cell.table} · {said}" if self._names_table else said
