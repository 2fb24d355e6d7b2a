"""Choosing keys: what is refused, what a choice takes from others, and the way back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ui.actions import ActionSpec, spec_of
from ui.key_rules import described, holders, keys_in_force, normal, objection, readable

Chosen = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Proposal:
    """Keys for an action, and those who would have to give them up."""

    spec: ActionSpec
    keys: tuple[str, ...]
    losing: tuple[ActionSpec, ...] = ()
    objection: str = ""

    @property
    def sentence(self) -> str:
        """Why it is not simply done; empty when it can be."""
        if self.objection or not self.losing:
            return self.objection
        more = len(self.losing) - 1
        others = f" and {more} more" if more else ""
        keys = ", ".join(readable(key) for key in self.keys)
        return (
            f"{keys} is the key of {described(self.losing[0])}{others}. Esc leaves it."
        )


def propose(spec: ActionSpec, keys: Sequence[str], chosen: Chosen) -> Proposal:
    """Look whether an action can have these keys beside what is chosen."""
    wanted = tuple(normal(key) for key in keys)
    reasons = (objection(key, spec.place) for key in wanted)
    if reason := next((it for it in reasons if it), ""):
        return Proposal(spec, wanted, objection=reason)
    in_force = keys_in_force(chosen)
    losing = (other for key in wanted for other in holders(key, spec, in_force))
    return Proposal(spec, wanted, tuple(dict.fromkeys(losing)))


def accept(proposal: Proposal, chosen: Chosen) -> dict[str, tuple[str, ...]]:
    """Return what is chosen once the proposal is; others lose the keys it has.

    Their usual keys are not written down as lost: they come back by themselves when
    the action goes back to its own.
    """
    kept = dict(chosen)
    for other in proposal.losing:
        if other.id in kept:
            left = (key for key in kept[other.id] if key not in proposal.keys)
            kept[other.id] = tuple(left)
    if proposal.keys == usual_keys(proposal.spec.id):
        kept.pop(proposal.spec.id, None)
    else:
        kept[proposal.spec.id] = proposal.keys
    return kept


def usual_keys(action_id: str) -> tuple[str, ...]:
    """Return the keys an action has as long as nobody chooses others."""
    return tuple(normal(key) for key in spec_of(action_id).keys)
