"""What is told after every change of a project."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.model.ids import StepId


class Action(StrEnum):
    """How a change came about."""

    DONE = "done"
    UNDONE = "undone"
    REDONE = "redone"


@dataclass(frozen=True, slots=True)
class Changes:
    """Which rows changed, by kind, and by which step.

    `ids` maps a kind (a table's name: `documents`, `passages`, `tags`, `taggings`,
    `notes`, `cases`, `comparison_tables`, `table_rows`, `table_columns`, `cells`,
    `citations`, `absences`, `cell_changes`, `case_documents`, `mentions`, `zones`,
    `bookmarks`, `attributes`, `attribute_values`, `alias_groups`, `aliases`,
    `saved_searches`, `discarded_hits`, `links`, `saved_matrices`, `pages`,
    `imported_folders`) to the ids of its changed rows; `tagged_passages` are the
    passages whose taggings changed. What changed beside the history (`searches`,
    `shared_statements`, `absence_checks`, `sketches`) has no label: it is no step.
    """

    label: str
    action: Action
    ids: Mapping[str, frozenset[int]]

    def touches(self, *kinds: str) -> bool:
        """Tell whether any row of these kinds changed."""
        return any(kind in self.ids for kind in kinds)

    def after(self, earlier: Changes) -> Changes:
        """Return both as one: label and action of the last step, the rows of either."""
        ids = dict(earlier.ids)
        for kind, rows in self.ids.items():
            ids[kind] = ids.get(kind, frozenset()) | rows
        last = self if self.label else earlier
        return Changes(last.label, last.action, ids)


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the project's history."""

    id: StepId
    label: str
    time: datetime
    analyst: str
    is_undone: bool
