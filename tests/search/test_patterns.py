"""Wildcards and regular expressions fit the words that `re` says they fit."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.corpus import of_texts
from workbench.search.reading.expressions import read_expression, read_wildcards
from workbench.search.reading.patterns import BadPattern, fitting, start_of

_words = st.lists(st.text("abc1", min_size=1, max_size=6), max_size=8)
_single = st.sampled_from(["a", "b", "c", ".", "[ab]", "[^a]", "[a-b1]", r"\d", r"\w"])
_repeats = st.sampled_from(["*", "+", "?", "{2}", "{1,}", "{0,2}", "*?", "{0}"])


def _larger(part: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    pairs = st.tuples(part, part)
    return st.one_of(
        pairs.map("".join),
        pairs.map(lambda it: f"({it[0]}|{it[1]})"),
        st.tuples(part, _repeats).map(lambda it: f"(?:{it[0]}){it[1]}"),
    )


_expressions = st.recursive(_single, _larger, max_leaves=8)


@given(_expressions, _words)
def test_expressions_fit_what_re_says(typed: str, words: list[str]) -> None:
    ordered = sorted(set(words))
    part = read_expression(typed)
    wanted = [word for word in ordered if re.fullmatch(typed, word)]
    assert fitting(part, ordered) == wanted
    assert all(word.startswith(start_of(part)) for word in wanted)


@given(st.text("abc*?", min_size=1, max_size=6), _words)
def test_wildcards_fit_what_re_says(typed: str, words: list[str]) -> None:
    ordered = sorted(set(words))
    part = read_wildcards(typed)
    if part is None:
        assert not typed.strip("*?")
        return
    wanted = typed.replace("*", ".*").replace("?", ".")
    assert fitting(part, ordered) == [it for it in ordered if re.fullmatch(wanted, it)]


@pytest.mark.parametrize(
    "typed",
    [
        "(a+)+",
        "(a|aa)+b",
        ".*.*.*",
        "(.*a){20}",
        "((a?){50}){9}",
        "((((){100}){100}){100}){100}",
        "(a?){99}a{99}",
        ".*(a|b).{90}",
    ],
)
def test_hostile_expressions_come_to_an_end(typed: str) -> None:
    """They would take `re` longer than the world exists; here, each is bounded."""
    words = sorted({"a" * length + end for length in range(1, 99) for end in "abc"})
    assert _found(typed, words) <= set(words)


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("(a", "partner"),
        ("a)", "partner"),
        ("[a", "missing"),
        ("*a", "nothing to repeat"),
        ("a**", "nothing to repeat"),
        ("a{2,1}", "wrong way round"),
        ("[b-a]", "wrong way round"),
        ("a{999}", "too many"),
        (r"\bwar", r"\b is not understood"),
        ("(?=a)", "(? is not understood"),
        ("a^b", "stands at an end"),
        ("e-mail", "no word has “-”"),
        ("two words", "no word has a space"),
        ("(" * 30 + "a" + ")" * 30, "too deep"),
        ("a\\", "missing"),
    ],
)
def test_what_is_wrong_with_an_expression_is_said(typed: str, reason: str) -> None:
    with pytest.raises(BadPattern) as raised:
        read_expression(typed)
    assert reason in str(raised.value)


@given(st.text("a(|)[]^$*+?{}1,\\-.é ", max_size=30))
def test_any_expression_is_read_or_refused(typed: str) -> None:
    words = ["1", "a", "aa", "e"]
    assert _found(typed, words) <= set(words)


def _found(typed: str, words: list[str]) -> set[str]:
    """Return what an expression fits, nothing if it is refused."""
    try:
        return set(fitting(read_expression(typed), words))
    except BadPattern:
        return set()


@pytest.mark.parametrize(
    ("query", "text", "marks"),
    [
        ("/colou?r/", "Color and COLOUR, colors", ["Color", "COLOUR"]),
        ("/É.*/", "Été, eté, the", ["Été", "eté"]),
        ("/^(may|might)$/", "may mighty might", ["may", "might"]),
        ("-/may/ x", "x may", []),
        ("text:/m.y/", "may", ["may"]),
        ("(/m.y/)", "may", ["may"]),
        ('/m"?ay/ x', "x", ["x"]),
        ("*ship", "membership of a ship", ["membership", "ship"]),
        ("*mbers*", "membership of a ship", ["membership"]),
        ("wom?n", "woman women womans", ["woman", "women"]),
        ("m??y", "many may", ["many"]),
        ('"export contr*"', "export controls, exports", ["export controls"]),
        ("and/or", "and or", ["and or"]),
        ("km / h / x", "km h x", ["km", "h", "x"]),
    ],
)
def test_marks_the_words_that_fit(query: str, text: str, marks: list[str]) -> None:
    assert of_texts([text]).marks(query) == marks


def test_the_words_found_are_said_most_frequent_first() -> None:
    corpus = of_texts(["colour\ncolour\ncolor"])
    sentence = corpus.searcher.search("/colou?r/").understood.sentence
    assert sentence == "/colou?r/ (colour, color)"


def test_a_pattern_of_too_many_words_takes_the_most_frequent() -> None:
    corpus = of_texts(["xx2999\n" + " ".join(f"xx{number}" for number in range(3000))])
    answer = corpus.searcher.search("x?*")
    assert answer.understood.words[0].forms[0] == "xx2999"
    assert "all but 2,000 of the 3,000 words" in answer.understood.ignored[0]
    assert sum(len(hit.matches) for hit in answer.hits) == 2001
