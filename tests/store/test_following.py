"""The index follows every change of texts, versions and zones, undone or not."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import ImportText
from workbench.model.search import SearchOptions
from workbench.model.spans import Span
from workbench.operations.checking import check
from workbench.operations.documents import remove_documents
from workbench.operations.versions import correct_text, replace_document
from workbench.operations.zones import mark_zone, remove_zones
from workbench.project import Project


def found(project: Project, query: str) -> int:
    return project.search(query).documents


def test_a_new_version_is_what_is_found(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    document_id = import_text("Ports open in May.\n\nFerries wait.\n")
    path = tmp_path / "later.txt"
    path.write_text("Ports open in June.\n\nFerries wait.\n")
    replace_document(project, document_id, path)
    assert (found(project, "june"), found(project, "may")) == (1, 0)
    assert check(project) == []
    project.undo()
    assert (found(project, "june"), found(project, "may")) == (0, 1)
    assert check(project) == []
    project.redo()
    assert (found(project, "june"), found(project, "may")) == (1, 0)
    assert project.documents.text(document_id, 1).startswith("Ports open in May")
    assert check(project) == []


def test_zones_are_left_out_of_search_and_counts(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text("Subscribe to our letter\n\nPorts open.\n")
    assert project.documents.get(document_id).words == 6
    mark_zone(project, document_id, Span(0, 24))
    assert found(project, "subscribe") == 0
    assert project.search("subscribe", SearchOptions(zones=True)).documents == 1
    assert project.documents.get(document_id).words == 2
    assert check(project) == []
    remove_zones(project, project.zones.of_document(document_id))
    assert found(project, "subscribe") == 1
    project.undo()
    assert found(project, "subscribe") == 0
    assert check(project) == []


def test_a_removed_document_takes_versions_and_zones_out_and_back(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text("Subscribe to our letter\n\nPorts opan.\n")
    mark_zone(project, document_id, Span(0, 23))
    correct_text(project, document_id, Span(25, 36), "Ports open.")
    remove_documents(project, [document_id])
    assert found(project, "ports") == 0
    assert project.problems() == []
    project.undo()
    assert (found(project, "open"), found(project, "opan")) == (1, 0)
    assert found(project, "subscribe") == 0
    assert check(project) == []


def test_several_changes_of_one_document_in_one_step(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text("Page one\n\nPorts opan.\n")
    with project.operation("Tidy"):
        correct_text(project, document_id, Span(10, 21), "Ports open.")
        mark_zone(project, document_id, Span(0, 8))
        correct_text(project, document_id, Span(10, 15), "Harbors")
    assert found(project, '"harbors open"') == 1
    assert found(project, "page OR ports OR opan") == 0
    assert check(project) == []
    project.undo()
    assert found(project, "page opan") == 1
    assert check(project) == []
