"""What a cell says, read as the type of its column."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.tables import ColumnType
from workbench.text.typed_values import MISREAD, TypedValue, read_value

DATE, NUMBER, MONEY = ColumnType.DATE, ColumnType.NUMBER, ColumnType.MONEY
RANKS = ("Deputy Assistant Secretary", "Under Secretary", "Minister")


def words_of(column_type: ColumnType, text: str) -> str | None:
    value = read_value(column_type, text, RANKS)
    return value.words if value else None


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("2022-11-08", "8 November 2022"),
        ("8\u00a0November 2022", "8 November 2022"),
        ("**8 Nov. 2022**", "8 November 2022"),
        ("April 27, 2023", "27 April 2023"),
        ("27 april 2023", "27 April 2023"),
        ("November 2022", "November 2022"),
        ("2022-11", "November 2022"),
        ("2022", "2022"),
        ("2022, in Seoul", "2022"),
        ("Launched November 8, 2022; met April 27, 2023", "8 November 2022"),
        ("8 Nov 2022 to 2 May 2023", "8 November 2022 to 2 May 2023"),
        ("2022–2024", "1 January 2022 to 31 December 2024"),
        ("13/11/2022", "13 November 2022"),
        ("8/11/2022", None),
        ("31 February 2022", None),
        ("2022-02-31", None),
        ("by mutual consent", None),
        ("may", None),
        ("2022 meetings", None),
        ("", None),
    ],
)
def test_a_date_is_read_or_refused(text: str, words: str | None) -> None:
    assert words_of(DATE, text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1,234.5", "1,234.5"),
        ("32%", "32%"),
        ("32 per cent", "32%"),
        ("3 percentage points", "3 percentage points"),
        ("−5", "-5"),
        ("- 5", "-5"),
        (".5", "0.5"),
        ("3.2 million", "3,200,000"),
        ("twice a year", "2"),
        ("three", "3"),
        ("12 (of 40)", "12"),
        ("In all 37 nations", "37"),
        ("8 November 2022", None),
        ("1/2", None),
        ("5:30", None),
        ("one of them", None),
        ("none", None),
        ("9" * 400, None),
    ],
)
def test_a_number_is_read_or_refused(text: str, words: str | None) -> None:
    assert words_of(NUMBER, text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("$55 billion", "USD 55,000,000,000"),
        ("€3m", "EUR 3,000,000"),
        ("17.7 billion dollars", "USD 17,700,000,000"),
        ("-$5", "-USD 5"),
        ("Rs. 9 crore", "90,000,000 rupees"),
        ("55 billion", "55,000,000,000"),
        ("worth about £200 in all", "GBP 200"),
        ("32%", None),
        ("much", None),
    ],
)
def test_sums_keep_their_currency(text: str, words: str | None) -> None:
    assert words_of(MONEY, text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Yes", "yes"),
        ("y", "yes"),
        ("No, since 2022", "no"),
        ("no — never", "no"),
        ("No meetings were held", None),
        ("no-one", None),
        ("not stated", None),
    ],
)
def test_yes_and_no_are_read_or_refused(text: str, words: str | None) -> None:
    assert words_of(ColumnType.YES_NO, text) == words


def test_a_choice_is_one_of_the_columns_in_any_case() -> None:
    assert words_of(ColumnType.CHOICE, " under  SECRETARY ") == "Under Secretary"
    assert words_of(ColumnType.CHOICE, "Secretary") is None


def test_a_text_always_reads() -> None:
    assert words_of(ColumnType.TEXT, "**Led** by") == "Led by"
    assert words_of(ColumnType.TEXT, "") == ""


@pytest.mark.parametrize(
    ("column_type", "rising"),
    [
        (DATE, ["2007", "11 December 2007", "2022", "8 Nov 2022", "April 27, 2023"]),
        (NUMBER, ["-3", "0", "9", "10", "1,000", "2 million"]),
        (MONEY, ["€5", "$2", "$1,000", "$3bn"]),
        (ColumnType.YES_NO, ["no", "yes"]),
        (ColumnType.CHOICE, list(RANKS)),
        (ColumnType.TEXT, ["alpha", "Beta", "gamma"]),
    ],
)
def test_values_sort_within_their_type(
    column_type: ColumnType, rising: list[str]
) -> None:
    keys = [read_value(column_type, text, RANKS).key for text in rising]
    assert sorted(keys) == keys


@given(st.sampled_from(ColumnType), st.text(max_size=60))
def test_nothing_is_refused_and_words_say_the_value_again(
    column_type: ColumnType, text: str
) -> None:
    value = read_value(column_type, text, RANKS)
    assert value is None or words_of(column_type, value.words) == value.words
    assert value is not None or MISREAD[column_type]


@given(st.dates(dt.date(1000, 1, 1), dt.date(2999, 12, 31)))
def test_every_day_reads_from_iso_and_from_words(day: dt.date) -> None:
    iso = day.isoformat()
    value = read_value(DATE, iso)
    assert value is not None
    assert value.key == (iso, iso)
    assert read_value(DATE, value.words) == value
    assert read_value(DATE, f"{day:%B} {day.day}, {day.year}") == value


@given(st.decimals(-(10**9), 10**9, places=4), st.sampled_from(["", "USD ", "EUR "]))
def test_every_number_reads_from_its_words(number: Decimal, code: str) -> None:
    sign, digits = "-" if number < 0 else "", f"{abs(number):,f}"
    value = read_value(MONEY if code else NUMBER, f"{sign}{code}{digits}")
    assert value is not None
    key = (code.strip(), number) if code else (number, "")
    assert value == TypedValue(key, value.words)
    assert read_value(MONEY if code else NUMBER, value.words) == value
