"""Going round all places of one statement, from text to text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ui.compare.ties import Tie
from workbench.model.spans import Span


@dataclass(frozen=True, slots=True)
class PlaceBeside:
    """A stretch of the text in a pane, and the tie that led there."""

    pane: int
    span: Span
    tie: Tie


def counterparts(ties: Sequence[Tie], pane: int, offset: int) -> list[PlaceBeside]:
    """Return what says the same as the statement at an offset, next panes first."""
    found = []
    for tie in ties:
        mine = tie.end_in(pane)
        other = tie.right if tie.left == pane else tie.left
        its = tie.end_in(other)
        if mine is not None and its is not None and _touches(mine, offset):
            found.append(PlaceBeside(other, its, tie))
    panes = 1 + max((max(it.left, it.right) for it in ties), default=0)
    return sorted(found, key=lambda it: ((it.pane - pane) % panes, it.span))


class Ring:
    """Remembers where a round began, so that it leads to every place and back."""

    def __init__(self) -> None:
        self._places: list[PlaceBeside] = []

    def forget(self) -> None:
        """Begin anew with the next step."""
        self._places = []

    def next(self, ties: Sequence[Tie], pane: int, offset: int) -> PlaceBeside | None:
        """Return the place after the one where the caret stands."""
        at = self._standing(pane, offset)
        if at is None:
            found = counterparts(ties, pane, offset)
            if not found:
                return None
            own = found[0].tie.end_in(pane)
            assert own is not None, "a counterpart has two ends"
            self._places, at = [PlaceBeside(pane, own, found[0].tie), *found], 0
        return self._places[(at + 1) % len(self._places)]

    def _standing(self, pane: int, offset: int) -> int | None:
        here = (
            number
            for number, it in enumerate(self._places)
            if it.pane == pane and it.span.start <= offset <= it.span.end
        )
        return next(here, None)


def _touches(span: Span, offset: int) -> bool:
    return span.start <= offset < max(span.end, span.start + 1)
