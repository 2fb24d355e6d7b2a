"""Reads what a cell says as the type of its column: a date, a number, a sum, a choice.

A short answer is read as it stands. In a longer one the first date, sum or number is
found by the rules for facts of documents (`text.facts`), so that a cell and a source
that say the same are read the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import chain

from workbench.model.documents import Block
from workbench.model.facts import Fact, Interval
from workbench.model.spans import Span
from workbench.model.tables import ColumnKind, ColumnType
from workbench.text.facts import calendar
from workbench.text.facts.dates import dates
from workbench.text.facts.leveling import leveled
from workbench.text.facts.money import money
from workbench.text.facts.numbers import numbers
from workbench.text.facts.percentages import percentages
from workbench.text.facts.quantities import SCALE, SHORT_SCALE, WORDS, amount
from workbench.text.facts.reading import Reading
from workbench.text.rich_text import plain

MISREAD = {
    ColumnType.TEXT: "",
    ColumnType.DATE: "not a date",
    ColumnType.NUMBER: "not a number",
    ColumnType.MONEY: "not a sum of money",
    ColumnType.YES_NO: "neither yes nor no",
    ColumnType.CHOICE: "not one of the choices",
}
"""What is said of a text that does not read as its column's type."""


@dataclass(frozen=True, slots=True)
class TypedValue:
    """What a text says; equal values of one type have the same words.

    `key` sorts values of one type: a date by its first and last day, a number by
    amount and unit, a sum by currency and amount, a choice by its place in the list.
    """

    key: tuple[str | int | Decimal, ...]
    words: str


def read_value(
    column_type: ColumnType, text: str, choices: Sequence[str] = ()
) -> TypedValue | None:
    """Return what a cell's Markdown or a quotation says; None if no such thing.

    A text always reads. Of several dates, sums or numbers the first counts.
    """
    return _read(column_type, text, tuple(choices))


def misread_words(summary: str, kind: ColumnKind) -> str:
    """Say that a text is no value of its column's type; empty where it is one."""
    # A text always reads; to read it takes long, and each cell painted is asked.
    if not summary or kind.type is ColumnType.TEXT:
        return ""
    if read_value(kind.type, summary, kind.choices):
        return ""
    return MISREAD[kind.type]


# Sorting asks for every cell of a column, and painting for those in view.
@lru_cache(maxsize=16_384)
def _read(
    column_type: ColumnType, text: str, choices: tuple[str, ...]
) -> TypedValue | None:
    words = plain(text).strip()
    match column_type:
        case ColumnType.TEXT:
            return TypedValue((words.casefold(), words), words)
        case ColumnType.DATE:
            return _date(_line(words))
        case ColumnType.NUMBER:
            return _number(_line(words))
        case ColumnType.MONEY:
            return _sum(_line(words))
        case ColumnType.YES_NO:
            return _yes_or_no(words)
        case ColumnType.CHOICE:
            return _choice(words, choices)


_MINUS_SIGN = str.maketrans("−", "-")
# No more digits than a Decimal keeps, also when multiplied by a trillion.
_DIGITS = r"(?:\d{1,3}(?:,\d{2,3}){1,4}|\d{1,15})?(?:\.\d{1,9})?(?<=\d)"
_AMOUNT = re.compile(
    rf"(?P<sign>[-+]? ?)(?P<number>{_DIGITS}|(?i:{WORDS})(?=$))"
    rf"(?: ?(?P<scale>{SCALE})\b|(?P<short>{SHORT_SCALE})\b)?"
    r"(?: ?(?P<unit>%|per ?cent(?P<points>age points?)?\b))?(?![\w/:%-]|[.,]\d)"
)
_ISO = re.compile(r"\d{4}(?:-\d\d){0,2}")
_RANGE = re.compile(r"(?:[Ff]rom )?(.{4,20}) (?:to|until|-) (.{4,20})")
_YEAR_FIRST = re.compile(r"((?:19|20)\d\d)(?= ?[,;.(:]|$)(?![.,]\d)")
_YES = re.compile(r"(?i:yes|y|true)(?!\w|[’'-]\w)(?= ?[,;.:(\n–—-]|$)")
_NO = re.compile(r"(?i:no|n|false)(?!\w|[’'-]\w)(?= ?[,;.:(\n–—-]|$)")


