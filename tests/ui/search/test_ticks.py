"""Ticks: some hits, or all but some, also of those that nobody has seen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ui.search.ticks import Ticks
from workbench.model.ids import DocumentId
from workbench.model.search import Hit
from workbench.model.spans import Span

HITS = [
    Hit(DocumentId(it % 3), "n", "t", Span(it * 10, it * 10 + 5), "words", (), 1.0)
    for it in range(12)
]


@given(st.lists(st.one_of(st.just(-1), st.integers(0, 11)), max_size=30))
def test_ticks_are_what_a_set_of_hits_would_hold(acts: list[int]) -> None:
    ticks, wanted = Ticks(), set[int]()
    ticks.total = len(HITS)
    ticks_were_all = False
    for act in acts:
        if act < 0:
            ticks.tick_all()
            is_whole = len(wanted) == len(HITS) and ticks_were_all
            wanted = set() if is_whole else set(range(len(HITS)))
        else:
            ticks.toggle(HITS[act])
            wanted ^= {act}
        ticks_were_all = ticks.is_all
        assert {it for it, hit in enumerate(HITS) if hit in ticks} == wanted
        assert len(ticks) == len(wanted)


def test_a_copy_stays_as_it_was() -> None:
    ticks = Ticks()
    ticks.toggle(HITS[0])
    copy = ticks.copy()
    ticks.clear()
    assert copy.hits == [HITS[0]]
    assert not ticks.hits
