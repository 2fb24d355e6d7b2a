from hypothesis import given
from hypothesis import strategies as st

from workbench.text.layering import assign_lanes

Stretch = tuple[int, int]
stretches = st.builds(
    lambda start, length: (start, start + length),
    st.integers(0, 60),
    st.integers(1, 30),
)


def overlap(one: Stretch, other: Stretch) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def depth_at(them: list[Stretch], offset: int) -> int:
    return sum(start <= offset < end for start, end in them)


@given(st.lists(stretches, max_size=30))
def test_overlapping_stretches_never_share_a_lane(them):
    lanes = assign_lanes(them)
    for i, one in enumerate(them):
        for j, other in enumerate(them[:i]):
            assert not (overlap(one, other) and lanes[i] == lanes[j])


@given(st.lists(stretches, min_size=1, max_size=30))
def test_no_more_lanes_than_the_deepest_overlap(them):
    deepest = max(depth_at(them, start) for start, _ in them)
    assert max(assign_lanes(them)) + 1 == deepest


def test_the_longer_of_two_that_start_together_takes_the_first_lane():
    assert assign_lanes([(0, 3), (0, 9)]) == [1, 0]


def test_one_may_begin_where_another_ends_in_the_same_lane():
    assert assign_lanes([(0, 3), (3, 5)]) == [0, 0]


def test_empty_ones_at_one_place_take_two_lanes():
    assert sorted(assign_lanes([(4, 4), (4, 4)])) == [0, 1]