def _line(words: str) -> str:
    """Return words with plain marks and blanks, as the rules for facts want them."""
    line = leveled(words, [Block(Span(0, len(words)))], ())
    return " ".join(line.translate(_MINUS_SIGN).split())


def _date(line: str) -> TypedValue | None:
    interval = _range(line) or _interval(line)
    if interval is None:
        return None
    key = interval.first.isoformat(), interval.last.isoformat()
    return TypedValue(key, calendar.in_words(interval))


def _range(line: str) -> Interval | None:
    found = _RANGE.fullmatch(line)
    first, last = map(_interval, found.groups()) if found else (None, None)
    if first is None or last is None or first.first > last.last:
        return None
    return Interval(first.first, last.last)


def _interval(line: str) -> Interval | None:
    if _ISO.fullmatch(line):
        return calendar.interval_of(line)
    if interval := _first_date(line):
        return interval
    found = _YEAR_FIRST.match(line)
    return calendar.interval_of(found[1]) if found else None


def _first_date(line: str) -> Interval | None:
    """Find a date; in a column of dates “may 2023” is one, as nowhere else."""
    fact = _first(dates(Reading(line))) or _first(dates(Reading(line.title())))
    return fact.interval if fact else None


def _number(line: str) -> TypedValue | None:
    reading = Reading(line)
    if (found := _AMOUNT.match(line)) and not _begins_with_date(reading):
        return _amount(_value_of(found), _unit_of(found))
    fact = _first(chain(percentages(reading), numbers(reading)))
    found = _AMOUNT.match(fact.value) if fact else None
    return _amount(_value_of(found), _unit_of(found)) if found else None


def _begins_with_date(reading: Reading) -> bool:
    return any(fact.span.start == 0 for fact in dates(reading))


def _unit_of(found: re.Match[str]) -> str:
    if found["unit"]:
        return "percentage points" if found["points"] else "%"
    return ""


def _amount(value: Decimal, unit: str) -> TypedValue:
    gap = " " if len(unit) > 1 else ""
    return TypedValue((value, unit), f"{_grouped(value)}{gap}{unit}")


def _sum(line: str) -> TypedValue | None:
    if fact := _first(money(Reading(line))):
        currency, _, digits = fact.value.rpartition(" ")
        is_negative = line[: fact.span.start].rstrip() == "-"
        return _in_currency(currency, Decimal(digits) * (-1 if is_negative else 1))
    found = _AMOUNT.match(line)
    return _in_currency("", _value_of(found)) if found and not found["unit"] else None


def _in_currency(currency: str, value: Decimal) -> TypedValue:
    """Write a code before the sum, and a name that is no code behind it."""
    sign, digits = "-" if value < 0 else "", _grouped(abs(value))
    words = f"{currency} {digits}" if currency.isupper() else f"{digits} {currency}"
    return TypedValue((currency, value), sign + words.strip())


def _value_of(found: re.Match[str]) -> Decimal:
    value = amount(found["number"], found["scale"] or found["short"] or "")
    return -value if "-" in found["sign"] else value


def _grouped(value: Decimal) -> str:
    return f"{value.normalize():,f}"


def _yes_or_no(words: str) -> TypedValue | None:
    if _YES.match(words):
        return TypedValue((1,), "yes")
    return TypedValue((0,), "no") if _NO.match(words) else None


def _choice(words: str, choices: Sequence[str]) -> TypedValue | None:
    wanted = " ".join(words.split()).casefold()
    for place, choice in enumerate(choices):
        if " ".join(choice.split()).casefold() == wanted:
            return TypedValue((place,), choice)
    return None


def _first(facts: Iterable[Fact]) -> Fact | None:
    return min(facts, key=lambda fact: fact.span.start, default=None)
