"""How one reader sets its text: what its person has chosen."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

SMALLEST, USUAL, LARGEST = 11, 16, 32


class TextFont(StrEnum):
    """The kind of letters a text is read in."""

    SERIF = "serif"
    SANS = "sans"
    MONO = "mono"


class Measure(StrEnum):
    """How wide the column is."""

    NARROW = "narrow"
    NORMAL = "normal"
    WIDE = "wide"

    @property
    def letters(self) -> int:
        """How many letters a full line holds, more or less."""
        return _LETTERS[self]


_LETTERS = {Measure.NARROW: 58, Measure.NORMAL: 75, Measure.WIDE: 98}


@dataclass(frozen=True, slots=True)
class ReaderLook:
    """Letters, their size in pixels, the column, the distance of lines as a factor.

    With `numbers` each paragraph shows its number in the margin.
    """

    font: TextFont = TextFont.SERIF
    size: int = USUAL
    measure: Measure = Measure.NORMAL
    line_height: float = 1.5
    numbers: bool = False
