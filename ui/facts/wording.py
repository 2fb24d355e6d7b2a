"""How facts and their states read in the window."""

from __future__ import annotations

import re
from datetime import date, timedelta

from ui.facts.entries import Fold, Heading, State, Value
from ui.widgets.badge import BadgeKind
from ui.widgets.counting import count_of
from ui.widgets.link_words import verdict_words
from ui.widgets.moments import readable_date, readable_moment
from workbench.model.facts import Fact, FactKind, Interval
from workbench.model.links import Link

LETTERS = ("A", "B")
_LONG_NUMBER = re.compile(r"(?<![\d.,-])\d{5,}")
KIND_NAMES = {
    FactKind.DATE: "Dates",
    FactKind.MONEY: "Money",
    FactKind.PERCENT: "Percentages",
    FactKind.NUMBER: "Numbers",
    FactKind.PERSON: "People",
    FactKind.ORGANIZATION: "Organizations",
}
STATE_TONES = {
    State.DIFFERS: BadgeKind.WARN,
    State.DECIDED: BadgeKind.PLAIN,
    State.ONLY_A: BadgeKind.PLAIN,
    State.ONLY_B: BadgeKind.PLAIN,
    State.SAME: BadgeKind.OK,
}
STATE_NAMES = {
    State.DIFFERS: "Differs",
    State.DECIDED: "Decided",
    State.ONLY_A: "Only in A",
    State.ONLY_B: "Only in B",
    State.SAME: "Same",
}


def lettered(letter: str, title: str) -> str:
    """Return a document's title behind the letter that rows call it by."""
    return f"{letter} · {title}" if title else ""


def written(value: Value) -> str:
    """Return the words of the text, and in how many places they stand."""
    words = " ".join(value.fact.text.split())
    places = len(value.facts)
    return f"{words}  ×{places}" if places > 1 else words


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


def heading_fact(heading: Heading) -> str:
    """Return what stands after the name of a kind."""
    if not heading.differing:
        return f"{heading.entries:,}"
    return f"{heading.entries:,} · {count_of(heading.differing, 'differs', 'differ')}"


def fold_words(fold: Fold) -> str:
    """Return what stands on the line that hides or shows what is the same."""
    verb = "Hide" if fold.is_open else "Show"
    return f"{verb} {fold.entries:,} that both say alike"


def passed_by(verdict: Link) -> str:
    """Return the reason of a verdict, who gave it, and when."""
    moment = readable_moment(verdict.created_at)
    return " · ".join(it for it in (verdict.reason, verdict.analyst, moment) if it)


def verdict_in_words(verdict: Link) -> str:
    """Return all there is to say of a verdict."""
    return f"{verdict_words(verdict.kind)} · {passed_by(verdict)}"


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
