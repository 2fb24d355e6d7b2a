"""The colors of numbers of shared statements: the more, the farther from the ground."""

from __future__ import annotations

from PySide6.QtGui import QColor

from ui.colors import Tokens, mixed
from ui.reuse.model import LEVELS

SHARES = (0.10, 0.24, 0.42, 0.84, 1.0)
"""How much of the accent is in the color of each level; text stays legible on all."""


def heat(colors: Tokens, level: int) -> QColor:
    """Return the ground of a cell."""
    return mixed(colors.surface, colors.accent, SHARES[level])


def text_on_heat(colors: Tokens, level: int) -> QColor:
    """Return the color of the number in a cell."""
    is_strong = level >= len(LEVELS) - 2
    return colors.surface if is_strong else colors.text
