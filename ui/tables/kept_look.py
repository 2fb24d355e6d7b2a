"""How a table is looked at, as it is remembered until its tab is opened again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ui.tables.panel import TablePanel
from ui.tables.strip.evidence import Part
from workbench.model.ids import ColumnId
from workbench.operations.looks import Look, Order


@dataclass(frozen=True, slots=True)
class KeptLook:
    """Widths, what a look shows, whether the first column is pinned, the page below."""

    widths: Mapping[ColumnId, int] = field(default_factory=dict)
    look: Look = field(default_factory=Look)
    is_pinned: bool = False
    part: Part = Part.EVIDENCE


def look_of(panel: TablePanel) -> KeptLook:
    """Return how a panel shows its table now."""
    view = panel.view
    part = panel.evidence.part
    return KeptLook(dict(view.widths), panel.model.look, view.is_pinned, part)


def use_look(panel: TablePanel, kept: KeptLook) -> None:
    """Let a panel show its table in the way that was kept."""
    panel.view.use_widths(kept.widths)
    panel.model.look_at(kept.look)
    panel.view.pin(is_pinned=kept.is_pinned)
    panel.evidence.parts.choose(kept.part)


def written(kept: KeptLook) -> dict[str, Any]:
    """Write a look down for the next start; what filters is forgotten then."""
    order = kept.look.order
    return {
        "widths": {str(column_id): width for column_id, width in kept.widths.items()},
        "order": [order.column_id, order.is_descending, order.by_state]
        if order
        else None,
        "folded": sorted(kept.look.folded),
        "pinned": kept.is_pinned,
        "part": kept.part,
    }


def read(known: Mapping[str, Any]) -> KeptLook:
    """Read what `written` wrote; what somebody else wrote raises what it may."""
    widths = {ColumnId(int(it)): int(width) for it, width in known["widths"].items()}
    column_id, is_descending, by_state = known["order"] or (None, None, None)
    order = Order(column_id, bool(is_descending), bool(by_state))
    folded = frozenset(map(str, known["folded"]))
    look = Look(order if known["order"] else None, folded=folded)
    return KeptLook(widths, look, bool(known["pinned"]), Part(known["part"]))
