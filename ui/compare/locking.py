"""Scrolling several texts as one: what is read in one stands level in the others."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import combinations

from ui.compare.mapping import Ends, ScrollMapping, in_order
from ui.compare.reading import Reading
from ui.compare.ties import Tie

_LEAST_MOVE = 0.5
"""Offsets; what a text that was only laid out anew may differ by."""

Readings = Callable[[], Sequence[Reading]]
Place = tuple[float, int, int]


class Lock:
    """Moves the other texts along while it `is_on`; they follow pairs, not pixels."""

    def __init__(self, readings: Readings, *, is_on: bool) -> None:
        self.is_on = is_on
        self._readings = readings
        self._is_busy = False
        self._ties: Sequence[Tie] = ()
        self._mappings: dict[tuple[int, int], ScrollMapping] = {}
        self._places: dict[int, Place] = {}
        self._texts: Sequence[str] = ()

    def show_ties(self, ties: Sequence[Tie]) -> None:
        """Follow these from now on."""
        self._ties = ties
        self._mappings.clear()
        self._texts = [it.text for it in self._readings()]

    def switch(self, *, on: bool, leader: int) -> None:
        """Scroll together, as one of the texts stands now, or each alone."""
        self.is_on = on
        if on:
            self._level(leader)

    def follow(self, moved: Reading) -> None:
        """Bring the other texts level with one that has moved."""
        if self._is_busy or not self.is_on:
            return
        readings = list(self._readings())
        if moved not in readings:
            return
        leader = readings.index(moved)
        before, now = self._places.get(leader), _place_of(moved)
        if before is None or before[1:] != now[1:] or self._is_other(leader, moved):
            # It was made wider or higher, or a new version of its text was shown,
            # which is no reason to move the others.
            self._places[leader] = now
        elif abs(now[0] - before[0]) >= _LEAST_MOVE:
            self._level(leader)

    def _is_other(self, number: int, reading: Reading) -> bool:
        """Tell whether a text is another version than that which was compared."""
        return number < len(self._texts) and reading.text != self._texts[number]

    def _level(self, leader: int) -> None:
        """Bring the others level with one of the texts."""
        readings = self._readings()
        offset, height = readings[leader].reading_place()
        with self.paused():
            for number, reading in enumerate(readings):
                if number != leader:
                    reading.put(self._mapped(leader, number, offset), height)

    @contextmanager
    def paused(self) -> Iterator[None]:
        """Let each text be moved by itself; the others stay."""
        was_busy, self._is_busy = self._is_busy, True
        try:
            yield
        finally:
            self._is_busy = was_busy
            readings = enumerate(self._readings())
            self._places = {number: _place_of(it) for number, it in readings}

    @property
    def has_pairs(self) -> bool:
        """Tell whether any two texts have pairs to follow."""
        pairs = combinations(range(len(self._readings())), 2)
        return any(self._anchors(*pair) for pair in pairs)

    def _mapped(self, leader: int, number: int, offset: float) -> float:
        left, right = sorted((leader, number))
        if (left, right) not in self._mappings:
            readings = self._readings()
            lengths = len(readings[left].text), len(readings[right].text)
            anchors = in_order(self._anchors(left, right))
            self._mappings[left, right] = ScrollMapping(anchors, *lengths)
        mapping = self._mappings[left, right]
        return (
            mapping.forward(offset) if leader == left else mapping.back(offset)
        )  # fmt: skip

    def _anchors(self, left: int, right: int) -> list[Ends]:
        """Return what two texts share, the most certain first."""
        ties = [
            it
            for it in self._ties
            if (it.left, it.right) == (left, right) and not it.is_mirrored
        ]
        ties.sort(key=_certainty, reverse=True)
        return [(it.a, it.b) for it in ties if it.a is not None and it.b is not None]


def _place_of(reading: Reading) -> Place:
    """Return what is read, and how wide and high the view is, strips above left out."""
    return reading.reading_place()[0], reading.widget.width(), reading.height


def _certainty(tie: Tie) -> float:
    if tie.a is None or tie.b is None:
        return 0
    score = 1.0 if tie.score is None else tie.score
    return score * min(len(tie.a), len(tie.b))
