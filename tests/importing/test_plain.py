"""Plain text keeps every character; title and date are found or left alone."""

import pytest

from workbench.importing.contents import Contents, Hints
from workbench.importing.plain import read_plain

STORY = "The harbor office said on Tuesday that the ports would share their tables."


def read(text: str) -> Contents:
    return read_plain(text.encode(), Hints("a.txt"))[0]


def test_every_character_is_kept() -> None:
    text = "  One\xa0two \t\r\n\n\u00ad\u200b—😀\rend "
    assert read(text).text == text


@pytest.mark.parametrize(
    "head",
    [
        "Two Ports Share Tide Tables",
        "**Two Ports Share Tide Tables**",
        "# Two Ports Share Tide Tables",
        "**Two Ports Share\r\nTide Tables**",
        "FOR IMMEDIATE RELEASE\n\nTwo Ports Share Tide Tables",
        "Skip to Main Content\n\nTwo Ports Share Tide Tables",
        "Tide News is a Harbor Press publication.\n\nTwo Ports Share Tide Tables",
        (
            "Harbor seal on a rock\n\nPress Release\n\nOFFICE OF PUBLIC AFFAIRS\n\n"
            "Friday, May 6, 2022\n\n202-555-0100\n\nTwo Ports Share Tide Tables"
        ),
        (
            "**BUREAU OF TIDES AND BUOYS**\n\n[www.tides.example](http://tides.example)\n\n"
            "[press@tides.example](mailto:press@tides.example)\n\n"
            "**Two Ports Share Tide Tables**"
        ),
    ],
)
def test_the_title_is_found_beneath_letterhead(head: str) -> None:
    assert read(f"{head}\n\n{STORY}\n\n{STORY}").title == "Two Ports Share Tide Tables"


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"HARBOR CITY – {STORY}",
        "HARBOR CITY (AP) — The ports will share tables",
        f"My fellow pilots\n\n{STORY}",
        f"To the Members of the Board\n\n{STORY}",
        f"- a list comes first\n- of all\n\n{STORY}",
        f"Tides\n\n{STORY}",
        f"FOR IMMEDIATE RELEASE\n\n{STORY}",
        "x" * 300,
        "\n \n",
    ],
)
def test_no_title_is_better_than_a_wrong_one(text: str) -> None:
    assert read(text).title == ""


@pytest.mark.parametrize("line", ["May 6, 2022", "**Friday, May 6, 2022**"])
def test_a_date_on_a_line_of_its_own_near_the_top_is_taken(line: str) -> None:
    assert read(f"Title of it all\n\n{line}\n\n{STORY}").date == "2022-05-06"


def test_a_date_in_prose_or_far_below_is_not() -> None:
    assert read(f"On May 6, 2022 they met.\n{STORY}").date == ""
    assert read(f"{STORY}\n" * 40 + "May 6, 2022").date == ""
