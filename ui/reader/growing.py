"""Growing a selection from word to sentence to paragraph."""

from __future__ import annotations

import re

from workbench.model.spans import Span

_WORD = re.compile(r"\w+(?:[’'.\-‐‑]\w+)*")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)\]]*(?=\s+[\"“‘«(\[]?[^\W_])|\n\s*\n")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|No|Nos|vs|etc|e\.g|i\.e|cf|Inc|Ltd|Co|Corp"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)|\b[A-Z](?:\.[A-Z])+)\.$"
)


def word_at(text: str, offset: int, within: Span) -> Span:
    """Return the word around an offset, or the one character there."""
    for match in _WORD.finditer(text, within.start, within.end):
        if match.start() <= offset <= match.end():
            return Span(match.start(), match.end())
        if match.start() > offset:
            break
    return Span(offset, min(offset + 1, within.end))


def sentence_at(text: str, offset: int, within: Span) -> Span:
    """Return the sentence around an offset, without the space after it."""
    start, end = within.start, within.end
    for match in _SENTENCE_END.finditer(text, within.start, within.end):
        if _ABBREVIATION.search(text, within.start, match.start() + 1):
            continue
        if match.end() > offset:
            end = match.end()
            break
        start = match.end()
    return _trimmed(text, start, end)


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


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
