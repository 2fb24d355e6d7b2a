"""What a line of a concordance shows on either side."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.documents import Block
from workbench.model.spans import Span
from workbench.text.contexts import left_of, right_of, single_spaced

TEXT = "\n\n  One  two\u00a0three.\r\nFour\tfive.\n\n\nSix."


def blocks_of(text: str) -> list[Block]:
    return [Block(Span(*it.span())) for it in re.finditer(r"[^\r\n]*\S[^\r\n]*", text)]


@pytest.mark.parametrize(
    ("word", "left", "right"),
    [
        ("One", "", " two three. ¶ Four five. ¶ Six."),
        ("three", "One two ", ". ¶ Four five. ¶ Six."),
        ("Four", "One two three. ¶ ", " five. ¶ Six."),
        ("Six", "One two three. ¶ Four five. ¶ ", "."),
    ],
)
def test_white_space_is_one_space_and_borders_are_marked(word, left, right) -> None:
    start = TEXT.index(word)
    blocks = blocks_of(TEXT)
    assert left_of(TEXT, blocks, start, 99) == left
    assert right_of(TEXT, blocks, start + len(word), 99) == right


def test_no_more_is_shown_than_was_asked_for() -> None:
    blocks = blocks_of(TEXT)
    start = TEXT.index("five")
    assert left_of(TEXT, blocks, start, 8) == "¶ Four "
    assert right_of(TEXT, blocks, start + 4, 5) == ". ¶ S"
    assert left_of(TEXT, blocks, start, 0) == right_of(TEXT, blocks, start, 0) == ""


def test_white_space_however_long_does_not_hide_the_context() -> None:
    text = "before" + " " * 5000 + "it" + " " * 5000 + "behind"
    blocks = blocks_of(text)
    start = text.index("it")
    assert left_of(text, blocks, start, 7) == "before "
    assert right_of(text, blocks, start + 2, 7) == " behind"


@given(st.text(alphabet="ab \n\t", max_size=80), st.integers(0, 80), st.integers(0, 30))
def test_a_narrow_context_is_the_near_end_of_the_whole_one(text, at, width) -> None:
    at = min(at, len(text))
    blocks = blocks_of(text)
    left, right = left_of(text, blocks, at, 1000), right_of(text, blocks, at, 1000)
    narrow = left_of(text, blocks, at, width)
    assert len(narrow) <= width
    assert left.endswith(narrow)
    assert right.startswith(right_of(text, blocks, at, width))
    letters = [it for it in text if it in "ab"]
    assert [it for it in left + right if it in "ab"] == letters


@given(st.text(alphabet="a \n\u00a0", max_size=20))
def test_no_white_space_is_lost_or_doubled(text: str) -> None:
    assert single_spaced(text) == re.sub(r"\s+", " ", text)
