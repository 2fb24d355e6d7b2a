"""Marking, tagging, resizing and removing passages."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import ImportText
from workbench.errors import InvalidValue, NotFound
from workbench.model.ids import PassageId, TagId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.notes import write_note
from workbench.operations.passages import (
    mark_passage,
    move_passage,
    remove_passages,
    tag_passage,
    tag_passages,
    untag_passages,
)
from workbench.operations.tags import create_tag
from workbench.project import Project

TEXT = "They met twice. 🙂 They did not agree; they met again in May."


def test_resizing_keeps_what_belongs_to_a_passage(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text(TEXT)
    tag_id = create_tag(project, "met")
    passage_id = mark_passage(project, document_id, Span(0, 8), [tag_id], "Why?")
    move_passage(project, passage_id, Span(5, 14))
    passage = project.passages.get(passage_id)
    assert passage.quote == "met twice"
    assert (passage.prefix, passage.suffix) == (TEXT[:5], TEXT[14:46])
    assert (passage.tag_ids, passage.note) == ((tag_id,), "Why?")
    assert project.history.undo_label == "Resize passage"
    project.undo()
    assert project.passages.get(passage_id).span == Span(0, 8)


def test_resizing_to_the_same_place_is_no_step(
    project: Project, import_text: ImportText
) -> None:
    passage_id = mark_passage(project, import_text(TEXT), Span(0, 8))
    move_passage(project, passage_id, Span(0, 8))
    assert project.history.undo_label == "Mark passage"


@pytest.mark.parametrize("span", [Span(3, 3), Span(0, 10_000)])
def test_a_passage_cannot_leave_the_text(
    project: Project, import_text: ImportText, span: Span
) -> None:
    passage_id = mark_passage(project, import_text(TEXT), Span(0, 8))
    with pytest.raises(InvalidValue, match="is not a passage"):
        move_passage(project, passage_id, span)
    assert project.passages.get(passage_id).span == Span(0, 8)


def test_two_passages_do_not_stand_on_the_same_words(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text(TEXT)
    first = mark_passage(project, document_id, Span(0, 8))
    second = mark_passage(project, document_id, Span(0, 14))
    with pytest.raises(InvalidValue, match="Another passage"):
        move_passage(project, second, Span(0, 8))
    assert project.passages.get(first).span == Span(0, 8)
    assert project.passages.get(second).span == Span(0, 14)


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spans=st.lists(st.tuples(st.integers(0, 59), st.integers(0, 59)), max_size=8))
def test_wherever_a_passage_goes_its_quote_is_what_stands_there(
    project: Project, import_text: ImportText, spans: list[tuple[int, int]]
) -> None:
    document_id = (
        project.documents.all()[0].id
        if project.documents.count()
        else (import_text(TEXT))
    )
    passage_id = mark_passage(project, document_id, Span(0, 4))
    where = project.passages.get(passage_id).span
    for start, end in spans:
        try:
            move_passage(project, passage_id, Span(min(start, end), max(start, end)))
            where = Span(min(start, end), max(start, end))
        except InvalidValue:
            pass
        passage = project.passages.get(passage_id)
        assert passage.span == where
        assert passage.quote == where.of(TEXT)
    remove_passages(project, [passage_id])


def test_many_are_tagged_and_untagged_in_one_step(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text(TEXT)
    ids = [mark_passage(project, document_id, Span(n, n + 3)) for n in range(5)]
    tag_ids = [create_tag(project, "a"), create_tag(project, "b")]

    def tagged() -> list[tuple[TagId, ...]]:
        return [it.tag_ids for it in project.passages.some(ids)]

    tag_passages(project, ids, tag_ids)
    assert tagged() == [tuple(tag_ids)] * 5
    assert project.history.undo_label == "Tag 5 passages “a”, “b”"
    untag_passages(project, ids[:3], tag_ids[:1])
    assert tagged() == [(tag_ids[1],)] * 3 + [tuple(tag_ids)] * 2
    project.undo()
    assert tagged() == [tuple(tag_ids)] * 5
    project.undo()
    assert tagged() == [()] * 5


def test_a_passage_that_is_gone_cannot_be_tagged(project: Project) -> None:
    with pytest.raises(NotFound):
        tag_passage(project, PassageId(7), [create_tag(project, "a")])


def test_removed_passages_can_be_found_in_the_bin_by_their_words(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text("One  long\nline. " + "word " * 40)
    short = mark_passage(project, document_id, Span(0, 10), note="n")
    long = mark_passage(project, document_id, Span(0, 200))
    blank = mark_passage(project, document_id, Span(3, 5))
    remove_passages(project, [short, long, blank])
    assert project.passages.count() == 0
    names = sorted(it.name for it in project.bin.all())
    assert names[0] == "Blanks"
    assert names[1] == "One long"
    assert names[2].startswith("One long line. word")
    assert len(names[2]) <= 60
    project.undo()
    assert project.notes.on(NoteTarget(NoteOn.PASSAGE, short)) is not None


def test_marking_does_not_read_the_other_passages(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text("word " * 2_000)
    with project.operation("Mark many"):
        for start in range(0, 9_000, 3):
            mark_passage(project, document_id, Span(start, start + 2))
    tag_id = create_tag(project, "a")
    write_note(project, NoteTarget(NoteOn.TAG, tag_id), "Rule")
    again = mark_passage(project, document_id, Span(8_997, 8_999), [tag_id])
    assert project.passages.at(document_id, Span(8_997, 8_999)) == again
    assert project.passages.count() == 3_000
