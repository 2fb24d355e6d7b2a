"""Dates that a text states in full: days, months, years and ranges of them.

A rule yields nothing for what the calendar does not have, as the 31st of February,
and takes its place all the same, so that no part of it is read as something else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from workbench.model.facts import Fact, FactKind, Interval
from workbench.model.spans import Span
from workbench.text.facts import calendar
from workbench.text.facts.calendar import MONTH, SEASONS, WEEKDAY, month_number
from workbench.text.facts.reading import Reading

Match = re.Match[str]

_S = " {1,3}"
_YEAR = r"(?P<year>[12]\d{3})(?![\d'/]|[.,-]\d)"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_TO_DAY = r"(?: ?- ?| (?:to|and|or) )(?P<to>\d{1,2})(?:st|nd|rd|th)?"
_M = rf"(?P<month>{MONTH})"
_START = r"(?<![\w/.,$€£-])"
_WEEKDAY = rf"(?:{WEEKDAY},?{_S})?"
_PART = r"(?:(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[ -]{1,3}(?:in )?)?"
_TO_MONTH = r"(?: ?- ?| (?:or|and|to|through) )"
_QUARTER = (
    r"(?:(?P<which>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|[Ll]ast) quarter of"
    r"|\bQ(?P<number>[1-4]))"
)
_NEAR = r"(?:19|20)\d\d"
_HALVES = {"first": (1, 6), "second": (7, 6)}
_QUARTERS = {"first": 1, "second": 4, "third": 7, "fourth": 10, "last": 10}
_PARTS = {"early": 0, "mid": 1, "late": 2}

# What makes four digits a year where no month stands beside them.
_BEFORE_YEAR = (
    r"(?<![\w-])(?:[Ii]n|[Ss]ince|[Ff]rom|[Bb]y|[Uu]ntil|[Dd]uring|[Bb]efore|[Aa]fter"
    r"|of|to|through|year|[Tt]hroughout|©) "
)
# Plural nouns after a number: “in 2000 companies” names no year.
_COUNTED = r"(?! (?!has|was|is|its|his|this|as|plus|us|thus)[a-z]+s\b| ?%| percent)"


def _of_day(found: Match) -> Interval | None:
    number = found["month"]
    month = int(number) if number.isdigit() else month_number(number)
    return calendar.day(int(found["year"]), month, int(found["day"]))


def _of_slashes(found: Match) -> Interval | None:
    """Read `13/11/2022` and `11/13/2022`; `11/12/2022` could be either."""
    one, other, year = (int(found[it]) for it in ("one", "other", "year"))
    both = calendar.day(year, one, other), calendar.day(year, other, one)
    return both[0] or both[1] if one == other or None in both else None


def _of_days(found: Match) -> Interval | None:
    first = _of_day(found)
    month = month_number(found["month"])
    last = calendar.day(int(found["year"]), month, int(found["to"]))
    return calendar.days(first.first, last.last) if first and last else None


def _of_month(found: Match) -> Interval | None:
    whole = calendar.month(int(found["year"]), month_number(found["month"]))
    return whole and _third_of_month(whole, (found["part"] or "").lower())


def _third_of_month(whole: Interval, part: str) -> Interval:
    edges = {
        "early": (whole.first.day, 10),
        "mid": (11, 20),
        "late": (21, whole.last.day),
    }.get(part, (1, whole.last.day))
    return Interval(*(whole.first.replace(day=it) for it in edges))


def _of_months(found: Match) -> Interval | None:
    year = int(found["year"])
    first = calendar.month(year, month_number(found["month"]))
    last = calendar.month(year, month_number(found["until"]))
    return (
        Interval(first.first, last.last)
        if first and last and _rises(first, last)
        else None
    )


def _rises(first: Interval, last: Interval) -> bool:
    return first.first <= last.last


def _of_half(found: Match) -> Interval:
    return calendar.months_from(int(found["year"]), *_HALVES[found["which"].lower()])


def _of_quarter(found: Match) -> Interval:
    named = (found["which"] or "").lower()
    first = _QUARTERS[named] if named else 3 * int(found["number"]) - 2
    return calendar.months_from(int(found["year"]), first, 3)


def _of_season(found: Match) -> Interval:
    return calendar.months_from(int(found["year"]), SEASONS[found["season"].lower()], 3)


def _of_part(found: Match) -> Interval:
    first = 1 + 4 * _PARTS[found["part"].lower()]
    return calendar.months_from(int(found["year"]), first, 4)


def _of_year(found: Match) -> Interval | None:
    return calendar.year(int(found["year"]))


def _of_years(found: Match) -> Interval | None:
    first, last = (calendar.year(int(found[it])) for it in ("from", "year"))
    return (
        Interval(first.first, last.last)
        if first and last and _rises(first, last)
        else None
    )


_RULES: tuple[tuple[str, Callable[[Match], Interval | None]], ...] = (
    (rf"{_START}(?P<year>\d{{4}})-(?P<month>\d\d)-(?P<day>\d\d)(?![\w-])", _of_day),
    (rf"{_START}{_WEEKDAY}{_M}{_S}{_DAY}{_TO_DAY},?{_S}{_YEAR}", _of_days),
    (rf"{_START}{_WEEKDAY}{_DAY}{_TO_DAY}{_S}{_M},?{_S}{_YEAR}", _of_days),
    (rf"{_START}{_WEEKDAY}{_M}{_S}{_DAY},?{_S}{_YEAR}", _of_day),
    (rf"{_START}{_WEEKDAY}{_DAY}{_S}(?:of )?{_M},?{_S}{_YEAR}", _of_day),
    (rf"{_START}(?P<day>\d{{1,2}})\. ?(?P<month>\d{{1,2}})\. ?{_YEAR}", _of_day),
    (rf"{_START}(?P<one>\d{{1,2}})/(?P<other>\d{{1,2}})/{_YEAR}", _of_slashes),
    (rf"{_START}{_M}{_TO_MONTH}(?P<until>{MONTH}),?{_S}{_YEAR}", _of_months),
    (rf"{_START}{_PART}{_M},?{_S}(?:of )?{_YEAR}", _of_month),
    (rf"(?P<which>[Ff]irst|[Ss]econd) half of {_YEAR}", _of_half),
    (rf"{_QUARTER} {_YEAR}", _of_quarter),
    (rf"\b(?P<season>[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter) (?:of )?{_YEAR}",
     _of_season),
    (rf"\b(?P<part>[Ee]arly|[Mm]id|[Ll]ate)[ -](?:in )?{_YEAR}", _of_part),
    (rf"(?<=[Ff]rom )(?P<from>[12]\d{{3}}) to {_YEAR}{_COUNTED}", _of_years),
    (rf"(?<=[Bb]etween )(?P<from>[12]\d{{3}}) and {_YEAR}{_COUNTED}", _of_years),
    (rf"{_START}(?P<from>{_NEAR}) ?- ?(?P<year>{_NEAR})(?![\w,.-]\d|\w)", _of_years),
    (rf"{_BEFORE_YEAR}(?P<stated>{_YEAR}){_COUNTED}", _of_year),
    (r"(?<=[Tt]he )(?P<year>(?:19|20)\d\d)(?= (?:[A-Z]|[a-z]+(?<!s)\b))", _of_year),
    (r"(?<=\()(?P<year>(?:19|20)\d\d)(?=\))", _of_year),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern), read) for pattern, read in _RULES)
_ROUGH = (_of_half, _of_season, _of_part)


def dates(reading: Reading) -> Iterator[Fact]:
    """Yield the dates of a leveled text, rule by rule."""
    for pattern, read in _COMPILED:
        for found in reading.fresh(pattern, has_digits=True):
            if interval := read(found):
                yield _fact(found, interval, is_rough=_is_rough(found, read))


def _is_rough(found: Match, read: Callable[[Match], Interval | None]) -> bool:
    return read in _ROUGH or bool(found.groupdict().get("part"))


def _fact(found: Match, interval: Interval, *, is_rough: bool) -> Fact:
    start, end = found.span("stated" if "stated" in found.re.groupindex else 0)
    rule = f"read as {calendar.in_words(interval)}" if is_rough else ""
    text, value = found.string[start:end], calendar.iso_of(interval)
    return Fact(FactKind.DATE, Span(start, end), text, value, "", interval, rule)
