"""Counts which words stand near matches, each word once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from workbench.model.concordances import Window

ENOUGH: Final = 20_000
"""Words that are counted at a time, which is quicker than a few at a time."""


class Neighbors:
    """What was found near matches so far; `flush` before reading it."""

    def __init__(self, window: Window) -> None:
        self.left: Counter[str] = Counter()
        self.right: Counter[str] = Counter()
        self.inside: Counter[str] = Counter()
        self._window = window
        self._lefts: list[str] = []
        self._rights: list[str] = []
        self._insides: list[str] = []

    def add(self, words: list[str], starts: Sequence[int], ends: Sequence[int]) -> None:
        """Take in one paragraph with matches, from `starts[n]` to before `ends[n]`.

        A word between two matches counts for the nearer one, right of the first where
        both are equally near.
        """
        left, right = self._window.left, self._window.right
        self._lefts += words[max(starts[0] - left, 0) : starts[0]]
        for end, start in zip(ends, starts[1:], strict=False):
            behind, before = shared(start - end, self._window)
            self._rights += words[end : end + behind]
            self._lefts += words[end + before : start]
        self._rights += words[ends[-1] : ends[-1] + right]
        for start, end in zip(starts, ends, strict=True):
            self._insides += words[start:end]
        if len(self._lefts) + len(self._rights) > ENOUGH:
            self.flush()

    def flush(self) -> None:
        """Count what was taken in."""
        self.left.update(self._lefts)
        self.right.update(self._rights)
        self.inside.update(self._insides)
        self._lefts, self._rights, self._insides = [], [], []


def shared(size: int, window: Window) -> tuple[int, int]:
    """Divide the words between two matches: how many belong right of the first.

    Also from which on they belong left of the second.
    """
    if window.left + window.right <= size:
        return window.right, size - window.left
    cut = min(max((size + 1) // 2, size - window.left), window.right)
    return cut, cut
