"""Boxes come back as they were packed, to a quarter of a point."""

from __future__ import annotations

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.boxes import (
    NOWHERE,
    pack_boxes,
    pack_steps,
    steps_of_sides,
    unpack_boxes,
)

SIDES = st.floats(-100, 20_000, width=32)
BOXES = st.lists(st.tuples(SIDES, SIDES, SIDES, SIDES))


def kept(side: float) -> float:
    """Return what the file keeps of a side."""
    return min(max(round(side * 4), 0), 0xFFFF) / 4


@given(BOXES)
def test_boxes_come_back(boxes: list[tuple[float, float, float, float]]) -> None:
    expected = [tuple(map(kept, box)) for box in boxes]
    assert unpack_boxes(pack_boxes(boxes)) == expected


@given(st.lists(SIDES, min_size=1), st.sampled_from([1.0, -1.0]), st.floats(-50, 900))
def test_steps_of_many_sides_are_those_of_each(
    sides: list[float], factor: float, offset: float
) -> None:
    steps = steps_of_sides(sides, factor, offset)
    exact = [min(max((it * factor + offset) * 4, 0), 0xFFFF) for it in sides]
    assert list(steps) == pytest.approx(exact, abs=0.501)


def test_steps_are_packed_as_boxes_are() -> None:
    steps = array("H", (4, 8, 12, 16, 0, 0, 0, 0))
    assert unpack_boxes(pack_steps(steps)) == [(1.0, 2.0, 3.0, 4.0), NOWHERE]


@pytest.mark.parametrize("packed", [b"x", pack_boxes([NOWHERE])[:-1]])
def test_what_was_not_packed_is_refused(packed: bytes) -> None:
    with pytest.raises(ValueError, match="no boxes"):
        unpack_boxes(packed)
