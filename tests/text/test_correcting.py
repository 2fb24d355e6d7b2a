"""Places follow a correction to the very characters that they were."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.anchors import AnchorKind
from workbench.model.documents import Block
from workbench.model.spans import Span
from workbench.text.correcting import (
    Correction,
    block_around,
    carry,
    carry_blocks,
    carry_typed,
    corrected,
    smallest,
)

WORDS = st.text("abé😀 ", max_size=12)


@st.composite
def corrections(draw: st.DrawFn) -> tuple[str, Correction, Span]:
    """A text, a correction of it, and a place in it that is not empty."""
    text = draw(st.text("abé😀 ", min_size=1, max_size=30))
    ends = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    start = draw(st.integers(0, len(text) - 1))
    place = Span(start, draw(st.integers(start + 1, len(text))))
    return text, smallest(text, Span(*ends), draw(WORDS)), place


@given(WORDS, WORDS, WORDS, WORDS)
def test_a_smallest_correction_says_the_same(
    before: str, old: str, after: str, new: str
) -> None:
    text = before + old + after
    span = Span(len(before), len(before) + len(old))
    correction = smallest(text, span, new)
    assert corrected(text, correction) == before + new + after
    kept = correction.span.of(text), correction.text
    if all(kept):
        assert kept[0][0] != kept[1][0]
        assert kept[0][-1] != kept[1][-1]


@given(corrections())
def test_what_was_not_corrected_stays_to_the_character(
    given_: tuple[str, Correction, Span],
) -> None:
    text, correction, place = given_
    anchor = carry(place, correction)
    new = corrected(text, correction)
    is_apart = place.end <= correction.span.start or place.start >= correction.span.end
    if is_apart:
        assert anchor.kind in {AnchorKind.UNCHANGED, AnchorKind.MOVED}
        assert anchor.span is not None
        assert anchor.span.of(new) == place.of(text)
        assert (anchor.kind is AnchorKind.UNCHANGED) == (anchor.span == place)
    elif anchor.span is not None:
        assert anchor.kind is AnchorKind.EDITED
        kept = [
            at
            for at in range(place.start, place.end)
            if not correction.span.contains(at)
        ]
        moved = [at + correction.growth * (at >= correction.span.end) for at in kept]
        assert all(anchor.span.contains(at) for at in moved)
        assert anchor.span.end <= len(new)
    else:
        assert anchor.kind is AnchorKind.ORPHANED


def test_a_passage_grows_with_the_word_in_it() -> None:
    correction = smallest("to identity it", Span(3, 11), "identify")
    assert (correction.span, correction.text) == (Span(9, 10), "f")
    assert carry(Span(0, 14), correction).span == Span(0, 14)
    assert carry(Span(9, 10), Correction(Span(9, 10), "ff")).span == Span(9, 11)


def test_a_passage_that_was_cut_is_to_be_looked_at() -> None:
    anchor = carry(Span(0, 6), Correction(Span(4, 9), "new"))
    assert (anchor.kind, anchor.span) == (AnchorKind.EDITED, Span(0, 4))
    assert anchor.score < 1
    gone = carry(Span(5, 6), Correction(Span(4, 9), ""))
    assert (gone.kind, gone.span) == (AnchorKind.ORPHANED, None)


def test_blocks_follow() -> None:
    blocks = (Block(Span(0, 5)), Block(Span(6, 11)), Block(Span(12, 17)))
    assert block_around(blocks, Span(7, 9)) == 1
    assert block_around(blocks, Span(4, 7)) is None
    carried = carry_blocks(blocks, 1, Correction(Span(7, 9), "four"))
    assert [it.span for it in carried] == [Span(0, 5), Span(6, 13), Span(14, 19)]


@given(corrections(), WORDS)
def test_a_place_that_has_the_words_typed_over_keeps_them_whole(
    given_: tuple[str, Correction, Span], replacement: str
) -> None:
    text, _, place = given_
    for span in (place, Span(place.end - 1, place.end)):
        typed = Correction(span, replacement)
        correction = smallest(text, span, replacement)
        anchor = carry_typed(place, typed, correction)
        new = corrected(text, correction)
        kept = text[place.start : span.start] + replacement + text[span.end : place.end]
        assert (anchor.span.of(new) if anchor.span else "") == kept
