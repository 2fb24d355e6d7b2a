"""How each kind of paragraph is set: font, space around it, indent, line pitch."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from ui.reader.look import ReaderLook, TextFont
from ui.reader.paragraphs import Paragraph
from ui.theme import interface_font, reading_font
from workbench.model.documents import BlockKind

_SAMPLE = "The two sides will hear from industry before measures take effect, and "
_HEADING_SIZES = {1: 1.4, 2: 1.2, 3: 1.05, 4: 0.95}
_HEADING_LINE_HEIGHT = 1.3


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """`pitch` is the distance of two lines; all lengths are in pixels.

    A style that `hangs` has its list mark stand out before the text; one with a rule
    has it beside the text, one that `is_ruled_off` below.
    """

    font: QFont
    letter: float
    pitch: int
    before: int = 0
    after: int = 0
    indent: int = 0
    hangs: bool = False
    has_rule: bool = False
    is_ruled_off: bool = False


class Styles:
    """All styles of one look."""

    def __init__(self, look: ReaderLook | None = None) -> None:
        self.look = look = look or ReaderLook()
        size, pitch = look.size, look.line_height
        self.title_font = interface_font(round(size * 1.25), semibold=True)
        self.facts_font = interface_font(max(11, round(size * 0.76)))
        self.number_font = interface_font(max(10, round(size * 0.66)), tabular=True)
        row = interface_font(round(size * 0.88), tabular=True)
        gap, indent = round(size * 0.8), round(size * 1.5)
        body = self._body = replace(_style(text_font(look), pitch), after=gap)
        self._by_kind = {
            BlockKind.PARAGRAPH: body,
            BlockKind.LIST_ITEM: replace(
                body, after=round(size * 0.35), indent=indent, hangs=True
            ),
            BlockKind.TABLE_ROW: replace(
                _style(row, 1.4), before=3, after=4, indent=4, is_ruled_off=True
            ),
            BlockKind.QUOTATION: replace(body, indent=indent, has_rule=True),
        }
        self._headings = {level: _heading(size, level) for level in _HEADING_SIZES}

    @property
    def column(self) -> int:
        """The width of a full line of text."""
        return round(self._body.letter * self.look.measure.letters)

    def of(self, paragraph: Paragraph) -> ParagraphStyle:
        """Return the style of one paragraph."""
        if paragraph.kind is BlockKind.HEADING:
            return self._headings[min(max(paragraph.level, 1), len(self._headings))]
        return self._by_kind[paragraph.kind]


def text_font(look: ReaderLook) -> QFont:
    """Return the font that a look sets running text in."""
    if look.font is TextFont.SERIF:
        return reading_font(look.size)
    if look.font is TextFont.SANS:
        return interface_font(round(look.size * 0.94))
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPixelSize(round(look.size * 0.88))
    return font


def _heading(size: int, level: int) -> ParagraphStyle:
    font = interface_font(round(size * _HEADING_SIZES[level]), semibold=True)
    before, after = round(size * (1.3 if level < 3 else 0.9)), round(size * 0.4)
    return replace(_style(font, _HEADING_LINE_HEIGHT), before=before, after=after)


def _style(font: QFont, line_height: float) -> ParagraphStyle:
    metrics = QFontMetricsF(font)
    letter = metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE)
    pitch = max(ceil(font.pixelSize() * line_height), ceil(metrics.height()))
    return ParagraphStyle(font, letter, pitch)
