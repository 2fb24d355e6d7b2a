"""Dates are recognized only where a text is nothing else."""

import pytest

from workbench.importing.dates import parse_date, parse_date_part


@pytest.mark.parametrize(
    "text",
    [
        "November 08, 2022",
        "Tuesday, November 8, 2022",
        "8 November 2022",
        "the 8th of November 2022",
        "Nov. 8th, 2022",
        "2022-11-08",
        "2022-11-08T23:59:59.000Z",
        "2022-11-08 09:00:00+09:00",
        "  NOVEMBER\xa08,  2022 ",
    ],
)
def test_written_dates_become_iso(text: str) -> None:
    assert parse_date(text) == "2022-11-08"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "February 30, 2022",
        "Novembre 8, 2022",
        "2022-13-01",
        "Updated November 8, 2022",
        "08/11/2022",
        "November 2022",
        "2022",
        "٢٠٢٢-١١-٣١",
    ],
)
def test_anything_else_is_no_date(text: str) -> None:
    assert parse_date(text) == ""


def test_a_part_of_a_date_is_taken_where_asked_for() -> None:
    assert parse_date_part(" 2022-11 ") == "2022-11"
    assert parse_date_part("2022") == "2022"
    assert parse_date_part("8 November 2022") == "2022-11-08"
    assert parse_date_part("2022-13") == ""
