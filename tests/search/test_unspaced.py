"""Chinese, Japanese and Korean are found inside running text."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.corpus import Corpus, of_texts

KOREAN = "한국은 2022년부터 수출통제를 강화했다."
CHINESE = "中国和美国就出口管制举行会谈。"
JAPANESE = "日本は輸出管理を強化し、USは歓迎した。"


@pytest.fixture
def corpus() -> Corpus:
    return of_texts([KOREAN, CHINESE, JAPANESE, "Plain English, nothing else."])


@pytest.mark.parametrize(
    ("query", "documents", "marked"),
    [
        ("수출통제", [1], ["수출통제"]),
        ("통제", [1], ["통제"]),
        ("수출 통제", [1], ["수출", "통제"]),
        ('"수출 통제를"', [1], ["수출통제를"]),
        ("수출*", [1], ["수출"]),
        ("*출통*", [1], ["출통"]),
        ("통제수출", [], []),
        ("出口管制", [2], ["出口管制"]),
        ("美国 NOT 日本", [2], ["美国"]),
        ("国", [2], ["国", "国"]),
        ("輸出", [3], ["輸出"]),
        ("US", [3], ["US"]),
        ("us", [3], ["US"]),
        ('"し、US"', [3], ["し、US"]),
        ("2022", [1], ["2022"]),
    ],
)
def test_finds_characters_that_follow_each_other(
    corpus: Corpus, query: str, documents: list[int], marked: list[str]
) -> None:
    assert corpus.found(query) == documents
    assert corpus.marks(query) == marked


def test_hangul_is_found_however_it_is_composed() -> None:
    apart = unicodedata.normalize("NFD", KOREAN)
    corpus = of_texts([KOREAN, apart])
    for query in ("수출통제", unicodedata.normalize("NFD", "수출통제")):
        assert corpus.found(query) == [1, 2]


_CHARACTERS = st.sampled_from("수출통제中国ab ,.")
_typed = st.text(st.sampled_from("수출통제中国"), min_size=1, max_size=3)


@given(st.lists(st.text(_CHARACTERS, max_size=12), min_size=1, max_size=4), _typed)
@settings(max_examples=200, deadline=None)
def test_finds_what_a_plain_reading_finds(texts: list[str], typed: str) -> None:
    corpus = of_texts(texts)
    bare = [text.translate(dict.fromkeys(map(ord, " ,."), None)) for text in texts]
    assert corpus.found(typed) == [
        number for number, text in enumerate(bare, 1) if typed in text
    ]
