"""Comparisons given away: as rows and as a page, of documents, versions and twins."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser

from tests.conftest import ImportText
from tests.exporting.test_comparison_pages import documents_report, versions_report
from tests.text.comparing.test_twinning import BETWEEN, BRIDGE, HARBOR
from workbench.errors import InvalidValue
from workbench.jobs import Cancelled, Tracker
from workbench.model.comparison_reports import ComparisonReport
from workbench.model.ids import DocumentId
from workbench.model.links import LinkKind, Stretch
from workbench.model.spans import Span
from workbench.model.zones import ZoneKind
from workbench.operations.comparing import compare_documents
from workbench.operations.comparison_files import (
    PAIR_COLUMNS,
    ComparisonForm,
    export_comparison,
    export_versions,
    write_comparison,
)
from workbench.operations.links import link_places
from workbench.operations.versions import replace_document
from workbench.operations.zones import mark_zone
from workbench.project import Project

Golden = Callable[[str, bytes], None]
Two = tuple[DocumentId, DocumentId]

STORY = f"=Somebody wrote this.\n\n{BETWEEN}\n{HARBOR}"
REPORTS = {"documents": documents_report, "versions": versions_report}


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
