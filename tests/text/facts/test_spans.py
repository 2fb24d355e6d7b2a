"""What holds for the facts of any text."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.text.facts.finding import source
from workbench.jobs import Tracker
from workbench.model.facts import FactKind, Relation
from workbench.text.facts.calendar import interval_of, iso_of
from workbench.text.facts.finding import facts_in
from workbench.text.facts.rows import rows_of

PIECES = (
    "Minister of Trade", "Secretary", "Ruth Calloway", "Calloway", "Lee Chang-Yang",
    "said", "on Monday", "about five months after", "two years ago", "May", "may",
    "31 February 2022", "4 October 2022", "in 2006", "the 2005", "0000", "99999",
    "$55 billion", "Rs736bn", "32%", "29 partner economies", "twice a year", "1,2,3",
    "Office of Trade Controls (OTC)", "OTC", "Department of Trade", "“", "”", "’s",
    "**", "\u00a0", "\r\n", "\n\n", ". ", ", ", "; ", "|", "U.S.", "٣٠%", "²", "𝟜 May",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES) | st.text(max_size=5), max_size=40).map(
    " ".join
)
DATES = st.sampled_from(["", "2022", "2022-11", "2022-11-08", "0001-01-01", "9999-12"])


@given(TEXTS, DATES)
def test_a_fact_is_what_stands_at_its_place(text: str, on: str) -> None:
    facts = facts_in(source(text, on), Tracker())
    assert [it.span for it in facts] == sorted(it.span for it in facts)
    for fact in facts:
        assert fact.span.end <= len(text)
        assert fact.text == fact.span.of(text) != ""
        if fact.kind is FactKind.DATE:
            assert fact.value == (iso_of(fact.interval) if fact.interval else "")
            assert fact.interval or fact.rule
        else:
            assert fact.value
            assert fact.interval is None


@given(TEXTS, DATES)
def test_no_date_or_value_is_read_twice(text: str, on: str) -> None:
    names = FactKind.PERSON, FactKind.ORGANIZATION
    facts = [it for it in facts_in(source(text, on), Tracker()) if it.kind not in names]
    for one, other in pairwise(facts):
        assert one.span.end <= other.span.start


@given(TEXTS, st.data())
def test_zones_have_no_facts(text: str, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(text)))
    for fact in facts_in(source(text, "2022", [(cut, len(text))]), Tracker()):
        assert fact.span.end <= cut


@given(TEXTS, TEXTS, DATES)
def test_rows_have_the_facts_of_both_sides(one: str, other: str, on: str) -> None:
    a, b = source(one, on), source(other)
    of_a, of_b = facts_in(a, Tracker()), facts_in(b, Tracker())
    rows = rows_of(a, b, [], Tracker())
    for row in rows:
        assert set(row.a) <= set(of_a)
        assert set(row.b) <= set(of_b)
        assert (not row.a) == (row.relation is Relation.ONLY_B)
        assert (not row.b) == (row.relation is Relation.ONLY_A)
        assert row.reason
    order = [it.relation for it in rows]
    known = [it for it in Relation if it in order]
    assert [
        it for it, before in zip(order, [None, *order], strict=False) if it != before
    ] == known


@given(st.sampled_from(["2022", "2022-11", "2022-11-08", "0001", "9999-12-31"]))
def test_iso_dates_are_read_back(iso: str) -> None:
    interval = interval_of(iso)
    assert interval is not None
    assert iso_of(interval) == iso
