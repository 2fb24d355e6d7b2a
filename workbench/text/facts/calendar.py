"""Days, months and years as intervals, and their names in English."""

from __future__ import annotations

import calendar
from datetime import date, timedelta

from workbench.model.facts import Interval

MONTHS = tuple(calendar.month_name)[1:]
WEEKDAYS = tuple(calendar.day_name)
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month each season begins with, as north of the equator."""

_MONTH = "|".join(MONTHS)
_SHORT = "|".join(it[:3] for it in MONTHS if it != "May") + "|Sept"
_WEEKDAY = "|".join(WEEKDAYS)
# With a capital: “may” and “march” are verbs. Capitals throughout occur in titles.
MONTH = rf"(?=[A-Z])(?i:(?:{_MONTH})\b|(?:{_SHORT})\b\.?)"
WEEKDAY = rf"(?=[A-Z])(?i:{_WEEKDAY})\b"


def month_number(name: str) -> int:
    """Return 1 to 12 for a name that `MONTH` matches."""
    start = name[:3].title()
    return next(n for n, it in enumerate(MONTHS, 1) if it.startswith(start))


def days(first: date, last: date) -> Interval:
    """Return the interval between two days, in either order."""
    return Interval(min(first, last), max(first, last))


def day(year: int, month: int, number: int) -> Interval | None:
    """Return one day, none where the calendar has no such day."""
    try:
        found = date(year, month, number)
    except ValueError:
        return None
    return Interval(found, found)


def month(year: int, number: int) -> Interval | None:
    """Return a month, none where the calendar has no such month."""
    first = day(year, number, 1)
    return first and Interval(first.first, _month_end(first.first))


def year(number: int) -> Interval | None:
    """Return a year, none where the calendar has no such year."""
    first = day(number, 1, 1)
    return first and Interval(first.first, date(number, 12, 31))


def months_later(start: date, months: int) -> date:
    """Return the same day of another month, or that month's last day."""
    count = start.year * 12 + start.month - 1 + months
    if not 12 <= count < 12 * 10_000:
        return date.min if months < 0 else date.max
    year_number, index = divmod(count, 12)
    last = calendar.monthrange(year_number, index + 1)[1]
    return date(year_number, index + 1, min(start.day, last))


def days_later(start: date, count: int) -> date:
    """Return another day, the first or last of the calendar beyond its ends."""
    try:
        return start + timedelta(days=count)
    except OverflowError:
        return date.min if count < 0 else date.max


def widened(interval: Interval, count: int) -> Interval:
    """Return an interval with so many more days at either end."""
    return Interval(
        days_later(interval.first, -count), days_later(interval.last, count)
    )


def week_of(some: date) -> Interval:
    """Return Monday to Sunday around a day."""
    monday = days_later(some, -some.weekday())
    return Interval(monday, days_later(monday, 6))


def month_of(some: date) -> Interval:
    """Return the month of a day."""
    return Interval(some.replace(day=1), _month_end(some))


def year_of(some: date) -> Interval:
    """Return the year of a day."""
    return Interval(date(some.year, 1, 1), date(some.year, 12, 31))


def months_from(year_number: int, first: int, count: int) -> Interval:
    """Return so many months from one on, at most to the end of the calendar."""
    start = date(year_number, first, 1)
    return Interval(start, _month_end(months_later(start, count - 1)))


def interval_of(iso: str) -> Interval | None:
    """Return what an ISO 8601 date, month or year covers."""
    parts = iso.split("-")
    if not all(it.isascii() and it.isdigit() for it in parts):
        return None
    reader = {1: year, 2: month, 3: day}.get(len(parts))
    return reader(*map(int, parts)) if reader else None  # type: ignore[operator]


def iso_of(interval: Interval) -> str:
    """Return an interval in ISO 8601: a date, month, year, or two with a slash."""
    first, last = interval.first, interval.last
    if first == last:
        return first.isoformat()
    if interval == year_of(first):
        return f"{first.year:04}"
    if first.day != 1 or last != _month_end(last):
        return f"{first.isoformat()}/{last.isoformat()}"
    months = [it.isoformat()[:7] for it in (first, last)]
    return months[0] if months[0] == months[1] else "/".join(months)


def in_words(interval: Interval) -> str:
    """Return an interval as a sentence says it: `8 November 2022`."""
    first, last = interval.first, interval.last
    if first == last:
        return _day_in_words(first)
    if interval == year_of(first):
        return str(first.year)
    if interval == month_of(first):
        return f"{MONTHS[first.month - 1]} {first.year}"
    return f"{_day_in_words(first)} to {_day_in_words(last)}"


def _day_in_words(some: date) -> str:
    return f"{some.day} {MONTHS[some.month - 1]} {some.year}"


def _month_end(some: date) -> date:
    return some.replace(day=calendar.monthrange(some.year, some.month)[1])
