"""Quotations in every kind of mark, and in the oddest mixtures of them."""

from __future__ import annotations

import sys
from itertools import pairwise
from types import FrameType

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from workbench.model.documents import Block, BlockKind
from workbench.model.quotations import Quotation
from workbench.model.spans import Span
from workbench.text.blocks import split_blocks
from workbench.text.quoting.quotations import quotations

SOUP = st.text(
    st.sampled_from("ab 1s.,-(*_>\n“”„‟\"‘’‚'«»‹›「」『』`…\u00a0"), max_size=120
)


def found(text: str) -> list[Quotation]:
    return quotations(text, split_blocks(text))


def words(text: str) -> list[str]:
    return [it.text for it in found(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “we agree” today.", ["we agree"]),
        ('She said "we agree" today.', ["we agree"]),
        ('It opens “curly and ends straight" here.', ["curly and ends straight"]),
        ('It opens "straight and ends curly” here.', ["straight and ends curly"]),
        ("A “misused“ mark and a ”Swedish” one.", ["misused", "Swedish"]),
        ("Er sagte „Wort“, dann „Satz”.", ["Wort", "Satz"]),
        ("Er sagte »Wort« und «mot».", ["Wort", "mot"]),
        ("Il a dit « oui » et «\u00a0non\u00a0».", ["oui", "non"]),
        ("‹ein Wort› und ‚noch eines‘.", ["ein Wort", "noch eines"]),
        ("他说“我们同意”，又说「很好」。", ["我们同意", "很好"]),
        ('他说"我们同意"。', ["我们同意"]),
        ("``TeX'' and ``more''", ["TeX", "more"]),
        ("the film ‘Two Rivers’ and 'The Ferry'", ["Two Rivers", "The Ferry"]),
        ("**“Bold”** and “**bold**” and *\"slanted\"*", ["Bold", "bold", "slanted"]),
        ("(“in brackets”) and—“after a dash”—so", ["in brackets", "after a dash"]),
        ('He said,"no blank" and "none"then.', ["no blank", "none"]),
        ('He said: "don\'t go," and "we\'ll see".', ["don't go,", "we'll see"]),
        ("a “deeply committed” state", ["deeply committed"]),
        ("“...we agree”", ["...we agree"]),
        ("escaped \\\"like this\\\" too", ["like this"]),
    ],
)  # fmt: skip
def test_every_kind_of_mark(text: str, expected: list[str]) -> None:
    assert words(text) == expected
    assert all(it.is_closed for it in found(text))


@pytest.mark.parametrize(
    "text",
    [
        "It's the firms' plan, BIS' too.",
        "the '90s, the ’80s and the ‘70s",
        "'Tis rock 'n' roll, tell 'em.",
        "a 6\" pipe, 5' long, 5'11\" tall, at 40° 26′ 46″",
        "Hawai‘i and l’homme",
        "an empty “” and “ ” and “...”",
        "no marks at all",
        "",
        "closing” only, and » this",
    ],
)
def test_what_is_no_quotation(text: str) -> None:
    assert words(text) == []


def test_possessives_and_inches_inside_do_not_end_it() -> None:
    assert words("‘the firms’ reply was good’ he said") == ["the firms’ reply was good"]
    assert words('"a 6" pipe costs more," he said') == ['a 6" pipe costs more,']


def test_inner_quotations_are_told_after_the_outer_one() -> None:
    text = "“She said ‘we agree’ and „so be it“ today,” he wrote."
    told = [(it.text, it.level) for it in found(text)]
    assert told == [
        ("She said ‘we agree’ and „so be it“ today,", 0),
        ("we agree", 1),
        ("so be it", 1),
    ]
    told = [(it.text, it.level) for it in found("'He said \"no\" twice'")]
    assert told == [('He said "no" twice', 0), ("no", 1)]


def test_marks_that_only_double_others_make_one_quotation() -> None:
    assert words("“‘we agree’” and \"'so be it'\"") == ["we agree", "so be it"]


def test_a_quotation_goes_over_lines_and_marked_paragraphs() -> None:
    assert words("“one line\nand another” here") == ["one line\nand another"]
    text = "“One.\n\n“Two.\n\n“Three,” she said.\n\n“Four.”"
    assert words(text) == ["One.\n\n“Two.\n\n“Three,", "Four."]
    text = '"One.\n\n"Two," he said.\n\nAnd "three".'
    assert words(text) == ['One.\n\n"Two,', "three"]


def test_one_that_is_never_closed_ends_with_its_paragraph() -> None:
    one, other = found("A “word and more.\n\nA “second” one.")
    assert (one.text, one.is_closed) == ("word and more.", False)
    assert (other.text, other.is_closed, other.level) == ("second", True, 0)


def test_block_quotations_count_once_however_they_are_marked() -> None:
    text = "He wrote:\n\n> We agree\n> “on all”.\n\n> “Whole”"
    first, second = text.index("> We"), text.index("> “Whole")
    blocks = [
        Block(Span(0, 9)),
        Block(Span(first, second - 2), BlockKind.QUOTATION),
    ]
    told = [(it.text, it.level) for it in quotations(text, blocks)]
    assert told == [("We agree\n> “on all”.", 0), ("on all", 1)]
    blocks = [Block(Span(second, len(text)), BlockKind.QUOTATION)]
    assert [it.text for it in quotations(text, blocks)] == ["Whole"]


def test_zones_are_left_out() -> None:
    text = "“We agree” is news. Sign up for “The Letter” now."
    zone = Span(text.index("Sign"), len(text))
    (only,) = quotations(text, split_blocks(text), [zone])
    assert only.text == "We agree"


@given(SOUP)
@example("“_ 1_")
def test_spans_are_in_the_text_and_nest(text: str) -> None:
    told = found(text)
    for it in told:
        assert it.text == it.span.of(text)
        assert any(map(str.isalnum, it.text))
        assert it.text == it.text.strip()
    for level in range(8):
        same = [it.span for it in told if it.level == level]
        assert all(one.end <= other.start for one, other in pairwise(same))
    for it in told:
        around = [
            other
            for other in told
            if other.span.start <= it.span.start and it.span.end <= other.span.end
        ]
        assert len(around) == it.level + 1


@given(SOUP, SOUP)
def test_a_paragraph_behind_changes_nothing_before_it(text: str, after: str) -> None:
    closed = [it for it in found(text) if it.is_closed]
    longer = found(f"{text}\n\nword {after}")
    assert [it for it in longer if it.is_closed and it.span.end <= len(text)][
        : len(closed)
    ] == closed or any(not it.is_closed for it in found(text))


@pytest.mark.parametrize(
    "soup", ["“", "”", '"', "'", "‘a ", "“a", 'a" ', "’s’ ", "“a” ", "»a «"]
)
def test_work_grows_with_the_marks_only(soup: str) -> None:
    def calls(count: int) -> int:
        text = soup * count
        made = 0

        def count_call(_frame: FrameType, event: str, _arg: object) -> None:
            nonlocal made
            made += event in {"call", "c_call"}

        sys.setprofile(count_call)
        try:
            quotations(text, [Block(Span(0, len(text)))])
        finally:
            sys.setprofile(None)
        return made

    assert calls(5_000) < 11 * calls(500)


def test_a_hundred_thousand_marks_are_no_trouble() -> None:
    text = '“a \'b” "c" ' * 20_000
    assert len(quotations(text, [Block(Span(0, len(text)))])) == 40_000
