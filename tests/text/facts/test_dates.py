from __future__ import annotations

from datetime import date

import pytest

from tests.text.facts.finding import dates_in, facts_of_kind, source
from workbench.jobs import Tracker
from workbench.model.facts import FactKind
from workbench.text.facts.calendar import (
    interval_of,
    iso_of,
    month_of,
    months_later,
    week_of,
    year_of,
)
from workbench.text.facts.finding import facts_in
from workbench.text.facts.relative_dates import UNDATED


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It opened on October 04, 2022.", "2022-10-04"),
        ("It opened on 4 Oct 2022.", "2022-10-04"),
        ("It opened on 4th of October, 2022.", "2022-10-04"),
        ("Tuesday, November 6, 2007", "2007-11-06"),
        ("OCTOBER 4, 2022", "2022-10-04"),
        ("Filed 2022-10-04.", "2022-10-04"),
        ("Filed 4.10.2022.", "2022-10-04"),
        ("Filed 23/10/2022.", "2022-10-23"),
        ("Filed 10/23/2022.", "2022-10-23"),
        ("in April 2022", "2022-04"),
        ("Sept. 2021", "2021-09"),
        ("in 2006, up", "2006"),
        ("the 2005 council", "2005"),
        ("Treaty (1994)", "1994"),
        ("early 2024", "2024-01/2024-04"),
        ("late March 2023", "2023-03-21/2023-03-31"),
        ("spring 2022", "2022-03/2022-05"),
        ("second half of 2023", "2023-07/2023-12"),
        ("Q3 2023", "2023-07/2023-09"),
        ("in May or June 2023", "2023-05/2023-06"),
        ("from 2005 to 2007", "2005-01/2007-12"),
        ("October 3-5, 2022", "2022-10-03/2022-10-05"),
        ("3 to 5 October 2022", "2022-10-03/2022-10-05"),
        ("held October\u00a04, 2022", "2022-10-04"),
        ("29 February 2024", "2024-02-29"),
    ],
)
def test_a_stated_date_is_read(text: str, value: str) -> None:
    found = dates_in(text)
    assert [it.value for it in found] == [value]
    assert found[0].interval is not None
    assert iso_of(found[0].interval) == value


