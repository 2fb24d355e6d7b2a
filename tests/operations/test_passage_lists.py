"""Lists of passages: every kind of condition, orders, groups, and what is shown."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ImportText
from workbench.model.attributes import AttributeType, Subject
from workbench.model.ids import AttributeId, DocumentId, PassageId, TagId
from workbench.model.passage_filters import (
    EVERYTHING,
    NEAR,
    AttributeCondition,
    PassageFilter,
    PassageGrouping,
    PassageOrder,
)
from workbench.model.passages import AnchorState, Passage
from workbench.model.spans import Span
from workbench.model.value_tests import ValueTest, value_fits
from workbench.operations.attributes import create_attribute, set_values
from workbench.operations.filter_words import FilterNames
from workbench.operations.importing import import_paths
from workbench.operations.passage_lists import (
    CONTEXT,
    grouped_passages,
    matching_passages,
)
from workbench.operations.passage_matching import condition_to_drop, matching_places
from workbench.operations.passages import mark_passage
from workbench.operations.tags import create_tag
from workbench.operations.versions import replace_document
from workbench.project import Project

LENGTH = 900
TEXT = ("Café talks went on. " * 60)[:LENGTH]
PATHS = ("aim", "aim/long", "scope", "export")
NO_FIXTURE_RESET = settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)


class Marked(NamedTuple):
    """A passage that a test marks."""

    document: int
    start: int
    length: int
    tags: frozenset[int]
    note: str
    analyst: str
    day: int


marks = st.builds(
    Marked,
    st.integers(0, 1),
    st.integers(0, LENGTH - 60),
    st.integers(1, 60),
    st.frozensets(st.integers(0, len(PATHS) - 1)),
    st.sampled_from(["", "", "Früh genug?"]),
    st.sampled_from(["ana", "ben"]),
    st.integers(0, 40),
)


class World:
    """A project that is filled anew for each example."""

    def __init__(self, folder: Path) -> None:
        self.project = Project.create(folder / "lists.workbench", analyst="ana")
        files = [folder / f"{name}.txt" for name in ("beta", "alpha")]
        for file in files:
            file.write_text(TEXT + file.name, encoding="utf-8")
        found = import_paths(self.project, files)
        self.documents = [it.document_id or DocumentId(0) for it in found]
        self.tags = [create_tag(self.project, path) for path in PATHS]
        self.field = create_attribute(
            self.project, Subject.DOCUMENT, "Year", AttributeType.NUMBER
        )
        set_values(self.project, self.field, [self.documents[0]], "2019")

    def fill(self, marked: list[Marked]) -> None:
        with self.project.operation("Fill") as edit:
            for passage in edit.passages.all():
                edit.passages.remove(passage.id)
            for it in marked:
                span = Span(it.start, it.start + it.length)
                document_id = self.documents[it.document]
                passage_id = mark_passage(self.project, document_id, span, note=it.note)
                moment = datetime(2026, 1, 1, 12, tzinfo=UTC) + timedelta(days=it.day)
                edit.tags._run(
                    "update passages set analyst = ?, created_at = ? where id = ?",
                    [it.analyst, moment.isoformat(), passage_id],
                )
                for tag in sorted(it.tags):
                    edit.tags.tag(passage_id, self.tags[tag], it.analyst, moment)

    def slowly(self, wanted: PassageFilter) -> set[PassageId]:
        every = self.project.passages.all()
        return {it.id for it in every if self._fits(it, wanted, every)}

    def _family(self, tag_ids: tuple[TagId, ...], wanted: PassageFilter) -> set[TagId]:
        family = set(tag_ids)
        if wanted.with_beneath and self.tags[0] in family:
            family.add(self.tags[1])
        return family

    def _fits(
        self, passage: Passage, wanted: PassageFilter, every: list[Passage]
    ) -> bool:
        def tagged(one: Passage, *tag_ids: TagId) -> bool:
            return bool(self._family(tag_ids, wanted) & set(one.tag_ids))

        def beside(tag_id: TagId, gap: int) -> bool:
            return any(
                tagged(other, tag_id)
                and other.id != passage.id
                and other.document_id == passage.document_id
                and _gap(passage.span, other.span) <= gap
                for other in every
            )

        day = passage.created_at.astimezone().date().isoformat()
        taggers = {
            analyst
            for (analyst,) in self.project.tags._run(
                "select analyst from taggings where passage_id = ?", [passage.id]
            )
        }
        letters = f"{passage.quote} {passage.note}".casefold()
        letters = letters.replace("é", "e").replace("ü", "u")
        year = "2019" if passage.document_id == self.documents[0] else ""
        return all(
            (
                all(tagged(passage, it) for it in wanted.all_of),
                not wanted.any_of or tagged(passage, *wanted.any_of),
                not any(tagged(passage, it) for it in wanted.none_of),
                all(beside(it, -1) for it in wanted.overlapping),
                all(beside(it, NEAR) for it in wanted.near),
                not wanted.is_untagged or not passage.tag_ids,
                not wanted.has_note or bool(passage.note),
                not wanted.needs_review or passage.needs_review,
                not wanted.documents or passage.document_id in wanted.documents,
                all(_year_fits(it, year) for it in wanted.attributes),
                wanted.marked_by in {"", passage.analyst},
                not wanted.tagged_by or wanted.tagged_by in taggers,
                not wanted.since or day[: len(wanted.since)] >= wanted.since,
                not wanted.until or day[: len(wanted.until)] <= wanted.until,
                all(word in letters for word in wanted.words.casefold().split()),
            )
        )


def _gap(one: Span, other: Span) -> int:
    """How many characters lie between; less than none where they share one."""
    if one.overlaps(other):
        return -1
    return max(other.start - one.end, one.start - other.end)


def _year_fits(asked: AttributeCondition, year: str) -> bool:
    if asked.test is ValueTest.EMPTY:
        return not year
    return bool(year) and int(year) >= int(asked.value)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    world = World(tmp_path_factory.mktemp("lists"))
    with world.project:
        yield world


def filters(world: World) -> st.SearchStrategy[PassageFilter]:
    tag_ids = st.lists(st.sampled_from(world.tags), max_size=2, unique=True).map(tuple)
    rarely = st.integers(0, 4).map(lambda number: number == 0)
    years = [
        AttributeCondition(world.field, ValueTest.AT_LEAST, "2018"),
        AttributeCondition(world.field, ValueTest.AT_LEAST, "2020"),
        AttributeCondition(world.field, ValueTest.EMPTY),
    ]
    documents = st.lists(st.sampled_from(world.documents), max_size=1).map(tuple)
    return st.builds(
        PassageFilter,
        all_of=tag_ids,
        any_of=tag_ids,
        none_of=tag_ids,
        with_beneath=st.booleans(),
        overlapping=tag_ids.map(lambda it: it[:1]),
        near=tag_ids.map(lambda it: it[:1]),
        is_untagged=rarely,
        has_note=rarely,
        needs_review=rarely,
        documents=documents,
        attributes=st.lists(st.sampled_from(years), max_size=1).map(tuple),
        marked_by=st.sampled_from(["", "", "ana"]),
        tagged_by=st.sampled_from(["", "", "ben"]),
        since=st.sampled_from(["", "", "2026", "2026-01-15", "2026-02"]),
        until=st.sampled_from(["", "", "2026", "2026-01-20", "2026-01"]),
        words=st.sampled_from(["", "", "CAFE", "talks fruh"]),
    )


@NO_FIXTURE_RESET
@given(drawn=st.data())
def test_each_kind_of_condition_finds_what_a_slow_look_finds(
    world: World, drawn: st.DataObject
) -> None:
    world.fill(drawn.draw(st.lists(marks, max_size=25)))
    wanted = drawn.draw(filters(world))
    for part in [*wanted.parts(), wanted]:
        found = {it.id for it in matching_places(world.project, part)}
        assert found == world.slowly(part), part


@NO_FIXTURE_RESET
@given(drawn=st.data())
def test_a_filter_is_its_parts_and_loses_one_at_a_time(
    world: World, drawn: st.DataObject
) -> None:
    wanted = drawn.draw(filters(world))
    again = EVERYTHING
    for part in wanted.parts():
        again = again.and_also(part)
    assert again == wanted
    for part in wanted.parts():
        assert part not in wanted.without(part).parts()
        wanted = wanted.without(part)
    assert wanted == EVERYTHING


@NO_FIXTURE_RESET
@given(drawn=st.data())
def test_what_is_best_dropped_is_what_leaves_most(
    world: World, drawn: st.DataObject
) -> None:
    world.fill(drawn.draw(st.lists(marks, max_size=10)))
    wanted = drawn.draw(filters(world))
    counts = [len(world.slowly(wanted.without(it))) for it in wanted.parts()]
    best = condition_to_drop(world.project, wanted)
    assert (best[1] if best else 0) == max(counts, default=0)
    if best:
        assert len(world.slowly(wanted.without(best[0]))) == best[1]


@NO_FIXTURE_RESET
@given(marked=st.lists(marks, max_size=15), order=st.sampled_from(PassageOrder))
def test_orders_and_groups_show_the_same_passages(
    world: World, marked: list[Marked], order: PassageOrder
) -> None:
    world.fill(marked)
    project = world.project
    lines = matching_passages(project, EVERYTHING, order)
    paths = dict(zip(world.tags, PATHS, strict=True))
    keys = {
        PassageOrder.PLACE: lambda it: (it.title, it.start, -it.end),
        PassageOrder.NEWEST: lambda it: -it.created_at.timestamp(),
        PassageOrder.OLDEST: lambda it: it.created_at,
        PassageOrder.TAG: lambda it: min(map(paths.get, it.tag_ids), default="~"),
    }
    assert lines == sorted(lines, key=keys[order])
    assert {it.id for it in lines} == {it.id for it in project.passages.all()}
    groups = grouped_passages(project, EVERYTHING, order, PassageGrouping.TAG)
    order_of = {line.id: place for place, line in enumerate(lines)}
    for group in groups:
        assert group.ids == sorted(group.ids, key=order_of.__getitem__)
    named = [(it.name, passage_id) for it in groups for passage_id in it.ids]
    assert sorted(named) == sorted(
        (name, line.id)
        for line in lines
        for name in [paths[it] for it in line.tag_ids] or ["Without a tag"]
    )
    by_document = grouped_passages(project, EVERYTHING, order, PassageGrouping.DOCUMENT)
    assert [it.name for it in by_document] == sorted({it.title for it in lines})


def test_a_line_says_what_stands_around_a_passage(
    project: Project, import_text: ImportText
) -> None:
    text = "Before it. " * 20 + "The two sides met." + " After it." * 20
    start = text.index("The two")
    document_id = import_text(text, name="memo")
    tags = [create_tag(project, path) for path in ("level", "aim")]
    mark_passage(project, document_id, Span(start, start + 18), tags, "Who?")
    (line,) = matching_passages(project, EVERYTHING)
    assert line.quote == "The two sides met."
    assert line.before == text[start - CONTEXT : start]
    assert line.after == text[start + 18 : start + 18 + CONTEXT]
    assert (line.note, line.analyst, line.title) == ("Who?", "ana", "memo")
    assert line.tag_ids == (tags[1], tags[0])


def test_an_orphan_is_near_nothing_and_keeps_its_own_surroundings(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    document_id = import_text("The group met twice in May. It will meet again.")
    aim, level = (create_tag(project, path) for path in ("aim", "level"))
    lost = mark_passage(project, document_id, Span(4, 19), [aim])
    mark_passage(project, document_id, Span(28, 47), [level])
    other = tmp_path / "memo.txt"
    other.write_text("It will meet again.")
    replace_document(project, document_id, other)
    assert project.passages.get(lost).anchor is AnchorState.ORPHANED
    for wanted in (PassageFilter(near=(level,)), PassageFilter(near=(aim,))):
        assert matching_passages(project, wanted) == []
    lines = matching_passages(project, PassageFilter(all_of=(aim,)))
    assert [(it.quote, it.before, it.is_orphan) for it in lines] == [
        ("group met twice", "The ", True)
    ]
    assert [
        it.id for it in matching_passages(project, PassageFilter(needs_review=True))
    ]


def test_a_condition_on_an_attribute_that_is_gone_holds_nowhere(
    project: Project, import_text: ImportText
) -> None:
    mark_passage(project, import_text("Some words."), Span(0, 4))
    asked = AttributeCondition(AttributeId(99), ValueTest.EMPTY)
    assert matching_places(project, PassageFilter(attributes=(asked,))) == []


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({}, "Passages"),
        (
            {"all_of": "aim", "none_of": "scope", "near": "export"},
            "Passages tagged aim and not scope, near export",
        ),
        ({"none_of": "scope"}, "Passages not tagged scope"),
        ({"any_of": "aim scope"}, "Passages tagged aim or scope"),
        (
            {"all_of": "export", "any_of": "aim scope"},
            "Passages tagged export and (aim or scope)",
        ),
        ({"overlapping": "export"}, "Passages overlapping export"),
    ],
)
def test_a_sentence_says_which_tags_are_wanted(
    project: Project, change: dict[str, str], sentence: str
) -> None:
    for path in ("aim", "scope", "export"):
        create_tag(project, path)
    given_tags: dict[str, tuple[TagId, ...]] = {
        name: tuple(project.tags.at_path(path).id for path in paths.split())
        for name, paths in change.items()
    }
    wanted = PassageFilter(**given_tags)  # type: ignore[arg-type]
    assert FilterNames.of(project).sentence(wanted) == sentence


def test_a_sentence_says_everything_else(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text("Some words.", name="memo")
    field = create_attribute(project, Subject.DOCUMENT, "Country")
    names = FilterNames.of(project)
    wanted = replace(
        PassageFilter(marked_by="ana", since="2026-11-01", words="two sides"),
        documents=(document_id,),
        attributes=(AttributeCondition(field, ValueTest.IS, "Korea"),),
    )
    assert names.sentence(wanted) == (
        "Passages marked by ana since 2026-11-01, in “memo”, in documents whose"
        " Country is Korea, with “two” and “sides” in quote or note"
    )
    assert (
        names.phrase(PassageFilter(all_of=(TagId(99),))) == "tagged something deleted"
    )


@pytest.mark.parametrize(
    ("kind", "test", "wanted", "value", "fits"),
    [
        (AttributeType.NUMBER, ValueTest.AT_LEAST, "9", "10", True),
        (AttributeType.NUMBER, ValueTest.AT_MOST, "9", "10", False),
        (AttributeType.DATE, ValueTest.AT_MOST, "2007", "2007-11-06", True),
        (AttributeType.DATE, ValueTest.IS, "2007-11", "2007-11-06", True),
        (AttributeType.TEXT, ValueTest.IS, "korea", "Korea", True),
        (AttributeType.TEXT, ValueTest.IS, "kor", "Korea", False),
        (AttributeType.TEXT, ValueTest.CONTAINS, "kor", "Korea", True),
        (AttributeType.TEXT, ValueTest.CONTAINS, "", "", False),
        (AttributeType.TEXT, ValueTest.EMPTY, "", "", True),
        (AttributeType.TEXT, ValueTest.FILLED, "", "x", True),
    ],
)
def test_values_are_compared_by_their_type(
    kind: AttributeType, test: ValueTest, wanted: str, value: str, fits: bool
) -> None:
    assert value_fits(kind, test, wanted, value) is fits
