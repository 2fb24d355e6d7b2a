from __future__ import annotations

import random
from bisect import bisect
from collections.abc import Callable
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.model.alignments import Pair, PairKind
from workbench.model.spans import Span
from workbench.text.blocks import split_blocks
from workbench.text.comparing.aligning import aligned
from workbench.text.comparing.matching import Comparing
from workbench.text.comparing.statements import LONGEST, Statements, statements_of
from workbench.text.comparing.weighing import Weighing

QUOTE = "controls bite hardest when many countries apply the same rules at one time"
OTHER = (
    "The harbor was closed for winter repairs.\n\n"
    "Nobody had expected so many ferries to wait outside.\n\n"
    "Fishermen sold herring from their boats."
)


def prepared(text: str, zones: tuple[Span, ...] = ()) -> Statements:
    return statements_of(text, split_blocks(text), zones)


def found(a: str, b: str) -> list[tuple[PairKind, str, str]]:
    pairs = aligned(prepared(a), prepared(b))
    return [(it.kind, it.a.of(a), it.b.of(b)) for it in pairs]


def test_a_quotation_is_found_without_who_said_it() -> None:
    a = f"{OTHER}\n\n“{QUOTE.capitalize()},” **said Assistant Secretary Ada Vale.**"
    b = f'She spoke first. Ada said: "{QUOTE}," said Vale, the secretary.'
    [(kind, one, other)] = found(a, b)
    assert kind is PairKind.VERBATIM
    assert (one, other) == (QUOTE.capitalize(), QUOTE)


def test_case_quotes_hyphens_spaces_and_markup_do_not_matter() -> None:
    a = "The so\u00adcalled well-known **U.S.** envoy’s re-export pass lapsed quietly."
    b = "the SOCALLED well known US\u00a0envoy's _re‑export_\u00a0pass lapsed “quietly”"
    [(kind, one, other)] = found(f"{OTHER}\n\n{a}", f"{b}\n\nSnow fell.")
    assert (kind, one, other) == (PairKind.VERBATIM, a, b)


def test_an_altered_statement_is_the_stretch_and_its_differences() -> None:
    a = "This body will serve as a useful platform to enhance insight into port rules."
    b = "It may serve as a useful platform to enhance mutual insight into port rules."
    [(kind, one, other)] = found(f"{a}\n\n{OTHER}", b)
    assert kind is PairKind.ALTERED
    assert one == "serve as a useful platform to enhance insight into port rules"
    assert (
        other == "serve as a useful platform to enhance mutual insight into port rules"
    )


def test_a_paraphrase_is_two_whole_sentences() -> None:
    a = "It brings licensing in step with bilateral trade and stable supply chains."
    b = "Officials named a stable supply chain, bilateral trade, and then licensing."
    assert found(f"{OTHER}\n\n{a}", b) == [(PairKind.PARAPHRASE, a, b)]


@pytest.mark.parametrize(
    "name",
    [
        "the Bureau of Industry and Security",
        "the Office of Public Affairs",
        "the U.S. Department of Commerce",
        "the United States of America",
        "Deputy Minister for Trade and Investment Dongmin Moon",
    ],
)
def test_a_name_in_both_is_no_shared_statement(name: str) -> None:
    a = f"{OTHER} A report by {name} was late."
    b = f"Nothing came of what {name} promised last spring.\n\nSnow fell."
    assert found(a, b) == []


def test_one_statement_may_have_two_counterparts() -> None:
    parts = (
        "convergent control approaches addressing security challenges",
        "efficient stakeholder engagement and technical support",
    )
    a = f"{OTHER}\n\n- To promote {parts[0]}\n- To ensure {parts[1]} in each port"
    b = f"The group will promote “{parts[0]}” and ensure “{parts[1]}” as rules grow."
    assert found(a, b) == [(PairKind.VERBATIM, it, it) for it in parts]


