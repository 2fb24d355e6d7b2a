"""How each kind of paragraph is set: font, space around it, indent, line pitch."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from PySide6.QtGui import QFont, QFontMetricsF

from ui.reader.paragraphs import Paragraph
from ui.theme import interface_font, reading_font
from workbench.model.documents import BlockKind

LINE_HEIGHT = 1.55
MEASURE = 75
SMALLEST, USUAL, LARGEST = 11, 16, 32
_SAMPLE = "The two sides will hear from industry before measures take effect, and "
_HEADING_SIZES = {1: 1.4, 2: 1.2}


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """`pitch` is the distance of two lines; all lengths are in pixels."""

    font: QFont
    letter: float
    pitch: int
    before: int
    after: int
    indent: int = 0
    has_rule: bool = False


class Styles:
    """All styles at one reading size."""

    def __init__(self, size: int = USUAL) -> None:
        self.size = size
        self.title_font = interface_font(round(size * 1.25), semibold=True)
        self.facts_font = interface_font(max(11, round(size * 0.76)))
        body = reading_font(size)
        gap = round(size * 0.8)
        self._body = _style(body, 0, gap)
        self._by_kind = {
            BlockKind.PARAGRAPH: self._body,
            BlockKind.LIST_ITEM: _style(body, 0, round(size * 0.4), size * 5 // 4),
            BlockKind.TABLE_ROW: _style(body, 0, round(size * 0.25)),
            BlockKind.QUOTATION: _style(body, 0, gap, size * 5 // 4, has_rule=True),
        }
        self._headings = {
            level: _heading(size, _HEADING_SIZES.get(level, 1.05))
            for level in (1, 2, 3)
        }

    @property
    def column(self) -> int:
        """The width of a full line of text."""
        return round(self._body.letter * MEASURE)

    def of(self, paragraph: Paragraph) -> ParagraphStyle:
        """Return the style of one paragraph."""
        if paragraph.kind is BlockKind.HEADING:
            return self._headings[min(max(paragraph.level, 1), 3)]
        return self._by_kind[paragraph.kind]


def _heading(size: int, factor: float) -> ParagraphStyle:
    font = interface_font(round(size * factor), semibold=True)
    return _style(font, round(size * 0.9), round(size * 0.4), line_height=1.35)


def _style(
    font: QFont,
    before: int,
    after: int,
    indent: int = 0,
    *,
    has_rule: bool = False,
    line_height: float = LINE_HEIGHT,
) -> ParagraphStyle:
    metrics = QFontMetricsF(font)
    letter = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
    pitch = max(ceil(font.pixelSize() * line_height), ceil(metrics.height()))
    return ParagraphStyle(font, letter, pitch, before, after, indent, has_rule)
