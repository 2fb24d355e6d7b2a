"""Finds the words of a list that fit a pattern, in time that is bounded.

A pattern is followed for all its ways at once, state by state, and states are made as
they are needed. No pattern makes it go back, as `re` would on `(a+)+b`; one that
needs too many states is given up, at the same point on every machine.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

MOST_STATES: Final = 1_000
MOST_WORK: Final = 300_000
LONGEST_WORD: Final = 100
LAST_CHARACTER: Final = "\U0010ffff"


class BadPattern(ValueError):
    """A pattern that cannot be followed; the message goes on from the pattern."""


@dataclass(frozen=True, slots=True)
class Letters:
    """One letter out of some ranges; or else, if `others`, one in none of them."""

    ranges: tuple[tuple[str, str], ...] = ()
    others: bool = False

    def has(self, letter: str) -> bool:
        """Tell whether it may be this letter."""
        return any(low <= letter <= high for low, high in self.ranges) != self.others


@dataclass(frozen=True, slots=True)
class Joined:
    """Parts that follow each other."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """Parts of which one will do."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Repeated:
    """A part several times in a row; without `most`, any number of times."""

    part: Part
    least: int
    most: int | None


Part = Letters | Joined | Choice | Repeated
ANY: Final = Letters(others=True)


def start_of(part: Part) -> str:
    """Return letters that every word that fits begins with."""
    if isinstance(part, Letters):
        is_single = len(part.ranges) == 1 and not part.others
        low, high = part.ranges[0] if is_single else ("", ".")
        return low if low == high else ""
    if not isinstance(part, Joined):
        return ""
    start = ""
    for piece in part.parts:
        letters = start_of(piece)
        if not letters:
            break
        start += letters
        if not isinstance(piece, Letters):
            break
    return start


def fitting(part: Part, words: Sequence[str]) -> list[str]:
    """Return the words that fit as a whole; `words` are in order.

    Raises:
        BadPattern: when the pattern is too much work.
    """
    machine = _Machine(part)
    found = []
    place = 0
    while place < len(words):
        word = words[place]
        place += 1
        length, fits = machine.follow(word)
        if fits:
            found.append(word)
        elif length < len(word):  # nothing that begins so fits
            beginning = word[: length + 1]
            if place < len(words) and words[place].startswith(beginning):
                place = bisect_left(words, beginning + LAST_CHARACTER, place)
    return found


class _Machine:
    """The states of a pattern: numbers of a net, of which several hold at once."""

    def __init__(self, part: Part) -> None:
        self._letters: list[tuple[Letters, int]] = []  # what leads on, and to where
        self._skips: list[tuple[int, ...]] = []  # where one is without a letter
        self._built = self._work = 0
        self._end = self._node()
        start = self._build(part, self._end)
        self._numbers: dict[frozenset[int], int] = {}
        self._sets: list[frozenset[int]] = []
        self._steps: list[dict[str, int]] = []
        self._is_end: list[bool] = []
        self._dead = self._state(frozenset())
        self._start = self._state(self._reachable({start}))

    def follow(self, word: str) -> tuple[int, bool]:
        """Return how many letters were possible, and whether the word fits."""
        state, steps, dead = self._start, self._steps, self._dead
        if len(word) > LONGEST_WORD:
            return len(word), False
        for place, letter in enumerate(word):
            following = steps[state].get(letter)
            if following is None:
                following = self._step(state, letter)
            if following == dead:
                return place, False
            state = following
        return len(word), self._is_end[state]

    def _step(self, state: int, letter: str) -> int:
        """Work out where a letter leads, the first time it is asked."""
        self._work += len(self._sets[state]) + 1
        if self._work > MOST_WORK:
            raise BadPattern("this pattern takes too long")
        onward = {
            to
            for letters, to in map(self._letters.__getitem__, self._sets[state])
            if to >= 0 and letters.has(letter)
        }
        following = self._state(self._reachable(onward))
        self._steps[state][letter] = following
        return following

    def _state(self, nodes: frozenset[int]) -> int:
        if nodes not in self._numbers:
            self._numbers[nodes] = len(self._sets)
            self._sets.append(nodes)
            self._steps.append({})
            self._is_end.append(self._end in nodes)
        return self._numbers[nodes]

    def _reachable(self, nodes: set[int]) -> frozenset[int]:
        """Return the nodes with all that are reached from them without a letter."""
        reached, waiting = set(nodes), list(nodes)
        while waiting:
            self._work += 1
            for node in self._skips[waiting.pop()]:
                if node not in reached:
                    reached.add(node)
                    waiting.append(node)
        return frozenset(reached)

    def _node(self, *skips: int, letters: Letters = ANY, to: int = -1) -> int:
        self._skips.append(skips)
        self._letters.append((letters, to))
        return len(self._skips) - 1

    def _build(self, part: Part, end: int) -> int:
        """Make the nodes of a part that goes on at `end`; return where it starts."""
        self._built += 1
        if self._built > MOST_STATES:  # nothing repeated very often has no nodes
            raise BadPattern("this pattern is too large")
        if isinstance(part, Letters):
            return self._node(letters=part, to=end)
        if isinstance(part, Joined):
            for piece in reversed(part.parts):
                end = self._build(piece, end)
            return end
        if isinstance(part, Choice):
            return self._node(*[self._build(piece, end) for piece in part.parts])
        return self._repeat(part, end)

    def _repeat(self, part: Repeated, end: int) -> int:
        if part.most is None:
            again = self._node()
            self._skips[again] = (self._build(part.part, again), end)
            start = again
        else:
            start = end
            for _ in range(part.most - part.least):
                start = self._node(self._build(part.part, start), end)
        for _ in range(part.least):
            start = self._build(part.part, start)
        return start
