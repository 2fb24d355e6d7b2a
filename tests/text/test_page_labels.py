"""Pages as addresses."""

from __future__ import annotations

import pytest

from workbench.errors import NotFound
from workbench.model.pages import Page
from workbench.model.spans import Span
from workbench.text.page_labels import label_over, page_named, page_over, page_words

PAGES = [
    Page(1, "iii", Span(0, 10)),
    Page(2, "iv", Span(10, 20)),
    Page(3, "", Span(20, 20)),
    Page(4, "1", Span(20, 30)),
]


@pytest.mark.parametrize(
    ("span", "label"),
    [
        (Span(0, 10), "iii"),
        (Span(9, 11), "iii–iv"),
        (Span(19, 25), "iv–1"),
        (Span(20, 20), "1"),
        (Span(400, 410), "1"),
    ],
)
def test_a_place_is_on_a_page_or_on_several(span: Span, label: str) -> None:
    assert label_over(PAGES, span) == label


def test_an_empty_page_holds_no_character() -> None:
    assert page_over(PAGES, 20) == PAGES[3]
    assert page_over(PAGES[2:3], 20) is None
    assert label_over([], Span(0, 3)) == ""


@pytest.mark.parametrize(
    ("wanted", "number"),
    [("iv", 2), (" IV ", 2), ("p. iii", 1), ("1", 4), ("3", 3), ("2", 2)],
)
def test_a_label_goes_before_a_number(wanted: str, number: int) -> None:
    assert page_named(PAGES, wanted).number == number


@pytest.mark.parametrize("wanted", ["", "9", "page", "0", "-1", "٣"])
def test_another_page_is_refused_with_those_there_are(wanted: str) -> None:
    with pytest.raises(NotFound, match="the pages are iii to 1"):
        page_named(PAGES, wanted)


def test_an_address_in_words() -> None:
    assert page_words("12") == "p.\xa012"
    assert page_words("12–13") == "pp.\xa012–13"
    assert page_words("") == ""
