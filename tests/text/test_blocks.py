"""Blocks of plain text: a line each, or a paragraph where lines are hard-wrapped."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.documents import Block, BlockKind
from workbench.model.spans import Span
from workbench.text import blocks as blocks_module
from workbench.text.blocks import (
    LONGEST_BLOCK,
    count_words,
    fit_blocks,
    split_blocks,
)

PROSE = (
    "The harbor office said on Tuesday that the two ports would share their tide"
    " tables from spring, so that ships could be told a day ahead whether the bar"
    " would carry them, and pilots would no longer wait outside for a second tide. "
)


def pieces(text: str) -> list[str]:
    return [block.span.of(text) for block in split_blocks(text)]


def kinds(text: str) -> list[BlockKind]:
    return [block.kind for block in split_blocks(text)]


@given(st.text(st.sampled_from("ab *#-.1\n\r\t\xa0\u200bÉß漢😀"), max_size=300))
def test_blocks_are_in_order_and_hold_everything_but_blanks(text: str) -> None:
    at = 0
    for block in split_blocks(text):
        between = text[at : block.span.start]
        assert not between.strip().strip("\u200b\ufeff").strip()
        assert len(block.span) > 0
        at = block.span.end
    assert not text[at:].replace("\u200b", "").strip()


def test_spans_leave_out_carriage_returns_and_blanks() -> None:
    assert pieces("One\r\n  two \xa0\r\n\xa0\r\n\r\nthree") == ["One", "two", "three"]


def test_a_text_with_old_line_ends_has_lines_too() -> None:
    assert pieces("One\rtwo\r\rthree\r") == ["One", "two", "three"]


@pytest.mark.parametrize("text", ["", "\n\n", " \xa0\n\r\n\t", "\ufeff"])
def test_blanks_make_no_block(text: str) -> None:
    assert split_blocks(text) == ()


@pytest.mark.parametrize("mark", ["- ", "* ", "• ", "1. ", "12) "])
def test_lines_with_a_list_mark_are_list_items(mark: str) -> None:
    assert kinds(f"{mark}To share tide tables") == [BlockKind.LIST_ITEM]


@pytest.mark.parametrize("line", ["-5 degrees at noon", "1.5 million", "2006. A year"])
def test_numbers_and_minus_signs_are_no_list_marks(line: str) -> None:
    assert kinds(line) == [BlockKind.PARAGRAPH]


def test_hashes_tell_the_level_of_a_heading() -> None:
    assert split_blocks("### Tides")[0] == Block(Span(0, 9), BlockKind.HEADING, 3)
    assert kinds("###") == kinds("#1 in the list") == [BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    "line",
    [
        "**Ports Agree on Tides**",
        "Section 3: Robotics",
        "Annex B",
        "CHAPTER IV. The Bar",
        "Article 5 – Tide tables",
    ],
)
def test_plain_headings_are_recognized(line: str) -> None:
    assert kinds(f"{PROSE}\n{line}\n{PROSE}")[1] is BlockKind.HEADING


def test_a_line_in_capitals_between_blank_lines_is_a_heading() -> None:
    assert kinds(f"{PROSE}\n\nTHE TWO PORTS\n\n{PROSE}")[1] is BlockKind.HEADING
    assert kinds(f"{PROSE}\nTHE TWO PORTS\n{PROSE}")[1] is BlockKind.PARAGRAPH


@pytest.mark.parametrize(
    "line",
    [
        "**HARBOR** – The office said today that it would wait.",
        "**They came.**",
        "**FOR IMMEDIATE RELEASE**",
        "FOR IMMEDIATE RELEASE",
        "DRAFT",
        "NO.",
        "Section 3 of the agreement says otherwise.",
        "Section 3 of the agreement",
        "Part of the fleet",
        "Book a table: it is worth it",
        "A short line without a full stop",
    ],
)
def test_prose_is_no_heading(line: str) -> None:
    assert kinds(f"{PROSE}\n\n{line}\n\n{PROSE}")[1] is BlockKind.PARAGRAPH


def test_a_bold_headline_over_several_lines_is_one_heading() -> None:
    headline = "**HARBOR OFFICE AND PILOTS,  \r\nTIDES AND BUOYS (TAB)  \r\nAGREE**"
    text = f"{PROSE}\r\n\r\n{headline}\r\n\r\n{PROSE}"
    assert pieces(text)[1] == headline
    assert kinds(text)[1] is BlockKind.HEADING


def test_bold_does_not_reach_over_a_blank_line() -> None:
    assert pieces("**one\n\ntwo**") == ["**one", "two**"]


def test_hard_wrapped_lines_become_paragraphs() -> None:
    paragraphs = [textwrap.fill(PROSE * 3, 70) for _ in range(3)]
    assert pieces("\n\n".join(paragraphs)) == paragraphs


def test_a_hard_wrapped_paragraph_may_begin_with_an_indent() -> None:
    paragraphs = [textwrap.fill(PROSE * 3, 70, initial_indent="   ") for _ in range(3)]
    assert pieces("\n".join(paragraphs)) == [part.strip() for part in paragraphs]


def test_list_items_stay_apart_in_hard_wrapped_text() -> None:
    item = textwrap.fill("- " + PROSE, 70)
    text = "\n".join([textwrap.fill(PROSE * 3, 70), item, item])
    assert kinds(text) == [BlockKind.PARAGRAPH, *[BlockKind.LIST_ITEM] * 2]


def test_verse_and_headlines_are_not_hard_wrapped() -> None:
    verse = "\n".join(["Now sleep the tides upon the silver bar and none may pass"] * 9)
    assert len(split_blocks(verse)) == 9


def test_long_lines_without_blank_ones_stay_apart() -> None:
    assert len(split_blocks("\n".join([PROSE] * 20))) == 20


def test_an_overlong_paragraph_is_cut_at_sentence_ends() -> None:
    text = PROSE * 400
    found = pieces(text)
    assert len(found) > 1
    assert all(len(piece) <= LONGEST_BLOCK for piece in found)
    assert all(piece.endswith("tide.") for piece in found)
    assert " ".join(found) == text.strip()


def test_a_line_without_any_blank_is_cut_all_the_same() -> None:
    assert [len(piece) for piece in pieces("x" * 50_000)] == [20_000, 20_000, 10_000]


def test_too_many_blocks_are_merged_at_the_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(blocks_module, "MOST_BLOCKS", 3)
    text = "a\nb\nc\nd\ne"
    assert pieces(text) == ["a", "b", "c\nd\ne"]


def test_fitting_leaves_fitting_blocks_alone() -> None:
    block = Block(Span(0, 3), BlockKind.QUOTATION)
    assert fit_blocks("abc", [block]) == (block,)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", 0),
        ("One, two; three.", 3),
        ("a well-known U.S. figure of 1,000.5", 6),
        ("the ports’ tables – “don’t wait” –", 5),
        ("tides--and buoys -- both", 4),
        ("- ### * •", 0),
        ("Größe\xa0zählt", 2),
        ("潮汐表 2022", 4),
        ("हिन्दी शब्द", 2),
        ("a\u00adb", 1),
        ("so 😀 it is", 3),
    ],
)
def test_words_are_counted_as_a_person_would(text: str, words: int) -> None:
    assert count_words(text) == words
