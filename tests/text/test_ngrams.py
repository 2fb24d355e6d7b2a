"""Sequences of words against a count of all of them."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.jobs import Cancelled, Steps, Tracker
from workbench.text.ngrams import NumberedTexts, Sequences, around, places, steps_of

WORDS = st.lists(st.sampled_from(list("abcd")), max_size=12)
TEXTS = st.lists(st.lists(WORDS, max_size=4), max_size=5)


def counted(texts: list[list[list[str]]], size: int, least: int) -> set[object]:
    counts: Counter[tuple[str, ...]] = Counter()
    documents: Counter[tuple[str, ...]] = Counter()
    for text in texts:
        own = [
            tuple(words[at : at + size])
            for words in text
            for at in range(len(words) - size + 1)
        ]
        counts.update(own)
        documents.update(set(own))
    return {(it, n, documents[it]) for it, n in counts.items() if n >= least}


def sequences(texts: list[list[list[str]]], size: int, least: int) -> Sequences:
    numbered = NumberedTexts()
    for text in texts:
        numbered.add(text)
    step = Steps(Tracker(), steps_of(numbered, size), "")
    found = Sequences(numbered, least, step)
    for _ in range(size - 1):
        found.grow()
    return found


@given(TEXTS, st.integers(1, 5), st.integers(1, 4))
def test_all_frequent_sequences_are_found_and_no_others(
    texts: list[list[list[str]]], size: int, least: int
) -> None:
    found = list(sequences(texts, size, least).result())
    assert {(it.words, it.count, it.documents) for it in found} == counted(
        texts, size, least
    )
    assert len(found) == len({it.words for it in found})
    counts = [it.count for it in found]
    assert counts == sorted(counts, reverse=True)


def test_texts_longer_than_a_slice_are_counted_whole() -> None:
    texts = [[["a", "b", "c"] * 20_000], [["b", "c"]]]
    found = {it.words: it.count for it in sequences(texts, 2, 2).result()}
    assert found == {("a", "b"): 20_000, ("b", "c"): 20_001, ("c", "a"): 19_999}


def test_counting_can_be_cancelled() -> None:
    numbered = NumberedTexts()
    numbered.add([["a", "b"]])
    tracker = Tracker()
    found = Sequences(numbered, 1, Steps(tracker, steps_of(numbered, 2), ""))
    tracker.cancel()
    with pytest.raises(Cancelled):
        found.grow()


@given(
    WORDS, st.lists(st.sampled_from("ab"), min_size=1, max_size=3), st.integers(0, 4)
)
def test_parts_around_a_word_hold_every_sequence_with_it(
    words: list[str], wanted: list[str], reach: int
) -> None:
    size = len(wanted) + reach

    def with_it(parts: list[list[str]]) -> Counter[tuple[str, ...]]:
        return Counter(
            tuple(part[at : at + size])
            for part in parts
            for at in range(len(part) - size + 1)
            if " ".join(wanted) in " ".join(part[at : at + size])
        )

    assert with_it(list(around(words, wanted, reach))) == with_it([words])


@given(WORDS, st.lists(st.sampled_from("ab"), min_size=1, max_size=3))
def test_places_are_where_the_words_stand(words: list[str], wanted: list[str]) -> None:
    naive = [at for at in range(len(words)) if words[at : at + len(wanted)] == wanted]
    assert list(places(words, wanted)) == naive
