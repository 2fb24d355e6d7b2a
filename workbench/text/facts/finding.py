"""Finds all facts of one text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.jobs import Tracker
from workbench.model.aliases import AliasGroup
from workbench.model.documents import Block
from workbench.model.facts import Fact, Interval
from workbench.model.spans import Span
from workbench.text.facts.calendar import interval_of
from workbench.text.facts.datelines import dateline
from workbench.text.facts.dates import dates
from workbench.text.facts.leveling import leveled
from workbench.text.facts.money import money
from workbench.text.facts.numbers import numbers
from workbench.text.facts.organizations import organizations
from workbench.text.facts.people import people
from workbench.text.facts.percentages import percentages
from workbench.text.facts.reading import Reading
from workbench.text.facts.relative_dates import relative_dates


@dataclass(frozen=True, slots=True)
class Source:
    """One document as its facts are read: `date` is ISO 8601 or empty."""

    text: str
    blocks: Sequence[Block]
    zones: Sequence[Span]
    date: str
    aliases: Sequence[AliasGroup] = ()


def facts_in(source: Source, tracker: Tracker) -> list[Fact]:
    """Return the facts of a text outside zones, in order of place."""
    reading = _reading(source, tracker)
    names = (*people(reading.anew()), *organizations(reading.anew()))
    return _in_order((*_values(reading, source), *names), source)


def values_in(source: Source, tracker: Tracker) -> list[Fact]:
    """Return the facts of a text without its names, which takes much less time."""
    return _in_order(_values(_reading(source, tracker), source), source)


def dates_in(source: Source, tracker: Tracker) -> list[Fact]:
    """Return the dates of a text only: no other fact says what is one."""
    return _in_order(_dates(_reading(source, tracker), source), source)


def _reading(source: Source, tracker: Tracker) -> Reading:
    plain = leveled(source.text, source.blocks, source.zones)
    return Reading(plain, lambda: tracker.advance(0, 1, "Finding facts"))


def _in_order(facts: Iterable[Fact], source: Source) -> list[Fact]:
    found = sorted(facts, key=lambda it: (it.span, it.kind))
    return [replace(it, text=it.span.of(source.text)) for it in found]


def _dates(reading: Reading, source: Source) -> Iterator[Fact]:
    stated = sorted(dates(reading), key=lambda it: it.span)
    yield from stated
    yield from relative_dates(reading, *_dated(reading.text, source, stated))


def _values(reading: Reading, source: Source) -> Iterator[Fact]:
    yield from _dates(reading, source)
    yield from money(reading)
    yield from percentages(reading)
    yield from numbers(reading)


def _dated(
    text: str, source: Source, stated: Sequence[Fact]
) -> tuple[Interval | None, str]:
    """Return what the document's date covers, and where it is from if not given."""
    given = interval_of(source.date)
    own = None if given else dateline(text, stated)
    return (own.interval, " (the date in its text)") if own else (given, "")
