"""Lines of documents and hits, counted without being made."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.search.outline import Outline

COUNTS = st.lists(st.integers(1, 9), max_size=12)


def plain_lines(counts: list[int], closed: set[int]) -> list[tuple[int, int | None]]:
    """Say the same by making every line."""
    lines: list[tuple[int, int | None]] = []
    number = 0
    for group, count in enumerate(counts):
        lines.append((group, None))
        if group not in closed:
            lines += [(group, number + it) for it in range(count)]
        number += count
    return lines


@given(COUNTS, st.sets(st.integers(0, 11)))
def test_lines_are_those_of_a_list_that_was_written_out(
    counts: list[int], closed: set[int]
) -> None:
    outline = Outline(counts)
    for group in closed & set(range(len(counts))):
        outline.set_open(group, is_open=False)
    wanted = plain_lines(counts, closed)
    assert outline.lines == len(wanted)
    assert [outline.at(it) for it in range(outline.lines)] == wanted
    assert outline.hits == sum(counts)


@given(COUNTS, st.sets(st.integers(0, 11)))
def test_a_hit_is_on_its_line_or_behind_that_of_its_document(
    counts: list[int], closed: set[int]
) -> None:
    outline = Outline(counts)
    for group in closed & set(range(len(counts))):
        outline.set_open(group, is_open=False)
    for hit in range(outline.hits):
        group, shown = outline.at(outline.line_of(hit))
        assert group == outline.group_of(hit)
        assert hit in outline.hits_of(group)
        assert shown == (hit if outline.is_open(group) else None)


def test_a_million_hits_are_counted_at_once() -> None:
    outline = Outline([100] * 10_000)
    assert outline.hits == 1_000_000
    assert outline.at(outline.line_of(777_777)) == (7_777, 777_777)
