"""The words and punctuation of a text, spelled alike, and where each stands.

What differs between a quotation and its source without being a change is gone: letter
case, the form of quotation marks and dashes, blanks, markup, soft hyphens.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cached_property
from typing import Final

from workbench.model.spans import Span
from workbench.text.portions import portions
from workbench.text.signs import DASHES, HYPHENS, UNSPACED

ELLIPSIS: Final = "…"
_DASHES: Final = f"{HYPHENS}{DASHES}−"
_INSIDE = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_LETTER = rf"[^\W_{UNSPACED}]"
_TOKEN: Final = re.compile(
    r"^[ \t]*[>#]+"  # markup of a line
    r"|\]\([^()\s]{0,2000}\)|!?\[(?=[^\[\]\n]{1,300}\]\()"  # and of a link
    rf"|[\"“”„‟″«»‹›‘’‚‛'`´′「」『』＂*_~\\|{_INSIDE}]"
    rf"|({_LETTER}(?:{_LETTER}|[{_INSIDE}]|['’]{_LETTER})*"
    rf"|\.(?:[ \u00a0]?\.)+|[-{_DASHES}]+|\S)",
    re.MULTILINE,
)
# Replaced one by one: `str.translate` takes ten times as long.
_SPELLED_ALIKE: Final = {
    "’": "'", **dict.fromkeys(_DASHES, "-"),
    **dict.fromkeys("\u00ad\u200b\u200c\u200d\u2060\ufeff", ""),
}  # fmt: skip
_DASH_RUN: Final = re.compile("-{2,}")
_LOOSE_ENDS: Final = frozenset(".,;:!?-/") | {ELLIPSIS}


class Wording:
    """The words of one text; `places` are worked out only when they are asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        parts = (_TOKEN.findall(text, *portion) for portion in portions(text))
        found = [word for part in parts for word in part if word]
        if ELLIPSIS in text or ".." in text or ". ." in text or ".\xa0." in text:
            found = [ELLIPSIS if it[0] == "." != it else it for it in found]
        self.joined = f" {_spelled_alike(' '.join(found))} "

    @cached_property
    def words(self) -> list[str]:
        """Every word, number and punctuation mark, in order."""
        return self.joined.split()

    @cached_property
    def places(self) -> list[Span]:
        """Where each of the words stands."""
        parts = (_TOKEN.finditer(self.text, *it) for it in portions(self.text))
        return [Span(*it.span()) for part in parts for it in part if it[1]]

    def span_of(self, first: int, last: int) -> Span:
        """Return the stretch from one word to before another."""
        return Span(self.places[first].start, self.places[last - 1].end)

    def occurrences(self, words: list[str]) -> Iterator[Span]:
        """Yield every stretch with exactly these words."""
        needle = f" {' '.join(words)} "
        at, known, first = self.joined.find(needle), 0, 0
        while words and at >= 0:
            first += self.joined.count(" ", known, at)
            yield self.span_of(first, first + len(words))
            at, known = self.joined.find(needle, at + 1), at


def inner_words(words: list[str]) -> list[str]:
    """Return the words without punctuation at both ends, which a quoter may set."""
    first, last = 0, len(words)
    while first < last and words[first] in _LOOSE_ENDS:
        first += 1
    while last > first and words[last - 1] in _LOOSE_ENDS:
        last -= 1
    return words[first:last]


def is_word(word: str) -> bool:
    """Tell whether it is a word or a number, and no punctuation."""
    return any(map(str.isalnum, word))


def _spelled_alike(joined: str) -> str:
    if joined.isascii():
        return _DASH_RUN.sub("-", joined.lower())
    for sign, plain in _SPELLED_ALIKE.items():
        joined = joined.replace(sign, plain)
    return _DASH_RUN.sub("-", unicodedata.normalize("NFC", joined.casefold()))
