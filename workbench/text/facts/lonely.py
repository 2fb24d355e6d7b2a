"""Rows of what only one of two documents states."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model.facts import Fact, FactRow, Relation


def lonely(
    subject: str, facts: Sequence[Fact], relation: Relation, reason: str
) -> FactRow:
    """Return a row with facts on the side that the relation names."""
    own = tuple(facts)
    a, b = (own, ()) if relation is Relation.ONLY_A else ((), own)
    return FactRow(own[0].kind, subject, a, b, relation, reason)