@pytest.mark.parametrize(
    "text",
    [
        "31 February 2022",
        "29 February 2023",
        "2022-13-01",
        "Filed 11/12/2022.",  # could be either
        "0000-01-01",
        "in 99999",
        "in 2,006 of them",
        "in 2000 companies",
        "see 2209130018 and 2209140002",
        "in 2006% of cases",
        "it may 2 or 3 times",
        "$2005",
        "call 555-0142",
        "on Mondays",
        "today's world",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert dates_in(text, "2022-10-04") == []


@pytest.mark.parametrize(
    ("text", "on", "first", "last"),
    [
        ("opened today", "2022-10-04", "2022-10-04", "2022-10-04"),
        ("it begins tomorrow", "2022-12-31", "2023-01-01", "2023-01-01"),
        ("ended yesterday", "2022-10-04", "2022-10-03", "2022-10-03"),
        ("this week", "2022-10-04", "2022-10-03", "2022-10-09"),
        ("last month", "2022-01-31", "2021-12-01", "2021-12-31"),
        ("earlier this year", "2022-10-04", "2022-01-01", "2022-10-04"),
        ("later this month", "2022-10-04", "2022-10-04", "2022-10-31"),
        ("said on Monday", "2022-10-04", "2022-10-03", "2022-10-03"),
        ("said on Tuesday", "2022-10-04", "2022-10-04", "2022-10-04"),
        ("will meet on Monday", "2022-10-04", "2022-10-10", "2022-10-10"),
        ("adopted in September", "2022-10-04", "2022-09-01", "2022-09-30"),
        ("adopted in November", "2022-10-04", "2021-11-01", "2021-11-30"),
        ("will be held in November", "2022-10-04", "2022-11-01", "2022-11-30"),
        ("met on 6 February", "2024-02-21", "2024-02-06", "2024-02-06"),
        ("two years ago", "2022-10-04", "2020-01-01", "2020-12-31"),
        ("sixteen years ago", "2023-11-16", "2007-01-01", "2007-12-31"),
        ("about four months after", "2022-10-04", "2022-05-20", "2022-06-19"),
        ("half a year after", "2024-02-21", "2023-08-01", "2023-08-31"),
        ("follows by about three weeks a", "2022-10-04", "2022-09-09", "2022-09-17"),
        ("last autumn", "2024-02-21", "2023-09-01", "2023-11-30"),
        ("in the past two years", "2022-10-04", "2020-10-04", "2022-10-04"),
        ("second half of the year", "2024-02-21", "2024-07-01", "2024-12-31"),
        ("earlier this year", "2022-10", "2022-01-01", "2022-10-31"),
        ("last year", "2022", "2021-01-01", "2021-12-31"),
    ],
)
def test_a_relative_date_is_counted_from_the_document(
    text: str, on: str, first: str, last: str
) -> None:
    (found,) = dates_in(text, on)
    assert found.interval is not None
    interval = found.interval
    assert (interval.first.isoformat(), interval.last.isoformat()) == (first, last)
    assert found.rule


def test_the_rule_says_how_a_relative_date_was_counted() -> None:
    (found,) = dates_in("It opens about four months after they met.", "2022-10-04")
    assert found.text == "about four months after"
    assert found.rule.startswith(
        "four months before 4 October 2022, give or take 15 days for “about”"
    )


def test_an_undated_document_resolves_nothing() -> None:
    found = dates_in(
        "Announced on Monday, two weeks ago, about a month after May 2022."
    )
    stated = [it for it in found if it.interval]
    assert [it.value for it in stated] == ["2022-05"]
    open_ones = [it for it in found if it.interval is None]
    assert [it.text for it in open_ones] == [
        "on Monday",
        "two weeks ago",
        "about a month after",
    ]
    assert {it.rule for it in open_ones} == {UNDATED}
    assert {it.value for it in open_ones} == {""}


def test_what_counts_from_elsewhere_is_not_guessed() -> None:
    (found,) = dates_in("Two weeks later they met.", "2022-10-04")
    assert found.interval is None
    assert found.rule.startswith("not resolved: counted from another date")


@pytest.mark.parametrize("on", ["0001-01-01", "9999-12-31", "0001", "9999"])
def test_the_ends_of_the_calendar_hold(on: str) -> None:
    text = "last year, next year, two years ago, 900 years ago, next week, tomorrow"
    assert all(it.interval for it in dates_in(text, on))


def test_months_are_shifted_within_the_calendar() -> None:
    assert months_later(date(2022, 3, 31), -1) == date(2022, 2, 28)
    assert months_later(date(2022, 11, 8), 2) == date(2023, 1, 8)
    assert months_later(date(9999, 12, 1), 1) == date.max
    assert months_later(date(1, 1, 1), -1) == date.min


def test_intervals_are_written_as_they_are_read() -> None:
    day = date(2022, 10, 4)
    assert iso_of(month_of(day)) == "2022-10"
    assert iso_of(year_of(day)) == "2022"
    assert iso_of(week_of(day)) == "2022-10-03/2022-10-09"
    for iso in ("2022", "2022-10", "2022-10-04"):
        interval = interval_of(iso)
        assert interval is not None
        assert iso_of(interval) == iso
    for wrong in ("", "soon", "2022-13", "2022-02-30", "1-2-3-4"):
        assert interval_of(wrong) is None


def test_a_date_in_a_zone_is_left_out() -> None:
    text = "It opened in April 2022.\n\nSubscribe by May 2023."
    found = facts_of_kind(FactKind.DATE, text, zones=[(26, len(text))])
    assert [it.value for it in found] == ["2022-04"]


@pytest.mark.parametrize(
    "head",
    [
        "October 4, 2022",
        "Published 4 October 2022.",
        "PORT ALDER, Oct. 4, 2022 – The group met.",
        "**Date: 2022-10-04**",
    ],
)
def test_a_date_of_its_own_in_the_head_dates_a_text(head: str) -> None:
    found = dates_in(f"{head}\n\nIt opened today.")[-1]
    assert found.value == "2022-10-04"
    assert (
        found.rule == "the day of the document, 4 October 2022 (the date in its text)"
    )


def test_the_date_of_an_event_does_not_date_a_text() -> None:
    text = "Both signed a memorandum on April 14, 2022, they said today."
    assert dates_in(text)[-1].rule == UNDATED


@pytest.mark.parametrize(
    "near",
    [
        "Aa-", "Aa ", "A ", "1,", "1 ", "May 1, ", "about five ", "twenty-one ", "U.S.",
        "Minister of ", "Minister of Trade, ", "Department of ", "of and for ",
        "Aa Bb, minister of trade and ", "President Aaa Bbb ", "the 2005 ", "(‘BIS’)",
    ],
)  # fmt: skip
def test_near_matches_end(near: str) -> None:
    text = near * (20_000 // len(near))
    assert all(it.text == it.span.of(text) for it in facts_in(source(text), Tracker()))
