"""Tells whether two stretches cannot both be right, by the facts that stand in them.

Cautious: where any two of their facts agree, nothing clashes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import product
from typing import Final, NamedTuple

from workbench.model.facts import Fact, FactKind
from workbench.text.facts import calendar
from workbench.text.facts.agreeing import agree, are_comparable
from workbench.text.facts.names import Namesakes, is_same_person
from workbench.text.facts.office_likeness import could_be_confused

_AT_LEAST: Final = re.compile(r"\b(?:more than|over|at least)\b", re.IGNORECASE)
_AT_MOST: Final = re.compile(r"\b(?:fewer than|less than|under|up to)\b", re.IGNORECASE)
_ROUGHLY: Final = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately)\b", re.IGNORECASE
)
_ROUGH: Final = Decimal("0.15")
_LARGE: Final = 1000
"""From here on a value may be another one, rounded."""
_FREQUENCY: Final = "times a "


class Clash(NamedTuple):
    """What either side says that the other does not, in words."""

    one: str
    other: str


def clash(
    ones: Sequence[Fact], others: Sequence[Fact], namesakes: Namesakes
) -> Clash | None:
    """Return the first values that do not go together, kind by kind."""
    for kind in FactKind:
        mine = [it for it in ones if it.kind is kind]
        theirs = [it for it in others if it.kind is kind]
        found = (
            _of_people(mine, theirs, namesakes)
            if kind is FactKind.PERSON
            else _of_values(mine, theirs)
        )
        if found is not None:
            return found
    return None


def _of_values(ones: Sequence[Fact], others: Sequence[Fact]) -> Clash | None:
    are_alone = len(ones) == len(others) == 1
    pairs = [it for it in product(ones, others) if _can_be_set_against(*it, are_alone)]
    if not pairs or any(_go_together(*it) for it in pairs):
        return None
    one, other = pairs[0]
    return Clash(_words(one), _words(other))


def _can_be_set_against(one: Fact, other: Fact, are_alone: bool) -> bool:  # noqa: FBT001
    if one.kind is FactKind.DATE:
        is_known = one.interval is not None and other.interval is not None
        return is_known and are_comparable(one, other, 1.0)
    if one.kind is FactKind.NUMBER and are_alone:
        return one.role.startswith(_FREQUENCY) == other.role.startswith(_FREQUENCY)
    return are_comparable(one, other, 1.0)


def _go_together(one: Fact, other: Fact) -> bool:
    if agree(one, other):
        return True
    if one.kind not in (FactKind.NUMBER, FactKind.MONEY):
        return False
    a, b = _amount(one), _amount(other)
    return _allows(one, a, b) or _allows(other, b, a) or _is_rounded(a, b)


def _allows(fact: Fact, own: Decimal, other: Decimal) -> bool:
    """Tell whether a bound in the text takes in the other value."""
    if _AT_LEAST.search(fact.text):
        return other >= own
    if _AT_MOST.search(fact.text):
        return other <= own
    return bool(_ROUGHLY.search(fact.text)) and abs(other - own) <= own * _ROUGH


def _is_rounded(a: Decimal, b: Decimal) -> bool:
    """Tell whether one value is the other with fewer digits."""
    if min(a, b) < _LARGE:
        return False
    exponent = max(_exponent(a), _exponent(b))
    step = Decimal(1).scaleb(exponent)
    return (a / step).to_integral_value() == (b / step).to_integral_value()


def _exponent(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _amount(fact: Fact) -> Decimal:
    return Decimal(fact.value.split()[-1])


def _words(fact: Fact) -> str:
    if fact.kind is FactKind.DATE and fact.interval is not None:
        return calendar.in_words(fact.interval)
    return fact.text


def _of_people(
    ones: Sequence[Fact], others: Sequence[Fact], namesakes: Namesakes
) -> Clash | None:
    """Return people who stand for each other: each is named on one side only.

    Beside somebody whom both sides name, or each alone, or in offices that are easily
    taken for each other.
    """
    mine = _only(ones, others, namesakes)
    theirs = _only(others, ones, namesakes)
    if not mine or not theirs:
        return None
    share = len(_names(mine)) < len(_names(ones))
    for one, other in product(mine, theirs):
        is_alone = len(_names(ones)) == len(_names(others)) == 1
        if share or _could_be_meant(one, other, are_alone=is_alone):
            return Clash(_listed(mine), _listed(theirs))
    return None


def _only(
    ones: Sequence[Fact], others: Sequence[Fact], namesakes: Namesakes
) -> list[Fact]:
    return [
        one
        for one in ones
        if not any(_are_same(one.value, other.value, namesakes) for other in others)
    ]


def _are_same(one: str, other: str, namesakes: Namesakes) -> bool:
    return namesakes.are_same(one, other) or is_same_person(one, other)


def _could_be_meant(one: Fact, other: Fact, *, are_alone: bool) -> bool:
    if one.role and other.role:
        return could_be_confused(one.role, other.role, (one.role, other.role))
    return are_alone


def _names(facts: Sequence[Fact]) -> list[str]:
    return list(dict.fromkeys(it.value for it in facts))


def _listed(facts: Sequence[Fact]) -> str:
    return " and ".join(_names(facts))
