"""What kind of fact a question asks for, as far as its words tell."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
_OF_PEOPLE: Final = """
who whom whose person persons people name names named lead leads leader leaders led
head heads headed chair chairs chaired cochair cochairs signed signatory signatories
signer signers spokesperson author authors founder founders
"""
_OF_DATES: Final = """
when date dates dated day days month year since until deadline start started launched
launch begin began begun end ended
"""
_WHO: Final = frozenset(_OF_PEOPLE.split())
_WHEN: Final = frozenset(_OF_DATES.split())


def asks_for_people(*words: str) -> bool:
    """Tell whether a question, or the name of its column, asks who."""
    return _has(words, _WHO)


def asks_for_dates(*words: str) -> bool:
    """Tell whether a question, or the name of its column, asks when."""
    return _has(words, _WHEN)


def _has(words: tuple[str, ...], wanted: frozenset[str]) -> bool:
    return any(it.lower() in wanted for text in words for it in _WORD.findall(text))
