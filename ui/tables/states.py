"""How states and roles of the evidence are shown: a word and a kind of badge."""

from __future__ import annotations

from ui.widgets.badge import BadgeKind
from workbench.model.tables import CellState, Role

STATE_BADGES = {
    CellState.DRAFT: ("draft", BadgeKind.WARN),
    CellState.SUPPORTED: ("supported", BadgeKind.OK),
    CellState.DISPUTED: ("disputed", BadgeKind.BAD),
    CellState.ORPHANED: ("orphaned", BadgeKind.BAD),
}
ROLE_BADGES = {
    Role.SUPPORTS: ("supports", BadgeKind.OK),
    Role.CONTRADICTS: ("contradicts", BadgeKind.BAD),
    Role.CONTEXT: ("context", BadgeKind.PLAIN),
}
