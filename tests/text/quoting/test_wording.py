"""Words spelled alike, and the very words of a quotation found among them."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.quoting.wording import Wording, inner_words

WORDS = st.lists(st.sampled_from(["We", "we", "Agree", "to", "U.S.", "1,000", "ñ"]),
                 min_size=1, max_size=12)  # fmt: skip
GLUE = st.sampled_from([" ", "\u00a0", "\n", " **", "** ", " “", "” ", ", ", " – "])


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("“We agree,” he said", "we agree, he said"),
        ("WE agree", "we\u00a0agree"),
        ("don’t", "don't"),
        ("talks – soon", "talks — soon"),
        ("talks--soon", "talks—soon"),
        ("**We** _agree_", "We agree"),
        ("co\u00adoperation", "cooperation"),
        ("[We agree](https://a.example/x) now", "We agree now"),
        ("> We agree\n> today", "We agree\ntoday"),
        ("cafe\u0301", "café"),
        ("we . . . agree", "we … agree"),
        ("we... agree", "we … agree"),
    ],
)
def test_what_is_no_change_is_spelled_alike(text: str, other: str) -> None:
    assert Wording(text).words == Wording(other).words


@pytest.mark.parametrize(
    ("text", "other"),
    [("we agree", "we agreed"), ("we, agree", "we agree"), ("[the] act", "the act"),
     ("level-playing", "level playing"), ("32 %", "32")],
)  # fmt: skip
def test_changes_stay_changes(text: str, other: str) -> None:
    assert Wording(text).words != Wording(other).words


def test_punctuation_at_the_ends_does_not_count() -> None:
    assert (
        inner_words(Wording("…we agree in the U.S.,").words)
        == Wording("we agree in the U.S").words
    )
    assert inner_words(Wording("[The] end…").words) == ["[", "the", "]", "end"]
    assert inner_words(Wording("—…!").words) == []


@given(st.text(max_size=200))
def test_every_word_has_its_place(text: str) -> None:
    wording = Wording(text)
    assert len(wording.words) == len(wording.places)
    assert wording.joined.split(" ")[1:-1] == wording.words or not wording.words
    at = 0
    for place in wording.places:
        assert at <= place.start < place.end <= len(text)
        at = place.end


@given(WORDS, WORDS, st.lists(GLUE, min_size=24, max_size=24))
def test_finding_is_that_of_a_naive_search(
    source: list[str], quoted: list[str], glue: list[str]
) -> None:
    text = "".join(word + between for word, between in zip(source, glue, strict=False))
    wanted = inner_words(Wording(" ".join(quoted)).words)
    places = list(Wording(text).occurrences(wanted))
    plain = _naive(text)
    needle = f" {' '.join(wanted)} "
    assert len(places) == sum(
        plain.startswith(needle, at) for at in range(len(plain))
    ) * bool(wanted)
    for place in places:
        assert inner_words(Wording(place.of(text)).words) == wanted


def _naive(text: str) -> str:
    plain = text.replace("**", " ").translate(str.maketrans("“”–\u00a0", "  - "))
    words = re.findall(r"[^\W_]+|[^\w\s]", plain.casefold())
    return f" {' '.join(words)} "
