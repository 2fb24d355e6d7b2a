"""Dates that mean something only beside the date of their document.

Each is resolved to an interval, with the rule in words; the text stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from workbench.model.facts import Fact, FactKind, Interval
from workbench.model.spans import Span
from workbench.text.facts import calendar
from workbench.text.facts.calendar import (
    MONTH,
    SEASONS,
    WEEKDAY,
    WEEKDAYS,
    days_later,
    month_number,
    months_later,
)
from workbench.text.facts.quantities import DIGITS, WORDS, amount
from workbench.text.facts.reading import Reading

Match = re.Match[str]

UNDATED = "not resolved: the document has no date"
ELSEWHERE = "not resolved: counted from another date in the text"
_HALF_A_UNIT = {"day": 1, "week": 4, "month": 15, "quarter": 45, "year": 182}
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}
_LOOK_BACK = 120
_TO_COME = re.compile(
    r"\b(?:will|would|shall|next|upcoming|due|to be|plans?|expects?|scheduled)\b"
)
_SENTENCE_END = re.compile(r"[\n.!?]")


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a relative date means on one day, and the rule that says so.

    `{}` in the rule stands for the document's date; no interval: it depends on more.
    """

    interval: Interval | None
    rule: str


Reader = Callable[[Match, date], Meaning]

_ABOUT = (
    r"(?P<about>(?:just )?(?:[Aa]bout|[Aa]round|[Ss]ome|[Nn]early|[Aa]lmost|[Rr]oughly"
    r"|[Aa]pproximately|[Oo]ver|[Uu]nder|[Mm]ore than|[Ll]ess than)|a little \w+) "
)
_COUNT = rf"(?P<count>\b(?:{DIGITS}|(?i:{WORDS}|half an?|an?)\b))"
_UNIT = r"(?P<unit>day|week|month|quarter|year)s?"
_WHICH = r"(?P<which>[Tt]his|[Ll]ast|[Nn]ext|[Pp]ast|[Cc]oming)"
_PART = r"(?P<part>[Ee]arlier|[Ll]ater|[Ee]arly|[Ll]ate|[Mm]id)"
_FREE = r"(?<![\w-])"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_SIDE = r"(?P<side>ago|earlier|later|after|before)"
_COMES = r"(?:follows?|followed|following|comes?|came)"
_WITHIN = (
    r"\b(?:[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin) the (?P<which>past|last|next|coming)"
)
_SEASON = r"(?P<season>spring|summer|autumn|fall|winter)"
_AT = (
    r"(?<![\w-])(?:[Oo]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Bb]efore|[Aa]fter"
    r"|[Ll]ate|[Ee]arly) "
)
_IN = (
    r"(?<![\w-])(?:[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil|[Ff]rom|[Dd]uring|[Bb]efore|[Aa]fter"
    r"|[Ee]arly|[Ll]ate|[Mm]id) "
)
_DAY_NAMES = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _of_day_name(found: Match, on: date) -> Meaning:
    away = _DAY_NAMES[found["name"].lower()]
    rule = {0: "the day of the document, {}", -1: "the day before {}"}
    then = days_later(on, away)
    return Meaning(Interval(then, then), rule.get(away, "the day after {}"))


