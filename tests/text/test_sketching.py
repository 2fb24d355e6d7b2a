"""Near-copies are found by their sketches, and only they."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.sketching import ALIKE, Sketches, likeness, sketch_of

WORDS = [f"{a}{b}{c}" for a in "bcdlmnrst" for b in "aeiou" for c in ("n", "r", "st")]


def text_of(seed: int, words: int = 400) -> list[str]:
    chance = random.Random(seed)
    return chance.choices(WORDS, k=words)


def changed(words: list[str], share: float, seed: int) -> list[str]:
    chance = random.Random(seed)
    return ["other" if chance.random() < share else it for it in words]


@pytest.mark.parametrize("share", [0.0, 0.02, 0.05, 0.1, 0.12])
def test_near_copies_are_found_among_others(share: float) -> None:
    originals = {own: text_of(own) for own in range(60)}
    copies = {own + 100: changed(it, share, own) for own, it in originals.items()}
    texts = {own: " ".join(it) for own, it in (originals | copies).items()}
    sketches = Sketches({own: sketch_of(it) for own, it in texts.items()})
    for own in originals:
        assert sketches.like(own + 100) == [own]
        assert likeness(texts[own], texts[own + 100]) > ALIKE


def test_the_share_of_the_same_words_is_said() -> None:
    words = [f"w{it}" for it in range(100)]
    assert likeness(" ".join(words), " ".join(words)) == 1
    assert likeness(" ".join(words), " ".join(words[:90])) == pytest.approx(180 / 190)
    assert likeness(" ".join(words), " ".join(words[:50])) == 0


def test_case_and_punctuation_make_no_difference() -> None:
    assert likeness("The ports — share tables.", "the PORTS share tables") == 1


@pytest.mark.parametrize("text", ["", " \n", "…"])
def test_a_text_without_words_is_like_no_other(text: str) -> None:
    assert sketch_of(text) == b""
    assert Sketches({1: b"", 2: sketch_of("some words here")}).like(1) == []


@pytest.mark.parametrize("text", ["one", "one two", "Прилив и отлив.", "港 口 表"])
def test_short_texts_are_like_themselves(text: str) -> None:
    assert Sketches({1: sketch_of(text), 2: sketch_of(text)}).like(1) == [2]


def test_marks_between_words_make_no_difference_to_a_sketch() -> None:
    words = [" ".join(text_of(seed, 8)) for seed in range(40)]
    plain = sketch_of(" ".join(words))
    assert sketch_of(", ".join(words).upper()) == plain
    assert sketch_of("”\n\n“".join(words)) == plain


@given(st.binary(max_size=400))
def test_a_damaged_sketch_hurts_nobody(packed: bytes) -> None:
    assert Sketches({1: packed, 2: b""}).like(2) == []
    Sketches({1: packed, 2: sketch_of("some words here")}).like(1)


@given(st.text(max_size=300))
def test_a_sketch_depends_on_the_text_alone(text: str) -> None:
    assert sketch_of(text) == sketch_of(text)
    assert len(sketch_of(text)) % 4 == 0
