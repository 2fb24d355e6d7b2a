"""Links in notes: what is one, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.links import LinkTo, links_in, relinked, written

names = st.text(st.characters(exclude_characters="[]\r\n"), min_size=1).filter(
    lambda name: not name[0].isspace()
)
links = st.one_of(
    st.tuples(st.sampled_from([LinkTo.TAG]), names),
    st.tuples(
        st.sampled_from([LinkTo.PASSAGE, LinkTo.DOCUMENT, LinkTo.NOTE]),
        st.integers(1, 10**18 - 1).map(str),
    ),
)
plain = st.text(st.characters(exclude_characters="["))


@given(st.lists(st.tuples(plain, links)), plain)
def test_every_link_is_found_where_it_stands(
    parts: list[tuple[str, tuple[LinkTo, str]]], end: str
) -> None:
    text = "".join(before + written(*link) for before, link in parts) + end
    found = links_in(text)
    assert [(it.to, it.name) for it in found] == [link for _, link in parts]
    assert all(it.span.of(text) == written(it.to, it.name) for it in found)


@given(st.text(st.sampled_from("[] 0123tagnotepassage/\n")))
def test_what_is_found_can_be_written_again(text: str) -> None:
    for link in links_in(text):
        assert written(link.to, link.name) == link.span.of(text)


@pytest.mark.parametrize(
    "text",
    [
        "[[passage]]",
        "[[passage 0]]",
        "[[passage 012]]",
        "[[passage one]]",
        "[[passage 12",
        "[passage 12]",
        "[[Passage 12]]",
        "[[note 9999999999999999999]]",
        "[[tag ]]",
        "[[tag a\nb]]",
        "[[cell 4]]",
    ],
)
def test_what_only_looks_like_a_link_is_text(text: str) -> None:
    assert links_in(text) == []


@given(st.lists(st.tuples(plain, links)), plain)
def test_only_links_to_what_moved_are_written_anew(
    parts: list[tuple[str, tuple[LinkTo, str]]], end: str
) -> None:
    text = "".join(before + written(*link) for before, link in parts) + end
    kept = relinked(text, "no such/tag of these", "other")
    assert kept == text
    for _, (to, name) in parts:
        if to is LinkTo.TAG:
            text = relinked(text, name, "moved/here")
            assert written(to, name) not in text or name == "moved/here"


def test_a_name_that_no_link_can_hold_leaves_the_link_as_it_was() -> None:
    assert relinked("[[tag a]]", "a", "b [1]") == "[[tag a]]"
