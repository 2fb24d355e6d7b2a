"""Groups of aliases as lines of text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.aliases import AliasLine, AliasName
from workbench.text.alias_lines import (
    are_alike,
    line_of,
    read_line,
    read_lines,
    tidied_name,
)

TEXTS = st.text(st.sampled_from("aB!?#=\\ \t\u00a0é-.한")) | st.text()
NAMES = st.builds(AliasName, TEXTS.map(tidied_name).filter(bool), st.booleans())
LINES = st.builds(AliasLine, st.lists(NAMES, min_size=1).map(tuple), st.booleans())


def names(*texts: str) -> tuple[AliasName, ...]:
    return tuple(AliasName(it.removesuffix("!"), it.endswith("!")) for it in texts)


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("US = U.S. = United  States", AliasLine(names("US", "U.S.", "United States"))),
        (" US! =USA ! ", AliasLine(names("US!", "USA!"))),
        ("? Lee = Chang-Yang Lee", AliasLine(names("Lee", "Chang-Yang Lee"), False)),
        (r"Yahoo\! = a\=b", AliasLine((AliasName("Yahoo!"), AliasName("a=b")))),
        (r"\# 1 = \?", AliasLine(names("# 1", "?"))),
        ("= = ! =", AliasLine(())),
        ("a\\", AliasLine(names("a\\"))),
    ],
)
def test_reads_a_line(line: str, read: AliasLine) -> None:
    assert read_line(line) == read


def test_comments_and_empty_lines_are_no_groups() -> None:
    text = "# countries\r\n\r\nUS = USA\r\n  # people\n? Lee = C. Lee"
    assert list(read_lines(text)) == [
        (3, AliasLine(names("US", "USA"))),
        (5, AliasLine(names("Lee", "C. Lee"), False)),
    ]


@given(st.lists(LINES))
def test_what_is_written_reads_the_same(groups: list[AliasLine]) -> None:
    text = "\n".join(map(line_of, groups))
    assert [line for _, line in read_lines(text)] == groups


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("US", "us", True), ("US!", "us", True), ("US!", "us!", False),
        ("U.S.!", "US!", False), ("Café", "cafe", True),
        ("Chang Yang", "Chang-Yang", True),
        ("Chang-Yang!", "Chang Yang!", True), ("Changyang", "Chang-Yang", False),
    ],
)  # fmt: skip
def test_which_names_are_alike(one: str, other: str, alike: bool) -> None:
    assert are_alike(*names(one, other)) is alike
    assert are_alike(*names(other, one)) is alike
