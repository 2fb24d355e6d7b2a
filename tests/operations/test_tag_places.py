"""Tagging what was found, many places in one step."""

from __future__ import annotations

from collections.abc import Callable

from workbench.model.ids import DocumentId
from workbench.model.spans import Span
from workbench.operations.documents import remove_documents
from workbench.operations.passages import mark_passage
from workbench.operations.tag_places import tag_places
from workbench.operations.tags import create_tag
from workbench.project import Project

ImportText = Callable[..., DocumentId]


def test_places_become_passages_in_one_step(
    project: Project, import_text: ImportText
) -> None:
    one = import_text("The group met.\n\nAnother group.", name="one")
    two = import_text("No group.", name="two")
    places = [(one, Span(4, 9)), (one, Span(24, 29)), (two, Span(3, 8))]
    assert tag_places(project, places, ["body"]) == 3
    found = [(it.document_id, it.span, it.quote) for it in project.passages.all()]
    assert found == [(document, span, "group") for document, span in places]
    assert project.history.undo_label == "Tag 3 hits “body”"
    project.undo()
    assert not project.passages.all()
    assert not project.tags.all()


def test_a_passage_that_stands_there_gets_the_tag(
    project: Project, import_text: ImportText
) -> None:
    document = import_text("The group met.")
    known = mark_passage(project, document, Span(4, 9), note="mine")
    tag = create_tag(project, "body")
    tag_places(project, [(document, Span(4, 9)), (document, Span(4, 9))], [tag])
    (passage,) = project.passages.all()
    assert passage.id == known
    assert passage.tag_ids == (tag,)


def test_tagging_again_changes_nothing(
    project: Project, import_text: ImportText
) -> None:
    document = import_text("The group met.")
    tag_places(project, [(document, Span(4, 9))], ["body"])
    steps = len(project.history.steps())
    tag_places(project, [(document, Span(4, 9))], ["body"])
    assert len(project.history.steps()) == steps


def test_places_that_are_gone_are_passed_over(
    project: Project, import_text: ImportText
) -> None:
    gone = import_text("The group met.", name="gone")
    there = import_text("The group.", name="there")
    remove_documents(project, [gone])
    places = [(gone, Span(4, 9)), (there, Span(4, 9)), (there, Span(900, 905))]
    assert tag_places(project, places, ["body"]) == 1
    assert [it.document_id for it in project.passages.all()] == [there]
