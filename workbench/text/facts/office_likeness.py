"""Compares offices as texts write them."""

from __future__ import annotations

import re

from workbench.text.facts.offices import PORTFOLIO, RANKS
from workbench.text.facts.sides import stem

_RANK = re.compile(
    rf"\b(?:{'|'.join(sorted(map(re.escape, RANKS), key=len, reverse=True))})\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z]{2,}")
_FIELDS = {stem(it) for it in PORTFOLIO}
_SMALL = {"of", "for", "the", "and", "south", "republic", "united", "north"}
_PREFIX = 4


def are_compatible(one: str, other: str) -> bool:
    """Tell whether two wordings can mean one office of one person.

    The rank is the same, and neither names a field that the other, naming fields too,
    has nothing of.
    """
    if _rank(one) != _rank(other):
        return False
    mine, theirs = _fields(one), _fields(other)
    return not mine or not theirs or bool(mine & theirs)


def could_be_confused(one: str, other: str, around: tuple[str, str]) -> bool:
    """Tell whether two offices are of the same rank, and not of different countries.

    Where only one says whose it is, the words `around` the other must say it too.
    """
    if _rank(one) != _rank(other):
        return False
    mine, theirs = _others(one), _others(other)
    if not mine and not theirs:
        return True
    mine, theirs = mine or _words(around[0]), theirs or _words(around[1])
    return any(_akin(x, y) for x in mine for y in theirs)


def _rank(office: str) -> str:
    found = _RANK.search(office)
    return found[0].lower() if found else ""


def _words(office: str) -> set[str]:
    rest = _RANK.sub(" ", office)
    return {stem(it) for it in _WORD.findall(rest) if it.lower() not in _SMALL}


def _fields(office: str) -> set[str]:
    return _words(office) & _FIELDS


def _others(office: str) -> set[str]:
    return _words(office) - _FIELDS


def _akin(one: str, other: str) -> bool:
    """Tell whether two words begin alike, as Korea and Korean do."""
    size = min(len(one), len(other))
    return size >= _PREFIX and one[:size] == other[:size]
