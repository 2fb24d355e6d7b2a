"""Notes on everything, the journal, the bin they go to, and the links in them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import ImportText
from workbench.errors import InvalidValue, NotFound
from workbench.model.ids import ColumnId, DocumentId, RowId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.exchange import export_notes
from workbench.operations.notes import (
    add_journal_entry,
    remove_notes,
    target_of_link,
    words_of_link,
    write_note,
)
from workbench.operations.passages import mark_passage, remove_passages
from workbench.operations.tables import (
    add_column,
    add_row,
    create_case,
    create_table,
    remove_rows,
)
from workbench.operations.tags import create_tag, merge_tags, move_tag, rename_tag
from workbench.project import Project
from workbench.text.links import links_in

PROJECT = NoteTarget(NoteOn.PROJECT)


class Study:
    """A project with one thing of every kind that can have a note."""

    def __init__(self, project: Project, document_id: DocumentId) -> None:
        self.project = project
        self.passage_id = mark_passage(project, document_id, Span(4, 13))
        self.tag_id = create_tag(project, "level/minister")
        case_id = create_case(project, "Working group")
        table_id = create_table(project, "Bodies")
        self.row_id = add_row(project, table_id, "Group", case_id=case_id)
        self.column_id = add_column(project, table_id, "Meetings")
        self.targets = {
            "": PROJECT,
            "release": NoteTarget(NoteOn.DOCUMENT, document_id),
            "two sides": NoteTarget(NoteOn.PASSAGE, self.passage_id),
            "level/minister": NoteTarget(NoteOn.TAG, self.tag_id),
            "Working group": NoteTarget(NoteOn.CASE, case_id),
            "Bodies › Group › Meetings": self.cell,
        }

    @property
    def cell(self) -> NoteTarget:
        return NoteTarget(NoteOn.CELL, self.row_id, self.column_id)


@pytest.fixture
def study(project: Project, import_text: ImportText) -> Study:
    return Study(project, import_text("The two sides met in May.", name="release"))


def test_everything_has_a_note_of_its_own(study: Study) -> None:
    project = study.project
    entries = [add_journal_entry(project, f"day {n}") for n in range(2)]
    for name, target in study.targets.items():
        write_note(project, target, f"on {name}.")
    for name, target in study.targets.items():
        note = project.notes.on(target)
        assert note
        assert (note.target, note.text) == (target, f"on {name}.")
    for number, entry in enumerate(entries):
        note = project.notes.on(NoteTarget(NoteOn.JOURNAL, entry))
        assert note
        assert note.text == f"day {number}"
    assert len(project.notes.all()) == len(study.targets) + len(entries)


def test_a_note_knows_its_place_in_words(study: Study) -> None:
    for target in study.targets.values():
        write_note(study.project, target, "seen")
    placed = {it.name: it for it in study.project.notes.placed()}
    assert {name: it.note.target for name, it in placed.items()} == study.targets
    passage = placed["two sides"]
    assert (passage.document, passage.span) == ("release", Span(4, 13))
    assert placed["release"].document_id == passage.document_id
    assert placed["Working group"].document_id is None
    only = [placed["release"].note.id, 99]
    assert study.project.notes.placed(only) == [placed["release"]]


def test_a_note_on_a_cell_leaves_the_cell_empty(study: Study) -> None:
    write_note(study.project, study.cell, "unsure")
    table = study.project.tables.named("Bodies")
    assert table.rows[0].cells[0].state.value == "empty"
    remove_rows(study.project, [study.row_id])
    assert study.project.notes.all() == []
    study.project.undo()
    note = study.project.notes.on(study.cell)
    assert note
    assert note.text == "unsure"


@pytest.mark.parametrize(
    "target",
    [
        NoteTarget(NoteOn.DOCUMENT, 9),
        NoteTarget(NoteOn.PASSAGE, 9),
        NoteTarget(NoteOn.TAG, 9),
        NoteTarget(NoteOn.CASE, 9),
        NoteTarget(NoteOn.CELL, RowId(9), ColumnId(9)),
        NoteTarget(NoteOn.JOURNAL, 9),
    ],
)
def test_there_is_no_note_on_what_is_not_there(
    study: Study, target: NoteTarget
) -> None:
    with pytest.raises(NotFound):
        write_note(study.project, target, "on nothing")
    assert study.project.notes.all() == []


def test_an_entry_of_the_journal_is_never_empty(project: Project) -> None:
    with pytest.raises(InvalidValue, match="needs words"):
        add_journal_entry(project, " \n")


def test_writing_on_in_an_entry_is_one_step(project: Project) -> None:
    entry = NoteTarget(NoteOn.JOURNAL, add_journal_entry(project, "Read"))
    write_note(project, entry, "Read all")
    write_note(project, entry, "Read all of it")
    assert [step.label for step in project.history.steps()] == ["Write journal entry"]
    project.undo()
    assert project.notes.all() == []


def test_two_entries_are_two_steps(project: Project) -> None:
    add_journal_entry(project, "one")
    add_journal_entry(project, "two")
    project.undo()
    assert [note.text for note in project.notes.all()] == ["one"]


def test_an_emptied_note_is_in_the_bin_with_its_words(study: Study) -> None:
    write_note(study.project, PROJECT, "What is a group?")
    write_note(study.project, PROJECT, "  ")
    (entry,) = study.project.bin.all()
    assert (entry.table, entry.name) == ("notes", "What is a group?")
    assert study.project.history.undo_label == "Delete note"
    study.project.undo()
    assert study.project.notes.on(PROJECT)


def test_emptying_what_has_no_note_does_nothing(project: Project) -> None:
    write_note(project, PROJECT, "")
    assert project.history.steps() == []


def test_notes_are_removed_together(study: Study) -> None:
    for target in study.targets.values():
        write_note(study.project, target, "seen")
    remove_notes(study.project, [note.id for note in study.project.notes.all()])
    assert study.project.notes.all() == []
    assert len(study.project.bin.all()) == len(study.targets)


def test_notes_that_link_to_a_passage_are_found(study: Study) -> None:
    write_note(study.project, PROJECT, f"see [[passage {study.passage_id}]]")
    write_note(study.project, study.cell, f"[[passage {study.passage_id}1]] is other")
    linking = study.project.dependents.notes([study.passage_id])
    assert [it.note.target for it in linking] == [PROJECT]


def test_a_link_tells_where_it_leads_and_that_it_is_gone(study: Study) -> None:
    project = study.project
    entry = add_journal_entry(project, "began")
    text = (
        f"[[passage {study.passage_id}]] [[document 1]] [[tag LEVEL/minister]]"
        f" [[note {entry}]]"
    )

    def words() -> list[str | None]:
        return [words_of_link(project, link) for link in links_in(text)]

    assert words() == ["two sides", "release", "level/minister", "began"]
    remove_passages(project, [study.passage_id])
    rename_tag(project, study.tag_id, "vice minister")
    assert words() == [None, "release", None, "began"]


def test_only_some_notes_are_exported(study: Study, tmp_path: Path) -> None:
    for target in study.targets.values():
        write_note(study.project, target, "seen")
    chosen = study.project.notes.on(study.cell)
    assert chosen
    path = tmp_path / "notes.csv"
    with study.project.reader() as view:
        assert export_notes(view, path, only=[chosen.id]) == 1
    _, row = path.read_text(encoding="utf-8-sig").splitlines()
    assert row.startswith("cell,Bodies › Group › Meetings,,,,,seen,ana,")


def test_links_follow_a_tag_to_its_new_name(study: Study) -> None:
    project = study.project
    text = "[[tag LEVEL/minister]], [[tag level]] and [[tag level/ministers]]"
    write_note(project, PROJECT, text)
    write_note(project, study.cell, "no link: [[tag level")
    rename_tag(project, study.tag_id, "vice minister")
    after = text.replace("LEVEL/minister", "level/vice minister")
    note = project.notes.on(PROJECT)
    assert note is not None
    assert note.text == after
    project.undo()
    note = project.notes.on(PROJECT)
    assert note is not None
    assert note.text == text
    assert project.tags.get(study.tag_id).name == "minister"


def test_links_follow_a_tag_with_all_beneath_it_wherever_it_goes(study: Study) -> None:
    project = study.project
    level = project.tags.at_path("level").id
    entry = add_journal_entry(project, "[[tag level]] [[tag Level/Minister]]")

    def text() -> str:
        return project.notes.get(entry).text

    rename_tag(project, level, "rank")
    assert text() == "[[tag rank]] [[tag rank/Minister]]"
    move_tag(project, level, create_tag(project, "who"))
    assert text() == "[[tag who/rank]] [[tag who/rank/Minister]]"
    merge_tags(project, [level], create_tag(project, "role"))
    assert text() == "[[tag role]] [[tag role/Minister]]"
    _, beneath = links_in(text())
    assert target_of_link(project, beneath) == NoteTarget(NoteOn.TAG, study.tag_id)
    for _ in range(5):
        project.undo()
    assert text() == "[[tag level]] [[tag Level/Minister]]"
