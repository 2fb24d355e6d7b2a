"""Places of two texts that go together: always in order, exact where pairs are."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.compare.mapping import Ends, ScrollMapping, in_order
from workbench.model.spans import Span

LENGTH = 1000
SPANS = st.builds(
    lambda start, length: Span(start, min(LENGTH, start + length)),
    st.integers(0, LENGTH - 1),
    st.integers(1, 80),
)
PAIRS = st.lists(st.tuples(SPANS, SPANS), max_size=20)
OFFSETS = st.floats(-1, LENGTH + 1)


@given(PAIRS)
def test_what_is_kept_is_in_order_in_both_texts_and_begins_with_the_first(
    pairs: list[Ends],
) -> None:
    kept = in_order(pairs)
    assert kept[:1] == [] if not pairs else pairs[0] in kept
    for (a, b), (next_a, next_b) in pairwise(kept):
        assert a.end <= next_a.start
        assert b.end <= next_b.start
    for a, b in set(pairs) - set(kept):
        # Only what crosses or overlaps something kept is left out.
        assert not all(
            (a.end <= c.start and b.end <= d.start)
            or (c.end <= a.start and d.end <= b.start)
            for c, d in kept
        )


@given(PAIRS, OFFSETS, OFFSETS)
def test_reading_on_in_one_text_never_goes_back_in_the_other(
    pairs: list[Ends], one: float, other: float
) -> None:
    mapping = ScrollMapping(in_order(pairs), LENGTH, LENGTH)
    first, last = sorted((one, other))
    assert mapping.forward(first) <= mapping.forward(last)
    assert mapping.back(first) <= mapping.back(last)


@given(PAIRS)
def test_pairs_and_the_ends_of_the_texts_map_exactly(pairs: list[Ends]) -> None:
    kept = in_order(pairs)
    mapping = ScrollMapping(kept, LENGTH, LENGTH)
    assert mapping.forward(-1) == mapping.back(-1) == -1
    assert mapping.forward(LENGTH + 1) == mapping.back(LENGTH + 1) == LENGTH + 1
    for a, b in kept:
        assert mapping.forward(a.start) == b.start
        assert mapping.back(b.start) == a.start


@given(PAIRS, OFFSETS)
def test_there_and_back_is_the_same_place(pairs: list[Ends], offset: float) -> None:
    mapping = ScrollMapping(in_order(pairs), LENGTH, LENGTH)
    assert mapping.back(mapping.forward(offset)) == pytest.approx(offset, abs=1e-6)


def test_between_pairs_it_goes_evenly_and_without_any_in_proportion() -> None:
    pairs = [(Span(100, 200), Span(300, 400)), (Span(300, 350), Span(800, 850))]
    mapping = ScrollMapping(pairs, 1000, 1000)
    assert mapping.forward(200) == 400
    assert mapping.forward(250) == 600
    alone = ScrollMapping([], 99, 199)
    assert alone.forward(49.5) == pytest.approx(99.5)
