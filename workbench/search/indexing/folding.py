"""Splits text into the very words that the search index holds, with their places.

What a character becomes is asked of SQLite's own tokenizer, once a character, so
that the two can never disagree; which words count as found is `matching`'s concern.
`workbench.text.folding` is for what no index is asked about, and may change lengths.
"""

from __future__ import annotations

import re
import sqlite3
import threading
from dataclasses import dataclass
from functools import cache
from typing import Final

TOKENIZER: Final = "unicode61 remove_diacritics 2"
SEPARATOR: Final = " "
# Stands for a combining mark: part of its word's place, not of its letters.
MARK: Final = "\x01"

# Scripts that put no spaces between words, or put more than a word between spaces
# (Korean): each of their characters is a word of its own, and what was typed is found
# wherever its characters follow each other. Jamo, radicals, kana, bopomofo, Han,
# Hangul; Thai and its neighbors are split at spaces only.
UNSPACED: Final = (
    "\u1100-\u11ff\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3031-\u3035\u3041-\u3096"
    "\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f\u3131-\u318e\u31a0-\u31bf"
    "\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
"""The characters of those scripts, as they stand between brackets in a pattern."""

_WORD = re.compile(f"[^{SEPARATOR}]+")
_CHARACTER = re.compile(f"[{UNSPACED}]")
_CHARACTER_OR_WORD = re.compile(f"[{UNSPACED}]{MARK}*|[^{SEPARATOR}{UNSPACED}]+")
_LEADING_MARKS = re.compile(f"(?<![^{SEPARATOR}]){MARK}+")
_SOFT_HYPHEN = "\xad"
_REPLACEMENTS = {0: " ", ord(_SOFT_HYPHEN): "\u0301"}


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text as the index spells it, and where it stands."""

    start: int
    end: int
    folded: str


def indexable(text: str) -> str:
    """Return the text as it is handed to the index, of the same length.

    SQLite ends a text at NUL; a soft hyphen must not cut a word in two, and the
    tokenizer drops a combining mark.
    """
    if "\0" in text or _SOFT_HYPHEN in text:
        return text.translate(_REPLACEMENTS)
    return text


def fold(text: str) -> str:
    """Return the text in the index's spelling, of the same length.

    Words are separated by spaces only; combining marks inside a word are `MARK`.
    """
    folded = indexable(text).translate(_folding())
    if MARK in folded:
        return _LEADING_MARKS.sub(lambda marks: SEPARATOR * len(marks[0]), folded)
    return folded


def apart(text: str) -> str:
    """Return the text with spaces around each character that is a word of its own."""
    return text if text.isascii() else _CHARACTER.sub(r" \g<0> ", text)


def is_unspaced(text: str) -> bool:
    """Tell whether the text has a character that is a word of its own."""
    return not text.isascii() and _CHARACTER.search(text) is not None


def tokens(text: str) -> list[Token]:
    """Return the words of the text in order."""
    folded = fold(text)
    pattern = _CHARACTER_OR_WORD if is_unspaced(folded) else _WORD
    return [
        Token(word.start(), word.end(), word[0].replace(MARK, ""))
        for word in pattern.finditer(folded)
    ]


def words_of(text: str) -> list[str]:
    """Return the words of the text without their places, which is much quicker."""
    return split(fold(text))


def split(folded: str) -> list[str]:
    """Return the words of a folded text, or of a part of it."""
    words = folded.replace(MARK, "")
    return (apart(words) if is_unspaced(words) else words).split()


class _Folding(dict[int, str]):
    """What each character becomes, learned from SQLite the first time it is met."""

    def __init__(self) -> None:
        super().__init__()
        self._lock = threading.Lock()
        self._probe = sqlite3.connect(":memory:", check_same_thread=False)
        self._probe.execute(
            f"create virtual table probe using fts5(body, tokenize='{TOKENIZER}')"
        )
        self._probe.execute("create virtual table words using fts5vocab(probe, 'row')")

    def __missing__(self, code: int) -> str:
        folded = self._learn(chr(code))
        self[code] = folded
        return folded

    def _learn(self, character: str) -> str:
        if "\ud800" <= character <= "\udfff":  # half a character: not storable
            return SEPARATOR
        with self._lock:
            self._probe.execute(
                "insert into probe values (?)", (f"a{character.strip(chr(0))}a",)
            )
            (word, *_) = self._probe.execute("select term from words").fetchone()
            self._probe.rollback()
        if word == "a" or character == "\0":
            return SEPARATOR
        return MARK if word == "aa" else str(word[1])


@cache
def _folding() -> _Folding:
    return _Folding()
