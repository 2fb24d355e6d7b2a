"""Which lines are ticked: some, or all but some, so that a million cost nothing."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass

NONE: AbstractSet[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Ticks:
    """Ticked are the lines of these keys or, with `is_all`, all others."""

    keys: AbstractSet[int] = NONE
    is_all: bool = False

    def __contains__(self, key: int) -> bool:
        return (key in self.keys) != self.is_all

    def count(self, total: int) -> int:
        """Return how many of so many lines are ticked."""
        return total - len(self.keys) if self.is_all else len(self.keys)

    def turned(self, keys: AbstractSet[int]) -> Ticks:
        """Tick these or, if all of them are ticked, take their ticks away."""
        are_listed = keys <= self.keys
        are_ticked = keys.isdisjoint(self.keys) if self.is_all else are_listed
        if are_ticked == self.is_all:
            return Ticks(self.keys | keys, self.is_all)
        return Ticks(self.keys - keys, self.is_all)

    def all_turned(self) -> Ticks:
        """Tick all or, if all are ticked, none."""
        return Ticks() if self.is_all and not self.keys else Ticks(is_all=True)
