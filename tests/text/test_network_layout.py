"""Places of nodes: the same every time, none on another, those tied near each other."""

from __future__ import annotations

import math
import random
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.jobs import Cancelled, Tracker
from workbench.text.components import components
from workbench.text.network_layout import Point, Tie, network_layout

COUNT = 25
TIES = st.lists(
    st.tuples(
        st.integers(0, COUNT - 1), st.integers(0, COUNT - 1), st.floats(0.5, 100)
    ),
    max_size=60,
)


@settings(max_examples=40)
@given(ties=TIES, count=st.integers(0, COUNT))
def test_every_node_has_a_place_of_its_own(ties: list[Tie], count: int) -> None:
    inside = [it for it in ties if it[0] < count and it[1] < count]
    places = network_layout(count, inside)
    assert len(places) == count
    assert all(math.isfinite(value) for place in places for value in place)
    assert all(math.dist(*pair) > 0.3 for pair in combinations(places, 2))
    assert places == network_layout(count, inside)


def test_nodes_of_one_family_stand_nearer_than_others() -> None:
    chance = random.Random(7)
    ties = [
        (a, b, 1.0)
        for a, b in combinations(range(60), 2)
        if a // 10 == b // 10 and chance.random() < 0.6
    ]
    ties += [(family * 10, (family * 10 + 13) % 60, 1.0) for family in range(6)]
    places = network_layout(60, ties)
    inside = [math.dist(*it) for it in _pairs(places, is_same=True)]
    across = [math.dist(*it) for it in _pairs(places, is_same=False)]
    assert sum(inside) / len(inside) < 0.5 * sum(across) / len(across)


def _pairs(places: list[Point], *, is_same: bool) -> list[tuple[Point, Point]]:
    return [
        (places[a], places[b])
        for a, b in combinations(range(len(places)), 2)
        if (a // 10 == b // 10) is is_same
    ]


def test_parts_without_a_tie_stand_beside_each_other() -> None:
    ties = [(a, a + 1, 1.0) for a in range(40) if a % 10 != 9]
    places = network_layout(40, ties)
    boxes = [
        (min(xs), min(ys), max(xs), max(ys))
        for group in components(40, [it[:2] for it in ties])
        for xs, ys in [zip(*(places[it] for it in group), strict=True)]
    ]
    for one, other in combinations(boxes, 2):
        is_beside = one[2] < other[0] or other[2] < one[0]
        assert is_beside or one[3] < other[1] or other[3] < one[1]


def test_a_chain_lies_rather_than_stands() -> None:
    places = network_layout(8, [(it, it + 1, 1.0) for it in range(7)])
    xs, ys = zip(*places, strict=True)
    assert max(xs) - min(xs) > 1.5 * (max(ys) - min(ys))


def test_it_can_be_stopped() -> None:
    tracker = Tracker()
    tracker.cancel()
    with pytest.raises(Cancelled):
        network_layout(3, [(0, 1, 1.0)], lambda: tracker.advance(0, 0))
