"""What is found in a text, and at which characters."""

import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.reader.finding import MOST, find_all, next_hit, number_of, previous_hit
from workbench.model.spans import Span

LETTERS = st.text(st.sampled_from("aBé ïßñ'’\"“-–İıﬁ𝒳😀\u0301\u00ad\n"), max_size=40)


@pytest.mark.parametrize(
    ("text", "wanted", "found"),
    [
        ("Résumé, RESUME", "resume", ["Résumé", "RESUME"]),
        ("Resume", "résumé", ["Resume"]),
        ("Re\u0301sume\u0301", "résumé", ["Re\u0301sume\u0301"]),
        ("It’s 'it's'", "it's", ["It’s", "it's"]),
        ("“So”", '"so"', ["“So”"]),
        ("2019–2021", "2019-2021", ["2019–2021"]),
        ("working\u00a0 \r\ngroup", "working group", ["working\u00a0 \r\ngroup"]),
        ("co\u00adoperation", "cooperation", ["co\u00adoperation"]),
        ("a.b", "a.b", ["a.b"]),
        ("axb", "a.b", []),
        ("Ελλάδα", "ελλαδα", ["Ελλάδα"]),
        ("😀 smile", "😀", ["😀"]),
        ("anything", "   ", []),
    ],
)
def test_case_accents_quotes_hyphens_and_blanks(text, wanted, found) -> None:
    assert [span.of(text) for span in find_all(text, wanted)] == found


@given(LETTERS, st.integers(0, 40), st.integers(1, 10))
def test_a_stretch_of_the_text_is_found_where_it_stands(text, start, length) -> None:
    wanted = text[start : start + length]
    core = wanted.strip()
    # A mark that belongs to the letter before cannot be asked for by itself.
    if not core or unicodedata.combining(core[0]) or core[0] == "\u00ad":
        return
    at = start + wanted.index(core)
    hits = find_all(text, wanted)
    assert any(hit.start <= at < hit.end for hit in hits)


@given(LETTERS, LETTERS)
def test_matches_are_in_order_and_inside(text, wanted) -> None:
    hits = find_all(text, wanted)
    assert all(one.end <= other.start for one, other in pairwise(hits))
    assert all(0 <= hit.start < hit.end <= len(text) for hit in hits)


def test_a_letter_that_stands_everywhere_is_not_counted_out() -> None:
    assert len(find_all("e" * (MOST + 5), "e")) == MOST


def test_next_and_previous_are_strict_and_numbers_count_from_one() -> None:
    hits = [Span(3, 5), Span(9, 11)]
    assert next_hit(hits, 3) == hits[1]
    assert next_hit(hits, 9) is None
    assert previous_hit(hits, 9) == hits[0]
    assert previous_hit(hits, 3) is None
    assert [number_of(hits, hit) for hit in hits] == [1, 2]
