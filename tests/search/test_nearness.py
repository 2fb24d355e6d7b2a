"""Words near each other: the runs, what they mark, and how they are said."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.search.corpus import of_texts
from workbench.search.nearness import Run, smallest_runs

_lengths = st.lists(st.integers(1, 2), min_size=1, max_size=4)
_Places = list[list[Run]]


@st.composite
def _places(draw: st.DrawFn) -> _Places:
    """Return places of parts that take one or two words, some of them the same."""
    places: _Places = []
    for length in draw(_lengths):
        starts = draw(st.sets(st.integers(0, 9), max_size=4))
        places.append([(start, start + length) for start in sorted(starts)])
    return places + draw(st.sampled_from([[], places[:1]]))


def _all_runs(places: _Places, between: int) -> set[Run]:
    """Try every choice of places for the parts."""
    runs = set()
    for chosen in product(*places):
        words = [word for start, end in chosen for word in range(start, end)]
        run = (min(words), max(words) + 1)
        if len(set(words)) == len(words) and run[1] - run[0] - len(words) <= between:
            runs.add(run)
    return runs


@given(_places(), st.integers(0, 5))
@example([[(0, 1), (2, 3)], [(0, 1), (2, 3)], [(1, 2)]], 0)
@example([[(0, 1)], [(0, 1)]], 5)
def test_runs_are_the_smallest_of_all(places: _Places, between: int) -> None:
    runs = _all_runs(places, between)
    smallest = {
        run
        for run in runs
        if not any(
            other != run and run[0] <= other[0] and other[1] <= run[1] for other in runs
        )
    }
    assert list(smallest_runs(places, between)) == sorted(smallest)


@pytest.mark.parametrize(
    ("query", "text", "marks"),
    [
        ('"export chips"~0', "chips export", ["chips export"]),
        ('"a b"~0', "a b, b a", ["a b", "b a"]),
        ('"export chips"~0', "export of chips", []),
        ('"export chips"~1', "export of chips", ["export of chips"]),
        ('"export chips"~1', "chips to export", ["chips to export"]),
        ('"a b c"~1', "c x a b", ["c x a b"]),
        ('"a b c"~1', "c x a x b", []),
        ('"chips chips"~3', "chips x y", []),
        ('"chips chips"~3', "chips x y chips", ["chips x y chips"]),
        ('"a a b"~1', "a b x b", []),
        ('"a a b"~1', "a b x a", ["a b x a"]),
        ('"export chip*"~2', "chipset for export", ["chipset for export"]),
        ('"chip chip*"~2', "chip", []),
        ('"chip chip*"~2', "chip and chips", ["chip and chips"]),
        ('"US chips"~1', "us chips; US chips", ["chips; US chips"]),
        ('"chips U.S."~1', "U.S. chips", ["U.S. chips"]),
        ('"chips U.S."~0', "chips, U.S. law", ["chips, U.S."]),
        ('"$17 chips"~1', "chips of $17", ["chips of $17"]),
        ('"dual-use law"~1', "law on dual-use", ["law on dual-use"]),
        ('"dual-use law"~1', "by dualuse law", ["dualuse law"]),
        ('"one two"~5', "one\ntwo", []),
    ],
)  # fmt: skip
def test_marks_from_the_first_to_the_last(
    query: str, text: str, marks: list[str]
) -> None:
    assert of_texts([text]).marks(query) == marks


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ('"a b"~5', '"a b"~5 (in any order, with at most 5 other words among them)'),
        ('"a b"~1', '"a b"~1 (in any order, with at most 1 other word among them)'),
        ('"a b"~0', '"a b"~0 (side by side in any order)'),
    ],
)
def test_nearness_is_said(query: str, said: str) -> None:
    assert of_texts(["a b"]).searcher.search(query).understood.sentence == said


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ('"a b"~', "~ behind"),
        ('"a"~3', "near nothing"),
        ('"a b"~999', "at most ~100"),
        (f'"{"a b " * 10}"~3', "all but 12 words"),
        ('"a* b"', "only its last word"),
        ('"w?rd b"', "only its last word"),
    ],
)
def test_what_is_left_out_of_a_phrase_is_said(query: str, ignored: str) -> None:
    understood = of_texts(["a b"]).searcher.search(query).understood
    assert any(ignored in remark for remark in understood.ignored), understood
