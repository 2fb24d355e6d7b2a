"""How states and roles of the evidence are shown: a word and a kind of badge."""

from __future__ import annotations

from ui.widgets.badge import BadgeKind
from workbench.model.cells import CellState, Role, Standing

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
