"""Growing a selection from word to sentence to paragraph."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QTextBoundaryFinder

from ui.reader.offsets import Mapper
from workbench.model.spans import Span
from workbench.text.sentences import sentence_at

_JOINERS = frozenset("’'.-‐‑")
_UNSEEN = frozenset("\u00ad\u200c")  # soft hyphen, and what keeps letters apart
_INSIDE = frozenset({"Mn", "Mc", "Pc"})  # accents, vowel signs, low lines
_SIGNS = QTextBoundaryFinder.BoundaryType.Grapheme
_LONGEST_SIGN = 64


def word_at(text: str, offset: int, within: Span) -> Span:
    """Return the word around an offset, or else the one character or sign there.

    Where a line ends it is that before the offset.
    """
    start = end = offset
    while start > within.start and _is_of_word(text, start - 1):
        start -= 1
    while end < within.end and _is_of_word(text, end):
        end += 1
    if start < end:
        return Span(start, end)
    is_at_end = offset == within.end or text[offset].isspace()
    if is_at_end and offset > within.start and not text[offset - 1].isspace():
        return word_at(text, _sign_before(text, offset, within), within)
    return Span(offset, _sign_end(text, offset, within))


def _is_of_word(text: str, at: int) -> bool:
    """Tell whether a character is part of a word: accents and soft hyphens are too."""
    if text[at] in _JOINERS:
        return 0 < at < len(text) - 1 and all(
            _is_letter(text[it]) for it in (at - 1, at + 1)
        )
    return _is_letter(text[at])


def _is_letter(character: str) -> bool:
    if character.isalnum():
        return True
    return character in _UNSEEN or unicodedata.category(character) in _INSIDE


def _sign_before(text: str, offset: int, within: Span) -> int:
    """Return where the sign before an offset begins; an emoji may be of many."""
    start = max(within.start, offset - _LONGEST_SIGN)
    piece = text[start:offset]
    boundaries = QTextBoundaryFinder(_SIGNS, piece)
    boundaries.toEnd()
    return start + Mapper(piece).from_qt(boundaries.toPreviousBoundary())


def _sign_end(text: str, offset: int, within: Span) -> int:
    piece = text[offset : min(within.end, offset + _LONGEST_SIGN)]
    boundaries = QTextBoundaryFinder(_SIGNS, piece)
    return offset + Mapper(piece).from_qt(max(0, boundaries.toNextBoundary()))


def grown(text: str, selection: Span, paragraph: Span) -> Span:
    """Return the next larger unit: word, sentence, paragraph."""
    inside = min(selection.start, max(paragraph.start, paragraph.end - 1))
    last = max(selection.start, selection.end - 1)
    sentence = Span(
        min(sentence_at(text, inside, paragraph).start, selection.start),
        max(sentence_at(text, last, paragraph).end, selection.end),
    )
    for unit in (word_at(text, inside, paragraph), sentence, paragraph):
        covers = unit.start <= selection.start and selection.end <= unit.end
        if covers and len(unit) > len(selection):
            return unit
    return selection
