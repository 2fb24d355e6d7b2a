"""Dates as analysts type them: a period of days, perhaps counted from today.

A document's date may be a month or a year. It lies in a period when all of it does;
where only one side is bounded, or in a range, its first day counts.
"""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from dataclasses import dataclass
from typing import Final

from workbench.search.conditions.asked import Bounds

DATE_HELP: Final = (
    "write date:2022, date:2022-05, date:>2010, date:[2007 to 2023] or date:'last year'"
)

_ISO = re.compile(r"(\d{4})(?:[-./](\d{1,2})(?:[-./](\d{1,2}))?)?", re.ASCII)
_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
)  # fmt: skip
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_WRITTEN = tuple(
    re.compile(written, re.ASCII)
    for written in (
        rf"{_MONTH},? (?P<year>\d{{4}})(?P<day>)",
        rf"{_MONTH} {_DAY},? (?P<year>\d{{4}})",
        rf"{_DAY} {_MONTH},? (?P<year>\d{{4}})",
    )
)
_NEAR = re.compile(r"(this|last|previous|past) (week|month|year)")
_LONG = re.compile(r"(?:last|past|previous) (\d{1,4}) (day|week|month|year)s?")
_BEHIND = "~"  # sorts behind whatever else follows a day
_RELATIONS = {">=": "from", "<=": "until", ">": "after", "<": "before"}


@dataclass(frozen=True, slots=True)
class Period:
    """From the first of its days to the last, as text that sorts; empty is no end."""

    first: str
    last: str
    label: str
    is_range: bool = False

    def holds(self, date: str) -> bool:
        """Tell whether a date is in it; no date never is."""
        if not date or _first(date) < self.first:
            return False
        last = _first(date) if self.is_range else _last(date)
        return not self.last or last <= self.last


def read_dates(typed: str, today: dt.date) -> Period | None:
    """Read a period, or what comes after or before one; None for no date."""
    text = " ".join(typed.strip("'\" ").split())
    relation = next((it for it in _RELATIONS if text.startswith(it)), "")
    period = _period(text[len(relation) :].strip("'\" "), today)
    if period is None or not relation:
        return period
    first, last = {
        ">": (f"{period.last}{_BEHIND}", ""),
        ">=": (period.first, ""),
        "<": ("", period.first[:-1] + chr(ord(period.first[-1]) - 1)),
        "<=": ("", period.last),
    }[relation]
    label = f"{_RELATIONS[relation]} {period.label.removeprefix('in ')}"
    return Period(first, last, label, is_range=True)


def read_range(bounds: Bounds, today: dt.date) -> Period | None:
    """Read a range; None without any bound, or with one that is no date."""
    asked = (
        (">" if bounds.is_open_start else ">=", bounds.start),
        ("<" if bounds.is_open_end else "<=", bounds.end),
    )
    read = [read_dates(relation + typed, today) for relation, typed in asked if typed]
    sides = [side for side in read if side is not None]
    if not sides or len(sides) < len(read):
        return None
    label = " and ".join(side.label for side in sides)
    return Period(sides[0].first, sides[-1].last, label, is_range=True)


def _period(text: str, today: dt.date) -> Period | None:
    found = _ISO.fullmatch(text)
    if found:
        iso = "-".join(part.zfill(2) for part in found.groups() if part)
        return _named(iso) if _exists(iso) else None
    words = text.lower()
    return _written(words) or _counted(words, today)


def _written(words: str) -> Period | None:
    for pattern in _WRITTEN:
        found = pattern.fullmatch(words)
        month = _month_number(found["month"]) if found else 0
        if found and month:
            day = f"-{found['day'].zfill(2)}" if found["day"] else ""
            iso = f"{found['year']}-{month:02}{day}"
            return _named(iso) if _exists(iso) else None
    return None


def _month_number(name: str) -> int:
    short = "sep" if name == "sept" else name
    months = enumerate(_MONTHS, 1)
    return next((number for number, it in months if short in {it, it[:3]}), 0)


def _counted(words: str, today: dt.date) -> Period | None:
    """Read a period that is counted from today."""
    if words in {"today", "yesterday"}:
        day = today - dt.timedelta(days=words == "yesterday")
        return _named(day.isoformat(), words)
    if found := _NEAR.fullmatch(words):
        return _near(found[2], today, is_last=found[1] != "this", words=words)
    if found := _LONG.fullmatch(words):
        return _long(int(found[1]), found[2], today, words)
    return None


def _near(unit: str, today: dt.date, *, is_last: bool, words: str) -> Period:
    if unit == "year":
        return _named(f"{today.year - is_last:04}", words)
    if unit == "month":
        day = today.replace(day=1) - dt.timedelta(days=is_last)
        return _named(f"{day:%Y-%m}", words)
    monday = today - dt.timedelta(days=today.weekday() + 7 * is_last)
    return _between(monday, monday + dt.timedelta(days=6), words)


def _long(count: int, unit: str, today: dt.date, words: str) -> Period | None:
    """Return so many days, weeks, months or years, of which today is the last."""
    if unit in {"day", "week"}:
        days = count * (7 if unit == "week" else 1)
        before = _shifted(today, days=days)
    else:
        before = _months_before(today, count * (12 if unit == "year" else 1))
    if before is None or not count:
        return None
    return _between(before + dt.timedelta(days=1), today, words)


def _shifted(day: dt.date, *, days: int) -> dt.date | None:
    number = day.toordinal() - days
    return dt.date.fromordinal(number) if number >= 1 else None


def _months_before(day: dt.date, count: int) -> dt.date | None:
    year, month = divmod(day.year * 12 + day.month - 1 - count, 12)
    if year < 1:
        return None
    last = monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(day.day, last))


def _between(first: dt.date, last: dt.date, words: str) -> Period:
    days = first.isoformat(), last.isoformat()
    return Period(*days, f"in {days[0]} to {days[1]} ({words})")


def _named(iso: str, words: str = "") -> Period:
    label = f"in {iso} ({words})" if words else f"in {iso}"
    return Period(_first(iso), _last(iso), label)


def _exists(iso: str) -> bool:
    try:
        dt.date.fromisoformat(_first(iso))
    except ValueError:
        return False
    return True


def _first(iso: str) -> str:
    return iso + "0000-01-01"[len(iso) :]


def _last(iso: str) -> str:
    return iso + "0000-12-31"[len(iso) :]
