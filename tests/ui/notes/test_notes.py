"""The notes panel: list, search, filters, and writing the note on anything."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.ui.notes.conftest import Notes
from ui.notes.controller import READ_AT_ONCE
from ui.notes.model import Column
from ui.notes.panel import NEW_ENTRY
from workbench.model.ids import DocumentId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.documents import edit_document
from workbench.operations.notes import add_journal_entry, write_note
from workbench.operations.passages import mark_passage, remove_passages
from workbench.operations.tables import add_column, add_row, create_table
from workbench.operations.tags import create_tag, rename_tag
from workbench.project import Project

ImportText = Callable[..., DocumentId]
PROJECT = NoteTarget(NoteOn.PROJECT)


@pytest.fixture
def passage(project: Project, import_text: ImportText) -> NoteTarget:
    document_id = import_text("The two sides met in May.", name="release")
    passage_id = mark_passage(project, document_id, Span(4, 13))
    return NoteTarget(NoteOn.PASSAGE, passage_id)


@pytest.fixture
def tag(project: Project) -> NoteTarget:
    return NoteTarget(NoteOn.TAG, create_tag(project, "mandate"))


@pytest.fixture
def cell(project: Project) -> NoteTarget:
    table_id = create_table(project, "Bodies")
    row_id = add_row(project, table_id, "Group")
    column_id = add_column(project, table_id, "Meetings")
    return NoteTarget(NoteOn.CELL, row_id, column_id)


def test_models_keep_the_rules_of_qt(
    notes: Notes, passage: NoteTarget, qtmodeltester: ModelTester
) -> None:
    write_note(notes.project, passage, "who?")
    write_note(notes.project, PROJECT, "why?")
    add_journal_entry(notes.project, "begun")
    notes.panel.tools.journal_button.click()
    qtmodeltester.check(notes.panel.journal.entries)
    notes.panel.tools.journal_button.click()
    qtmodeltester.check(notes.panel.model)


def test_the_note_on_the_project_is_one_click_away(notes: Notes) -> None:
    assert notes.panel.empty.isVisible()
    notes.panel.editor.empty.activated.emit()
    notes.write("What is a group?")
    assert notes.stored(PROJECT) == "What is a group?"
    assert notes.shown() == ["What is a group?"]


def test_editing_a_target_without_a_note_creates_it(
    notes: Notes, passage: NoteTarget, cell: NoteTarget
) -> None:
    for target, heading in (
        (passage, "Passage: “two sides”"),
        (cell, "Cell: Bodies › Group › Meetings"),
    ):
        notes.panel.edit(target)
        assert notes.panel.editor.heading.text == heading
        notes.write("Which two?")
        assert notes.stored(target) == "Which two?"


def test_the_note_of_a_tag_asks_for_its_definition(
    notes: Notes, tag: NoteTarget
) -> None:
    notes.panel.edit(tag)
    words = notes.panel.editor.text_field.placeholderText()
    assert words == "Definition, and when to use it and when not"
    notes.panel.edit(PROJECT)
    assert notes.panel.editor.text_field.placeholderText() != words


def test_clearing_a_note_moves_it_to_the_bin(notes: Notes, passage: NoteTarget) -> None:
    write_note(notes.project, passage, "who?")
    notes.panel.edit(passage)
    notes.write("")
    assert notes.stored(passage) is None
    assert notes.shown() == []
    assert [it.name for it in notes.project.bin.all()] == ["who?"]
    notes.write("whose?")
    assert notes.stored(passage) == "whose?"


def test_what_was_typed_is_saved_when_another_note_is_chosen(
    notes: Notes, passage: NoteTarget
) -> None:
    write_note(notes.project, PROJECT, "about all")
    notes.panel.edit(passage)
    notes.panel.editor.text_field.setPlainText("unsaved yet")
    notes.panel.edit(PROJECT)
    assert notes.stored(passage) == "unsaved yet"
    assert notes.stored(PROJECT) == "about all"
    assert notes.panel.editor.text_field.text == "about all"


def test_a_blank_at_the_end_does_not_move_the_cursor(notes: Notes) -> None:
    notes.panel.edit(PROJECT)
    field = notes.panel.editor.text_field
    field.insertPlainText("first ")
    field.flush()
    assert field.text == "first "
    assert field.textCursor().position() == 6


def test_the_search_looks_through_text_and_place_without_accents(
    notes: Notes, passage: NoteTarget, tag: NoteTarget, qtbot: QtBot
) -> None:
    write_note(notes.project, tag, "only tasks")
    write_note(notes.project, passage, "Café?")
    field = notes.panel.tools.field
    for typed in ("sides", "CAFE", "release cafe"):
        field.clear()
        qtbot.keyClicks(field, typed)
        assert notes.shown() == ["Café?"]
        assert notes.panel.tools.count.text() == "Showing 1 of 2"
    notes.panel.tools.clear_button.click()
    assert len(notes.shown()) == 2
    qtbot.keyClicks(field, "nowhere")
    notes.panel.empty.activated.emit()
    assert len(notes.shown()) == 2


def test_notes_are_narrowed_by_kind_document_and_analyst(
    notes: Notes, passage: NoteTarget, tag: NoteTarget
) -> None:
    write_note(notes.project, tag, "on a tag")
    write_note(notes.project, passage, "on a passage")
    notes.project.analyst = "ben"
    write_note(notes.project, PROJECT, "on all")
    tools = notes.panel.tools
    for chooser, choice, found in (
        (tools.kinds, "Passages", ["on a passage"]),
        (tools.kinds, "Project", ["on all"]),
        (tools.documents, "release", ["on a passage"]),
        (tools.analysts, "ben", ["on all"]),
    ):
        chooser.setCurrentText(choice)
        assert notes.shown() == found
        assert tools.count.text() == "Showing 1 of 3"
        tools.clear_button.click()
        assert len(notes.shown()) == 3


@pytest.mark.parametrize(
    ("column", "order"),
    [
        (Column.ON, ["a second", "b first", "On a tag"]),
        (Column.WHERE, ["On a tag", "a second", "b first"]),
        (Column.NOTE, ["a second", "b first", "On a tag"]),
        (Column.CHANGED, ["b first", "a second", "On a tag"]),
    ],
)
def test_a_heading_sorts(
    notes: Notes, passage: NoteTarget, tag: NoteTarget, column: Column, order: list[str]
) -> None:
    document_id = notes.project.documents.all()[0].id
    earlier = mark_passage(notes.project, document_id, Span(0, 3))
    write_note(notes.project, passage, "b first")
    write_note(notes.project, NoteTarget(NoteOn.PASSAGE, earlier), "a second")
    write_note(notes.project, tag, "On a tag")
    notes.panel.table.sortByColumn(column, Qt.SortOrder.AscendingOrder)
    assert notes.shown() == order
    notes.panel.table.sortByColumn(column, Qt.SortOrder.DescendingOrder)
    assert set(notes.shown()) == set(order)
    assert notes.shown()[0] == order[-1]


def test_rows_stay_in_place_while_one_is_written(
    notes: Notes, passage: NoteTarget
) -> None:
    write_note(notes.project, passage, "older")
    write_note(notes.project, PROJECT, "newer")
    notes.panel.edit(passage)
    notes.write("the newest now")
    assert notes.shown() == ["newer", "the newest now"]


def test_the_list_follows_what_it_names(
    notes: Notes, passage: NoteTarget, tag: NoteTarget
) -> None:
    write_note(notes.project, tag, "on a tag")
    write_note(notes.project, passage, "on a passage")
    assert tag.id is not None
    rename_tag(notes.project, tag.id, "task")  # type: ignore[arg-type]
    document_id = notes.project.documents.all()[0].id
    edit_document(notes.project, document_id, title="Statement")
    places = [line.where for line in notes.panel.model.lines]
    assert places == ["“two sides” · Statement", "task"]


def test_what_changed_while_hidden_is_there_when_shown(
    notes: Notes, passage: NoteTarget
) -> None:
    notes.panel.hide()
    write_note(notes.project, passage, "who?")
    notes.panel.show()
    assert notes.shown() == ["who?"]


def test_enter_goes_to_what_the_note_is_on(
    notes: Notes, passage: NoteTarget, qtbot: QtBot
) -> None:
    write_note(notes.project, passage, "who?")
    notes.panel.table.selectRow(0)
    assert notes.panel.editor.target == passage
    with qtbot.waitSignal(notes.panel.note_activated) as asked:
        qtbot.keyClick(notes.panel.table, Qt.Key.Key_Return)
    assert asked.args == [passage]


def test_keys_of_the_list_edit_delete_and_copy_a_link(
    notes: Notes, passage: NoteTarget, qtbot: QtBot
) -> None:
    write_note(notes.project, passage, "who?")
    write_note(notes.project, PROJECT, "why?")
    panel = notes.panel
    panel.window().activateWindow()
    qtbot.wait_until(panel.isActiveWindow)
    panel.table.setFocus()
    panel.table.selectRow(0)
    chosen = notes.project.notes.on(PROJECT)
    assert chosen
    qtbot.keyClick(
        panel.table,
        Qt.Key.Key_C,
        Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    )
    assert QGuiApplication.clipboard().text() == f"[[note {chosen.id}]]"
    qtbot.keyClick(panel.table, Qt.Key.Key_F2)
    assert panel.editor.text_field.hasFocus()
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert notes.shown() == ["who?"]
    notes.project.undo()
    assert len(notes.shown()) == 2


def test_what_is_listed_is_what_is_exported(
    notes: Notes, passage: NoteTarget, qtbot: QtBot
) -> None:
    write_note(notes.project, passage, "who?")
    write_note(notes.project, PROJECT, "why?")
    notes.panel.tools.kinds.setCurrentText("Passages")
    note = notes.project.notes.on(passage)
    assert note
    with qtbot.waitSignal(notes.panel.export_requested) as asked:
        notes.panel.tools.export_button.click()
    assert asked.args == [[note.id]]


def test_undo_shows_in_the_editor(notes: Notes, passage: NoteTarget) -> None:
    notes.panel.edit(passage)
    notes.write("who?")
    notes.project.undo()
    assert notes.panel.editor.text_field.text == ""


def test_a_removed_target_closes_the_editor(notes: Notes, passage: NoteTarget) -> None:
    write_note(notes.project, passage, "who?")
    notes.panel.edit(passage)
    assert passage.id is not None
    remove_passages(notes.project, [passage.id])  # type: ignore[list-item]
    assert notes.panel.editor.target is None
    assert notes.panel.editor.empty.isVisible()


def test_many_notes_are_read_in_a_job(notes: Notes, qtbot: QtBot) -> None:
    count = READ_AT_ONCE + 1
    with notes.project.operation("Write") as edit:
        for number in range(count):
            edit.notes.add(NEW_ENTRY, f"entry {number}", "ana", datetime.now(UTC))
    assert notes.panel.model.total == count
    another = Notes(notes.project, qtbot)
    add_journal_entry(notes.project, "meanwhile")
    qtbot.wait_until(lambda: another.panel.model.total == count + 1)
    qtbot.keyClicks(another.panel.tools.field, f"entry {number}")
    assert another.shown() == [f"entry {number}"]


def test_what_a_full_disk_did_not_take_is_not_lost(
    notes: Notes, passage: NoteTarget
) -> None:
    project, editor = notes.project, notes.panel.editor
    write_note(project, passage, "old")
    notes.panel.note_opened.emit(passage)
    writer = project._writer
    pages = writer.execute("pragma page_count").fetchone()[0]
    writer.execute(f"pragma max_page_count = {pages}")
    typed = "a long thought " * 5000
    editor.text_field.setPlainText(typed)
    editor.text_field.flush()
    writer.execute("pragma max_page_count = 1000000")
    note = project.notes.on(passage)
    assert note is not None
    assert note.text == "old"
    create_tag(project, "meanwhile")
    write_note(project, passage, "another window")
    assert editor.text_field.text == typed
    editor.text_field.flush()
    note = project.notes.on(passage)
    assert note is not None
    assert note.text == typed.strip()
