"""Quotations that were altered: where they were taken from, and how."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.text.quoting.requoting import Rewording, reworded
from workbench.text.quoting.wording import Wording

SOURCE = (
    "The ferry leaves at nine. “The harbor board will open both quays before the winter"
    " and will keep the smaller one free for fishing boats,” the mayor said. He added"
    " that nobody had asked for a third quay, and that the board had no money for it."
)


def altered(quotation: str, source: str = SOURCE) -> Rewording | None:
    return reworded(Wording(quotation), Wording(source))


def changes(quotation: str, source: str = SOURCE) -> tuple[list[str], list[str], bool]:
    found = altered(quotation, source)
    assert found is not None
    taken = found.span.of(source)
    removed = [it.of(taken) for it in found.diff.removed]
    return removed, [it.of(quotation) for it in found.diff.added], found.is_marked


@pytest.mark.parametrize(
    ("quotation", "removed", "added", "is_marked"),
    [
        ("will open [the] both quays before the winter", [], ["[the]"], True),
        ("[we] will open both quays before the winter", [], ["[we]"], True),
        ("open both quays before [next] winter", ["the"], ["[next]"], True),
        ("will open both piers before the winter", ["quays"], ["piers"], False),
        ("will open both quays before winter", ["the"], [], False),
        ("open both the quays before the winter", [], ["the"], False),
        (
            "open both quays … and will keep the smaller one",
            ["before the winter"], ["…"], True,
        ),
        (
            "open both quays... for fishing boats",
            ["before the winter and will keep the smaller one free"],
            ["..."], True,
        ),
        ("nobody had asked, for a third quay", [], [","], False),
        ("open both quays [sic] before the winter", [], ["[sic]"], True),
    ],
)  # fmt: skip
def test_the_diff_says_what_was_changed(
    quotation: str, removed: list[str], added: list[str], is_marked: bool
) -> None:
    assert changes(quotation) == (removed, added, is_marked)


@pytest.mark.parametrize(
    "quotation",
    [
        "both piers",
        "a third wheel",
        "The council will build a new bridge across the river",
        "and that the [mayor] of the town said",
        "He added the winter money of fishing to the smaller ferry at nine",
        "[…]",
        "",
    ],
)
def test_a_few_shared_words_are_no_source(quotation: str) -> None:
    assert altered(quotation) is None


def test_an_ellipsis_may_stand_for_much_but_not_for_everything() -> None:
    filler = " ".join(f"word{number}" for number in range(60))
    source = f"We will open the northern quay, {filler}, and close the southern one."
    removed, added, is_marked = changes(
        "will open the northern quay … and close the southern one", source
    )
    assert is_marked
    assert added == ["…"]
    assert len(removed[0].split()) >= 60
    far = source.replace(filler, " ".join([filler] * 20))
    found = altered("open the northern quay … and close the southern one", far)
    assert found is None or not found.is_marked


@given(st.randoms(use_true_random=False), st.integers(10, 40), st.integers(0, 2))
def test_a_stretch_with_few_changes_is_found_again(
    chance: random.Random, size: int, changed: int
) -> None:
    words = [f"w{number}" for number in range(300)]
    chance.shuffle(words)
    first = chance.randrange(len(words) - size)
    quoted = words[first : first + size]
    inner = chance.sample(range(3, size - 3), changed)
    for at in inner:
        quoted[at] = "other"
    source = " ".join(words)
    found = altered(" ".join(quoted), source)
    assert found is not None
    assert found.span.of(source) == " ".join(words[first : first + size])
    assert len(found.diff.added) <= changed
    taken = found.span.of(source)
    assert all(
        it.of(taken) in words for it in found.diff.removed if " " not in it.of(taken)
    )


@given(st.text("ab .,[]…“”", max_size=60), st.text("ab .,[]…“”", max_size=120))
def test_any_two_texts_can_be_compared(quotation: str, source: str) -> None:
    found = altered(quotation, source)
    if found is not None:
        assert 0.0 < found.likeness <= 1.0
        taken = found.span.of(source)
        assert all(it.of(taken) for it in found.diff.removed)
        assert all(it.of(quotation) for it in found.diff.added)
