"""What the words of a fact mean: said below them, never in their place."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ui.widgets.moments import readable_date
from workbench.model.facts import Fact, FactKind, Interval

_LONG_NUMBER = re.compile(r"(?<![\d.,-])\d{5,}")


def understood(fact: Fact) -> str:
    """Return what the words mean and by which rule, without what they say already."""
    parts = [it for it in (_meaning(fact), fact.role, fact.rule) if it]
    said = [" ".join(fact.text.split()), *parts]
    return " · ".join(
        part
        for number, part in enumerate(parts, 1)
        if not any(_says(it, part) for it in (said[0], *said[number + 1 :]))
    )


def _says(words: str, part: str) -> bool:
    """Tell whether words have a part in them, however its apostrophes look."""
    return part.casefold() in words.replace("’", "'").casefold()


def _meaning(fact: Fact) -> str:
    if fact.kind is FactKind.DATE and not fact.rule:
        return ""  # a date in full needs no other form of it
    if fact.interval:
        return period(fact.interval)
    return _LONG_NUMBER.sub(lambda it: f"{int(it[0]):,}", fact.value)


def period(interval: Interval) -> str:
    """Return a day, a month, a year or a stretch of days in words."""
    first, last = interval.first, interval.last
    if first == last:
        return readable_date(first.isoformat())
    if first.day == 1 and _is_last_of_month(last):
        return _months(first, last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{readable_date(last.isoformat())}"
    until = readable_date(last.isoformat())
    begin = readable_date(first.isoformat())
    if first.year == last.year:
        begin = begin.removesuffix(f" {first.year}")
    return f"{begin} – {until}"


def _months(first: date, last: date) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return readable_date(f"{first:%Y-%m}")
    if first.month == 1 and last.month == 12:
        return f"{first.year}" if first.year == last.year else f"{first:%Y}–{last:%Y}"
    begin, until = readable_date(f"{first:%Y-%m}"), readable_date(f"{last:%Y-%m}")
    if first.year == last.year:
        begin = begin.removesuffix(f" {first.year}")
    return f"{begin} – {until}"


def _is_last_of_month(day: date) -> bool:
    return (day + timedelta(days=1)).day == 1