def _around(on: date, unit: str, count: int) -> Interval:
    """Return the calendar unit that lies so many units from a day."""
    if unit == "day":
        then = days_later(on, count)
        return Interval(then, then)
    if unit in ("week", "weekend"):
        week = calendar.week_of(days_later(on, 7 * count))
        saturday = days_later(week.first, 5)
        return week if unit == "week" else Interval(saturday, max(saturday, week.last))
    then = months_later(on, count * _MONTHS_OF[unit])
    if unit == "month":
        return calendar.month_of(then)
    if unit == "year":
        return calendar.year_of(then)
    return calendar.months_from(then.year, (then.month - 1) // 3 * 3 + 1, 3)


_AWAY = {"this": 0, "last": -1, "past": -1, "next": 1, "coming": 1}
_OF_WHICH = {
    0: "the {unit} of {{}}",
    -1: "the {unit} before that of {{}}",
    1: "the {unit} after that of {{}}",
}


def _of_unit(found: Match, on: date) -> Meaning:
    away, unit = _AWAY[found["which"].lower()], found["unit"]
    return Meaning(_around(on, unit, away), _OF_WHICH[away].format(unit=unit))


def _of_part(found: Match, on: date) -> Meaning:
    """Read `earlier this year`, `late last month`."""
    away, unit = _AWAY[found["which"].lower()], found["unit"]
    whole, part = _around(on, unit, away), found["part"].lower()
    if away == 0 and part in ("earlier", "later"):
        own = (
            Interval(whole.first, on) if part == "earlier" else Interval(on, whole.last)
        )
        side = "up to" if part == "earlier" else "from"
        return Meaning(own, f"the {unit} of {{}}, {side} that day")
    third = (whole.last - whole.first).days // 3
    first = {"early": 0, "earlier": 0, "mid": third}.get(part, 2 * third)
    last = days_later(whole.first, first + third)
    name = {"early": "first", "earlier": "first", "mid": "second"}.get(part, "last")
    return Meaning(
        Interval(days_later(whole.first, first), min(last, whole.last)),
        f"the {name} third of {_OF_WHICH[away].format(unit=unit)}",
    )


def _of_half(found: Match, on: date) -> Meaning:
    away = _AWAY.get((found["which"] or "this").lower(), 0)
    first = 1 if found["half"].lower() == "first" else 7
    year = _around(on, "year", away).first.year
    rule = _OF_WHICH[away].format(unit="year")
    half = calendar.months_from(year, first, 6)
    return Meaning(half, f"the {found['half'].lower()} half of {rule}")


def _of_count(found: Match, on: date) -> Meaning:
    """Read `about five months after`, counted back from the document's date."""
    side = found["side"].lower() if "side" in found.re.groupindex else "after"
    if side in ("earlier", "later"):
        return Meaning(None, ELSEWHERE)
    away = -1 if side in ("ago", "after") else 1
    unit, count = found["unit"], _count_of(found["count"])
    direction = "before" if away < 0 else "after"
    counted = f"{found['count'].lower()} {unit}{'' if count == 1 else 's'}"
    if found["count"].lower().startswith("half"):
        unit, count = "month", 6
    assumed = "" if side == "ago" else ", taking its news to be as old as the document"
    if not found["about"]:
        exact = _around(on, unit, away * count)
        wide = "" if unit == "day" else f", the whole {unit}"
        return Meaning(exact, f"{counted} {direction} {{}}{wide}{assumed}")
    return Meaning(
        calendar.widened(_exactly(on, unit, away * count), _HALF_A_UNIT[unit]),
        f"{counted} {direction} {{}}, give or take {_days(unit)} for"
        f" “{found['about'].strip().lower()}”{assumed}",
    )


def _days(unit: str) -> str:
    count = _HALF_A_UNIT[unit]
    return f"{count} day" if count == 1 else f"{count} days"


def _exactly(on: date, unit: str, count: int) -> Interval:
    if unit in _MONTHS_OF:
        then = months_later(on, count * _MONTHS_OF[unit])
    else:
        then = days_later(on, count * (7 if unit == "week" else 1))
    return Interval(then, then)


def _count_of(text: str) -> int:
    name = text.lower()
    if name in ("a", "an") or name.startswith("half"):
        return 1
    return min(int(amount(name)), 10_000)


def _of_span(found: Match, on: date) -> Meaning:
    """Read `in the past two years`."""
    count = _count_of(found["count"] or "a")
    unit, away = found["unit"], _AWAY[found["which"].lower()]
    there = _exactly(on, unit, away * count).first
    counted = f"{found['count'] or 'one'} {unit}{'' if count == 1 else 's'}"
    side = "before" if away < 0 else "after"
    return Meaning(calendar.days(there, on), f"the {counted} {side} {{}}")


def _of_weekday(found: Match, on: date) -> Meaning:
    name = found["name"].title()
    number, which = WEEKDAYS.index(name), (found["which"] or "").lower()
    away = (number - on.weekday()) % 7
    if which in ("next", "coming") or (not which and _is_to_come(found)):
        then, rule = days_later(on, away or 7), f"the first {name} after {{}}"
    elif which == "this":
        week = calendar.week_of(on)
        then, rule = days_later(week.first, number), f"{name} in the week of {{}}"
    elif which:
        then, rule = (
            days_later(on, (away or 7) - 7 or -7),
            f"the last {name} before {{}}",
        )
    else:
        then, rule = (
            days_later(on, away - 7 if away else 0),
            f"the last {name} up to {{}}",
        )
    return Meaning(Interval(then, then), rule)


def _of_month(found: Match, on: date) -> Meaning:
    number = month_number(found["month"])
    name = calendar.MONTHS[number - 1]
    year, rule = _year_of_month(found, number, on)
    whole = calendar.month(year, number)
    return Meaning(whole, rule.format(name=name))


def _of_month_day(found: Match, on: date) -> Meaning:
    number = month_number(found["month"])
    year, rule = _year_of_month(found, number, on)
    name = f"{int(found['day'])} {calendar.MONTHS[number - 1]}"
    if not calendar.day(2000, number, int(found["day"])):
        return Meaning(None, "")
    then = calendar.day(year, number, int(found["day"]))
    return Meaning(then, rule.format(name=name) if then else ELSEWHERE)


def _year_of_month(found: Match, month: int, on: date) -> tuple[int, str]:
    """Return the year of a month that stands without one, and the rule."""
    if _is_to_come(found):
        year = min(9999, on.year + (month < on.month))
        return year, "the first {name} from {{}} on"
    return max(1, on.year - (month > on.month)), "the last {name} up to {{}}"


def _of_season(found: Match, on: date) -> Meaning:
    which = (found["which"] or "").lower()
    name = found["season"].lower()
    first, year = SEASONS[name], on.year
    own = calendar.months_from(year, first, 3)
    if which in ("last", "past") or not which:
        is_over = own.last < on if which else own.first <= on
        year -= not is_over
        rule = (
            f"the last {name} before {{}}" if which else f"the last {name} up to {{}}"
        )
    else:
        year += which != "this" and own.first <= on
        rule = (
            f"the {name} of the year of {{}}"
            if which == "this"
            else f"the first {name} after {{}}"
        )
    year = min(max(year, 1), 9999)
    return Meaning(calendar.months_from(year, first, 3), rule)


def _is_to_come(found: Match) -> bool:
    """Tell whether the words before speak of what lies ahead."""
    before = found.string[max(0, found.start() - _LOOK_BACK) : found.start()]
    return bool(_TO_COME.search(_SENTENCE_END.split(before)[-1]))


_RULES: tuple[tuple[str, Reader], ...] = (
    (rf"\b{_PART} {_WHICH} (?P<unit>week|month|quarter|year)\b", _of_part),
    (r"\b(?P<half>[Ff]irst|[Ss]econd) half of (?:the|(?P<which>this|last|next)) year\b",
     _of_half),
    (rf"{_WITHIN} (?:{_COUNT} )?{_UNIT}\b", _of_span),
    (rf"{_FREE}(?:{_ABOUT})?{_COUNT} {_UNIT} {_SIDE}\b", _of_count),
    (rf"\b{_COMES} by (?:{_ABOUT})?{_COUNT} {_UNIT}\b", _of_count),
    (rf"(?<![\w-]){_WHICH} (?P<unit>week|weekend|month|quarter|year)\b(?!-)", _of_unit),
    (r"(?<![\w-])(?P<name>[Tt]oday|[Tt]onight|[Yy]esterday|[Tt]omorrow)\b(?!['-])",
     _of_day_name),
    (rf"(?:{_FREE}{_WHICH} |{_AT})(?P<name>{WEEKDAY})(?!s|-)", _of_weekday),
    (rf"{_FREE}(?P<month>{MONTH}) {_DAY}(?![\w%]|[.,:-]\d)", _of_month_day),
    (rf"(?<![\w.,$€£-]){_DAY} (?:of )?(?P<month>{MONTH})\b", _of_month_day),
    (rf"{_IN}(?P<month>{MONTH})(?! \d|-\w)", _of_month),
    (rf"{_FREE}(?:{_WHICH}|[Ii]n|[Ss]ince|[Bb]y|[Uu]ntil) {_SEASON}\b", _of_season),
)  # fmt: skip
_COMPILED = tuple((re.compile(pattern), read) for pattern, read in _RULES)


def relative_dates(
    reading: Reading, dated: Interval | None, source: str
) -> Iterator[Fact]:
    """Yield the relative dates of a leveled text.

    Args:
        reading: The leveled text, full dates taken.
        dated: What the document's date covers, if it has one.
        source: Where that date is from, for the rule; empty for the usual place.
    """
    for pattern, read in _COMPILED:
        for found in reading.fresh(pattern):
            if meaning := _resolved(found, read, dated, source):
                yield _fact(found, meaning)


def _resolved(
    found: Match, read: Reader, dated: Interval | None, source: str
) -> Meaning | None:
    some = read(found, date(2001, 1, 1))
    if some.interval is None:
        return some if some.rule else None
    if dated is None:
        return Meaning(None, UNDATED)
    first, last = (read(found, it) for it in (dated.first, dated.last))
    if first.interval is None or last.interval is None:
        return Meaning(None, ELSEWHERE)
    both = calendar.days(
        min(first.interval.first, last.interval.first),
        max(first.interval.last, last.interval.last),
    )
    return Meaning(both, first.rule.format(calendar.in_words(dated) + source))


def _fact(found: Match, meaning: Meaning) -> Fact:
    value = calendar.iso_of(meaning.interval) if meaning.interval else ""
    span = Span(*found.span())
    return Fact(
        FactKind.DATE, span, found[0], value, "", meaning.interval, meaning.rule
    )
