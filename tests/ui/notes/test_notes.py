"""The notes panel: list, filter, and writing the note on anything."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.notes.controller import NotesController
from ui.notes.panel import NotesPanel
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from workbench.model.ids import DocumentId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.notes import write_note
from workbench.operations.passages import mark_passage, remove_passages
from workbench.operations.tags import create_tag
from workbench.project import Project

ImportText = Callable[..., DocumentId]
PROJECT = NoteTarget(NoteOn.PROJECT)


class Notes:
    """The notes panel over a project, wired as the window wires it."""

    def __init__(self, project: Project, qtbot: QtBot) -> None:
        self.project = project
        self.signals = ProjectSignals(project)
        self.notices = Notices()
        self.panel = NotesPanel()
        qtbot.addWidget(self.panel)
        self.controller = NotesController(
            project, self.signals, self.panel, self.notices
        )
        self.panel.resize(900, 300)
        self.panel.show()

    def write(self, text: str) -> None:
        self.panel.editor.text_field.setPlainText(text)
        self.panel.editor.text_field.flush()

    def stored(self, target: NoteTarget) -> str | None:
        note = self.project.notes.on(target)
        return note.text if note else None


@pytest.fixture
def passage(project: Project, import_text: ImportText) -> NoteTarget:
    document_id = import_text("The two sides met in May.", name="release")
    passage_id = mark_passage(project, document_id, Span(4, 13))
    return NoteTarget(NoteOn.PASSAGE, passage_id)


@pytest.fixture
def notes(project: Project, qtbot: QtBot) -> Notes:
    return Notes(project, qtbot)


def test_models_keep_the_rules_of_qt(
    notes: Notes, passage: NoteTarget, qtmodeltester: ModelTester
) -> None:
    write_note(notes.project, passage, "who?")
    write_note(notes.project, PROJECT, "why?")
    qtmodeltester.check(notes.panel.model)
    qtmodeltester.check(notes.panel.filtered)


def test_the_note_on_the_project_is_one_click_away(notes: Notes, qtbot: QtBot) -> None:
    assert notes.panel.empty.isVisible()
    notes.panel.editor.empty.activated.emit()
    notes.write("What is a group?")
    assert notes.stored(PROJECT) == "What is a group?"
    assert notes.panel.model.rowCount() == 1


def test_editing_a_target_without_a_note_creates_it(
    notes: Notes, passage: NoteTarget
) -> None:
    notes.panel.edit(passage)
    assert notes.panel.editor.heading.text == "Passage: “two sides”"
    notes.write("Which two?")
    assert notes.stored(passage) == "Which two?"


def test_clearing_a_note_removes_it(notes: Notes, passage: NoteTarget) -> None:
    write_note(notes.project, passage, "who?")
    notes.panel.edit(passage)
    notes.write("")
    assert notes.stored(passage) is None
    assert notes.panel.model.rowCount() == 0


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


def test_the_filter_looks_through_text_and_place(
    notes: Notes, passage: NoteTarget, qtbot: QtBot
) -> None:
    tag_id = create_tag(notes.project, "mandate")
    write_note(notes.project, NoteTarget(NoteOn.TAG, tag_id), "only tasks")
    write_note(notes.project, passage, "who?")
    qtbot.keyClicks(notes.panel.filter_field, "sides")
    assert notes.panel.filtered.rowCount() == 1
    assert notes.panel.count.text == "Showing 1 of 2"
    notes.panel.clear_button.click()
    assert notes.panel.filtered.rowCount() == 2


def test_enter_goes_to_what_the_note_is_on(
    notes: Notes, passage: NoteTarget, qtbot: QtBot
) -> None:
    write_note(notes.project, passage, "who?")
    notes.panel.table.selectRow(0)
    assert notes.panel.editor.target == passage
    with qtbot.waitSignal(notes.panel.note_activated) as asked:
        qtbot.keyClick(notes.panel.table, Qt.Key.Key_Return)
    assert asked.args == [passage]


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
