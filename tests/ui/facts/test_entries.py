"""What the page of facts lists, on rows made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from hypothesis import given
from hypothesis import strategies as st

from ui.facts.entries import KINDS, Entry, State, counts_by_state, entries_of
from ui.facts.lines import (
    EVERYTHING,
    Fold,
    Heading,
    Line,
    Title,
    Wanted,
    lines_of,
    with_titles,
)
from ui.facts.meaning import period, understood
from workbench.model.facts import Fact, FactKind, FactRow, Interval, Relation
from workbench.model.ids import DocumentId, LinkId, PassageId
from workbench.model.links import Link, LinkEnd, LinkKind
from workbench.model.spans import Span

LEFT, RIGHT = DocumentId(1), DocumentId(2)
NOW = datetime(2026, 1, 1, tzinfo=UTC)


def fact(text: str, start: int, kind: FactKind = FactKind.PERSON) -> Fact:
    return Fact(kind, Span(start, start + len(text)), text, text)


def row(
    a: tuple[Fact, ...],
    b: tuple[Fact, ...],
    relation: Relation = Relation.DIFFERENT,
    kind: FactKind = FactKind.PERSON,
) -> FactRow:
    return FactRow(kind, "minister", a, b, relation, "")


def link(source: Fact, target: Fact, kind: LinkKind = LinkKind.CONTRADICTS) -> Link:
    ends = [
        LinkEnd(PassageId(number), document_id, "", it.span, it.text, False)
        for number, (it, document_id) in enumerate([(source, LEFT), (target, RIGHT)])
    ]
    return Link(LinkId(1), kind, "why", *ends, "ana", NOW)


PARK, LEE, YOON = fact("Park Jin", 5), fact("Lee Chang-Yang", 50), fact("Yoon", 90)
DIFFERENT = row((LEE,), (PARK,))


def test_a_verdict_settles_a_difference_from_either_end() -> None:
    said = link(LEE, PARK)
    turned = replace(said, source=said.target, target=said.source)
    for verdict in (said, turned):
        (entry,) = entries_of([DIFFERENT], [verdict], LEFT)
        assert entry.state is State.DECIDED
        assert entry.verdict_on(0) == verdict


def test_other_links_and_orphans_settle_nothing() -> None:
    lost = link(LEE, PARK)
    lost = replace(lost, target=replace(lost.target, is_orphaned=True))
    elsewhere = link(LEE, YOON)
    alike = link(LEE, PARK, LinkKind.PARAPHRASE)
    (entry,) = entries_of([DIFFERENT], [lost, elsewhere, alike], LEFT)
    assert entry.state is State.DIFFERS
    assert entry.verdict_on(0) is None


def test_a_verdict_belongs_to_the_line_with_both_values() -> None:
    both = row((LEE, YOON), (PARK,))
    (entry,) = entries_of([both], [link(YOON, PARK)], LEFT)
    assert entry.lines == 2
    assert entry.verdict_on(0) is None
    assert entry.verdict_on(1) is not None
    assert entry.state is State.DECIDED


def test_the_same_words_are_one_value_with_several_places() -> None:
    again = replace(LEE, span=Span(200, 214))
    (entry,) = entries_of([row((LEE, again), (PARK,))], [], LEFT)
    (value,) = entry.a
    assert value.words == "Lee Chang-Yang  ×2"
    (entry,) = entries_of([row((LEE, again), (PARK,))], [link(again, PARK)], LEFT)
    assert entry.verdict_on(0) is not None


def test_what_is_the_same_lies_in_a_fold_until_it_is_wanted() -> None:
    same = row((PARK,), (PARK,), Relation.SAME)
    entries = entries_of([DIFFERENT, same], [], LEFT)
    person = FactKind.PERSON
    differs, alike = (Line(it, 0) for it in entries)
    closed = lines_of(entries, EVERYTHING, frozenset())
    assert closed == [Heading(person, 2, 1), differs, Fold(person, 1, is_open=False)]
    opened = lines_of(entries, EVERYTHING, frozenset({person}))
    assert opened == [
        Heading(person, 2, 1), differs, Fold(person, 1, is_open=True), alike,
    ]  # fmt: skip
    wanted = lines_of(entries, Wanted(state=State.SAME), frozenset())
    assert wanted == [Heading(person, 1, 0), alike]


ROWS = st.lists(
    st.builds(
        lambda kind, relation, a, b: row(
            tuple(fact(f"a{it}", it, kind) for it in range(a)),
            tuple(fact(f"b{it}", it, kind) for it in range(b)),
            relation,
            kind,
        ),
        st.sampled_from(FactKind),
        st.sampled_from(Relation),
        st.integers(1, 4),
        st.integers(1, 4),
    ),
    max_size=12,
)
WANTED = st.builds(
    Wanted,
    st.none() | st.sampled_from(FactKind),
    st.none() | st.sampled_from(State),
)


@given(ROWS, WANTED, st.frozensets(st.sampled_from(FactKind)))
def test_every_wanted_entry_is_listed_or_folded_away_once(
    rows: list[FactRow], wanted: Wanted, unfolded: frozenset[FactKind]
) -> None:
    entries = entries_of(rows, [], LEFT)
    lines = lines_of(entries, wanted, unfolded)
    taken = [it for it in entries if wanted.takes(it)]
    firsts = [it.entry for it in lines if isinstance(it, Line) and not it.number]
    hidden = sum(it.entries for it in lines if isinstance(it, Fold) and not it.is_open)
    assert len(firsts) + hidden == len(taken)
    assert sum(it.entries for it in lines if isinstance(it, Heading)) == len(taken)
    assert sum(counts_by_state(entries).values()) == len(rows)
    kinds = [it.kind for it in lines if isinstance(it, Heading)]
    assert kinds == sorted(kinds, key=KINDS.index)


def test_what_words_mean_stands_below_unless_they_say_it_all() -> None:
    five_months = Fact(
        FactKind.DATE, Span(0, 23), "about five months after", "2022-05-08/2022-06-08",
        "", Interval(date(2022, 5, 8), date(2022, 6, 8)), "five months before",
    )  # fmt: skip
    assert understood(five_months) == "8 May – 8 Jun 2022 · five months before"
    in_full = replace(five_months, text="May 2022", rule="")
    assert understood(in_full) == ""
    money = Fact(
        FactKind.MONEY, Span(0, 11), "$55 billion", "USD 55000000000", "exports"
    )
    assert understood(money) == "USD 55,000,000,000 · exports"
    assert understood(PARK) == ""


def test_periods_read_as_people_write_them() -> None:
    def said(first: tuple[int, int, int], last: tuple[int, int, int]) -> str:
        return period(Interval(date(*first), date(*last)))

    assert said((2022, 11, 8), (2022, 11, 8)) == "8 Nov 2022"
    assert said((2022, 11, 7), (2022, 11, 13)) == "7–13 Nov 2022"
    assert said((2022, 5, 1), (2022, 5, 31)) == "May 2022"
    assert said((2022, 1, 1), (2022, 12, 31)) == "2022"
    assert said((2021, 1, 1), (2022, 12, 31)) == "2021–2022"
    assert said((2022, 4, 1), (2022, 6, 30)) == "Apr – Jun 2022"
    assert said((2022, 12, 24), (2023, 1, 6)) == "24 Dec 2022 – 6 Jan 2023"


def test_a_line_beyond_the_shorter_side_stands_against_its_first() -> None:
    entry: Entry
    (entry,) = entries_of([row((LEE, YOON), (PARK,))], [], LEFT)
    assert [it.fact if it else None for it in entry.pair(1)] == [YOON, PARK]
    assert Line(entry, 1).b is None


def test_titles_stand_above_what_they_say_more_than() -> None:
    said_already = row((PARK,), (), Relation.ONLY_A)
    said_already = replace(said_already, subject="Park Jin")
    different, one_sided = entries_of([DIFFERENT, said_already], [], LEFT)
    lines = with_titles([Line(different, 0), Line(one_sided, 0)])
    assert lines == [Title(different), Line(different, 0), Line(one_sided, 0)]
