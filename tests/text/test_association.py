"""The measures against numbers worked out by hand and by another formula."""

from __future__ import annotations

from math import log, log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.model.concordances import Measure
from workbench.text.association import MEASURES, Meetings
from workbench.text.keyness import key_words, keyness, log_ratio, significance
from workbench.text.spreading import deviation_of_proportions, juilland

# 10 of 30 words near the 20 matches are this one, which stands 40 times in 100 words:
# 12 are expected, so the cells are 10 (12), 20 (18), 30 (28) and 40 (42).
MEETINGS = Meetings(both=10, near=30, word=40, everything=100, matches=20)


@pytest.mark.parametrize(
    ("measure", "score"),
    [
        (Measure.LOG_LIKELIHOOD, -0.8043),
        (Measure.MI, -0.2630),
        (Measure.LOG_DICE, 12.4150),
        (Measure.T_SCORE, -0.6325),
    ],
)
def test_measures_give_the_numbers_worked_out_by_hand(measure, score) -> None:
    assert MEASURES[measure](MEETINGS) == pytest.approx(score, abs=5e-5)


@st.composite
def meetings(draw: st.DrawFn) -> Meetings:
    both = draw(st.integers(1, 1000))
    others = [draw(st.integers(0, 100_000)) for _ in range(3)]
    near, word = both + others[0], both + others[1]
    everything = near + others[1] + others[2]
    return Meetings(both, near, word, everything, draw(st.integers(1, 1000)))


@given(meetings())
def test_log_likelihood_is_also_a_sum_of_entropies(it: Meetings) -> None:
    def nats(*counts: int) -> float:
        return sum(count * log(count) for count in counts if count)

    far, others = it.everything - it.near, it.everything - it.word
    cells = (it.both, it.near - it.both, it.word - it.both, far - it.word + it.both)
    entropy = 2 * (
        nats(*cells) - nats(it.near, far) - nats(it.word, others) + nats(it.everything)
    )
    score = MEASURES[Measure.LOG_LIKELIHOOD](it)
    assert abs(score) == pytest.approx(entropy, rel=1e-6, abs=1e-4)
    if abs(score) > 1e-4:
        assert (score > 0) == (it.both * it.everything > it.near * it.word)


@given(meetings())
def test_every_measure_is_higher_when_they_meet_oftener(it: Meetings) -> None:
    if it.both < min(it.near, it.word):
        more = Meetings(it.both + 1, it.near, it.word, it.everything, it.matches)
        for score in MEASURES.values():
            assert score(more) >= score(it) - 1e-6


def test_keyness_gives_the_number_worked_out_by_hand() -> None:
    # 7.5 are expected on each side: 2 (10 ln 10/7.5 + 5 ln 5/7.5).
    assert keyness(10, 1000, 5, 1000) == pytest.approx(1.6990, abs=5e-5)
    assert log_ratio(10, 1000, 5, 1000) == 1.0
    assert log_ratio(4, 1000, 0, 2000) == pytest.approx(log2(4 / 1000 / (0.5 / 2000)))
    assert log_ratio(0, 1000, 4, 1000) == -3.0


def test_key_words_compare_each_word_of_either_side() -> None:
    counts, rest = {"a": 6, "b": 4}, {"a": 10, "c": 30}
    found = {it.word: it for it in key_words(counts, rest, 5)}
    assert found.keys() == {"a", "c"}
    assert (found["a"].count, found["a"].per_million) == (6, 600_000)
    assert (found["a"].rest, found["a"].rest_per_million) == (10, 250_000)
    assert found["a"].log_likelihood == keyness(6, 10, 10, 40)
    assert found["c"].log_ratio == log_ratio(0, 10, 30, 40)


@pytest.mark.parametrize(
    ("log_likelihood", "said"),
    [
        (3.83, ""),
        (3.84, "p < 0.05"),
        (6.63, "p < 0.01"),
        (10.83, "p < 0.001"),
        (15.13, "p < 0.0001"),
        (-20.0, "p < 0.0001"),
    ],
)
def test_significance_has_the_usual_thresholds(log_likelihood, said) -> None:
    assert significance(log_likelihood) == said


def test_spreading_gives_the_numbers_worked_out_by_hand() -> None:
    # Shares of 1/15 to 5/15 against 1/5 each; mean 3, deviation √2.
    counts, sizes = [1, 2, 3, 4, 5], [10] * 5
    assert deviation_of_proportions(counts, sizes) == pytest.approx(0.2)
    assert juilland(counts, sizes) == pytest.approx(1 - 2**0.5 / 3 / 2)


def test_even_and_lumped_occurrences_are_the_ends_of_the_scales() -> None:
    assert deviation_of_proportions([1, 2], [10, 20]) == pytest.approx(0)
    assert juilland([1, 2], [10, 20]) == pytest.approx(1)
    assert deviation_of_proportions([7, 0, 0, 0], [1, 33, 33, 33]) == pytest.approx(
        0.99
    )
    assert juilland([7, 0, 0, 0], [10, 10, 10, 10]) == pytest.approx(0)


@pytest.mark.parametrize("counts", [[], [0], [0, 0]])
def test_without_occurrences_there_is_nothing_to_spread(counts: list[int]) -> None:
    assert deviation_of_proportions(counts, [5] * len(counts)) is None
    assert juilland(counts, [5] * len(counts)) is None
