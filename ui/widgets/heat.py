"""The colors of numbers in a matrix: the more, the farther from the ground."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from PySide6.QtGui import QColor

from ui.colors import Tokens, mixed

SHARES = (0.10, 0.24, 0.42, 0.84, 1.0)
"""How much of the accent is in the color of each level; text stays legible on all."""


@dataclass(frozen=True, slots=True)
class Scale:
    """With which number each level of color begins."""

    starts: tuple[int, ...]

    def level_of(self, count: int) -> int:
        """Return the level of a number, at least 1."""
        return bisect_right(self.starts, count) - 1

    @property
    def words(self) -> list[str]:
        """What each level means: `1`, `2–3`, `16+`."""
        lasts = [it - 1 for it in self.starts[1:]]
        ranges = [
            f"{first:,}" if first == last else f"{first:,}–{last:,}"
            for first, last in zip(self.starts, lasts, strict=False)
        ]
        return [*ranges, f"{self.starts[-1]:,}+"]


DOUBLING = Scale((1, 2, 4, 8, 16))


def scale_to(most: int) -> Scale:
    """Return levels for numbers up to this one, each so many times the one before."""
    if most <= len(SHARES):
        return Scale(tuple(range(1, len(SHARES) + 1)))
    factor = 2
    while factor ** len(SHARES) <= most:
        factor += 1
    return Scale(tuple(factor**it for it in range(len(SHARES))))


def heat(colors: Tokens, level: int) -> QColor:
    """Return the ground of a cell."""
    return mixed(colors.surface, colors.accent, SHARES[level])


def text_on_heat(colors: Tokens, level: int) -> QColor:
    """Return the color of the number in a cell."""
    is_strong = level >= len(SHARES) - 2
    return colors.surface if is_strong else colors.text
