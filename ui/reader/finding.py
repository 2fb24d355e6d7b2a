"""Finding words in one text, as stored: any case, accents, quotes and blanks."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache
from itertools import islice

from workbench.model.spans import Span

MOST = 20_000
"""More matches than anybody goes through are not counted out."""

_LAST_FOLDED = 0x2200
_ALIKE = (
    "'\u2018\u2019\u201a\u201b\u2032\u00b4`",
    '"\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb',
    "-\u2010\u2011\u2012\u2013\u2014\u2015\u2212",
)
# Combining marks, soft hyphens and joiners stand between letters without being any.
_UNSEEN_LETTERS = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_UNSEEN = f"[{_UNSEEN_LETTERS}]*"


def find_all(text: str, wanted: str) -> list[Span]:
    """Return where `wanted` stands, at most `MOST` times.

    A blank matches any run of blanks; letters match whatever their case and accents,
    quotation marks and hyphens whatever their form.
    """
    words = [word for word in map(_without_unseen, wanted.split()) if word]
    if not words:
        return []
    blank = rf"\s[\s{_UNSEEN_LETTERS}]*"
    pattern = re.compile(blank.join(_pattern(word) for word in words))
    return [Span(*match.span()) for match in islice(pattern.finditer(text), MOST)]


def next_hit(hits: Sequence[Span], offset: int) -> Span | None:
    """Return the first hit after an offset."""
    at = bisect_right(hits, offset, key=_start)
    return hits[at] if at < len(hits) else None


def previous_hit(hits: Sequence[Span], offset: int) -> Span | None:
    """Return the last hit before an offset."""
    at = bisect_left(hits, offset, key=_start)
    return hits[at - 1] if at else None


def number_of(hits: Sequence[Span], hit: Span) -> int:
    """Return which of the hits this is, counted from 1."""
    return bisect_left(hits, hit.start, key=_start) + 1


def _start(hit: Span) -> int:
    return hit.start


def _pattern(word: str) -> str:
    # Classes of single characters, not a flag: that is several times as fast.
    return "".join(f"{_class_of(letter)}{_UNSEEN}" for letter in word)


def _class_of(letter: str) -> str:
    alike = _letters_by_fold().get(_folded(letter), "")
    return f"[{re.escape(alike + letter)}]"


def _without_unseen(word: str) -> str:
    return re.sub(_UNSEEN, "", unicodedata.normalize("NFC", word))


def _folded(letter: str) -> str:
    """Return what a letter counts as, itself if that would be several letters."""
    for alike in _ALIKE:
        if letter in alike:
            return alike[0]
    parts = unicodedata.normalize("NFKD", letter)
    bare = "".join(part for part in parts if not unicodedata.combining(part))
    folded = bare.casefold()
    return folded if len(folded) == 1 else letter


@cache
def _letters_by_fold() -> dict[str, str]:
    """Return every letter of the alphabets that have case or accents, by its fold."""
    letters: dict[str, str] = {}
    for letter in map(chr, range(0x21, _LAST_FOLDED)):
        fold = _folded(letter)
        letters[fold] = letters.get(fold, "") + letter
    for alike in _ALIKE:
        letters[alike[0]] = alike
    return letters