def test_copies_are_tied_in_their_order() -> None:
    text = "\n\n".join(
        f"Harbor masters inspected every grain vessel twice.\n\nDay {it} ended calmly."
        for it in range(12)
    )
    pairs = aligned(prepared(text), prepared(text))
    assert {(it.a, it.b) for it in pairs if it.kind is PairKind.VERBATIM} >= {
        (Span(at, at + 50), Span(at, at + 50))
        for at in range(len(text))
        if text.startswith("Harbor", at)
    }
    assert all(it.a == it.b for it in pairs)


def round_of_talks(number: int) -> str:
    return f"In round {number} the sides exchanged tariff lists and agreed to meet."


def protection(goods: int) -> str:
    return f"The Parties shall jointly protect the trade in goods of class{goods}."


def guard(goods: int) -> str:
    return f"The Parties should jointly guard the trade in goods of class{goods}."


def _number(text: Statements, span: Span) -> int:
    return bisect(text.sentences, span.start, key=lambda it: it.start) - 1


def tied(a: list[str], b: list[str]) -> list[tuple[int, int]]:
    """Return which sentences were tied, by number."""
    left, right = prepared("\n\n".join(a)), prepared("\n\n".join(b))
    return [(_number(left, it.a), _number(right, it.b)) for it in aligned(left, right)]


@pytest.mark.parametrize("count", [3, 12, 80, 400])
@pytest.mark.parametrize(
    "other",
    [
        pytest.param(round_of_talks, id="equal"),
        pytest.param(lambda it: round_of_talks(it + 1_000), id="other numbers"),
    ],
)
def test_formulas_are_tied_one_to_one_in_order(
    count: int, other: Callable[[int], str]
) -> None:
    a = [round_of_talks(it) for it in range(count)]
    b = [other(it) for it in range(count)]
    assert tied(a, b) == [(it, it) for it in range(count)]


@given(st.sampled_from([3, 12, 60, 120]), st.randoms(use_true_random=False))
@settings(max_examples=12, deadline=None)
def test_formulas_that_were_moved_and_changed_are_tied_by_what_differs(
    count: int, chance: random.Random
) -> None:
    order = list(range(count))
    chance.shuffle(order)
    pairs = tied([protection(it) for it in range(count)], [guard(it) for it in order])
    assert pairs == [(it, order.index(it)) for it in range(count)]


def test_a_formula_more_or_less_leaves_the_others_in_place() -> None:
    a = [protection(it) for it in range(70)]
    assert tied(a, a[1:]) == [(it + 1, it) for it in range(69)]
    assert tied(a[:35] + a[36:], a) == [(it, it + (it >= 35)) for it in range(69)]


def test_formulas_that_share_but_a_part_are_not_tied() -> None:
    a = [f"The Parties shall protect the rights of fishers{it}." for it in range(60)]
    b = [f"The Parties shall publish lists of tolls{it} in May." for it in range(60)]
    assert tied(a, b) == []


def test_what_stands_in_zones_is_left_out() -> None:
    a, b = f"{OTHER}\n\n{QUOTE}.", f"Snow fell.\n\n{QUOTE}."
    assert len(found(a, b)) == 1
    zone = Span(b.index(QUOTE), len(b))
    assert aligned(prepared(a), prepared(b, (zone,))) == []
    middle = b.index("many")
    cut = prepared(b, (Span(middle, middle + 4),))
    assert [it.kind for it in aligned(prepared(a), cut)] == [PairKind.ALTERED]


def test_languages_without_spaces_or_capitals_are_compared() -> None:
    korean = "정부는 반도체 수출 통제 협력을 강화하고 새로운 안보 도전에 대응한다."
    chinese = "双方同意就出口管制信息交流建立新的工作机制，并每年举行两次会议。"
    german = "Die Minister vereinbarten eine engere Abstimmung der Ausfuhrkontrollen."
    for sentence in (korean, chinese, german):
        other = "Snow fell.\n\nEr kam und ging, und sie blieb."
        assert found(f"{OTHER}\n\n{sentence}", f"{other}\n\n{sentence}") == [
            (PairKind.VERBATIM, sentence, sentence)
        ]


