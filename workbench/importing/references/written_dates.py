"""Reads the dates of bibliographies, which are written in every way there is."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = (
    "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december",
)  # fmt: skip
# 2022-11-08, 2022/11/08/, 2022///Fall, 2022-11-08T10:00Z, 2022-11-08/2022-11-10,
# 2022년 11월 8일
_NUMBERS = re.compile(
    r"(\d{4})(?:\s*[-/.년年]\s*(\d{0,2})(?:\s*[-/.월月]\s*(\d{0,2}))?)?(?!\d)",
    re.ASCII,
)
_YEAR = re.compile(r"(?<!\d)(1\d{3}|20\d{2})(?!\d)", re.ASCII)
_WORD = re.compile(r"[^\W\d_]{3,}")
_DAY = re.compile(r"(?<![\d/.-])(\d{1,2})(?:st|nd|rd|th)?(?![\d/]|[.-]\d)", re.ASCII)
_LONGEST = 100


def date_of(written: str) -> str:
    """Return the day, month or year that a text begins with or names, in ISO 8601.

    Of a range it is the first. `11/08/2022` gives the year only, since nobody can say
    which of the two is the month. Empty where there is no year.

    >>> [date_of(it) for it in ("2022/11/08/", "Nov 8, 2022", "2022///Fall")]
    ['2022-11-08', '2022-11-08', '2022']
    """
    written = " ".join(written[:_LONGEST].split())
    if found := _NUMBERS.match(written):
        year, month, day = (int(it or 0) for it in found.groups())
        if not month and not day:
            month, day = _month_and_day(written[found.end() :])
        return iso_date(year, month, day)
    if found := _YEAR.search(written):
        return iso_date(int(found[0]), *_month_and_day(_without(written, found)))
    return ""


def iso_date(year: int, month: int = 0, day: int = 0) -> str:
    """Return a date as far as it is known and can be: a 31st of June is a June."""
    if not 1 <= year <= 9999:
        return ""
    if not 1 <= month <= 12:
        return f"{year:04}"
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return f"{year:04}-{month:02}"


def _month_and_day(words: str) -> tuple[int, int]:
    found = next((it for it in _WORD.finditer(words) if _month(it[0])), None)
    if found is None:
        return 0, 0
    day = _DAY.search(_without(words, found))
    return _month(found[0]), int(day[1]) if day else 0


def _month(word: str) -> int:
    word = "sep" if word.lower() == "sept" else word.lower()
    found = (it for it, name in enumerate(_MONTHS, 1) if name.startswith(word))
    return next(found, 0)


def _without(text: str, found: re.Match[str]) -> str:
    return f"{text[: found.start()]} {text[found.end() :]}"
