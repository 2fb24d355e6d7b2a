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

_WORD = re.compile(f"[^{SEPARATOR}]+")
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


def tokens(text: str) -> list[Token]:
    """Return the words of the text in order."""
    return [
        Token(word.start(), word.end(), word[0].replace(MARK, ""))
        for word in _WORD.finditer(fold(text))
    ]


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
