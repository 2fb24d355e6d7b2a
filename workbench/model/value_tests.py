"""How a value of an attribute is compared with the one that was asked for."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation
from enum import StrEnum

from workbench.model.attributes import AttributeType


class ValueTest(StrEnum):
    """A comparison, in the words that stand between attribute and value."""

    IS = "is"
    CONTAINS = "contains"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    EMPTY = "is empty"
    FILLED = "is not empty"


def value_fits(kind: AttributeType, test: ValueTest, wanted: str, value: str) -> bool:
    """Tell whether a value, empty where there is none, is as it was asked for.

    A date of a year or a month stands for all days in it; letter case is ignored.
    """
    if test in {ValueTest.EMPTY, ValueTest.FILLED}:
        return bool(value) == (test is ValueTest.FILLED)
    if not value:
        return False
    if test is ValueTest.CONTAINS:
        return wanted.casefold() in value.casefold()
    if test is ValueTest.IS:
        is_date = kind is AttributeType.DATE
        whole = value[: len(wanted)] if is_date else value
        return whole.casefold() == wanted.casefold()
    return _is_on_side(kind, test, wanted, value)


def _is_on_side(kind: AttributeType, test: ValueTest, wanted: str, value: str) -> bool:
    is_least = test is ValueTest.AT_LEAST
    if kind is not AttributeType.NUMBER:
        # ISO 8601 sorts as text; “at most 2007” takes all of that year in.
        start = value[: len(wanted)]
        return start >= wanted if is_least else start <= wanted
    try:
        number, limit = Decimal(value), Decimal(wanted)
    except InvalidOperation:
        return False
    return number >= limit if is_least else number <= limit
