"""What kind of fact a question asks for, as far as its words tell."""

from __future__ import annotations

import re
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")
_WHO: Final = frozenset(("who", "whom", "whose"))
_WHEN: Final = frozenset(("when", "date", "dates", "year", "deadline"))
_NAMES_PEOPLE: Final = _WHO | frozenset(
    _WORD.findall(
        """
        person persons people names named lead leads leader leaders head heads chair
        chairs chaired cochair cochairs signed signatory signatories signer signers
        spokesperson author authors founder founders speaker speakers
        """
    )
)
_NAMES_DATES: Final = _WHEN | frozenset(
    _WORD.findall(
        """
        dated day days month since until start started launched launch begin began begun
        end ended
        """
    )
)


def asks_for_people(name: str, question: str = "") -> bool:
    """Tell whether a column asks who.

    Words that name a column say it sooner than the same words in a question: `At what
    rank is it led?` asks for nobody.
    """
    return _has(name, _NAMES_PEOPLE) or _has(question, _WHO)


def asks_for_dates(name: str, question: str = "") -> bool:
    """Tell whether a column asks when; see `asks_for_people`."""
    return _has(name, _NAMES_DATES) or _has(question, _WHEN)


def _has(text: str, wanted: frozenset[str]) -> bool:
    return any(it.lower() in wanted for it in _WORD.findall(text))
