"""Lays out wrapped plain text once and keeps it, for delegates that paint often."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QTextLayout, QTextOption

KEPT = 512


class WrappedText:
    """A text broken into lines for one width."""

    def __init__(self, text: str, font: QFont, width: float, lines: int) -> None:
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        shown = text.replace("\r\n", "\n").replace("\n", "\u2028")
        self._layout = QTextLayout(shown, font)
        self._layout.setTextOption(option)
        self.height = 0.0
        self.is_cut = False
        self._layout.beginLayout()
        while (line := self._layout.createLine()).isValid():
            if lines and self._layout.lineCount() > lines:
                self.is_cut = True
                break
            line.setLineWidth(width)
            line.setPosition(QPointF(0, self.height))
            self.height += line.height() + 1
        self._layout.endLayout()
        self._lines = min(self._layout.lineCount(), lines or 1_000_000)

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the lines in the painter's pen."""
        for number in range(self._lines):
            self._layout.lineAt(number).draw(painter, QPointF(x, y))


class WrappedTexts:
    """Keeps the layouts that were asked for last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str, int, int], WrappedText] = OrderedDict()

    def get(
        self, text: str, font: QFont, width: float, *, lines: int = 0
    ) -> WrappedText:
        """Return `text` broken for `width`; `lines` is the most to show, 0 for all."""
        key = (text, font.toString(), int(width), lines)
        layout = self._kept.pop(key, None) or WrappedText(
            text, font, max(width, 1), lines
        )
        self._kept[key] = layout
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return layout
