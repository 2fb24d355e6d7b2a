"""Pages, and what was marked on them, through all that happens to a document."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.paged_files import marked, pdf_of
from tests.projects import state_of
from workbench.errors import InvalidValue
from workbench.model.ids import DocumentId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.bin import restore
from workbench.operations.checking import check
from workbench.operations.documents import remove_documents
from workbench.operations.importing import import_paths
from workbench.operations.page_labels import pages_of
from workbench.operations.pages import boxes_of
from workbench.operations.passages import mark_passage, remove_passages
from workbench.operations.versions import correct_text, replace_document
from workbench.project import Project
from workbench.text.boxes import Box

REPORT = pdf_of(
    ["Ports are to open in May.", "Ferries run twice a day."],
    ["Herring was not discussed."],
)


@pytest.fixture
def report(project: Project, tmp_path: Path) -> DocumentId:
    return bring_in(project, tmp_path, REPORT)


def bring_in(project: Project, folder: Path, content: bytes) -> DocumentId:
    path = folder / "report.pdf"
    path.write_bytes(content)
    (outcome,) = import_paths(project, [path])
    assert outcome.document_id is not None, outcome
    return outcome.document_id


def notes(project: Project) -> dict[str, str]:
    """Return what is noted on each passage."""
    found = {}
    for passage in project.passages.all():
        note = project.notes.on(NoteTarget(NoteOn.PASSAGE, passage.id))
        found[passage.quote.strip()] = note.text if note else ""
    return found


def places(project: Project, own: DocumentId, words: str) -> list[Box]:
    """Return where words stand on the page that has them."""
    text = project.documents.text(own)
    start = text.index(words)
    (page,) = [it for it in pages_of(project, own) if it.span.contains(start)]
    first = start - page.span.start
    return boxes_of(project, own, page.number)[first : first + len(words)]


def test_an_import_with_marks_is_undone_and_done_again_exactly(
    project: Project, tmp_path: Path
) -> None:
    empty = state_of(project)
    content = marked(REPORT, (0, "When exactly?"), (1, ""))
    own = bring_in(project, tmp_path, content)
    assert notes(project) == {
        "Ports are to open in May.": "When exactly?\n\n— Bo",
        "Ferries run twice a day.": "",
    }
    imported = state_of(project)
    mark_passage(project, own, Span(0, 5), new_tags=["ports"], note="mine")
    worked = state_of(project)
    for expected in (imported, empty):
        project.undo()
        assert state_of(project) == expected
    for expected in (imported, worked):
        project.redo()
        assert state_of(project) == expected
    assert check(project) == []


def test_two_marks_on_the_same_words_keep_both_comments(
    project: Project, tmp_path: Path
) -> None:
    bring_in(project, tmp_path, marked(REPORT, (0, "Why?"), (0, "Ask Ida.")))
    assert notes(project) == {
        "Ports are to open in May.": "Why?\n\n— Bo\n\nAsk Ida.\n\n— Bo"
    }


def test_a_removed_document_comes_back_from_the_bin_with_its_pages(
    project: Project, report: DocumentId
) -> None:
    correct_text(project, report, Span(0, 5), "Harbors")
    before = state_of(project)["pages"]
    remove_documents(project, [report])
    assert state_of(project)["pages"] == []
    restore(project, project.bin.all())
    assert sorted(state_of(project)["pages"]) == sorted(before)
    assert len(before) == 4
    assert check(project) == []


def test_a_new_version_keeps_the_pages_of_the_old_one(
    project: Project, report: DocumentId, tmp_path: Path
) -> None:
    old = pages_of(project, report)
    later = tmp_path / "later.pdf"
    later.write_bytes(pdf_of(["Nothing opens."], [], ["Herring was discussed."]))
    replace_document(project, report, later)
    assert pages_of(project, report, 1) == old
    assert [it.number for it in pages_of(project, report)] == [1, 2, 3]
    first = project.versions.of_document(report)[0].id
    assert project.pages.boxes(first, 1)
    assert check(project) == []


def test_a_correction_takes_the_pages_along(
    project: Project, report: DocumentId
) -> None:
    before = places(project, report, "Herring was")
    ferries = places(project, report, "Ferries")
    correct_text(project, report, Span(0, 5), "All of the harbors")
    assert places(project, report, "Herring was") == before
    assert places(project, report, "Ferries") == ferries
    text = project.documents.text(report)
    first, second = pages_of(project, report)
    assert first.span.of(text).startswith("All of the harbors are")
    assert second.span.of(text).strip() == "Herring was not discussed."
    assert check(project) == []


def test_marks_made_later_come_in_with_the_new_version(
    project: Project, report: DocumentId, tmp_path: Path
) -> None:
    text = project.documents.text(report)
    end = text.index(" Ferries")
    own = mark_passage(project, report, Span(0, end), note="mine")
    before = state_of(project)
    later = tmp_path / "later.pdf"
    later.write_bytes(marked(REPORT, (0, "theirs"), (1, "why?")))
    replace_document(project, report, later)
    assert notes(project) == {
        "Ports are to open in May.": "mine",
        "Ferries run twice a day.": "why?\n\n— Bo",
    }
    assert project.passages.get(own).span == Span(0, end)
    assert project.documents.text(report) == text
    with pytest.raises(InvalidValue, match="says the same"):
        replace_document(project, report, later)
    project.undo()
    assert state_of(project) == before
    remove_passages(project, [own])
    assert check(project) == []
