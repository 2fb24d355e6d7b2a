"""What hangs together, and an order in which it stands together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.text.components import clustered, components

COUNT = 12
TIES = st.lists(st.tuples(st.integers(0, COUNT - 1), st.integers(0, COUNT - 1)))


def test_groups_are_named_by_size() -> None:
    found = components(6, [(4, 5), (5, 2), (0, 3)])
    assert found == [[2, 4, 5], [0, 3], [1]]


@given(ties=TIES)
def test_tied_things_are_in_one_group_and_others_are_not(
    ties: list[tuple[int, int]],
) -> None:
    groups = components(COUNT, ties)
    assert sorted(it for group in groups for it in group) == list(range(COUNT))
    group_of = {it: number for number, group in enumerate(groups) for it in group}
    assert all(group_of[a] == group_of[b] for a, b in ties)
    # As few ties as groups leave over can hold no more things together.
    assert len(groups) >= COUNT - len(set(ties))


@given(ties=TIES)
def test_a_group_is_not_interrupted(ties: list[tuple[int, int]]) -> None:
    order = clustered(COUNT, ties)
    assert sorted(order) == list(range(COUNT))
    place = {it: number for number, it in enumerate(order)}
    for group in components(COUNT, ties):
        places = sorted(place[it] for it in group)
        assert places == list(range(places[0], places[0] + len(group)))


def test_the_most_tied_comes_first_and_its_neighbors_follow() -> None:
    order = clustered(6, [(3, 0), (3, 1), (3, 5), (5, 4)])
    assert order == [3, 5, 0, 1, 4, 2]
