"""Reads a date as publishers write it; leaves to others where to look for one."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
)  # fmt: skip
_WEEKDAY = (
    r"(?:(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?\.?,?\s+)?"
)
_MONTH = r"(?P<month>[a-z]{3,9})\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4})"
_WRITTEN = tuple(
    re.compile(_WEEKDAY + rest, re.IGNORECASE)
    for rest in (
        rf"{_MONTH}\s+{_DAY},?\s+{_YEAR}",
        rf"(?:the\s+)?{_DAY}\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",
    )
)
_ISO = re.compile(
    r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})(?:[T ][\d:.,Z+ -]*)?"
)
_LONGEST = 60
_ISO_PART = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d{2}))?")


def parse_date(text: str) -> str:
    """Return a text that is nothing but a date as ISO 8601; anything else as ``""``."""
    if len(text) > _LONGEST:
        return ""
    text = " ".join(text.split())
    for pattern in (_ISO, *_WRITTEN):
        if found := pattern.fullmatch(text):
            return _iso(found["year"], _month_number(found["month"]), found["day"])
    return ""


def parse_date_part(text: str) -> str:
    """Like `parse_date`, but also take a year or a month: `2022`, `2022-11`."""
    text = text.strip()
    found = _ISO_PART.fullmatch(text)
    if found and (found["month"] is None or 1 <= int(found["month"]) <= 12):
        return text
    return parse_date(text)


def _month_number(name: str) -> int:
    """Return 1 to 12, or 0 for a word that is no month."""
    if name.isdigit():
        return int(name)
    name = "sep" if name.casefold() == "sept" else name.casefold()
    for number, month in enumerate(_MONTHS, start=1):
        if name in (month, month[:3]):
            return number
    return 0


def _iso(year: str, month: int, day: str) -> str:
    try:
        return date(int(year), month, int(day)).isoformat()
    except ValueError:
        return ""
