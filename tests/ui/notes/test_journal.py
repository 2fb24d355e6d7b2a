"""The journal: entries by day, and writing one."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.ui.notes.conftest import Notes
from ui.notes.panel import NEW_ENTRY
from ui.widgets.rows import Role
from workbench.model.notes import NoteOn, NoteTarget
from workbench.operations.notes import add_journal_entry, write_note
from workbench.project import Project

PROJECT = NoteTarget(NoteOn.PROJECT)


def entries(notes: Notes) -> list[str]:
    listed = notes.project.notes.all()
    return [it.text for it in listed if it.target.on is NoteOn.JOURNAL]


def begun(project: Project, text: str, ago: timedelta) -> None:
    with project.operation("Write journal entry") as edit:
        edit.notes.add(NEW_ENTRY, text, edit.analyst, datetime.now(UTC) - ago)


def test_an_entry_is_there_once_something_is_written(notes: Notes) -> None:
    notes.panel.edit(NEW_ENTRY)
    assert entries(notes) == []
    notes.write("Read")
    notes.write("Read it all")
    assert entries(notes) == ["Read it all"]
    assert notes.panel.editor.heading.text.startswith("Journal: ")
    assert notes.panel.table.currentIndex().row() == 0


def test_writing_on_leaves_the_cursor_alone(notes: Notes, qtbot: QtBot) -> None:
    notes.panel.edit(NEW_ENTRY)
    field = notes.panel.editor.text_field
    for word in ("one ", "two "):
        qtbot.keyClicks(field, word)
        field.flush()
    assert entries(notes) == ["one two"]
    assert field.textCursor().position() == len("one two ")


def test_the_next_entry_is_another_one(notes: Notes) -> None:
    notes.panel.edit(NEW_ENTRY)
    notes.panel.editor.text_field.setPlainText("one")
    notes.panel.edit(NEW_ENTRY)
    assert notes.panel.editor.text_field.text == ""
    notes.write("two")
    assert sorted(entries(notes)) == ["one", "two"]


def test_an_emptied_entry_goes_and_its_editor_begins_anew(notes: Notes) -> None:
    notes.panel.edit(NEW_ENTRY)
    notes.write("wrong")
    notes.write("")
    assert entries(notes) == []
    assert notes.panel.editor.target == NEW_ENTRY
    notes.write("right")
    assert entries(notes) == ["right"]
    assert [it.name for it in notes.project.bin.all()] == ["wrong"]


def test_undoing_an_entry_closes_its_editor(notes: Notes) -> None:
    notes.panel.edit(NEW_ENTRY)
    notes.write("Read")
    notes.project.undo()
    assert notes.panel.editor.target is None


def test_the_journal_stands_by_day_the_newest_first(notes: Notes) -> None:
    write_note(notes.project, PROJECT, "not of the journal")
    begun(notes.project, "long ago", timedelta(days=40))
    begun(notes.project, "later that day", timedelta(days=40, seconds=-1))
    add_journal_entry(notes.project, "now")
    notes.panel.tools.journal_button.click()
    model = notes.panel.journal.entries
    rows = [model.index(row).data(Role.TITLE) for row in range(model.rowCount())]
    assert rows[0].startswith("Today, ")
    assert rows[1:2] + rows[3:] == ["now", "later that day", "long ago"]
    assert notes.panel.tools.count.text() == "3 entries"
    day = model.index(0)
    assert not day.flags() & Qt.ItemFlag.ItemIsSelectable


def test_an_entry_is_chosen_and_removed_in_the_journal(
    notes: Notes, qtbot: QtBot
) -> None:
    add_journal_entry(notes.project, "one")
    add_journal_entry(notes.project, "two")
    notes.panel.tools.journal_button.click()
    journal = notes.panel.journal
    journal.setCurrentIndex(journal.entries.index(2))
    assert notes.panel.editor.text_field.text == "one"
    notes.panel.activateWindow()
    qtbot.wait_until(notes.panel.isActiveWindow)
    journal.setFocus()
    qtbot.keyClick(journal, Qt.Key.Key_Delete)
    assert entries(notes) == ["two"]


def test_an_empty_journal_offers_the_first_entry(notes: Notes) -> None:
    notes.panel.tools.journal_button.click()
    assert notes.panel.empty.button.text() == "New entry"
    notes.panel.empty.activated.emit()
    assert notes.panel.editor.target == NEW_ENTRY
