"""Live links: in the window, from the note to what it links to and back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QHelpEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.projects import project_of
from ui.main_window import MainWindow
from ui.passage.card import MentionCard
from ui.widgets.link_editor import LinkEditor
from ui.workspace import Workspace
from workbench.model.ids import PassageId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.notes import write_note
from workbench.operations.passages import mark_passage, remove_passages
from workbench.operations.tables import add_case_row, add_column, create_table
from workbench.project import Project

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PROJECT = NoteTarget(NoteOn.PROJECT)
EMOJI = "🙂 see "


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "links.workbench"
    with project_of({"memo": "The two sides met in May.\n"}, path) as project:
        mark_passage(project, project.documents.ids()[0], Span(4, 13))
        table_id = create_table(project, "Bodies")
        add_case_row(project, table_id, "Group")
        add_column(project, table_id, "Meetings")
    return path


@pytest.fixture
def passage_id(workspace: Workspace) -> PassageId:
    return workspace.project.passages.all()[0].id


@pytest.fixture
def field(workspace: Workspace, passage_id: PassageId) -> LinkEditor:
    """The note on the project, with the caret in a link to the passage."""
    write_note(workspace.project, PROJECT, f"{EMOJI}[[passage {passage_id}]] and more")
    workspace.going.to_note(PROJECT)
    field = workspace.notes.editor.text_field
    _put_caret(field, len(EMOJI) + 6)
    return field


def _put_caret(field: LinkEditor, position: int) -> None:
    cursor = field.textCursor()
    cursor.setPosition(position)
    field.setTextCursor(cursor)


def _looks(field: LinkEditor) -> list[tuple[int, int, bool]]:
    """Return start, length and whether it is struck of what is painted as a link."""
    ranges = field.document().firstBlock().layout().formats()
    return [(it.start, it.length, it.format.fontStrikeOut()) for it in ranges]


def _tip_at_caret(field: LinkEditor) -> str:
    point = field.cursorRect().center()
    event = QHelpEvent(QEvent.Type.ToolTip, point, field.mapToGlobal(point))
    QApplication.sendEvent(field.viewport(), event)
    return QToolTip.text()


def test_the_caret_in_a_link_and_a_key_go_there(
    workspace: Workspace, field: LinkEditor, passage_id: PassageId, qtbot: QtBot
) -> None:
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    reader = workspace.center.current_reader()
    assert reader is not None
    assert reader.selected_passage == passage_id
    assert field.text.count("\n") == 0


def test_a_click_needs_control_to_follow(
    workspace: Workspace, field: LinkEditor, qtbot: QtBot
) -> None:
    place = field.cursorRect().center()
    with qtbot.assertNotEmitted(workspace.links.target_activated):
        qtbot.mouseClick(field.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(workspace.links.target_activated):
        qtbot.mouseClick(
            field.viewport(), Qt.MouseButton.LeftButton, CONTROL, pos=place
        )
    beyond = QPoint(field.viewport().width() - 4, place.y())
    with qtbot.assertNotEmitted(workspace.links.target_activated):
        qtbot.mouseClick(
            field.viewport(), Qt.MouseButton.LeftButton, CONTROL, pos=beyond
        )


def test_the_pointer_shows_that_a_click_would_follow(field: LinkEditor) -> None:
    place = QPointF(field.cursorRect().center())
    shapes = []
    for modifiers in (CONTROL, Qt.KeyboardModifier.NoModifier):
        move = QMouseEvent(
            QEvent.Type.MouseMove, place, field.viewport().mapToGlobal(place),
            Qt.MouseButton.NoButton, Qt.MouseButton.NoButton, modifiers,
        )  # fmt: skip
        QApplication.sendEvent(field.viewport(), move)
        shapes.append(field.viewport().cursor().shape())
    assert shapes == [Qt.CursorShape.PointingHandCursor, Qt.CursorShape.IBeamCursor]


def test_a_link_is_struck_while_what_it_leads_to_is_gone(
    workspace: Workspace, field: LinkEditor, passage_id: PassageId
) -> None:
    start, length = len(EMOJI) + 1, len(f"[[passage {passage_id}]]")
    assert _looks(field) == [(start, length, False)]
    assert _tip_at_caret(field).startswith("two sides")
    remove_passages(workspace.project, [passage_id])
    assert _looks(field) == [(start, length, True)]
    assert _tip_at_caret(field) == "This passage is not there any more."
    workspace.project.undo()
    assert _looks(field) == [(start, length, False)]


def test_following_a_link_that_leads_nowhere_says_so(
    window: MainWindow, workspace: Workspace, field: LinkEditor,
    passage_id: PassageId, qtbot: QtBot,
) -> None:  # fmt: skip
    remove_passages(workspace.project, [passage_id])
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert window.bar.isVisible()


def test_a_link_to_a_note_opens_that_note(
    workspace: Workspace, field: LinkEditor, passage_id: PassageId, qtbot: QtBot
) -> None:
    target = NoteTarget(NoteOn.PASSAGE, passage_id)
    write_note(workspace.project, target, "Which two?")
    note = workspace.project.notes.on(target)
    assert note
    field.selectAll()
    field.insertPlainText(f"[[note {note.id}]]")
    qtbot.keyClick(field, Qt.Key.Key_Return, CONTROL)
    assert workspace.passage.note_field.text == "Which two?"
    assert workspace.passage.note_field.hasFocus()


def test_a_passage_lists_the_notes_that_mention_it(
    workspace: Workspace, field: LinkEditor, passage_id: PassageId, qtbot: QtBot
) -> None:
    panel = workspace.passage
    panel.show_passage(passage_id)
    card = panel.depends.notes.findChild(MentionCard)
    assert panel.depends.words == "1 note"
    assert card is not None
    with qtbot.waitSignal(panel.note_activated) as asked:
        qtbot.mouseClick(card, Qt.MouseButton.LeftButton)
    assert asked.args == [PROJECT]
    write_note(workspace.project, PROJECT, "no link")
    assert panel.depends.words == ""
    assert panel.depends.hint.isVisible()
    assert not panel.depends.notes.isVisible()


def test_the_link_to_a_passage_is_copied_while_reading(
    workspace: Workspace, passage_id: PassageId, qtbot: QtBot
) -> None:
    workspace.going.to_passage(passage_id)
    reader = workspace.center.current_reader()
    assert reader is not None
    qtbot.keyClick(reader.pane, Qt.Key.Key_C, CONTROL | SHIFT)
    assert QGuiApplication.clipboard().text() == f"[[passage {passage_id}]]"


@pytest.mark.parametrize("kind", ["passage", "document"])
def test_a_link_is_found_by_typing(
    workspace: Workspace, qtbot: QtBot, kind: str
) -> None:
    workspace.going.to_note(PROJECT)
    field = workspace.notes.editor.text_field
    qtbot.keyClicks(field, "see")
    qtbot.keyClick(field, Qt.Key.Key_L, CONTROL)
    picker = workspace.links.parent()
    qtbot.wait_until(picker.isVisible)
    typed = "sides" if kind == "passage" else "memo document"
    qtbot.keyClicks(picker.choices.field, typed)
    qtbot.keyClick(picker.choices.field, Qt.Key.Key_Return)
    assert field.text == f"see [[{kind} 1]]"


def test_a_case_and_a_cell_have_notes_and_ways_to_them(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    table_id, _ = workspace.project.tables.all()[0]
    panel = workspace.center.open_table(table_id)
    row = panel.table.rows[0]
    cell = NoteTarget(NoteOn.CELL, row.id, panel.table.columns[0].id)
    case = NoteTarget(NoteOn.CASE, row.case_id)
    panel.view.setFocus()
    qtbot.keyClick(panel.view, Qt.Key.Key_N, CONTROL)
    field = workspace.notes.editor.text_field
    assert field.hasFocus()
    assert workspace.notes.editor.target == cell
    panel.row_acts.note()
    assert workspace.notes.editor.target == case
    for target in (cell, case):
        workspace.center.close_tab(0)
        workspace.going.to_target(target)
        assert workspace.center.current_table() is not None
    window.activateWindow()


def test_a_new_entry_is_one_key_away(workspace: Workspace, qtbot: QtBot) -> None:
    workspace.focus_reading()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_J, CONTROL)
    field = workspace.notes.editor.text_field
    assert field.hasFocus()
    qtbot.keyClicks(field, "Begun.")
    field.flush()
    (note,) = workspace.project.notes.all()
    assert note.target.on is NoteOn.JOURNAL


def test_closing_the_project_keeps_what_was_typed_last(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    path = workspace.project.path
    workspace.going.to_note(PROJECT)
    qtbot.keyClicks(workspace.notes.editor.text_field, "not saved by itself yet")
    window.close_project()
    with Project.open(path) as project:
        (note,) = project.notes.all()
    assert note.text == "not saved by itself yet"
