"""Lines that come back on every page of a printed text."""

from collections.abc import Callable

import pytest

from workbench.text.blocks import split_blocks
from workbench.text.zoning import suggest_zones

UPPER_HALF = (
    "The council heard the report of the harbor master in full. " * 20 + "It then"
)
LOWER_HALF = "went on to hear the pilots, who had waited all day. " * 20


def found_in(text: str) -> list[str]:
    return [zone.span.of(text) for zone in suggest_zones(text, split_blocks(text))]


def pages(count: int, between: Callable[[int], str]) -> str:
    """Return a text whose paragraphs are cut in two by the ends of pages."""
    return LOWER_HALF + "".join(
        f"\n\n{UPPER_HALF}\n\n{between(number)}\n\n{LOWER_HALF}"
        for number in range(1, count + 1)
    )


def test_running_heads_and_page_numbers_are_found() -> None:
    text = pages(5, lambda number: f"{number}\n\nHarbor Council, Annual Report")
    assert found_in(text) == [
        f"{number}\n\nHarbor Council, Annual Report" for number in range(1, 6)
    ]


def test_a_head_with_its_page_number_in_the_line_is_one() -> None:
    heads = [f"Harbor Council {number}" for number in range(97, 103)]
    assert found_in(pages(6, lambda number: heads[number - 1])) == heads


def test_a_form_feed_tells_pages_apart_where_sentences_end_with_them() -> None:
    text = "\n\f\nHarbor Council\n\n".join([LOWER_HALF.capitalize()] * 6)
    assert found_in(text) == ["Harbor Council"] * 5


def test_three_times_is_not_often_enough() -> None:
    assert found_in(pages(3, lambda _: "Harbor Council")) == []


@pytest.mark.parametrize(
    "line",
    ["THE PRESIDENT:", "We shall overcome.", "what is to be done", "Section 1a:"],
)
def test_speakers_refrains_and_verse_are_content(line: str) -> None:
    assert found_in(pages(6, lambda _: line)) == []


def test_headings_that_repeat_above_whole_paragraphs_are_content() -> None:
    section = f"\n\nRecommendation\n\n{UPPER_HALF} agreed.\n\n"
    assert found_in(section * 8) == []


def test_numbered_sections_are_content() -> None:
    assert found_in("".join(f"{n}\n\n{UPPER_HALF} agreed.\n\n" for n in range(9))) == []


def test_lines_that_come_back_soon_or_unevenly_are_content() -> None:
    refrain = "Row the boat\n\nand through the night the men of the harbor sang on\n\n"
    assert found_in(refrain * 20) == []
    uneven = "".join(
        f"{UPPER_HALF * length}\n\nHarbor Council\n\n{LOWER_HALF}\n\n"
        for length in (1, 30, 1, 90, 1, 300)
    )
    assert found_in(uneven) == []


def test_a_list_that_comes_back_line_by_line_is_content() -> None:
    lines = [
        f"Line {letter}{other}" for letter in "abcdefghij" for other in "abcdefghij"
    ]
    assert found_in("\n\n".join(lines * 300)) == []
