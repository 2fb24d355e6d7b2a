"""Which type fits the values that an attribute is made for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Final

from workbench.errors import InvalidValue
from workbench.model.attributes import AttributeType
from workbench.operations.values import checked_date, checked_number

_MOST_CHOICES: Final = 20
_LONGEST_CHOICE: Final = 60
_LEAST_REPEATED: Final = 2
"""How many times a choice is taken on average: names of people are no choices."""
_YEAR: Final = re.compile(
    r"\b(?:date|year|datum|jahr|année|annee|fecha|año)\b", re.IGNORECASE
)
# A number keeps neither the zeros of a postal code nor the digits of a long key.
_CODE: Final = re.compile(r"[-+]?0\d.*|\+.*|.{16,}")

Fitting = tuple[AttributeType, tuple[str, ...]]


def fitting_type(name: str, values: Sequence[str]) -> Fitting:
    """Return the type that keeps all values as they are, and the choices of a choice.

    Numbers of four digits are years only in an attribute that is called so.
    """
    distinct = tuple(dict.fromkeys(values))
    if _are_dates(name, distinct):
        return AttributeType.DATE, ()
    if all(map(_is_number, distinct)):
        return AttributeType.NUMBER, ()
    if _are_choices(distinct, len(values)):
        return AttributeType.CHOICE, _by_frequency(values)
    return AttributeType.TEXT, ()


def new_choices(choices: Iterable[str], values: Iterable[str]) -> list[str]:
    """Return the values that are none of the choices, each once, letter case apart."""
    known = {_folded(it) for it in choices}
    found: dict[str, str] = {}
    for value in values:
        if _folded(value) not in known:
            found.setdefault(_folded(value), " ".join(value.split()))
    return list(found.values())


def _are_dates(name: str, values: Iterable[str]) -> bool:
    named = _YEAR.search(name) is not None
    return all(_is_date(it) and (named or "-" in it) for it in values)


def _is_date(value: str) -> bool:
    with suppress(InvalidValue):
        return checked_date(value) == value
    return False


def _is_number(value: str) -> bool:
    with suppress(InvalidValue):
        return not _CODE.fullmatch(value) and bool(checked_number(value))
    return False


def _are_choices(distinct: Sequence[str], count: int) -> bool:
    """Tell whether the values are few and come again, each in one spelling."""
    return (
        len(distinct) <= _MOST_CHOICES
        and count >= _LEAST_REPEATED * len(distinct)
        and len({_folded(it) for it in distinct}) == len(distinct)
        and all(len(it) <= _LONGEST_CHOICE and _is_spaced(it) for it in distinct)
    )


def _is_spaced(value: str) -> bool:
    return value == " ".join(value.split())


def _by_frequency(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(value for value, _ in Counter(values).most_common())


def _folded(value: str) -> str:
    return " ".join(value.split()).casefold()
