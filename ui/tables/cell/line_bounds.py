"""How many lines a text can need at most, told from the widths of its words.

Laying a text out takes thirty times as long; so only those texts of a row are laid out
that may be its highest.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from math import ceil

from PySide6.QtGui import QFont, QFontMetricsF
from typing_extensions import override

from ui.tables.cell.rich_layouts import BETWEEN, LEADING, MOST_LINES

KEPT = 20_000
FOREIGN = "\u2100"
HIGHEST_LINE = 20
"""What the fonts need that lend their characters from here on."""
BOLD = 1.03
"""How much wider words may be when they are bold, or beside each other."""
INDENT = 32
"""So much of its line an item of a list leaves free at most, or nearly so."""
WIDEST_LETTER = 14
"""So much of a line may stay free where a long word is broken."""
_ITEM = re.compile(r"- |\d{1,3}\. ")


class WordWidths(defaultdict[str, float]):
    """Knows how wide words are in one font; those asked for once are kept."""

    def __init__(self, font: QFont) -> None:
        super().__init__()
        self._metrics = QFontMetricsF(font)
        self._blank = self._metrics.horizontalAdvance(" ")
        self._line = ceil(self._metrics.height()) + LEADING
        self.most_height = lru_cache(KEPT)(self._most_height)

    @override
    def __missing__(self, word: str) -> float:
        if len(self) >= KEPT:
            self.clear()
        width = self[word] = self._metrics.horizontalAdvance(word) * BOLD
        return width

    def _most_height(self, text: str, room: float) -> int:
        """Return a height that a text surely does not need more than in this width."""
        if not text:
            return 0
        line = self._line if max(text) < FOREIGN else max(self._line, HIGHEST_LINE)
        lines = min(self.most_lines(text, room), MOST_LINES + 1)
        return lines * line + (min(text.count("\n"), MOST_LINES) + 1) * BETWEEN

    def most_lines(self, text: str, room: float) -> int:
        """Return the most lines that a text needs in this width."""
        return sum(
            self._lines(line, max(room - INDENT * bool(_ITEM.match(line)), 1))
            for line in text.split("\n")
        )

    def _lines(self, line: str, room: float) -> int:
        lines, x = 1, 0.0
        for word in line.split(" "):
            width = self[word]
            if x and x + width > room:
                lines, x = lines + 1, 0.0
            if width > room:
                lines += ceil(width / max(room - WIDEST_LETTER, 1)) - 1
                x = room
            else:
                x += width + self._blank
        return lines
