"""Cuts a text into words and marks, numbered so that equal ones have equal numbers."""

from __future__ import annotations

import re
import unicodedata

from workbench.text.portions import portions
from workbench.text.signs import DASHES, DOUBLE_QUOTES, HYPHENS, SINGLE_QUOTES, UNSPACED

_PART = rf"(?:[^\W{UNSPACED}]|[\u0300-\u036f\u00ad\u200d])"
# Very long "words" (addresses, encoded files) are cut after certain characters and not
# at certain lengths, so that behind an insertion the same cuts come again.
_TOKEN = re.compile(
    rf"{_PART}{{1,32}}+(?!{_PART})"
    rf"|{_PART}{{8,64}}?(?<=[aeio0246AEIO])"
    rf"|{_PART}{{1,64}}"
    r"|\S"
)
_PLAIN = str.maketrans(
    {**dict.fromkeys(SINGLE_QUOTES, "'"), **dict.fromkeys(DOUBLE_QUOTES, '"'),
     **dict.fromkeys(HYPHENS + DASHES, "-"), "\u00ad": None}
)  # fmt: skip


def plain(text: str) -> str:
    """Return the text with straight quotes, plain dashes, and composed letters."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.translate(_PLAIN))


def is_word_part(character: str) -> bool:
    """Tell whether a word goes on with this character."""
    return (
        character.isalnum()
        or character in "_\u00ad\u200d"
        or unicodedata.category(character)[0] == "M"
    )


def cuts_word(text: str, at: int) -> bool:
    """Tell whether the boundary before `at` is in the middle of a word."""
    return 0 < at < len(text) and is_word_part(text[at - 1]) and is_word_part(text[at])


class Vocabulary(dict[str, int]):
    """Numbers words; those that differ in quote marks or composition share a number."""

    def __init__(self) -> None:
        super().__init__()
        self._folded: dict[str, int] = {}

    def __missing__(self, word: str) -> int:
        number = self._folded.setdefault(plain(word) or word, len(self._folded))
        self[word] = number
        return number


class Tokens:
    """The words and marks of one text: where each stands, and its number."""

    __slots__ = ("ids", "spans")

    def __init__(self, text: str, vocabulary: Vocabulary) -> None:
        cut = list(portions(text))
        self.spans = [it.span() for at in cut for it in _TOKEN.finditer(text, *at)]
        parts = (_TOKEN.findall(text, *portion) for portion in cut)
        self.ids = [vocabulary[word] for part in parts for word in part]

    def __len__(self) -> int:
        return len(self.ids)

    def size(self, first: int, last: int) -> int:
        """Return how many characters the tokens `first` to before `last` take up."""
        return self.spans[last - 1][1] - self.spans[first][0] if last > first else 0
