"""Lays out one line of an entry: wrapped, cut to so many lines, with marked words.

Qt counts UTF-16 units here; spans count code points.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

from ui import theme
from ui.tables.strip.entries import Line, Tone
from workbench.model.spans import Span

LEADING = 1
_BEFORE_MARK = 60
"""So many characters stay before the first marked word of a text that is cut."""


class MarkedLine:
    """A line broken for one width, in today's colors."""

    def __init__(self, line: Line, width: float) -> None:
        self._font = line_font(line)
        self._width = width
        text, marked = _shown(line)
        self._layout, end = self._broken(text, marked, line)
        if end < _units(text):
            kept = _first_units(text, end)
            text = kept[: kept.rfind(" ", len(kept) * 2 // 3)].rstrip(" ,;:.") + "…"
            self._layout, _ = self._broken(text, marked, line)
        lines = self._layout.lineCount()
        last = self._layout.lineAt(lines - 1)
        self.height = last.y() + last.height() + LEADING if lines else 0.0

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        """Paint the text in the painter's pen, marked words in their colors."""
        self._layout.draw(painter, QPointF(x, y))

    def _broken(
        self, text: str, marked: tuple[Span, ...], line: Line
    ) -> tuple[QTextLayout, int]:
        layout = QTextLayout(text, self._font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.setFormats([_format(text, span, line.tone) for span in marked])
        height, end = 0.0, 0
        layout.beginLayout()
        for _ in range(line.most_lines):
            row = layout.createLine()
            if not row.isValid():
                break
            row.setLineWidth(self._width)
            row.setPosition(QPointF(0, height))
            height += row.height() + LEADING
            end = row.textStart() + row.textLength()
        layout.endLayout()
        return layout, end


def line_font(line: Line) -> QFont:
    """Return what a line is set in."""
    return theme.reading_font(15) if line.is_quote else theme.interface_font()


def _shown(line: Line) -> tuple[str, tuple[Span, ...]]:
    """Return the text as it is shown, from a little before what is marked."""
    text, cut = line.text, 0
    if line.marked and line.marked[0].start > 3 * _BEFORE_MARK:
        cut = text.rfind(" ", 0, line.marked[0].start - _BEFORE_MARK) + 1
    opening = ("“" if line.is_quote else "") + ("…" if cut else "")
    moved = len(opening) - cut
    marked = tuple(Span(it.start + moved, it.end + moved) for it in line.marked)
    return f"{opening}{text[cut:]}{'”' if line.is_quote else ''}", marked


def _format(text: str, span: Span, tone: Tone) -> QTextLayout.FormatRange:
    """Return how marked words look: struck where they went, underlined where new."""
    found = QTextLayout.FormatRange()
    found.start = _units(text[: span.start])
    found.length = _units(span.of(text))
    form, colors = QTextCharFormat(), theme.tokens()
    match tone:
        case Tone.GONE:
            form.setForeground(colors.bad)
            form.setBackground(colors.bad_soft)
            form.setFontStrikeOut(True)
        case Tone.NEW:
            form.setForeground(colors.ok)
            form.setBackground(colors.ok_soft)
            form.setFontUnderline(True)
        case Tone.FOUND:
            form.setBackground(colors.hit)
    found.format = form
    return found


def _units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _first_units(text: str, units: int) -> str:
    encoded = text.encode("utf-16-le", "surrogatepass")[: 2 * units]
    return encoded.decode("utf-16-le", "ignore")
