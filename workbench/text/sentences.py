"""Cuts a text into sentences.

`sentencex` knows the abbreviations. It is given a mask of the text, of the same length,
in which marks that have nothing to do with sentences are blanks: bold marks and quotes
would otherwise end sentences, begin them, or swallow them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from workbench.model.documents import Block
from workbench.model.spans import Span
from workbench.text.languages import language_of
from workbench.text.pausing import Pause, no_pause, paused

_MASK = str.maketrans(
    dict.fromkeys('*_#`"“”„‟«»‹›「」『』\r\n\t\u00a0\u2028\u2029', " ") | {"…": "."}
)
_SINGLE_QUOTE = re.compile(r"(?<!\w)['‘’‚]|['‘’](?!\w)")
_CLOSING = re.compile(r"[^\w\s]*\s[»›](?!\S)|[^\w\s]*(?!\S)|[^\w\s“‘„«‹「『(\[]*")
_LIST_MARK = re.compile(r"[-*•‣▪◦–—>#]+\s+")
_WORD_PART = re.compile(r"[^\W_]")
_NO_SENTENCE = re.compile(r"[\W\d_]*+[A-Za-zÀ-ɏ]?[\W\d_]*")
_BEFORE_NUMBER = re.compile(
    r"\b(?:pp?|nos?|art|sec|figs?|vol|ch|para)\.\s*$", re.IGNORECASE
)


def sentences(
    text: str, blocks: Sequence[Block], pause: Pause = no_pause
) -> list[Span]:
    """Return the sentences of a text in order; none goes beyond its block.

    They end with their closing marks and leave out blanks and the mark of a list.
    """
    language = language_of(text)
    return [
        it
        for block in paused(blocks, pause)
        for it in sentences_in(text, block.span, language)
    ]


def sentence_at(text: str, offset: int, within: Span) -> Span:
    """Return the sentence around an offset in a block, or the one before it."""
    found = Span(within.start, within.start)
    for sentence in sentences_in(text, within):
        if sentence.start > offset and len(found):
            break
        found = sentence
    return found


def sentences_in(text: str, within: Span, language: str = "") -> Iterator[Span]:
    """Yield the sentences of one block; without `language` the text's is found out."""
    language = language or language_of(text)
    mark = _LIST_MARK.match(text, within.start, within.end)
    start = mark.end() if mark else within.start
    for end in _ends(text, Span(start, within.end), language):
        sentence = _trimmed(text, start, end)
        if len(sentence):
            yield sentence
        start = end


def _ends(text: str, within: Span, language: str) -> Iterator[int]:
    """Yield where sentences end; the last one with the block."""
    end = within.start
    for cut in _cuts(_masked(within.of(text)), language):
        if within.start + cut > end:
            end = _with_closing_marks(text, within.start + cut, within.end)
            if end < within.end:
                yield end
    if len(within):
        yield within.end


def _cuts(mask: str, language: str) -> Iterator[int]:
    """Yield where one sentence ends and another begins, behind the last sign."""
    from sentencex import get_sentence_boundaries  # start-up does not pay for it

    for one, other in pairwise(get_sentence_boundaries(language, mask)):
        if _are_two(one["text"], other["text"]):
            yield one["start_index"] + len(one["text"].rstrip())


def _are_two(one: str, other: str) -> bool:
    """Tell whether a sentence may end here: another one begins there."""
    first = _WORD_PART.search(other)
    if first is None or first[0].islower() or _NO_SENTENCE.fullmatch(one):
        return False
    return not (first[0].isdigit() and _BEFORE_NUMBER.search(one[-20:]))


def _masked(text: str) -> str:
    mask = text.translate(_MASK)
    if "'" in mask or "’" in mask or "‘" in mask or "‚" in mask:
        mask = _SINGLE_QUOTE.sub(" ", mask)
    return mask


def _with_closing_marks(text: str, end: int, last: int) -> int:
    found = _CLOSING.match(text, end, last)
    return found.end() if found else end


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
