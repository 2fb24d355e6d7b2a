"""How states and roles of the evidence are shown, a word and a badge, and counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Set as AbstractSet

from ui.widgets.badge import BadgeKind
from workbench.model.cells import CellState, Role, Standing
from workbench.model.ids import RowId
from workbench.model.tables import ComparisonTable

STATE_BADGES = {
    CellState.DRAFT: ("draft", BadgeKind.WARN),
    CellState.SUPPORTED: ("supported", BadgeKind.OK),
    CellState.NOT_STATED: ("not stated", BadgeKind.PLAIN),
    CellState.DISPUTED: ("disputed", BadgeKind.BAD),
    CellState.STALE: ("stale", BadgeKind.WARN),
    CellState.ORPHANED: ("orphaned", BadgeKind.BAD),
}
STANDING_BADGES = {
    Standing.CONTEXT_CHANGED: ("context changed", BadgeKind.PLAIN),
    Standing.STALE: ("stale", BadgeKind.WARN),
    Standing.ORPHANED: ("orphaned", BadgeKind.BAD),
}
ROLE_BADGES = {
    Role.SUPPORTS: ("supports", BadgeKind.OK),
    Role.CONTRADICTS: ("contradicts", BadgeKind.BAD),
    Role.CONTEXT: ("context", BadgeKind.PLAIN),
}


def count_states(
    table: ComparisonTable, wanted: AbstractSet[RowId] | None = None
) -> Counter[CellState]:
    """Count the states of all cells, or of those in some rows."""
    return Counter(
        cell.state
        for row in table.rows
        if wanted is None or row.id in wanted
        for cell in row.cells
    )
