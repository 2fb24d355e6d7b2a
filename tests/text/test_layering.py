from hypothesis import given
from hypothesis import strategies as st

from workbench.model.spans import Span
from workbench.text.layering import assign_lanes

stretches = st.builds(
    lambda start, length: Span(start, start + length),
    st.integers(0, 60),
    st.integers(1, 30),
)


def depth_at(spans: list[Span], offset: int) -> int:
    return sum(span.contains(offset) for span in spans)


@given(st.lists(stretches, max_size=30))
def test_overlapping_spans_never_share_a_lane(spans):
    lanes = assign_lanes(spans)
    for i, one in enumerate(spans):
        for j, other in enumerate(spans[:i]):
            assert not (one.overlaps(other) and lanes[i] == lanes[j])


@given(st.lists(stretches, min_size=1, max_size=30))
def test_no_more_lanes_than_the_deepest_overlap(spans):
    deepest = max(depth_at(spans, span.start) for span in spans)
    assert max(assign_lanes(spans)) + 1 == deepest


def test_the_longer_of_two_that_start_together_takes_the_first_lane():
    assert assign_lanes([Span(0, 3), Span(0, 9)]) == [1, 0]


def test_a_span_may_begin_where_another_ends_in_the_same_lane():
    assert assign_lanes([Span(0, 3), Span(3, 5)]) == [0, 0]


def test_empty_spans_at_one_place_take_two_lanes():
    assert sorted(assign_lanes([Span(4, 4), Span(4, 4)])) == [0, 1]
