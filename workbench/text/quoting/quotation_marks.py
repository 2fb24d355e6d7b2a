"""Quotation marks of a text, and which way each may be read where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final


class Family(Enum):
    """Marks that close each other."""

    DOUBLE = auto()
    SINGLE = auto()
    GUILLEMET = auto()
    SINGLE_GUILLEMET = auto()
    CORNER = auto()
    WHITE_CORNER = auto()


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign that may begin or end a quotation, judged by its neighbors only.

    `opens` and `closes` tell what they allow; an upright sign may allow neither.
    `is_doubtful` ones may belong to a word or a number: a plural's apostrophe, inches.
    """

    start: int
    end: int
    sign: str
    family: Family
    opens: bool
    closes: bool
    is_doubtful: bool


_FAMILIES: Final = {
    **dict.fromkeys(["“", "”", "„", "‟", '"', "＂", "``", "''", "’’", "‘‘"],
                    Family.DOUBLE),
    **dict.fromkeys("‘’‚‛'", Family.SINGLE),
    **dict.fromkeys("«»", Family.GUILLEMET),
    **dict.fromkeys("‹›", Family.SINGLE_GUILLEMET),
    **dict.fromkeys("「」", Family.CORNER),
    **dict.fromkeys("『』", Family.WHITE_CORNER),
}  # fmt: skip
_MEANINGS: Final = {"``": "“", "''": "”", "’’": "”", "‘‘": "“", "＂": '"'}
_MARK: Final = re.compile(r"``|''|’’|‘‘|[“”„‟\"＂‘’‚‛'«»‹›「」『』]")
_APOSTROPHES: Final = frozenset("’'‘‛")
_SHORTENED: Final = re.compile(
    r"(?:\d\ds?|tis|twas|twere|em|til|cause|bout|n)\b", re.IGNORECASE
)
"""What an apostrophe may stand before, as in '90s, 'tis and rock 'n' roll."""
_MOST_MARKUP: Final = 8
_MARKUP: Final = "*_~\\"
_UNSPACED: Final = re.compile("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff]")
"""Letters that follow each other, and marks, without blanks between the words."""
_ENDING: Final = frozenset(".,;:!?…%)]}")
_NOT_BEGINNING: Final = frozenset(".,;:!?)]}")


def marks(text: str, start: int, end: int) -> Iterator[Mark]:
    """Yield the marks between two places, without apostrophes inside words."""
    for found in _MARK.finditer(text, start, end):
        before = _neighbor(text, found.start() - 1, -1, start, end)
        after = _neighbor(text, found.end(), 1, start, end)
        sign = found[0]
        is_apostrophe = sign in _APOSTROPHES
        if not (is_apostrophe and _is_letter(before) and _is_letter(after)):
            is_short = is_apostrophe and _SHORTENED.match(text, found.end(), end)
            yield Mark(
                found.start(),
                found.end(),
                _MEANINGS.get(sign, sign),
                _FAMILIES[sign],
                opens=not is_short and _may_open(text, found.end(), before, after),
                closes=_may_close(before, after),
                is_doubtful=_is_doubtful(text, found, before, after),
            )


def _neighbor(text: str, at: int, step: int, start: int, end: int) -> str:
    """Return the next character that is no markup; empty at either end."""
    least = max(start, at - _MOST_MARKUP)
    most = min(end, at + _MOST_MARKUP)
    while least <= at < most and text[at] in _MARKUP:
        at += step
    return text[at] if least <= at < most else ""


def _is_letter(character: str) -> bool:
    return character.isalnum() and not _UNSPACED.match(character)


def _may_open(text: str, last: int, before: str, after: str) -> bool:
    if not after or after.isspace() or _is_letter(before):
        return False
    return after not in _NOT_BEGINNING or text.startswith("..", last)


def _may_close(before: str, after: str) -> bool:
    if not before or before.isspace():
        return False
    return not _is_letter(after) or _is_letter(before) or before in _ENDING


def _is_doubtful(text: str, found: re.Match[str], before: str, after: str) -> bool:
    if found[0] in "\"'" and before.isdigit():
        return True
    behind = text[found.end() + 1 : found.end() + 2]
    is_amid_words = after.isspace() and behind.isalnum()
    return found[0] in _APOSTROPHES and before in {"s", "S"} and is_amid_words
