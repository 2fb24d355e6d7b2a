from hypothesis import given
from hypothesis import strategies as st

from ui.reader.heights import Heights

some_heights = st.lists(st.integers(1, 50), min_size=1, max_size=40)


@given(some_heights, st.data())
def test_sums_stay_right_when_heights_are_corrected(heights, data):
    tree = Heights(heights)
    for index in data.draw(st.lists(st.integers(0, len(heights) - 1), max_size=8)):
        heights[index] = tree[index] = data.draw(st.integers(0, 50))
    assert [tree.above(i) for i in range(len(heights))] == [
        sum(heights[:i]) for i in range(len(heights))
    ]
    assert tree.total == sum(heights)


@given(some_heights, st.data())
def test_a_height_is_found_in_the_paragraph_that_covers_it(heights, data):
    tree = Heights(heights)
    y = data.draw(st.integers(0, sum(heights) - 1))
    index, inside = tree.find(y)
    assert tree.above(index) + inside == y
    assert 0 <= inside < heights[index]
