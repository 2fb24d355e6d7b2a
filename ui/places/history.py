"""The way back through places, and forward again, as in a browser."""

from __future__ import annotations

from collections.abc import Callable

from ui.places.place import Place

LONGEST = 200

IsThere = Callable[[Place], bool]


class PlaceHistory:
    """Remembers the places that were left.

    Where somebody is now is told by the caller each time: it moves with every line
    that is scrolled, and only becomes a place once it is left. Places that are not
    there any more are passed over, but kept: an undo may bring them back.
    """

    def __init__(self, is_there: IsThere, longest: int = LONGEST) -> None:
        self._is_there = is_there
        self._longest = longest
        self._behind: list[Place] = []
        self._ahead: list[Place] = []

    def leave(self, here: Place) -> None:
        """Remember a place that is left for a new one; the way forward ends here."""
        if not self._behind or self._behind[-1] != here:
            self._behind.append(here)
        del self._behind[: -self._longest]
        self._ahead.clear()

    def back(self, here: Place | None) -> Place | None:
        """Return the place before, None when there is none."""
        return self._turn(self._behind, self._ahead, here)

    def forward(self, here: Place | None) -> Place | None:
        """Return the place that `back` came from, None when there is none."""
        return self._turn(self._ahead, self._behind, here)

    def can_go_back(self, here: Place | None) -> bool:
        """Tell whether `back` leads anywhere."""
        return self._next(self._behind, here) is not None

    def can_go_forward(self, here: Place | None) -> bool:
        """Tell whether `forward` leads anywhere."""
        return self._next(self._ahead, here) is not None

    def _turn(
        self, source: list[Place], target: list[Place], here: Place | None
    ) -> Place | None:
        number = self._next(source, here)
        if number is None:
            return None
        passed = source[number:]
        del source[number:]
        # What is passed over stays between both places, the other way round.
        target.extend([*([here] if here else []), *reversed(passed[1:])])
        return passed[0]

    def _next(self, source: list[Place], here: Place | None) -> int | None:
        """Return the number of the nearest place that is there, and not here."""
        for number in range(len(source) - 1, -1, -1):
            if source[number] != here and self._is_there(source[number]):
                return number
        return None
