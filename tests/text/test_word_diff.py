"""Words that went and came, whatever surrounds them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.spans import Span
from workbench.model.word_diffs import WordDiff
from workbench.text.word_diff import word_diff

WORDS = st.lists(
    st.sampled_from(["the", "port", "opens", "no", "salt", "—", "“so”", "É", "."]),
    max_size=30,
)


def words(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [it.of(text) for it in spans]


def test_changed_words_are_found_on_both_sides() -> None:
    old = "Ferries run twice a day between the islands."
    new = "Ferries run every other night between the big islands."
    diff = word_diff(old, new)
    assert words(old, diff.removed) == ["twice a day"]
    assert words(new, diff.added) == ["every other night", "big"]


def test_blanks_and_the_form_of_quotation_marks_are_no_change() -> None:
    diff = word_diff("He said  “no” twice", 'He said "no"\ntwice')
    assert (diff.removed, diff.added) == ((), ())


def test_spans_of_a_part_are_moved_into_the_whole() -> None:
    diff = WordDiff((Span(0, 3), Span(5, 6)), (Span(1, 2),))
    assert diff.moved(10, 20) == WordDiff((Span(10, 13), Span(15, 16)), (Span(21, 22),))


@given(WORDS, WORDS)
def test_what_is_left_out_of_both_is_the_same_words(
    left: list[str], right: list[str]
) -> None:
    old, new = " ".join(left), " ".join(right)
    diff = word_diff(old, new)
    assert sorted(_without(old, diff.removed).split()) == sorted(
        _without(new, diff.added).split()
    )


@given(WORDS)
def test_a_text_has_no_difference_to_itself(some: list[str]) -> None:
    text = " ".join(some)
    assert word_diff(text, text).removed == ()


def _without(text: str, spans: tuple[Span, ...]) -> str:
    for span in reversed(spans):
        text = f"{text[: span.start]} {text[span.end :]}"
    for mark in "“”.":
        text = text.replace(mark, f" {mark} ")
    return text
