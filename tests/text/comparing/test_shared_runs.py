from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workbench.text.comparing.shared_runs import best_chain, shared_runs
from workbench.text.sequences import Run

WORDS = st.lists(st.sampled_from("abcdefghij"), max_size=14)


def all_runs(left: list[str], right: list[str]) -> set[Run]:
    """Return every run that cannot be made longer, by looking everywhere."""
    found = set()
    for i in range(len(left)):
        for j in range(len(right)):
            if i and j and left[i - 1] == right[j - 1]:
                continue
            size = 0
            while [*left[i:], ""][size] == [*right[j:], None][size]:
                size += 1
            if size:
                found.add((i, j, size))
    return found


@given(WORDS, WORDS)
def test_runs_are_those_of_a_search_everywhere(
    left: list[str], right: list[str]
) -> None:
    right = [it for at, it in enumerate(right) if right[:at].count(it) < 4]
    expected = all_runs(left, right)
    assert sorted(shared_runs(left, right, lambda _word: True)) == sorted(expected)


@given(WORDS, WORDS)
def test_a_run_has_a_word_that_may_start_one(left: list[str], right: list[str]) -> None:
    right = [it for at, it in enumerate(right) if right[:at].count(it) < 4]
    expected = {
        (i, j, size)
        for i, j, size in all_runs(left, right)
        if not set(left[i : i + size]) <= set("abcde")
    }
    assert set(shared_runs(left, right, lambda it: it > "e")) == expected


@given(WORDS, WORDS)
def test_no_single_run_weighs_more_than_the_chain(
    left: list[str], right: list[str]
) -> None:
    runs = shared_runs(left, right, lambda _word: True)
    total, chain = best_chain(runs, lambda it: float(it[2]), 0.1)
    assert total >= max((float(it[2]) for it in runs), default=0.0)
    for (i, j, size), (k, last, _) in pairwise(chain):
        assert i + size <= k
        assert j + size <= last


def test_what_is_left_out_between_runs_costs() -> None:
    left = [*"abc", *"xxxxxxxxxx", *"de"]
    right = [*"abc", *"de"]
    runs = shared_runs(left, right, lambda _word: True)
    assert best_chain(runs, lambda it: float(it[2]), 0.1)[0] == 4.0
    assert best_chain(runs, lambda it: float(it[2]), 0.3) == (3.0, [(0, 0, 3)])
