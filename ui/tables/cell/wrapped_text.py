"""Lays out wrapped plain text once and keeps it, for delegates that paint often."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

KEPT = 512
LEADING = 1


class WrappedText:
    """A text broken into lines for one width."""

    def __init__(self, text: str, font: QFont, width: float) -> None:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        shown = text.replace("\r\n", "\n").replace("\n", "\u2028")
        self._layout = QTextLayout(shown, font)
        self._layout.setTextOption(option)
        self.height = 0.0
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, self.height))
            self.height += line.height() + LEADING
        self._layout.endLayout()

    @property
    def text(self) -> str:
        """Return what is shown."""
        return self._layout.text()

    @property
    def lines(self) -> int:
        """Return how many lines there are."""
        return self._layout.lineCount()

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the lines in the painter's pen."""
        for number in range(self.lines):
            self._layout.lineAt(number).draw(painter, QPointF(x, y))


class WrappedTexts:
    """Keeps the layouts that were asked for last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str, int, int], WrappedText] = OrderedDict()

    def get(
        self, text: str, font: QFont, width: float, *, lines: int = 0
    ) -> WrappedText:
        """Return `text` broken for `width`; `lines` is the most to show, 0 for all."""
        key = (text, font.key(), int(width), lines)
        layout = self._kept.pop(key, None) or shortened(
            text, font, max(width, 1), lines
        )
        self._kept[key] = layout
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return layout


def shortened(text: str, font: QFont, width: float, lines: int) -> WrappedText:
    """Break a text into at most so many lines, leaving out words at its end."""
    whole = WrappedText(text, font, width)
    if not lines or whole.lines <= lines:
        return whole
    words = text.split(" ")
    fits, too_many = 0, len(words)
    while too_many - fits > 1:
        middle = (fits + too_many) // 2
        attempt = WrappedText(_cut(words, middle), font, width)
        if attempt.lines <= lines:
            fits = middle
        else:
            too_many = middle
    shown = _cut(words, fits) if fits else _beginning(text, font, width)
    return WrappedText(shown, font, width)


def _beginning(text: str, font: QFont, width: float) -> str:
    """Return what fits in a line of a text whose first word is too long."""
    right = Qt.TextElideMode.ElideRight
    return QFontMetricsF(font).elidedText(text, right, width)


def _cut(words: list[str], number: int) -> str:
    return " ".join(words[:number]).rstrip(" ,;:.") + "…"
