"""Fingerprints lead to every two texts that have a pair, and not to all of them."""

from __future__ import annotations

from array import array

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.ids import DocumentId
from workbench.text.blocks import split_blocks
from workbench.text.comparing.aligning import aligned
from workbench.text.comparing.candidates import candidates
from workbench.text.comparing.fingerprints import (
    MOST_COPIES,
    Counterparts,
    fingerprint_of,
    packed,
    unpacked,
)
from workbench.text.comparing.statements import Statements, statements_of

ONE, OTHER = DocumentId(1), DocumentId(2)
WORDS = "ships carried copper wire across northern harbors while the of and war war"
sentence = st.lists(st.sampled_from(WORDS.split()), min_size=1, max_size=9).map(
    lambda words: " ".join(words).capitalize() + "."
)
text = st.lists(sentence, max_size=5).map("\n\n".join)


def prepared(text: str) -> Statements:
    return statements_of(text, split_blocks(text))


def leads(a: Statements, b: Statements) -> bool:
    counterparts = Counterparts({OTHER: fingerprint_of(b)})
    return counterparts.of(ONE, fingerprint_of(a)) == {OTHER}


@given(text, text)
def test_they_lead_wherever_sentences_are_compared(one: str, other: str) -> None:
    a, b = prepared(one), prepared(other)
    assert leads(a, b) == leads(b, a)
    if candidates(a, b) or aligned(a, b):
        assert leads(a, b)


def test_they_do_not_lead_everywhere() -> None:
    a = prepared("Northern harbors received copper wire from seven ships.")
    b = prepared("Copper wire is dear. Northern harbors are cold.")
    assert not leads(a, b)
    assert leads(a, prepared("They said northern harbors received copper wire late."))


def test_zones_count_for_nothing() -> None:
    text = "Northern harbors received copper wire."
    (block,) = split_blocks(text)
    assert not fingerprint_of(statements_of(text, [block], [block.span]))


@given(st.lists(st.lists(st.integers(1, 2**32 - 1), min_size=1)))
def test_what_is_packed_comes_back(sentences: list[list[int]]) -> None:
    fingerprint = array("I", [it for numbers in sentences for it in (*numbers, 0)])
    assert unpacked(packed(fingerprint)) == fingerprint


@given(st.text())
def test_nonsense_is_no_fingerprint_or_a_whole_one(text: str) -> None:
    found = unpacked(text)
    assert found is None or Counterparts({ONE: found}).of(OTHER, found) <= {ONE}


def test_of_what_very_many_have_the_first_ones_are_compared() -> None:
    formula = fingerprint_of(prepared("Subscribers receive a daily headline letter."))
    ids = [DocumentId(it) for it in range(1, MOST_COPIES + 20)]
    counterparts = Counterparts({ids[-1]: formula})
    leading = [it for it in ids[:-1] if counterparts.of(it, formula)]
    assert leading == ids[:MOST_COPIES]


def test_copies_in_one_text_count_as_one() -> None:
    formulas = "\n\n".join(
        f"In round {it} the sides exchanged tariff lists." for it in range(80)
    )
    fingerprint = fingerprint_of(prepared(formulas))
    ids = [DocumentId(it) for it in range(1, MOST_COPIES + 2)]
    counterparts = Counterparts({ids[-1]: fingerprint})
    assert all(counterparts.of(it, fingerprint) for it in ids[:-1])
