"""The bands between two texts, from the heights of their ends."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPointF

from ui.compare.ribbon_shapes import band, outline

VIEW = (40.0, 640.0)
HEIGHTS = st.integers(-2000, 3000).flatmap(
    lambda top: st.integers(1, 400).map(lambda high: (float(top), float(top + high)))
)


@given(HEIGHTS, HEIGHTS)
def test_a_band_ends_in_view_and_is_there_unless_both_ends_are_out(
    left: tuple[float, float], right: tuple[float, float]
) -> None:
    shape = band(left, right, (VIEW, VIEW))
    seen = [end[1] > VIEW[0] and end[0] < VIEW[1] for end in (left, right)]
    assert (shape is not None) == any(seen)
    if shape is None:
        return
    assert [not shape.fades_left, not shape.fades_right] == seen
    for end, given_end, is_seen in zip(
        (shape.left, shape.right), (left, right), seen, strict=True
    ):
        assert end == given_end if is_seen else VIEW[0] <= end[0] < end[1] <= VIEW[1]


@given(HEIGHTS)
def test_a_level_band_covers_its_extent_from_edge_to_edge(
    extent: tuple[float, float],
) -> None:
    shape = band(extent, extent, ((-5000, 5000), (-5000, 5000)))
    assert shape is not None
    path, middle = outline(shape, 40), sum(extent) / 2
    for x in (1, 20, 39):
        assert path.contains(QPointF(x, middle))
        assert not path.contains(QPointF(x, extent[0] - 1))
        assert not path.contains(QPointF(x, extent[1] + 1))
