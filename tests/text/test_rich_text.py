"""Rich text of cells: nothing a person typed is lost, and each line has one reading."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.text.rich_text import (
    RichBlock,
    RichKind,
    Run,
    parse,
    plain,
    tidied,
    to_markdown,
)

# Mostly what has a meaning, or looks as if it had one.
TEXTS = st.text(
    st.one_of(
        st.sampled_from("**\\-. 12ab\t\r\u00a0\x00\u2028🙂"),
        st.characters(exclude_characters="\n", exclude_categories=("Cs",)),
    ),
    max_size=12,
)
RUNS = st.builds(Run, TEXTS, st.booleans())
BLOCKS = st.builds(
    RichBlock, st.sampled_from(RichKind), st.lists(RUNS, max_size=4).map(tuple)
)
CELLS = st.lists(BLOCKS, max_size=5).map(tuple)
MARKDOWN = st.lists(
    st.tuples(st.sampled_from(["", "- ", "1. ", "2. ", "\\- ", "1\\. "]), TEXTS)
).map(lambda lines: "\n".join(mark + text for mark, text in lines))
NOTHING = ((), (RichBlock(RichKind.PARAGRAPH),))


def bold(text: str) -> Run:
    return Run(text, is_bold=True)


@given(CELLS)
@example((RichBlock(RichKind.PARAGRAPH, (Run("a\\"), bold("*b*\\"), Run("*"))),))
@example((RichBlock(RichKind.PARAGRAPH, (Run("\\- "), bold("***"))),))
@example((RichBlock(RichKind.NUMBERED), RichBlock(RichKind.PARAGRAPH, (Run("2. "),))))
def test_lines_are_read_as_they_were_written(cell: tuple[RichBlock, ...]) -> None:
    wanted = tuple(map(tidied, cell))
    assert parse(to_markdown(cell)) == (() if wanted in NOTHING else wanted)


@given(CELLS)
def test_tidying_keeps_every_character_and_is_done_once(
    cell: tuple[RichBlock, ...],
) -> None:
    for block in cell:
        assert tidied(block).text == block.text
        assert tidied(tidied(block)) == tidied(block)


@given(MARKDOWN)
def test_what_was_read_needs_no_tidying_and_is_written_alike(markdown: str) -> None:
    blocks = parse(markdown)
    assert tuple(map(tidied, blocks)) == blocks
    assert parse(to_markdown(blocks)) == (() if blocks in NOTHING else blocks)


@given(MARKDOWN)
def test_only_stars_and_backslashes_are_left_out_of_the_words(markdown: str) -> None:
    words = iter(plain(markdown))
    kept = next(words, None)
    for character in markdown:
        if character == kept:
            kept = next(words, None)
        else:
            assert character in "*\\"
    assert kept is None


@given(st.text(st.characters(exclude_characters="*\\", exclude_categories=("Cs",))))
@example("led by - perhaps - two\r\n\r\n12. July\x00\u00a0🙂\n")
def test_a_text_without_stars_and_backslashes_is_itself(text: str) -> None:
    assert plain(text) == text
    assert to_markdown(parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "5 * 3 ** 2",
        "**not closed",
        "** p < 0.05, ** p < 0.01",
        "not opened**",
        "C:\\old\\new",
        "\\\\server\\share",
        "-5",
        "-",
        "* other marks",
        "_other_ `marks` # no heading",
        "2022. A year",
        "01. no item",
        "1.5 billion",
        "  - indented",
        "****",
    ],
)
def test_what_is_no_mark_is_the_text_itself(text: str) -> None:
    assert parse(text) == (RichBlock(RichKind.PARAGRAPH, (Run(text),)),)
    assert to_markdown(parse(text)) == plain(text) == text


def test_bold_and_lists_are_read() -> None:
    cell = parse(
        "Led by **both** sides:\n- first\n- **second**\n\n1. one\n2. two\n4. no"
    )
    paragraph, bullet, number = RichKind.PARAGRAPH, RichKind.BULLET, RichKind.NUMBERED
    assert cell == (
        RichBlock(paragraph, (Run("Led by "), bold("both"), Run(" sides:"))),
        RichBlock(bullet, (Run("first"),)),
        RichBlock(bullet, (bold("second"),)),
        RichBlock(paragraph),
        RichBlock(number, (Run("one"),)),
        RichBlock(number, (Run("two"),)),
        RichBlock(paragraph, (Run("4. no"),)),
    )


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        (r"\*\*four stars\*\*", "**four stars**"),
        (r"\- no item", "- no item"),
        (r"1\. no item", "1. no item"),
        (r"**a\\**", "a\\"),
        ("**a** and **b**", "a and b"),
        ("1. **a**\n2. b", "1. a\n2. b"),
    ],
)
def test_a_backslash_takes_the_meaning_away(markdown: str, words: str) -> None:
    assert plain(markdown) == words
    assert to_markdown(parse(markdown)) == markdown


def test_long_lines_of_marks_are_read_quickly_enough_to_be_typed() -> None:
    for text in ("\\" * 60_000, "**a " * 20_000, "*" * 60_000, "** " * 20_000):
        assert plain(text) == text
