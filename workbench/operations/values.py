"""What a value may be, and the one form in which it is kept.

Whatever is typed for a document's date or for an attribute is judged here.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

from workbench.errors import InvalidValue
from workbench.model.attributes import Attribute, AttributeType
from workbench.operations.labels import quoted

DATE_HELP = "Write a date as 2022-11-08, 2022-11 or 2022, or leave it empty."
NUMBER_HELP = "Write a number as 1200, 1,200 or 3.5, without a unit."
GROUPED_FROM = 10_000

_DATE = re.compile(r"\d{4}(-\d{2}){0,2}", re.ASCII)
_NUMBER = re.compile(
    r"([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,3}(?: \d{3})+|\d*)(?:\.(\d+))?", re.ASCII
)
_MINUS = str.maketrans("−\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\u2009", "-   ")


def checked_date(typed: str) -> str:
    """Return an ISO 8601 day, month or year, or the empty text."""
    date = typed.strip()
    if not date:
        return ""
    if not _DATE.fullmatch(date):
        raise InvalidValue(f"{quoted(date)} is not a date. {DATE_HELP}")
    try:
        dt.date.fromisoformat(f"{date}-01-01"[:10])
    except ValueError as error:
        raise InvalidValue(f"There is no date “{date}”. {DATE_HELP}") from error
    return date


def checked_number(typed: str) -> str:
    """Return a number's digits, with neither groups nor needless zeros.

    A comma or a blank only groups digits: `3,5` could be two numbers and is refused,
    and so is a unit, since numbers of different units do not compare.
    """
    number = typed.strip().translate(_MINUS)
    if not number:
        return ""
    found = _NUMBER.fullmatch(number)
    if not found or not (found[2] or found[3]):
        raise InvalidValue(f"{quoted(typed.strip())} is not a number. {NUMBER_HELP}")
    whole = re.sub("[, ]", "", found[2]).lstrip("0") or "0"
    part = (found[3] or "").rstrip("0")
    digits = f"{whole}.{part}" if part else whole
    return f"-{digits}" if found[1] == "-" and digits != "0" else digits


def checked_value(attribute: Attribute, typed: str) -> str:
    """Return what is kept for a value that was typed; the empty text is none."""
    if attribute.type is AttributeType.NUMBER:
        return checked_number(typed)
    if attribute.type is AttributeType.DATE:
        return checked_date(typed)
    if attribute.type is AttributeType.CHOICE:
        return _checked_choice(attribute, typed)
    return typed.strip()


def readable_value(kind: AttributeType, value: str) -> str:
    """Return a value as people read it: long numbers in groups of three."""
    if kind is not AttributeType.NUMBER or not value:
        return value
    number = Decimal(value)
    return f"{number:,}" if abs(number) >= GROUPED_FROM else value


def _checked_choice(attribute: Attribute, typed: str) -> str:
    wanted = " ".join(typed.split())
    if not wanted:
        return ""
    for choice in attribute.choices:
        if choice.casefold() == wanted.casefold():
            return choice
    choices = ", ".join(map(quoted, attribute.choices)) or "none yet"
    raise InvalidValue(
        f"{quoted(wanted)} is not a choice of {quoted(attribute.name)}; it has"
        f" {choices}."
    )
