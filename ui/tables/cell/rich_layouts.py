"""Lays out the rich text of cells once and keeps it, for a delegate that paints often.

Bare text layouts: a document of Qt's for each cell takes several times as long.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainter,
    QStaticText,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)

from ui import theme
from workbench.text.rich_text import RichBlock, RichKind, Run, numbered, parse

KEPT = 1024
KEPT_HEIGHTS = 32_768
LEADING = 1
BETWEEN = 3
"""Pixels between two lines that each were ended by hand."""
MOST_LINES = 24
"""A longer cell shows so many lines, and how many more there are."""
BULLET = "•"
_GAP = 6
_ROOM_OF_MARK = "00."
"""What is as wide as the marks of lists, so that their lines begin below each other."""


def bold_format() -> QTextCharFormat:
    """Return how bold words look, in cells and while they are written."""
    looks = QTextCharFormat()
    looks.setFontWeight(QFont.Weight.DemiBold)
    return looks


@dataclass(frozen=True, slots=True)
class _Piece:
    """One block of a cell in its place, with the mark before it."""

    layout: QTextLayout
    top: float
    indent: float
    mark: QStaticText | None
    mark_x: float

    def draw(self, painter: QPainter, x: float, y: float, most: int) -> int:
        """Paint at most so many lines; return how many may follow."""
        if self.mark:
            painter.drawStaticText(QPointF(x + self.mark_x, y + self.top), self.mark)
        place = QPointF(x + self.indent, y + self.top)
        count = self.layout.lineCount()
        if count <= most:
            self.layout.draw(painter, place)
            return most - count
        for number in range(most):
            self.layout.lineAt(number).draw(painter, place)
        return 0


class RichLayout:
    """Rich text broken into lines for one width."""

    def __init__(self, markdown: str, font: QFont, width: float) -> None:
        self._font = font
        self._metrics = QFontMetricsF(font)
        self._pieces: list[_Piece] = []
        self.lines = 0
        self.hidden_lines = 0
        self.height = 0.0
        for mark, block in _marked(parse(markdown)):
            self._add(mark, block, width)
        self.height = max(self.height - BETWEEN, 0)
        self._hide_rest()

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the lines in the painter's pen, and what is left out beneath them."""
        painter.setFont(self._font)
        left = self.lines - self.hidden_lines
        for piece in self._pieces:
            if not left:
                break
            left = piece.draw(painter, x, y, left)
        if self.hidden_lines:
            bottom = y + self.height - self._metrics.descent()
            more = f"… {self.hidden_lines} more lines"
            painter.setPen(theme.tokens().muted)
            painter.drawText(QPointF(x, bottom), more)

    def _add(self, mark: str, block: RichBlock, width: float) -> None:
        drawn = _drawn_mark(mark) if mark else None
        marked = drawn.size().width() if drawn else 0.0
        indent = max(marked, _drawn_mark(_ROOM_OF_MARK).size().width()) + _GAP
        indent *= bool(mark)
        layout = _broken(block.runs, self._font, max(width - indent, 1))
        mark_x = max(indent - _GAP - marked, 0.0)
        self._pieces.append(_Piece(layout, self.height, indent, drawn, mark_x))
        self.height += layout.boundingRect().height() + BETWEEN
        self.lines += layout.lineCount()

    def _hide_rest(self) -> None:
        # A single line left out would take as much room as to say so.
        if self.lines <= MOST_LINES + 1:
            return
        self.hidden_lines = self.lines - MOST_LINES
        left = MOST_LINES
        for piece in self._pieces:
            if piece.layout.lineCount() >= left:
                last = piece.layout.lineAt(left - 1)
                bottom = piece.top + last.y() + last.height()
                self.height = bottom + self._metrics.height() + BETWEEN
                return
            left -= piece.layout.lineCount()


@lru_cache(maxsize=128)
def _drawn_mark(mark: str) -> QStaticText:
    drawn = QStaticText(mark)
    drawn.setTextFormat(Qt.TextFormat.PlainText)
    drawn.prepare(font=theme.interface_font())
    return drawn


class RichLayouts:
    """Keeps the layouts that were asked for last."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str, int], RichLayout] = OrderedDict()
        self._heights: dict[tuple[str, str, int], int] = {}

    def get(self, markdown: str, font: QFont, width: float) -> RichLayout:
        """Return a cell's text broken for `width`."""
        key = markdown, font.key(), int(width)
        layout = self._kept.pop(key, None) or RichLayout(markdown, font, max(width, 1))
        self._kept[key] = layout
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return layout

    def height(self, markdown: str, font: QFont, width: float) -> int:
        """Return how high a cell's text is; kept longer than its layout."""
        key = markdown, font.key(), int(width)
        if key not in self._heights:
            if len(self._heights) >= KEPT_HEIGHTS:
                self._heights.clear()
            self._heights[key] = int(self.get(markdown, font, width).height)
        return self._heights[key]


def _marked(blocks: Sequence[RichBlock]) -> Iterator[tuple[str, RichBlock]]:
    for block, number in numbered(blocks):
        marks = {RichKind.BULLET: BULLET, RichKind.NUMBERED: f"{number}."}
        yield marks.get(block.kind, ""), block


def _broken(runs: Sequence[Run], font: QFont, width: float) -> QTextLayout:
    """Return the words of one block in lines of at most this width."""
    text = "".join(run.text for run in runs).removesuffix("\r")
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)  # Else each painting shapes the text anew.
    layout.setFormats(_formats(runs))
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height() + LEADING
    layout.endLayout()
    return layout


def _formats(runs: Sequence[Run]) -> list[QTextLayout.FormatRange]:
    """Return where a block is bold, counted in the UTF-16 units of Qt."""
    formats = []
    start = 0
    for run in runs:
        length = len(run.text.encode("utf-16-le", "surrogatepass")) // 2
        if run.is_bold:
            bold = QTextLayout.FormatRange()
            bold.start, bold.length, bold.format = start, length, bold_format()
            formats.append(bold)
        start += length
    return formats
