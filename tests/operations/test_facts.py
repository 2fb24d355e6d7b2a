"""Facts of documents, and of two beside each other."""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.conftest import ImportText
from workbench.jobs import Cancelled, Tracker
from workbench.model.aliases import AliasName
from workbench.model.facts import FactKind, FactRow, Relation
from workbench.model.ids import DocumentId
from workbench.model.links import LinkKind, Stretch
from workbench.operations.aliases import add_group
from workbench.operations.documents import edit_document
from workbench.operations.fact_files import export_fact_rows, export_facts
from workbench.operations.facts import fact_rows, facts_of
from workbench.operations.links import link_places
from workbench.operations.sample import build_sample
from workbench.project import Project


@pytest.fixture
def sample(project: Project) -> Project:
    build_sample(project)
    return project


def ids(project: Project, *names: str) -> list[DocumentId]:
    return [project.documents.find(it).id for it in names]


def rows(project: Project, a: str, b: str, relation: Relation) -> list[FactRow]:
    found = fact_rows(project, *ids(project, a, b))
    return [it for it in found if it.relation is relation]


def test_the_release_and_the_story_name_other_ministers(sample: Project) -> None:
    different = rows(sample, "release-2022", "story-controls", Relation.DIFFERENT)
    first = different[0]
    assert first.kind is FactKind.PERSON
    assert [it.value for it in (*first.a, *first.b)] == ["Oren Tavesh", "Sela Dronin"]
    assert first.reason.startswith("Both stand beside Ruth Calloway: ")


def test_naming_variants_are_the_same_and_marked(sample: Project) -> None:
    same = rows(sample, "release-2022", "story-controls", Relation.SAME)
    variants = {it.subject for it in same if it.reason.startswith("Naming variant")}
    assert {"Judith A. Merriden Vale", "Bram Kolvin"} <= variants
    assert "Office of Strategic Trade Controls" in variants


def test_an_undated_story_resolves_once_it_has_a_date(sample: Project) -> None:
    (story,) = ids(sample, "story-controls")
    text = "about four months after"

    def interval() -> object:
        return next(it.interval for it in facts_of(sample, story) if it.text == text)

    (before,) = (
        it
        for it in rows(sample, "story-controls", "statement", Relation.DIFFERENT)
        if it.kind is FactKind.DATE
    )
    assert before.reason.startswith(f"Not comparable: “{text}” is not resolved")
    assert interval() is None
    edit_document(sample, story, date="2022-10-06")
    assert interval() is not None
    (after,) = (
        it
        for it in rows(sample, "story-controls", "statement", Relation.DIFFERENT)
        if it.kind is FactKind.DATE and it.a[0].text == text
    )
    assert after.reason.endswith("have no day in common.")


def test_growth_and_share_are_not_set_against_each_other(sample: Project) -> None:
    found = fact_rows(sample, *ids(sample, "release-2007", "briefing"))
    percentages = [it for it in found if it.kind is FactKind.PERCENT]
    assert [
        (it.relation, len(it.a), len(it.b)) for it in percentages if it.a and it.b
    ] == [(Relation.SAME, 1, 1)]
    assert all("share" not in it.role for row in percentages for it in row.a)


def test_a_number_brought_up_to_date_differs(sample: Project) -> None:
    different = rows(sample, "release-2022", "briefing", Relation.DIFFERENT)
    (number,) = (it for it in different if it.kind is FactKind.NUMBER)
    assert [it.value for it in (*number.a, *number.b)] == ["29", "31"]


def test_unrelated_documents_have_no_differences(sample: Project) -> None:
    assert rows(sample, "release-2007", "statement", Relation.DIFFERENT) == []
    assert rows(sample, "release-2007", "story-two", Relation.DIFFERENT) == []


def test_the_alias_register_joins_people(
    project: Project, import_text: ImportText
) -> None:
    a = import_text("The plan is by Trade Minister Oren Tavesh.", name="a")
    b = import_text("The plan is by Trade Minister Olaf Brandt.", name="b")

    def relations() -> set[Relation]:
        found = fact_rows(project, a, b)
        return {it.relation for it in found if it.kind is FactKind.PERSON}

    assert Relation.SAME not in relations()
    names = [AliasName("Oren Tavesh"), AliasName("Olaf Brandt")]
    add_group(project, names)
    assert relations() == {Relation.SAME}


def test_a_cancelled_job_stops(sample: Project) -> None:
    tracker = Tracker()
    tracker.cancel()
    with pytest.raises(Cancelled):
        facts_of(sample, ids(sample, "briefing")[0], tracker)


def test_files_of_facts(
    sample: Project, tmp_path: Path, golden: Callable[[str, bytes], None]
) -> None:
    a, b = ids(sample, "release-2022", "story-controls")
    one, two = tmp_path / "facts.csv", tmp_path / "rows.csv"
    assert export_facts(sample, a, one, Tracker()) == len(facts_of(sample, a))
    first = fact_rows(sample, a, b)[0]
    ends = Stretch(b, first.b[0].span), Stretch(a, first.a[0].span)
    link_places(sample, *ends, LinkKind.CONTRADICTS, "=two ministers")
    export_fact_rows(sample, a, b, two, Tracker())
    for name, path in (("facts.csv", one), ("fact-rows.csv", two)):
        moment = rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00"
        content = re.sub(moment, b"2026-01-01T00:00:00+00:00", path.read_bytes())
        golden(name, content)


def test_a_verdict_stands_in_the_line_of_its_two_places(
    sample: Project, tmp_path: Path
) -> None:
    a, b = ids(sample, "release-2007", "story-controls")
    row = next(it for it in fact_rows(sample, a, b) if len(it.a) > 1 and it.b)
    for kind, place in ((LinkKind.DIFFERENT_TIME, 1), (LinkKind.UPDATES, 0)):
        ends = Stretch(a, row.a[place].span), Stretch(b, row.b[0].span)
        link_places(sample, *ends, kind, "because")
    path = tmp_path / "rows.csv"
    count = export_fact_rows(sample, a, b, path, Tracker())
    with path.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    assert len(lines) == count
    (verdict,) = (it for it in lines if it["verdict"])
    places = verdict["a_start"], verdict["a_end"], verdict["b_start"], verdict["b_end"]
    spans = row.a[1].span, row.b[0].span
    assert places == tuple(str(edge) for it in spans for edge in (it.start, it.end))
    assert verdict["verdict"] == "different time", "an update is no verdict on facts"
    assert (verdict["verdict_reason"], verdict["verdict_analyst"]) == ("because", "ana")
    assert verdict["verdict_created"]
    own = [it for it in lines if it["row"] == verdict["row"]]
    starts = sorted(int(it["a_start"]) for it in own if it["a_start"])
    assert starts == sorted(it.span.start for it in row.a), "each place once"
