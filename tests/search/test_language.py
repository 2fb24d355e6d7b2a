"""What is left out of a query is said with its place, and quotes are all alike."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.corpus import of_texts
from workbench.model.spans import Span
from workbench.search.reading.repairing import repaired


@pytest.mark.parametrize(
    ("query", "part", "reason"),
    [
        ('x "export controls', '"', "quotation mark"),
        ("x “export controls", "“", "quotation mark"),
        ('x "', '"', "quotation mark"),
        ("x (export", "(", "never closed"),
        ("x ((( export", "(((", "never closed"),
        ("x) export", ")", "closing parenthesis"),
        ("export AND", "AND", "nothing to join"),
        ("OR export", "OR", "nothing to join"),
        ("export AND OR x", "AND", "nothing to join"),
        ("x %%", "%%", "nothing in it to look for"),
        ("x title: AND y", "title:", "without a value"),
        ("x text:", "text:", "without a value"),
        ("x /(y/", "/(y/", "no partner"),
        ("x export~7", "export~7", "at most ~2"),
        ('x "export"~3', '"export"~3', "near nothing"),
        ("x date:soon", "soon", "date:2022"),
        ("x [2007 to 2008]", "[2007 to 2008]", "ranges are for dates"),
        ("😀 x (export", "(", "never closed"),
    ],
)
def test_what_is_left_out_is_said_with_its_place(
    query: str, part: str, reason: str
) -> None:
    unread = of_texts(["x export controls"]).searcher.search(query).understood.unread
    said = [it for it in unread if reason in it.reason]
    assert [it.span.of(query) for it in said if it.span] == [part]


@pytest.mark.parametrize(
    ("query", "texts", "found"),
    [
        ('"export con', ["export con", "con export"], [1]),
        ("“export controls", ["export controls", "controls export"], [1]),
        ("a (b OR c", ["a b", "a c", "c"], [1, 2]),
        ("a) OR (b", ["a", "b"], [1, 2]),
        ("(a OR (b", ["a", "b"], [1, 2]),
        ('5" pipe', ["5 pipe", "pipe"], [1]),
        ("text:export", ["export", "x"], [1]),
        ("text:(export OR chips)", ["export", "chips"], [1, 2]),
        ("-text:export", ["export", "x"], [2]),
        ("Text: export", ["export", "x"], [1]),
    ],
)
def test_what_is_broken_is_read_as_far_as_possible(
    query: str, texts: list[str], found: list[int]
) -> None:
    assert of_texts(texts).found(query) == found


@pytest.mark.parametrize("apostrophe", ["'", "’", "‘"])
@pytest.mark.parametrize(
    "typed", ["Korea's", "Korea’s", "“Korea’s", '"korea\'s chips"']
)
def test_apostrophes_are_all_alike(apostrophe: str, typed: str) -> None:
    text = f"Korea{apostrophe}s chips"
    assert of_texts([text, "Korea chips"]).found(typed) == [1]


@pytest.mark.parametrize(
    "query",
    [
        "“export controls”",
        "„export controls“",
        "«export controls»",
        '"export\xa0controls"',
        '"export\u202fcontrols"',
        "\u200f“export controls”",
    ],
)
@pytest.mark.parametrize("space", [" ", "\xa0", "\u202f", "\t", "\xad "])
def test_quotation_marks_and_spaces_are_all_alike(query: str, space: str) -> None:
    texts = [f"export{space}controls", "controls export"]
    assert of_texts(texts).found(query) == [1]


@given(st.text('ab"()/ “\0', max_size=40))
def test_repairing_keeps_every_place_and_gives_partners(query: str) -> None:
    text, unread = repaired(query)
    typed = text[: len(query)]
    assert all(
        it in {" ", straight}
        for it, straight in zip(typed, query.replace("“", '"'), strict=True)
    )
    assert set(text[len(query) :]) <= {'"', ")"}
    assert repaired(text)[1] == []
    for part in unread:
        assert part.span is not None
        assert Span(0, len(query)).start <= part.span.start < part.span.end
