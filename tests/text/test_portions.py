"""Tests that a text cut into portions is read as a whole one is."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.text.portions import portions
from workbench.text.quoting.wording import Wording
from workbench.text.tokens import Tokens, Vocabulary

LINE = "> He said “the U.S. [will](x) go on – well-known . . . so” #1 **bold**\r\n"


@given(st.lists(st.integers(0, 60_000), max_size=4), st.booleans())
def test_however_long_lines_are_each_token_has_its_place(
    lengths: list[int], ends: bool
) -> None:
    text = "\n".join("x" * it for it in lengths) + "\n" * ends
    assert "".join(text[start:end] for start, end in portions(text)) == text
    tokens = Tokens(text, Vocabulary())
    assert len(tokens.spans) == len(tokens.ids)
    assert sum(end - start for start, end in tokens.spans) == text.count("x")


def test_a_text_of_many_portions_has_the_words_of_its_lines() -> None:
    count = 2_000
    whole, line = Wording(LINE * count), Wording(LINE)
    assert whole.words == line.words * count
    assert len(whole.places) == len(whole.words)


def test_a_text_of_many_portions_has_the_tokens_of_its_lines() -> None:
    count, vocabulary = 2_000, Vocabulary()
    whole, line = Tokens(LINE * count, vocabulary), Tokens(LINE, vocabulary)
    assert whole.ids == line.ids * count
    assert len(whole.spans) == len(whole.ids)
