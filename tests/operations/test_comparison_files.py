"""Comparisons given away: as rows and as a page, of documents, versions and twins."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ImportText
from tests.exporting.test_comparison_pages import documents_report as made_up
from tests.exporting.test_comparison_pages import versions_report
from tests.text.comparing.test_twinning import BETWEEN, BRIDGE, HARBOR
from workbench.errors import InvalidValue
from workbench.jobs import Cancelled, Tracker
from workbench.model.comparison_reports import ComparisonReport
from workbench.model.facts import FactKind
from workbench.model.ids import DocumentId
from workbench.model.links import LinkKind, Stretch
from workbench.model.spans import Span
from workbench.model.zones import ZoneKind
from workbench.operations.comparing import compare_documents
from workbench.operations.comparison_files import (
    PAIR_COLUMNS,
    ComparisonForm,
    export_all_pairs,
    export_comparison,
    export_facts_page,
    export_versions,
    write_comparison,
)
from workbench.operations.comparison_reports import documents_report
from workbench.operations.fact_files import FACT_COLUMNS, ROW_COLUMNS
from workbench.operations.facts import fact_rows, facts_of
from workbench.operations.link_files import LINK_COLUMNS
from workbench.operations.links import link_places
from workbench.operations.place_columns import PLACE_COLUMNS
from workbench.operations.quote_files import QUOTE_COLUMNS
from workbench.operations.reuse_files import PAIR_COLUMNS as SHARED_STATEMENT_COLUMNS
from workbench.operations.similar_files import SIMILAR_COLUMNS
from workbench.operations.versions import replace_document
from workbench.operations.zones import mark_zone
from workbench.project import Project

Golden = Callable[[str, bytes], None]
Two = tuple[DocumentId, DocumentId]

STORY = f"=Somebody wrote this.\n\n{BETWEEN}\n{HARBOR}"
DATED = "On 4 October 2022 the harbor council met.\n\n"
REPORTS = {"documents": made_up, "versions": versions_report}


@pytest.fixture
def two(import_text: ImportText) -> Two:
    """Two documents that share what `HARBOR` says; the second begins a formula."""
    return import_text(HARBOR, "plan"), import_text(STORY, "=story")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


@pytest.mark.parametrize("name", REPORTS)
def test_the_rows_are_as_in_the_golden_file(
    name: str, tmp_path: Path, golden: Golden
) -> None:
    report: ComparisonReport = REPORTS[name]()
    path = tmp_path / "out.csv"
    count = write_comparison(report, path, ComparisonForm.TABLE)
    assert count == len(report.pairs) == len(rows(path))
    golden(f"comparison-{name}.csv", path.read_bytes())


def test_a_row_says_where_both_stand_and_how_they_are_linked(
    project: Project, two: Two, tmp_path: Path
) -> None:
    pairs = compare_documents(project, *two)
    ends = Stretch(two[0], pairs[0].a), Stretch(two[1], pairs[0].b)
    link_places(project, *reversed(ends), LinkKind.UPDATES, "=later")
    path = tmp_path / "out.CSV"
    assert export_comparison(project, *two, path) == len(pairs) > 1
    first, *others = rows(path)
    assert tuple(first) == PAIR_COLUMNS
    texts = [project.documents.text(it) for it in two]
    for side, text, span in zip("ab", texts, (pairs[0].a, pairs[0].b), strict=True):
        assert (first[f"{side}_start"], first[f"{side}_end"]) == (
            str(span.start), str(span.end)
        )  # fmt: skip
        assert first[f"{side}_quote"].lstrip("'") == span.of(text)
    assert first["b_document"] == "'=story"
    assert (first["link"], first["reason"]) == ("updates", "'=later")
    assert not any(it["link"] for it in others)


def test_a_page_greys_what_is_no_content(
    project: Project, two: Two, tmp_path: Path
) -> None:
    zone = Span(0, len("=Somebody wrote this."))
    mark_zone(project, two[1], zone, ZoneKind.OTHER)
    path = tmp_path / "out.html"
    assert export_comparison(project, *two, path) > 1
    page = LexborHTMLParser(path.read_bytes().decode("utf-8-sig"))
    left, right = page.css("article")
    assert left.text() == HARBOR
    assert [it.text() for it in right.css(".zone")] == ["=Somebody wrote this."]
    assert project.name in page.css_first(".facts").text()


@pytest.fixture
def dated(project: Project, import_text: ImportText) -> Two:
    """Two documents with facts, and a link between them that is no pair."""
    two = import_text(DATED + HARBOR, "plan"), import_text(DATED + STORY, "story")
    ends = (Stretch(it, Span(3, 17)) for it in two)
    link_places(project, *ends, LinkKind.UPDATES, "later")
    return two


def test_a_page_has_the_facts_and_the_links_that_are_no_pair(
    project: Project, dated: Two, tmp_path: Path
) -> None:
    path = tmp_path / "out.html"
    assert export_comparison(project, *dated, path) > 1
    page = LexborHTMLParser(path.read_bytes().decode("utf-8-sig"))
    assert [it.text() for it in page.css("h2")][:3] == ["Pairs", "Links", "Facts"]
    facts = page.css("article .fact[id]")
    assert "4 October 2022" in [it.text(deep=True) for it in facts]
    assert [it.text() for it in page.css("article .link")] == ["4 October 2022"] * 2
    assert [it.text() for it in page.css("article")] == [
        project.documents.text(it) for it in dated
    ]


def test_a_page_of_facts_begins_with_them_and_counts_their_rows(
    project: Project, dated: Two, tmp_path: Path
) -> None:
    path = tmp_path / "out.html"
    count = export_facts_page(project, *dated, path, Tracker())
    assert count == len(fact_rows(project, *dated)) > 0
    page = LexborHTMLParser(path.read_bytes().decode("utf-8-sig"))
    assert page.css_first("h1").text() == "Facts of “plan” and “story”"
    assert page.css_first("h2").text() == "Facts"


def test_a_verdict_stands_among_the_facts_and_not_among_the_links(
    project: Project, dated: Two, tmp_path: Path
) -> None:
    spans = [
        next(it.span for it in facts_of(project, one) if it.kind is FactKind.DATE)
        for one in dated
    ]
    ends = (Stretch(*it) for it in zip(dated, spans, strict=True))
    link_places(project, *ends, LinkKind.NOT_A_CONFLICT, "the same day")
    report = documents_report(project, *dated, Tracker(), has_facts=True)
    assert [it.kind for it in report.links] == [LinkKind.UPDATES]
    (verdict,) = (it for row in report.facts for it in row.verdicts)
    assert (verdict.in_a, verdict.in_b) == tuple(spans)
    without = documents_report(project, *dated, Tracker())
    assert {it.kind for it in without.links} == {
        LinkKind.UPDATES, LinkKind.NOT_A_CONFLICT
    }  # fmt: skip


def test_of_several_documents_each_two_are_in_one_table(
    project: Project, import_text: ImportText, two: Two, tmp_path: Path
) -> None:
    third = import_text(f"As they said before.\n\n{HARBOR}", "third")
    path = tmp_path / "out.csv"
    count = export_all_pairs(project, [*two, third], path, Tracker())
    found = rows(path)
    assert len(found) == count
    sides = [(it["a_document_id"], it["b_document_id"]) for it in found]
    a, b, c = (str(it) for it in (*two, third))
    assert list(dict.fromkeys(sides)) == [(a, b), (a, c), (b, c)]
    one = tmp_path / "one.csv"
    assert export_comparison(project, *two, one) == sides.count((a, b))


COLUMNS = (
    PAIR_COLUMNS,
    ROW_COLUMNS,
    FACT_COLUMNS,
    LINK_COLUMNS,
    QUOTE_COLUMNS,
    SHARED_STATEMENT_COLUMNS,
    SIMILAR_COLUMNS,
)


@pytest.mark.parametrize("columns", COLUMNS)
def test_places_have_the_same_columns_in_every_file(columns: tuple[str, ...]) -> None:
    assert len(columns) == len(set(columns))
    sides = {it.removesuffix("sha256") for it in columns if it.endswith("sha256")}
    assert sides in ({"a_", "b_"}, {""}, {"source_", "target_"}, {"", "source_"})
    for side in sides:
        first = columns.index(f"{side}document_id")
        own = [f"{side}{it}" for it in PLACE_COLUMNS]
        assert list(columns[first : first + len(own)]) == own
    assert columns[-2:] == ("analyst", "created")


def test_a_document_with_itself_gives_its_twins(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    twin = import_text(HARBOR + BETWEEN + BRIDGE)
    path = tmp_path / "out.csv"
    assert export_comparison(project, twin, twin, path) == 3
    assert "private sector" in [it["added"] for it in rows(path)]


def test_versions_have_every_paragraph_and_their_own_files(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    document_id = import_text("One is here.\n\nTwo is here.\n\nThree is here.\n")
    later = tmp_path / "later.txt"
    later.write_text("One is here.\n\nTwo was here.\n\nThree is here.\n\nFour.\n")
    replace_document(project, document_id, later)
    path = tmp_path / "out.csv"
    assert export_versions(project, document_id, 1, 2, path) == 4
    found = rows(path)
    assert [it["kind"] for it in found] == ["same", "changed", "same", "added"]
    assert (found[1]["removed"], found[1]["added"]) == ("is", "was")
    assert found[3]["a_start"] == ""
    assert found[0]["a_sha256"] != found[0]["b_sha256"]
    assert {it["a_version"] + it["b_version"] for it in found} == {"12"}
    page = tmp_path / "out.html"
    assert export_versions(project, document_id, 1, 2, page) == 2


def test_a_file_of_another_kind_is_refused_before_anything_is_compared(
    project: Project, two: Two, tmp_path: Path
) -> None:
    path = tmp_path / "out.pdf"
    with pytest.raises(InvalidValue, match=r"\.html for a page"):
        export_comparison(project, *two, path)
    assert not path.exists()


def test_a_stopped_export_leaves_no_file(
    project: Project, two: Two, tmp_path: Path
) -> None:
    tracker = Tracker()
    tracker.cancel()
    target = tmp_path / "given"
    target.mkdir()
    with pytest.raises(Cancelled):
        export_comparison(project, *two, target / "out.html", tracker)
    assert list(target.iterdir()) == []