NAMES = [
    f"{one}{other}" for one in ("ba", "de", "ki") for other in ("lor", "mun", "sta")
]
RUNS = st.integers(0, 3).map(lambda it: [f"{name}{it}" for name in NAMES])
WORDS = st.lists(st.sampled_from(NAMES), max_size=4)
SENTENCES = st.tuples(WORDS, RUNS, st.integers(0, 9), WORDS).map(
    lambda it: " ".join(["so", *it[0], *it[1][: it[2]], *it[3]]) + "."
)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=6).map("\n\n".join)


def heaviest_run(a: Statements, b: Statements, one: int, other: int) -> float:
    """Look for it everywhere."""
    weigh = Weighing(a, b).run
    (i0, i1), (j0, j1) = a.words(one), b.words(other)
    return max(
        weigh((i, j, size))
        for i, j in product(range(i0, i1), range(j0, j1))
        for size in range(1, min(i1 - i, j1 - j) + 1)
        if a.forms[i : i + size] == b.forms[j : j + size]
    )


@given(TEXTS, TEXTS)
def test_no_heavy_run_is_missed(a: str, b: str) -> None:
    left, right = prepared(a), prepared(b)
    pairs = aligned(left, right)
    least = Comparing(left, right).least
    for one, other in product(range(len(left)), range(len(right))):
        if heaviest_run(left, right, one, other) >= least:
            in_a, in_b = left.sentences[one], right.sentences[other]
            assert any(it.a.overlaps(in_a) for it in pairs)
            assert any(it.b.overlaps(in_b) for it in pairs)


@given(TEXTS, TEXTS)
def test_pairs_are_in_order_in_their_sentences_and_as_they_say(a: str, b: str) -> None:
    left, right = prepared(a), prepared(b)
    pairs = aligned(left, right)
    assert pairs == sorted(pairs, key=lambda it: (it.a, it.b))
    for pair in pairs:
        assert 0 < pair.score < 1
        assert sum(it.overlaps(pair.a) for it in left.sentences) == 1
        assert sum(it.overlaps(pair.b) for it in right.sentences) == 1
        if pair.kind is PairKind.VERBATIM:
            assert pair.a.of(a).strip(".") == pair.b.of(b).strip(".")


def test_the_answer_is_the_same_for_prepared_texts_used_before() -> None:
    a, b = prepared(f"{OTHER} {QUOTE}."), prepared(f"{QUOTE}. Snow fell.")
    fresh = aligned(a, b)
    aligned(a, prepared(OTHER))
    aligned(prepared(OTHER * 3), b)
    assert aligned(a, b) == fresh
    swapped = [Pair(it.kind, it.score, it.b, it.a) for it in aligned(b, a)]
    assert swapped == fresh


class Stopped(Exception):
    pass


@pytest.mark.parametrize(
    "act", [prepared, lambda it: aligned(prepared(it), prepared(it))]
)
def test_comparing_can_be_stopped(act: Callable[[str], object]) -> None:
    text = "\n\n".join(
        f"Vessel {it} left harbor {it % 7} with grain." for it in range(200)
    )
    calls = 0

    def pause() -> None:
        nonlocal calls
        calls += 1
        if calls == 5:
            raise Stopped

    with pytest.raises(Stopped):
        statements_of(text, split_blocks(text), (), pause)
    calls = 0
    one = prepared(text)
    with pytest.raises(Stopped):
        aligned(one, one, pause)


def test_endless_sentences_and_equal_ones_are_bounded() -> None:
    chance = random.Random(7)
    words = ["".join(chance.choices("etaoinshrdlu", k=8)) for _ in range(30)]
    endless = prepared(" ".join(chance.choices(words, k=20_000)))
    assert (
        max(
            last - first
            for first, last in zip(endless.firsts, endless.firsts[1:], strict=False)
        )
        <= LONGEST
    )
    assert len(aligned(endless, endless)) <= 10 * len(endless)
    equal = prepared("The same group meets in Alder.\n\n" * 3_000)
    assert len(aligned(equal, equal)) <= 3_000
    one_word = prepared("word " * 20_000)
    assert len(aligned(one_word, one_word)) <= 10 * len(one_word)
