"""The sample project is built through operations and is whole."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

from workbench.errors import NotFound
from workbench.model.cells import CellState
from workbench.model.spans import Span
from workbench.operations.checking import check
from workbench.operations.sample import build_sample, corpus_folder, find_quote
from workbench.project import Project


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    path = tmp_path_factory.mktemp("sample") / "sample.workbench"
    project = Project.create(path, analyst="Test")
    build_sample(project)
    yield project
    project.close()


def test_everything_of_the_corpus_is_there(sample: Project) -> None:
    assert len(sample.documents.all()) == 7
    assert len(sample.tags.all()) == 12
    assert len(sample.passages.all()) == 35
    assert len(sample.notes.all()) == 5
    assert len(sample.cases.all()) == 2
    assert [name for _, name in sample.tables.all()] == ["Bilateral bodies"]


def test_check_finds_no_problem(sample: Project) -> None:
    assert check(sample) == []


def test_documents_have_what_the_catalog_says(sample: Project) -> None:
    story = sample.documents.find("story-controls-group")
    assert story.title == "US, Morvand Open Group on Export Licensing"
    assert story.source == "Controls Courier"
    assert story.date == ""
    assert sample.documents.find("release-2007").date == "2007-11-06"


def test_text_of_plain_files_is_theirs_to_the_byte(sample: Project) -> None:
    for path in corpus_folder().glob("*.txt"):
        document = sample.documents.find(path.stem)
        text = sample.documents.text(document.id)
        assert text.encode("utf-8") == path.read_bytes()


def test_two_tags_have_children(sample: Project) -> None:
    paths = {tag.path for tag in sample.tags.all()}
    assert {"level/vice minister", "aim/security"} <= paths
    assert all(sample.tags.count_below(tag.id) for tag in sample.tags.all())


def test_passages_of_the_release_lie_three_deep(sample: Project) -> None:
    release = sample.documents.find("release-2022")
    spans = [passage.span for passage in sample.passages.of_document(release.id)]
    assert any(
        a.overlaps(b) and b.overlaps(c) and a.overlaps(c)
        for a, b, c in combinations(spans, 3)
    )


def test_cells_show_every_state_that_evidence_can_give(sample: Project) -> None:
    table = sample.tables.named("Bilateral bodies")
    assert (len(table.rows), len(table.columns)) == (4, 6)
    states = [cell.state for row in table.rows for cell in row.cells]
    assert states.count(CellState.SUPPORTED) == 21
    assert states.count(CellState.DISPUTED) == 1
    assert states.count(CellState.DRAFT) == 1
    assert states.count(CellState.NOT_STATED) == 1


def test_the_disputed_cell_is_who_leads_the_controls_group(sample: Project) -> None:
    table = sample.tables.named("Bilateral bodies")
    (place,) = [
        (row.name, column.name)
        for row in table.rows
        for column, cell in zip(table.columns, row.cells, strict=True)
        if cell.state is CellState.DISPUTED
    ]
    assert place == ("Dual-Use Controls Group", "Leads named")


def test_the_sample_can_be_undone_to_an_empty_project(tmp_path: Path) -> None:
    project = Project.create(tmp_path / "undone.workbench")
    build_sample(project)
    while project.history.undo_label:
        project.undo()
    assert project.documents.all() == []
    assert project.tags.all() == []
    assert check(project) == []
    project.close()


def test_a_quote_is_found_where_it_stands() -> None:
    assert find_quote("we will, they may", "they may") == Span(9, 17)


@pytest.mark.parametrize("quote", ["must", "aa"], ids=["missing", "overlapping"])
def test_a_quote_that_is_missing_or_ambiguous_is_refused(quote: str) -> None:
    with pytest.raises(NotFound, match=quote):
        find_quote("aaa", quote)
