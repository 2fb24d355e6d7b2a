"""Many hits in one text: what is marked, and where the ticks stand."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.reader.found_spans import FoundSpans
from ui.reader.ticks import rows_of
from workbench.model.spans import Span

SPANS = st.lists(
    st.builds(lambda a, b: Span(a, a + b), st.integers(0, 200), st.integers(1, 20))
)


@given(SPANS, st.integers(0, 220), st.integers(0, 220))
def test_spans_within_are_those_that_begin_there(
    spans: list[Span], start: int, end: int
) -> None:
    found = FoundSpans.of(spans)
    assert list(found) == sorted(spans)
    wanted = [it for it in sorted(spans) if start <= it.start < end]
    assert list(found.within(start, end)) == wanted


@given(
    st.lists(st.integers(0, 999)).map(sorted),
    st.integers(1, 400),
)
def test_ticks_stand_in_the_row_of_each_offset(offsets: list[int], height: int) -> None:
    rows = list(rows_of(offsets, 1000, height))
    assert rows == sorted({it * height // 1000 for it in offsets})
