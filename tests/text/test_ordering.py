from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.text.numbering import Numbering
from workbench.text.ordering import in_order, ordered, taken


@given(st.lists(st.integers(0, 9)), st.data())
def test_lines_of_equal_rank_stay_as_they_stood(ranks: list[int], drawn) -> None:
    lines = drawn.draw(st.permutations(range(len(ranks))))
    done: list[int] = []
    found = list(ordered(lines, ranks, 10, done.append))
    assert found == sorted(lines, key=ranks.__getitem__)
    assert sum(done) == len(ranks)


def test_many_lines_are_sorted_slice_by_slice() -> None:
    ranks = [(line * 7919) % 1000 for line in range(50_000)]
    found = ordered(range(50_000), ranks, 1000, lambda count: None)
    assert list(found) == sorted(range(50_000), key=ranks.__getitem__)
    assert list(taken(ranks.__getitem__, found)) == sorted(ranks)


@given(st.lists(st.tuples(st.integers(0, 3), st.integers()), max_size=50))
def test_values_come_in_the_order_of_their_keys(values: list[tuple[int, int]]) -> None:
    assert list(in_order(values, lambda it: it[0])) == sorted(
        values, key=lambda it: it[0]
    )


def test_many_values_are_sorted_in_parts() -> None:
    values = [(number * 7919) % 10_007 for number in range(10_007)]
    assert list(in_order(values, abs)) == sorted(values)


@given(st.lists(st.text(max_size=3)))
def test_numbers_of_words_are_ranked_as_the_words(words: list[str]) -> None:
    numbers = Numbering()
    numbered = [numbers[word] for word in words]
    ranks = numbers.ranks()
    assert sorted(words) == [word for _, word in sorted(
        (ranks[number], word) for number, word in zip(numbered, words, strict=True)
    )]  # fmt: skip
