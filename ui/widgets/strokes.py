"""Lines under stretches of text that stand for something: a tone and a stroke.

The tone is a color by its name, so that it follows the theme; the stroke says the
same without color.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPen

from ui.theme import tokens
from ui.widgets.span_index import SpanIndex
from workbench.model.spans import Span


class Stroke(Enum):
    """How a line is drawn."""

    SOLID = Qt.PenStyle.SolidLine
    DASHED = Qt.PenStyle.DashLine
    DOTTED = Qt.PenStyle.DotLine


@dataclass(frozen=True, slots=True)
class Underline:
    """A line to draw under a stretch of a text; a selected one has a ground too."""

    span: Span
    tone: str
    stroke: Stroke = Stroke.SOLID
    is_selected: bool = False


class Underlines:
    """All those of a text; they may overlap: a sentence may be in several pairs."""

    def __init__(self, underlines: Sequence[Underline] = ()) -> None:
        self._all = underlines
        self._index = SpanIndex([it.span for it in underlines])

    def within(self, start: int, end: int) -> list[Underline]:
        """Return those that reach into a part of the text."""
        return [self._all[it] for it in self._index.within(start, end)]


def tone_color(tone: str) -> QColor:
    """Return the color in use of a token's name."""
    color: QColor = getattr(tokens(), tone)
    return color


def see_through(color: QColor, share: float) -> QColor:
    """Return a color that covers only a share of what is below."""
    thin = QColor(color)
    thin.setAlphaF(share)
    return thin


def pen(tone: str, stroke: Stroke, width: float) -> QPen:
    """Return the pen of a tone and a stroke."""
    made = QPen(tone_color(tone), width)
    if stroke is Stroke.DASHED:
        made.setDashPattern([4.0, 2.5])
    elif stroke is Stroke.DOTTED:
        made.setDashPattern([1.0, 2.0])
    made.setCapStyle(Qt.PenCapStyle.FlatCap)
    return made
