"""The editor saves by itself and never takes words out of the writer's mouth."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ui.widgets.autosave_editor import SAVED_WITHIN_MS, AutosaveEditor


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def editor(window: QWidget, qtbot: QtBot) -> AutosaveEditor:
    layout = QVBoxLayout(window)
    editor = AutosaveEditor("Write a note")
    layout.addWidget(editor)
    layout.addWidget(QLineEdit())
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    editor.setFocus()
    return editor


@pytest.fixture
def saved(editor: AutosaveEditor) -> list[tuple[str, object]]:
    saved: list[tuple[str, object]] = []
    editor.saved.connect(lambda text: saved.append((text, editor.target)))
    return saved


Saved = list[tuple[str, object]]


def test_showing_a_text_saves_nothing(editor: AutosaveEditor, saved: Saved) -> None:
    editor.set_text("stored", 1)
    editor.set_text("stored elsewhere", 1)
    editor.set_text("another", 2)
    editor.flush()
    assert saved == []


def test_a_pause_in_typing_saves(
    editor: AutosaveEditor, saved: Saved, qtbot: QtBot
) -> None:
    editor.set_text("", 1)
    with qtbot.waitSignal(editor.saved, timeout=5000):
        qtbot.keyClicks(editor, "seen")
    assert saved == [("seen", 1)]


def test_typing_without_a_pause_is_saved_too(
    editor: AutosaveEditor, saved: Saved, qtbot: QtBot
) -> None:
    editor.set_text("", 1)

    def type_on() -> bool:
        qtbot.keyClicks(editor, "x")
        return len(saved) > 1

    qtbot.wait_until(type_on, timeout=20_000)
    assert SAVED_WITHIN_MS < 1000


def test_leaving_the_field_saves_at_once(
    editor: AutosaveEditor, saved: Saved, qtbot: QtBot
) -> None:
    qtbot.keyClicks(editor, "seen")
    qtbot.keyClick(editor, Qt.Key.Key_Tab)
    assert saved == [("seen", None)]


def test_moving_to_another_target_saves_for_the_old_one(
    editor: AutosaveEditor, saved: Saved, qtbot: QtBot
) -> None:
    editor.set_text("", 1)
    qtbot.keyClicks(editor, "on one")
    editor.set_text("of two", 2)
    assert saved == [("on one", 1)]
    assert editor.text == "of two"


def test_what_is_being_typed_is_not_overwritten(
    editor: AutosaveEditor, saved: Saved, qtbot: QtBot
) -> None:
    editor.set_text("old", 1)
    qtbot.keyClicks(editor, "new ")
    editor.set_text("from somewhere else", 1)
    assert editor.text == "new old"
    editor.flush()
    assert saved == [("new old", 1)]


def test_the_echo_of_saving_leaves_cursor_and_undo_alone(
    editor: AutosaveEditor, saved: Saved, qtbot: QtBot
) -> None:
    editor.set_text("", 1)
    editor.saved.connect(lambda text: editor.set_text(text, 1))
    qtbot.keyClicks(editor, "typed")
    editor.flush()
    assert editor.textCursor().position() == 5
    assert editor.document().isUndoAvailable()
    assert saved == [("typed", 1)]


def test_typing_and_taking_it_back_saves_nothing(
    editor: AutosaveEditor, saved: Saved, qtbot: QtBot
) -> None:
    editor.set_text("same", 1)
    qtbot.keyClicks(editor, "x")
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    editor.flush()
    assert saved == []


def test_no_break_spaces_and_lines_are_kept(editor: AutosaveEditor) -> None:
    editor.set_text("32\u00a0%\nsecond line")
    assert editor.text == "32\u00a0%\nsecond line"


def test_foreign_line_ends_are_not_taken_for_typing(
    editor: AutosaveEditor, saved: Saved
) -> None:
    editor.set_text("one\r\ntwo", 1)
    editor.flush()
    assert saved == []


def test_hiding_saves(editor: AutosaveEditor, saved: Saved, qtbot: QtBot) -> None:
    qtbot.keyClicks(editor, "late")
    editor.hide()
    assert saved == [("late", None)]
