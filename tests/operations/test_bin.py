"""What was removed comes back with all that went with it, until it is lost for good."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest

from tests.conftest import ImportText
from workbench.errors import NotFound, NothingToUndo, WorkbenchError
from workbench.model.cells import AbsenceScope, Standing
from workbench.model.ids import PassageId
from workbench.model.links import Stretch
from workbench.model.matrices import MatrixDefinition
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.absences import recheck_absences, record_absence
from workbench.operations.bin import restore
from workbench.operations.cases import create_case, remove_cases
from workbench.operations.cells import cite, set_summary
from workbench.operations.checking import check
from workbench.operations.documents import remove_documents
from workbench.operations.mentions import confirm_mentions, refuse_mentions
from workbench.operations.notes import write_note
from workbench.operations.passages import mark_passage, remove_passages
from workbench.operations.saved_matrices import remove_matrix, save_matrix
from workbench.operations.tables import (
    add_column,
    add_row,
    create_table,
    remove_rows,
    remove_table,
)
from workbench.operations.tags import create_tag, remove_tags
from workbench.operations.versions import correct_text
from workbench.project import Project
from workbench.store import history

TEXT = "The council met in Oslo.\n\nFerries run twice a day.\n"


@pytest.fixture
def cited(project: Project, import_text: ImportText) -> PassageId:
    """A tagged passage with a note that a cell rests on."""
    document_id = import_text(TEXT)
    aim = create_tag(project, "aim/ports")
    passage_id = mark_passage(project, document_id, Span(26, 43), [aim], "why")
    table_id = create_table(project, "Pacts")
    row_id = add_row(project, table_id, "memo", document_id)
    column_id = add_column(project, table_id, "How often?")
    cite(project, row_id, column_id, passage_id)
    return passage_id


def test_a_removed_document_comes_back_whole(
    project: Project, cited: PassageId
) -> None:
    before = project.passages.all(), project.tables.named("Pacts")
    [document] = project.documents.all()
    remove_documents(project, [document.id])
    create_tag(project, "meanwhile")
    [entry] = project.bin.all()
    assert (entry.name, entry.analyst) == (document.title, "ana")
    [orphan] = project.tables.named("Pacts").rows[0].cells[0].citations
    assert (orphan.passage_id, orphan.document_id) == (None, None)
    assert (orphan.standing, orphan.quote) == (Standing.ORPHANED, "Ferries run twice")
    contents = project.bin.contents(entry.id)
    assert contents.rows["passages"] == 1
    assert contents.quotes == ("Ferries run twice",)
    assert restore(project, [entry]) == 0
    assert project.documents.all() == [document]
    assert (project.passages.all(), project.tables.named("Pacts")) == before
    assert project.search("ferries").documents == 1
    assert project.bin.all() == []
    assert check(project) == []
    project.undo()
    assert project.bin.all() == [entry]
    project.redo()
    assert project.bin.all() == []


def test_only_what_still_has_a_place_comes_back(
    project: Project, cited: PassageId
) -> None:
    remove_passages(project, [cited])
    remove_table(project, project.tables.all()[0][0])
    remove_tags(project, [project.tags.at_path("aim").id])
    entries = {it.table: it for it in project.bin.all()}
    assert set(entries) == {"passages", "comparison_tables", "tags"}
    left_out = restore(project, [entries["passages"]])
    assert left_out == 1  # the tagging
    passage = project.passages.get(cited)
    assert (passage.note, passage.tag_ids) == ("why", ())
    assert restore(project, [entries["comparison_tables"], entries["tags"]]) == 0
    assert [it.path for it in project.tags.all()] == ["aim", "aim/ports"]
    assert check(project) == []


def test_what_belongs_to_something_gone_says_what_comes_first(
    project: Project, cited: PassageId
) -> None:
    remove_passages(project, [cited])
    [document] = project.documents.all()
    remove_documents(project, [document.id])
    entries = {it.table: it for it in project.bin.all()}
    with pytest.raises(NotFound, match="documents.*restore that first"):
        restore(project, [entries["passages"]])
    restore(project, [entries["documents"], entries["passages"]])
    assert project.passages.get(cited).note == "why"
    assert check(project) == []


def test_one_of_many_can_come_back_alone(
    project: Project, import_text: ImportText
) -> None:
    ids = [import_text(f"{name} {TEXT}", name=name) for name in ("a", "b", "c")]
    remove_documents(project, ids)
    chosen = [it for it in project.bin.all() if it.row_id == ids[1]]
    restore(project, chosen)
    assert [it.name for it in project.documents.all()] == ["b"]
    assert {it.row_id for it in project.bin.all()} == {ids[0], ids[2]}
    assert check(project) == []


def test_a_name_that_was_taken_meanwhile_is_no_obstacle(project: Project) -> None:
    table_id = create_table(project, "Pacts")
    remove_table(project, table_id)
    create_table(project, "pacts")
    restore(project, project.bin.all())
    assert [name for _, name in project.tables.all()] == ["Pacts (restored)", "pacts"]


def test_a_passage_finds_its_place_in_a_text_that_changed(
    project: Project, cited: PassageId
) -> None:
    [document] = project.documents.all()
    remove_passages(project, [cited])
    correct_text(project, document.id, Span(0, 3), "A certain")
    restore(project, project.bin.all())
    passage = project.passages.get(cited)
    assert passage.quote == "Ferries run twice"
    assert passage.span.start == 32
    assert check(project) == []


def test_a_passage_remembers_every_place_it_had(
    project: Project, import_text: ImportText
) -> None:
    document_id = import_text(TEXT)
    first = mark_passage(project, document_id, Span(26, 43))
    second = mark_passage(project, document_id, Span(4, 11))
    correct_text(project, document_id, Span(0, 3), "A certain")
    remove_passages(project, [first])
    for beginning in ("The", "Some", "Quite another"):
        end = project.documents.text(document_id).index(" council")
        correct_text(project, document_id, Span(0, end), beginning)
    restore(project, project.bin.all())
    for version in range(1, 6):
        text = project.documents.text(document_id, version)
        places = project.passages.places_in(document_id, version)
        assert all(it.span.of(text) == it.quote for it in places)
        was_there = {second} if version in {3, 4} else {first, second}
        assert {it.passage_id for it in places} == was_there
    assert check(project) == []


def test_a_passage_that_stood_elsewhere_meanwhile_is_not_shown_there(
    project: Project, cited: PassageId
) -> None:
    [document] = project.documents.all()
    remove_passages(project, [cited])
    correct_text(project, document.id, Span(0, 3), "A certain")
    correct_text(project, document.id, Span(0, 9), "The")
    restore(project, project.bin.all())
    correct_text(project, document.id, Span(0, 3), "Some")
    stood = [project.passages.places_in(document.id, it) for it in range(1, 5)]
    starts = [[it.span.start for it in places] for places in stood]
    assert starts == [[26], [], [26], [27]]


def test_the_bin_outlives_the_history(
    project: Project, cited: PassageId, monkeypatch: pytest.MonkeyPatch
) -> None:
    remove_passages(project, [cited])
    monkeypatch.setattr(history, "KEPT_STEPS", 3)
    for number in range(6):
        create_tag(project, f"tag {number}")
    assert [it.label for it in project.history.steps()] == [
        f"Create tag “tag {number}”" for number in (3, 4, 5)
    ]
    for _ in range(3):
        project.undo()
    with pytest.raises(NothingToUndo):
        project.undo()
    restore(project, project.bin.all())
    assert project.passages.get(cited).note == "why"
    assert check(project) == []


def test_what_was_undone_or_never_kept_is_not_in_the_bin(
    project: Project, cited: PassageId
) -> None:
    remove_passages(project, [cited])
    project.undo()
    assert project.bin.all() == []
    project.redo()
    assert len(project.bin.all()) == 1
    project.undo()
    create_tag(project, "another way")
    assert project.bin.all() == []


def test_a_bin_that_leaves_traces_says_so_and_is_empty(
    project: Project, cited: PassageId
) -> None:
    remove_passages(project, [cited])
    heard: list[str] = []
    project.subscribe(lambda changes: heard.append(changes.label))
    statements: list[str] = []
    writer = project._writer
    writer.set_trace_callback(statements.append)
    writer.set_progress_handler(lambda: statements[-1:] == ["vacuum"], 1)
    with pytest.raises(WorkbenchError, match="bin is empty, but traces"):
        project.empty_bin()
    writer.set_progress_handler(None, 0)
    assert project.bin.all() == []
    assert heard == ["Empty the bin"]
    create_tag(project, "after")
    project.empty_bin()
    assert check(project) == []


def test_emptying_the_bin_leaves_nothing_in_the_file(
    project: Project, cited: PassageId
) -> None:
    secret = "Ferries run twice"
    write_note(project, NoteTarget(NoteOn.PASSAGE, cited), "a very secret thought")
    [document] = project.documents.all()
    remove_documents(project, [document.id])
    create_tag(project, "kept")
    project.empty_bin()
    assert project.bin.all() == []
    assert project.history.steps() == []
    assert [it.name for it in project.tags.all()] == ["aim", "ports", "kept"]
    with pytest.raises(NothingToUndo):
        project.undo()
    path = project.path
    project.close()
    content = Path(path).read_bytes()
    assert secret.encode() not in content
    assert b"secret thought" not in content


def test_emptying_the_bin_leaves_no_word_of_tables_and_cases(
    project: Project, import_text: ImportText, tmp_path: Path
) -> None:
    kept_id = import_text("Harbours are closed on Sundays. Nobody swims there.")
    gone_id = import_text("Confidential skippers never mention whales.", name="gone")
    spans = {kept_id: Span(0, 8), gone_id: Span(0, 42)}
    passages = {it: mark_passage(project, it, span) for it, span in spans.items()}
    table_id = create_table(project, "Ports")
    row_id, gone_row = (add_row(project, table_id, it) for it in ("a", "b"))
    column_id = add_column(project, table_id, "Hours")
    for passage_id in passages.values():
        cite(project, row_id, column_id, passage_id)
    set_summary(project, gone_row, column_id, "A clandestine answer")
    record_absence(project, gone_row, column_id, "octopus", AbsenceScope.ALL)
    recheck_absences(project)
    case_id = create_case(project, "Skippers")
    confirm_mentions(project, case_id, [Stretch(gone_id, Span(13, 21))])
    refuse_mentions(project, case_id, [Stretch(kept_id, Span(9, 12))])
    matrix_id = save_matrix(project, "Surreptitious", MatrixDefinition())
    remove_rows(project, [gone_row])
    remove_cases(project, [case_id])
    remove_matrix(project, matrix_id)
    remove_documents(project, [gone_id])

    project.empty_bin()

    lines = project.cells.changes(row_id, column_id)
    assert [len(it.quotes) for it in lines] == [1]
    cell = project.cells.get(row_id, column_id)
    assert [it.standing for it in cell.citations] == [Standing.HOLDS, Standing.ORPHANED]
    set_summary(project, row_id, column_id, "Closed on Sundays")
    project.empty_bin()
    assert len(project.cells.changes(row_id, column_id)) == 2
    assert check(project) == []
    path = project.path
    project.close()
    content = path.read_bytes().lower()
    for secret in (
        b"confidential", b"skippers", b"whales", b"clandestine", b"octopus",
        b"surreptitious",
    ):  # fmt: skip
        assert secret not in content
    with contextlib.closing(sqlite3.connect(path)) as connection:
        for table in ("absence_checks", "mentions", "discarded_hits", "step_changes"):
            rows = connection.execute(f"select * from {table}").fetchall()
            assert rows == [], table


def test_what_emptying_the_bin_changed_is_no_part_of_the_next_step(
    project: Project, cited: PassageId
) -> None:
    remove_passages(project, [cited])
    project.empty_bin()
    table = project.tables.named("Pacts")
    create_tag(project, "after")
    project.undo()
    assert project.tables.named("Pacts") == table
    assert [it.cited.quote for it in table.rows[0].cells[0].citations] == [""]
