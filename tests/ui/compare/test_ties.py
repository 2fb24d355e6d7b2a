"""Pairs, twins and links become ties; a round leads through all of a statement."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from ui.compare.counterparts import Ring, counterparts
from ui.compare.excerpts import excerpt, shortened
from ui.compare.ties import Tie, mirrored, ties_of_pairs, with_links
from ui.widgets.span_index import SpanIndex
from workbench.model.alignments import Pair, PairKind
from workbench.model.ids import DocumentId, LinkId, PassageId
from workbench.model.links import Link, LinkEnd, LinkKind
from workbench.model.spans import Span

ONE, TWO = DocumentId(1), DocumentId(2)
PAIR = Pair(PairKind.ALTERED, 0.8, Span(10, 60), Span(100, 150))


def link(
    source: tuple[DocumentId, Span],
    target: tuple[DocumentId, Span],
    kind: LinkKind = LinkKind.ALTERED,
    *,
    is_orphaned: bool = False,
) -> Link:
    def end(number: int, place: tuple[DocumentId, Span]) -> LinkEnd:
        return LinkEnd(PassageId(number), *place[:1], "", place[1], "", is_orphaned)

    now = datetime(2024, 1, 1, tzinfo=UTC)
    return Link(LinkId(1), kind, "", end(1, source), end(2, target), "ana", now)


def test_pairs_are_turned_where_the_panes_stand_the_other_way_round() -> None:
    (tie,) = ties_of_pairs(0, 1, [PAIR], are_turned=True)
    assert (tie.a, tie.b, tie.kind) == (PAIR.b, PAIR.a, LinkKind.ALTERED)
    assert tie.end_in(0) == PAIR.b
    assert tie.end_in(2) is None


def test_a_link_accepts_the_pair_on_whose_place_it_is_whichever_way_it_points() -> None:
    ties = ties_of_pairs(0, 1, [PAIR])
    turned = link((TWO, Span(100, 149)), (ONE, Span(10, 60)), LinkKind.CONTRADICTS)
    (tie,) = with_links(ties, [turned], (0, 1), (ONE, TWO))
    assert tie.links == (turned,)
    assert tie.kind is LinkKind.ALTERED


def test_a_link_elsewhere_is_a_tie_of_its_own_and_an_orphan_is_none() -> None:
    ties = ties_of_pairs(0, 1, [PAIR])
    elsewhere = link((ONE, Span(10, 14)), (TWO, Span(100, 150)), LinkKind.UPDATES)
    lost = link((ONE, Span(1, 2)), (TWO, Span(1, 2)), is_orphaned=True)
    found = with_links(ties, [elsewhere, lost], (0, 1), (ONE, TWO))
    assert [it.kind for it in found] == [LinkKind.ALTERED, LinkKind.UPDATES]
    assert found[1].score is None


def test_the_way_back_of_a_twin_is_the_same_pair() -> None:
    ties = ties_of_pairs(0, 1, [PAIR])
    (back,) = mirrored(ties)
    assert (back.a, back.b) == (PAIR.b, PAIR.a)
    assert back.is_same(ties[0])
    assert back.listed == ties[0]


def test_a_round_goes_to_every_place_of_a_statement_and_back() -> None:
    here = Span(10, 20)
    ties = [
        Tie(0, 1, LinkKind.VERBATIM, here, Span(5, 15)),
        Tie(0, 1, LinkKind.VERBATIM, here, Span(40, 50)),
        Tie(0, 2, LinkKind.PARAPHRASE, here, Span(70, 90)),
        Tie(1, 2, LinkKind.VERBATIM, Span(60, 65), Span(0, 5)),
    ]
    assert [it.pane for it in counterparts(ties, 0, 12)] == [1, 1, 2]
    ring, pane, caret, went = Ring(), 0, 12, []
    for _ in range(4):
        place = ring.next(ties, pane, caret)
        assert place is not None
        pane, caret = place.pane, place.span.start
        went.append((pane, caret))
    assert went == [(1, 5), (1, 40), (2, 70), (0, 10)]
    assert ring.next(ties, 0, 300) is None


@given(
    st.lists(st.tuples(st.integers(0, 99), st.integers(1, 40)), max_size=30),
    st.integers(0, 120),
    st.integers(1, 30),
)
def test_the_index_finds_all_spans_that_reach_into_a_part(
    drawn: list[tuple[int, int]], start: int, length: int
) -> None:
    spans = [Span(at, at + size) for at, size in drawn]
    part = Span(start, start + length)
    found = SpanIndex(spans).within(part.start, part.end)
    assert sorted(found) == [n for n, it in enumerate(spans) if it.overlaps(part)]


@given(st.text(max_size=300), st.data(), st.integers(20, 120))
def test_excerpts_mark_the_same_words_as_the_text(
    text: str, data: st.DataObject, most: int
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    marked = [Span(start, end)] if end > start else []
    shown = excerpt(text, marked, most)
    assert len(shown.text) <= most + 2
    for span in shown.marked:
        words = span.of(shown.text)
        whole = "".join(" " if it.isspace() else it for it in text[start:end])
        assert words in whole
    cut = shortened(shown, len(shown.text))
    assert len(cut.text) <= len(shown.text) + 1
    assert all(it.end <= len(cut.text) for it in cut.marked)
