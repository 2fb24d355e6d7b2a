"""The head above a text: its title and facts, each wrapped to a few lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import cast

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QTextLayout,
    QTextLine,
    QTextOption,
)

from ui.reader.model import PageHead
from ui.reader.offsets import Mapper
from ui.reader.styles import Styles
from ui.theme import tokens

MOST_LINES = 4
_ABOVE, _ABOVE_FACTS = 28, 14
_BELOW_TITLE = 6
_BELOW = 20
_SPACES = re.compile(r"[^\S\u00a0]+")
"""What may come between words but for what keeps them on one line."""
_WRAPPING = QTextOption()
_WRAPPING.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)


class HeadLayout:
    """A head laid out in a column; what needs more lines than `MOST_LINES` is cut."""

    def __init__(self, head: PageHead, styles: Styles, width: int) -> None:
        self._width = width
        self._title = _Wrapped(head.title, styles.title_font, width)
        self._facts = _Wrapped(head.facts, styles.facts_font, width)

    @property
    def height(self) -> int:
        """How much room the head takes above the first line."""
        below = _BELOW if self._facts.height else 0
        return self._above_facts + self._facts.height + below

    def paint(self, painter: QPainter, left: int, top: int) -> None:
        """Paint title and facts, the top left corner of the head being there."""
        self._title.paint(painter, left, top + _ABOVE, tokens().text)
        self._facts.paint(painter, left, top + self._above_facts, tokens().muted)

    @property
    def cut_title_box(self) -> QRect | None:
        """What a title that is cut covers, from the top left corner of the head."""
        if not self._title.is_cut:
            return None
        return QRect(0, _ABOVE, self._width, self._title.height)

    def box_of(self, words: str) -> QRect | None:
        """Return what words of the facts cover, from the top left corner of the head.

        None where they are not on one line.
        """
        box = self._facts.box_of(words) if words else None
        return box and box.translated(0, self._above_facts)

    @property
    def _above_facts(self) -> int:
        if not self._title.height:
            return _ABOVE_FACTS
        return _ABOVE + self._title.height + _BELOW_TITLE


class _Wrapped:
    """One text on as many lines as it needs, the last one elided if too many."""

    def __init__(self, text: str, font: QFont, width: int) -> None:
        text = _SPACES.sub(" ", text).strip()
        self._layout = QTextLayout(text, font)
        self._lines = _break(self._layout, width)
        self.is_cut = len(self._lines) > MOST_LINES
        if self.is_cut:
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

    def box_of(self, words: str) -> QRect | None:
        text = self._layout.text()
        at, mapper = text.rfind(words), Mapper(text)
        start, end = mapper.to_qt(max(at, 0)), mapper.to_qt(max(at, 0) + len(words))
        for number, line in enumerate(self._lines):
            is_here = line.textStart() <= start <= end <= _end(line)
            if at >= 0 and is_here:
                left, right = round(_x(line, start)), round(_x(line, end))
                top = number * self._line_height
                return QRect(left, top, right - left, self._line_height)
        return None


def _break(layout: QTextLayout, width: int) -> Sequence[QTextLine]:
    """Break a text into lines that all stand at the top of it."""
    lines = []
    # A file's name may be one long word.
    layout.setTextOption(_WRAPPING)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        lines.append(line)
    layout.endLayout()
    return lines


def _end(line: QTextLine) -> int:
    return line.textStart() + line.textLength()


def _x(line: QTextLine, position: int) -> float:
    return cast("tuple[float, int]", line.cursorToX(position))[0]


def _elided(text: str, font: QFont, width: int) -> str:
    return QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, width)
