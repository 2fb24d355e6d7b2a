"""Anchors compared with where each character really went.

A passage whose characters are still together must be found just there, or be called
ambiguous. Another place passes only if nothing in the text tells it from the true one:
the quote stands there too, and its surroundings, 32 characters on either side, are at
least as much like the old ones. Too much caution is allowed, but counted.
"""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.text.edited import Author, Edited
from workbench.model.anchors import Anchor, AnchorKind
from workbench.model.spans import Span
from workbench.text.anchoring import anchor_all
from workbench.text.likeness import likeness
from workbench.text.selectors import CONTEXT, describe

CERTAIN = {AnchorKind.UNCHANGED, AnchorKind.MOVED}


def surroundings(edited: Edited, span: Span, place: Span) -> float:
    before = (text[max(0, at.start - CONTEXT) : at.start]
              for text, at in ((edited.old, span), (edited.new, place)))  # fmt: skip
    after = (text[at.end : at.end + CONTEXT]
             for text, at in ((edited.old, span), (edited.new, place)))  # fmt: skip
    return likeness(*before) + likeness(*after)


def is_right(edited: Edited, span: Span, anchor: Anchor) -> bool:
    if anchor.kind not in CERTAIN:
        return True
    assert anchor.span is not None
    truth = edited.survived(span)
    if truth in {None, anchor.span}:
        return True
    found, true = (surroundings(edited, span, it) for it in (anchor.span, truth))
    return found >= true - 0.1


def is_somebody_elses(edited: Edited, span: Span, anchor: Anchor) -> bool:
    """Tell whether a certain place consists of other old text only."""
    if anchor.kind not in CERTAIN:
        return False
    assert anchor.span is not None
    origins = [it for it in edited.origins()[anchor.span.start : anchor.span.end]
               if it >= 0]  # fmt: skip
    return bool(origins) and not any(map(span.contains, origins))


# The same texts each time: where paragraphs full of repeated sentences move, about one
# survivor in 30,000 lands at another copy, which `make fuzz` counts.
@settings(max_examples=60, deadline=None, derandomize=True)
@given(
    seed=st.integers(0, 10**6),
    length=st.sampled_from([4000, 12000]),
    rate=st.sampled_from([0, 0.02, 0.05, 0.1]),
    moves=st.integers(0, 1),
)
def test_anchors_are_where_the_characters_went(
    seed: int, length: int, rate: float, moves: int
) -> None:
    author = Author(seed)
    old = author.text(length)
    edited = author.edit(old, rate=rate, moves=moves, cuts=2)
    spans = author.spans(old, 100)
    anchors = anchor_all(old, edited.new, [describe(old, it) for it in spans])
    for span, anchor in zip(spans, anchors, strict=True):
        if anchor.kind in CERTAIN:
            assert anchor.span is not None
            assert anchor.span.of(edited.new) == span.of(old)
            assert (anchor.kind is AnchorKind.UNCHANGED) == (anchor.span == span)
        assert is_right(edited, span, anchor), (span, anchor)


@pytest.mark.fuzz
def test_hardly_any_of_many_passages_lands_in_a_wrong_place() -> None:
    wrong, count = 0, 0
    for seed in range(300):
        author = Author(seed)
        old = author.text(8000)
        edited = author.edit(old, rate=0.05, moves=2, cuts=2)
        spans = author.spans(old, 100)
        anchors = anchor_all(old, edited.new, [describe(old, it) for it in spans])
        count += len(spans)
        wrong += sum(
            not is_right(edited, *pair) for pair in zip(spans, anchors, strict=True)
        )
    assert wrong <= count / 5_000


@pytest.mark.parametrize("seed", range(4))
def test_deleted_sentences_do_not_take_the_place_of_their_twins(seed: int) -> None:
    author = Author(seed)
    old = author.text(20_000, repeated=0.4)
    edited = author.edit(old, moves=0, cuts=12)
    spans = [it for it in author.spans(old, 1000) if not edited.remains(it)]
    anchors = anchor_all(old, edited.new, [describe(old, it) for it in spans])
    assert spans
    assert not any(map(is_somebody_elses, [edited] * len(spans), spans, anchors))


def test_most_passages_need_no_review() -> None:
    author = Author(7)
    old = author.text(100_000)
    edited = author.edit(old)
    spans = [it for it in author.spans(old, 2000) if edited.survived(it)]
    anchors = anchor_all(old, edited.new, [describe(old, it) for it in spans])
    sure = [
        it.span == edited.survived(span)
        for span, it in zip(spans, anchors, strict=True)
        if it.kind in CERTAIN
    ]
    assert all(sure)
    assert len(sure) > 0.98 * len(spans)


@given(st.text('ab \n“"é\u0301🎉', max_size=40), st.text('ab \n“"é🎉', max_size=40))
@settings(max_examples=150, deadline=None)
def test_any_two_texts_can_be_compared(old: str, new: str) -> None:
    spans = [Span(start, end) for start in range(0, len(old) + 1, 3)
             for end in range(start, len(old) + 1, 2)]  # fmt: skip
    for span, anchor in zip(
        spans, anchor_all(old, new, [describe(old, it) for it in spans]), strict=True
    ):
        assert (anchor.span is None) == (anchor.kind is AnchorKind.ORPHANED)
        assert 0 <= anchor.score <= 1
        if anchor.span is not None:
            assert anchor.span.end <= len(new)
        if anchor.kind in CERTAIN:
            assert anchor.span is not None
            assert anchor.span.of(new) == span.of(old)
