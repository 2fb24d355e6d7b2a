"""The way back and forward: for any jumps, and whatever is removed meanwhile."""

from hypothesis import given
from hypothesis import strategies as st

from ui.places.history import PlaceHistory
from ui.places.place import Place, Tab, TabKind

places = st.builds(
    lambda document, offset: Place(Tab(TabKind.DOCUMENT, (document,)), offset),
    st.integers(1, 6),
    st.integers(0, 3),
)
jumps = st.lists(places, min_size=1, max_size=30)


def everything(_place: Place) -> bool:
    return True


def after_jumps(
    targets: list[Place], *, is_there=everything, longest=200
) -> tuple[PlaceHistory, list[Place]]:
    """Go to each target; return the history and the places as they were gone to."""
    history = PlaceHistory(is_there, longest)
    way = targets[:1]
    for target in targets[1:]:
        if target != way[-1]:
            history.leave(way[-1])
            way.append(target)
    return history, way


@given(jumps)
def test_back_visits_every_place_in_reverse_and_forward_comes_back(
    targets: list[Place],
) -> None:
    history, way = after_jumps(targets)
    here = way[-1]
    for expected in reversed(way[:-1]):
        here = history.back(here)
        assert here == expected
    assert history.back(here) is None
    for expected in way[1:]:
        here = history.forward(here)
        assert here == expected
    assert history.forward(here) is None


@given(jumps, st.sets(st.integers(1, 6)), st.lists(st.booleans(), max_size=40))
def test_what_is_removed_is_passed_over_and_comes_back_with_an_undo(
    targets: list[Place], removed: set[int], steps: list[bool]
) -> None:
    gone = set()
    history, way = after_jumps(
        targets, is_there=lambda place: not set(place.tab.ids) & gone
    )
    here = way[-1]
    gone |= removed
    for is_back in steps:
        can = history.can_go_back(here) if is_back else history.can_go_forward(here)
        found = history.back(here) if is_back else history.forward(here)
        assert can == (found is not None)
        if found is not None:
            assert found != here
            assert not set(found.tab.ids) & removed
            here = found
    gone.clear()
    while found := history.back(here):
        here = found
    visited = [here]
    while found := history.forward(here):
        here = found
        visited.append(here)
    assert visited == way


@given(jumps, st.integers(1, 10), places)
def test_a_jump_ends_the_way_forward(
    targets: list[Place], backs: int, target: Place
) -> None:
    history, way = after_jumps(targets)
    here = way[-1]
    for _ in range(backs):
        here = history.back(here) or here
    history.leave(here)
    assert not history.can_go_forward(target)
    assert target == here or history.back(target) == here


@given(jumps, st.integers(1, 10))
def test_no_more_is_remembered_than_it_may(targets: list[Place], longest: int) -> None:
    history, way = after_jumps(targets, longest=longest)
    here, steps = way[-1], 0
    while found := history.back(here):
        here, steps = found, steps + 1
    assert steps == min(longest, len(way) - 1)


def test_reading_on_is_no_jump_but_its_end_is_where_back_leads() -> None:
    history = PlaceHistory(everything)
    first = Tab(TabKind.DOCUMENT, (1,))
    scrolled, other = Place(first, 900), Place(Tab(TabKind.DOCUMENT, (2,)))
    history.leave(scrolled)
    assert history.back(other) == scrolled
    assert history.back(Place(first, 950)) is None
