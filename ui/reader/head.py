"""The head above a text: its title and facts, each wrapped to a few lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QTextLayout, QTextLine

from ui.reader.model import PageHead
from ui.reader.offsets import Mapper
from ui.reader.styles import Styles
from ui.theme import tokens

MOST_LINES = 4
_ABOVE = 28
_BELOW_TITLE = 6
_BELOW = 20


class HeadLayout:
    """A head laid out in a column; what needs more lines than `MOST_LINES` is cut."""

    def __init__(self, head: PageHead, styles: Styles, width: int) -> None:
        self._title = _Wrapped(head.title, styles.title_font, width)
        self._facts = _Wrapped(head.facts, styles.facts_font, width)

    @property
    def height(self) -> int:
        """How much room the head takes above the first line."""
        below_title = _BELOW_TITLE if self._title.height else 0
        below = _BELOW if self._facts.height else 0
        return _ABOVE + self._title.height + below_title + self._facts.height + below

    def paint(self, painter: QPainter, left: int, top: int) -> None:
        """Paint title and facts, the top left corner of the head being there."""
        y = top + _ABOVE
        self._title.paint(painter, left, y, tokens().text)
        if self._title.height:
            y += self._title.height + _BELOW_TITLE
        self._facts.paint(painter, left, y, tokens().muted)


class _Wrapped:
    """One text on as many lines as it needs, the last one elided if too many."""

    def __init__(self, text: str, font: QFont, width: int) -> None:
        text = " ".join(text.split())
        self._layout = QTextLayout(text, font)
        self._lines = _break(self._layout, width)
        if len(self._lines) > MOST_LINES:
            last = Mapper(text).from_qt(self._lines[MOST_LINES - 1].textStart())
            end = _elided(text[last:], font, width)
            self._layout = QTextLayout(text[:last] + end, font)
            self._lines = _break(self._layout, width)[:MOST_LINES]
        self._line_height = QFontMetrics(font).height()
        self.height = len(self._lines) * self._line_height if text else 0

    def paint(self, painter: QPainter, left: int, top: int, color: QColor) -> None:
        painter.setPen(color)
        for number, line in enumerate(self._lines):
            line.draw(painter, QPointF(left, top + number * self._line_height))


def _break(layout: QTextLayout, width: int) -> Sequence[QTextLine]:
    """Break a text into lines that all stand at the top of it."""
    lines = []
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(line)
    layout.endLayout()
    return lines


def _elided(text: str, font: QFont, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
