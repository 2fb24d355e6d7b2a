"""Dates as analysts type them."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.search.conditions.asked import Bounds
from workbench.search.conditions.dating import Period, read_dates, read_range

TODAY = dt.date(2022, 11, 8)  # a Tuesday


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("2022", "in 2022"),
        ("2022-5", "in 2022-05"),
        ("2022/05/3", "in 2022-05-03"),
        ("May 2022", "in 2022-05"),
        ("3 May 2022", "in 2022-05-03"),
        ("may 3rd, 2022", "in 2022-05-03"),
        ("sept. 2022", "in 2022-09"),
        ("'last year'", "in 2021 (last year)"),
        ("this year", "in 2022 (this year)"),
        ("last month", "in 2022-10 (last month)"),
        ("this month", "in 2022-11 (this month)"),
        ("last week", "in 2022-10-31 to 2022-11-06 (last week)"),
        ("this week", "in 2022-11-07 to 2022-11-13 (this week)"),
        ("yesterday", "in 2022-11-07 (yesterday)"),
        ("Today", "in 2022-11-08 (today)"),
        ("last 30 days", "in 2022-10-10 to 2022-11-08 (last 30 days)"),
        ("past 2 weeks", "in 2022-10-26 to 2022-11-08 (past 2 weeks)"),
        ("last 9 months", "in 2022-02-09 to 2022-11-08 (last 9 months)"),
        ("last 2 years", "in 2020-11-09 to 2022-11-08 (last 2 years)"),
        (">2010", "after 2010"),
        ("<=May 2022", "until 2022-05"),
        (">= 'last year'", "from 2021 (last year)"),
    ],
)
def test_the_label_says_which_days_are_meant(typed: str, label: str) -> None:
    period = read_dates(typed, TODAY)
    assert period is not None
    assert period.label == label


@pytest.mark.parametrize(
    "typed",
    ["", "soon", "2022-13", "2022-02-30", "last 0 days", "last 9999 years", "> ", "may",
     "22", "²⁰²²", "0000", "31 June 2022"],
)  # fmt: skip
def test_what_is_no_date_is_not_read(typed: str) -> None:
    assert read_dates(typed, TODAY) is None


@pytest.mark.parametrize(
    ("typed", "held", "not_held"),
    [
        ("2022-05", ["2022-05", "2022-05-31"], ["2022", "2022-06", "2022-04-30", ""]),
        ("2022", ["2022", "2022-12-31"], ["2021", "2023", ""]),
        (">2010", ["2011", "2011-01-01"], ["2010", "2010-12-31", ""]),
        (">=2010", ["2010", "2010-12-31"], ["2009-12-31", ""]),
        ("<2010", ["2009-12-31", "2009"], ["2010", "2010-01-01", ""]),
        ("<=2010-02", ["2010", "2010-02-28"], ["2010-03", "2010-03-01", ""]),
        (">2022-05-09", ["2022-05-10", "2022-06"], ["2022-05-09", "2022-05", "2022"]),
        ("<2022-05-10", ["2022-05-09", "2022-05"], ["2022-05-10", "2022-06"]),
        ("last 30 days", ["2022-10-10", "2022-11-08"], ["2022-10", "2022-11-09"]),
    ],
)
def test_a_period_holds_dates(typed: str, held: list[str], not_held: list[str]) -> None:
    period = read_dates(typed, TODAY)
    assert period is not None
    assert [date for date in held + not_held if period.holds(date)] == held


def test_ranges_may_be_open() -> None:
    closed = read_range(Bounds("2007", "2023"), TODAY)
    opened = read_range(Bounds("2007", "", is_open_start=True), TODAY)
    assert closed
    assert opened
    assert (closed.label, opened.label) == ("from 2007 and until 2023", "after 2007")
    assert closed.holds("2007")
    assert closed.holds("2023-12-31")
    assert not closed.holds("2024")
    assert not closed.holds("")
    assert opened.holds("2050")
    assert not opened.holds("2007-06")
    assert read_range(Bounds("", ""), TODAY) is None
    assert read_range(Bounds("2007", "soon"), TODAY) is None


_days = st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1))


@given(_days, _days)
def test_every_date_is_before_in_or_after_a_day(date: dt.date, day: dt.date) -> None:
    def holds(typed: str) -> bool:
        period = read_dates(typed, TODAY)
        assert period is not None
        return period.holds(date.isoformat())

    iso = day.isoformat()
    assert holds(f"<{iso}") == (date < day)
    assert holds(iso) == (date == day)
    assert holds(f">{iso}") == (date > day)
    assert holds(f"<={iso}") == (date <= day)
    assert holds(f">={iso}") == (date >= day)


@given(_days, st.integers(1, 400), _days)
def test_the_last_days_are_so_many(today: dt.date, count: int, date: dt.date) -> None:
    period = read_dates(f"last {count} days", today)
    assert isinstance(period, Period)
    assert period.holds(date.isoformat()) == (0 <= (today - date).days < count)
