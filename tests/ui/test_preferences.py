"""The preferences beside a real window: what is chosen counts at once and lasts."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from ui.actions import spec_of
from ui.app import build
from ui.key_list import KeyList
from ui.keymap import keymap
from ui.main_window import MainWindow
from ui.preferences.choosing import accept, propose
from ui.preferences.keys_model import Column
from ui.preferences.keys_page import KeysPage
from ui.preferences.window import Preferences
from ui.session import Session
from ui.theme import is_dark
from ui.widgets.plain import PlainLabel
from ui.widgets.tag_picker import TagPicker
from workbench.model.spans import Span
from workbench.operations.importing import import_paths
from workbench.project import Project
from workbench.settings import Settings, login_name, read_settings

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
Open = Callable[[], MainWindow]


@pytest.fixture
def open_window(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    """Open the window as the same person would, as often as wanted."""
    (tmp_path / "memo.txt").write_text("The group met in May.\n")
    path = tmp_path / "study.workbench"
    with Project.create(path, analyst="ana") as project:
        import_paths(project, [tmp_path / "memo.txt"])
    windows: list[MainWindow] = []

    def open_it() -> MainWindow:
        if windows:
            windows[-1].close()
        _, window = build(path, session=Session(tmp_path / "window.ini"), analyst="ana")
        windows.append(window)
        qtbot.addWidget(window)
        window.show()
        window.activateWindow()
        qtbot.wait_until(window.isActiveWindow)
        assert window.workspace is not None
        window.workspace.center.open_document(1)
        return window

    yield open_it
    for window in windows:
        window.close_project()
    keymap.use({})


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    return open_window()


def bring_to_front(qtbot: QtBot, shown: QWidget) -> None:
    shown.activateWindow()
    qtbot.wait_until(shown.isActiveWindow)


def preferences(qtbot: QtBot, window: MainWindow) -> Preferences:
    window.actions_by_id["edit.preferences"].trigger()
    (found,) = window.findChildren(Preferences)
    bring_to_front(qtbot, found)
    return found


def keys_page(qtbot: QtBot, window: MainWindow) -> KeysPage:
    shown = preferences(qtbot, window)
    shown.pages.setCurrentWidget(shown.keys_page)
    return shown.keys_page


def press(qtbot: QtBot, key: Key, modifier: object = Qt.KeyboardModifier(0)) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifier)


def ask_for(qtbot: QtBot, page: KeysPage, words: str) -> None:
    """Type to filter, go down to the first action and ask for its key."""
    page.filter_field.setFocus()
    page.filter_field.setText(words)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Return)
    assert QApplication.focusWidget() is page.key_field


def key_in_list(page: KeysPage, action_id: str) -> str:
    row = page.model.row_of(spec_of(action_id))
    return str(page.model.index(row, Column.KEYS).data())


def read_with_selection(qtbot: QtBot, window: MainWindow) -> None:
    assert window.workspace is not None
    reader = window.workspace.center.current_reader()
    assert reader is not None
    bring_to_front(qtbot, window)
    reader.setFocus()
    reader.select(Span(4, 9))


def test_a_key_changed_by_keyboard_alone_changes_what_the_window_does(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(qtbot, Key.Key_Comma, CONTROL)
    (shown,) = window.findChildren(Preferences)
    bring_to_front(qtbot, shown)
    for _ in range(2):
        press(qtbot, Key.Key_Tab, CONTROL)
    page = shown.keys_page
    assert page.isVisible()
    ask_for(qtbot, page, "grow selection")
    press(qtbot, Key.Key_G)
    assert key_in_list(page, "passage.grow") == "G"
    assert page.message.text() == "“Grow selection” has the key G now."
    assert QApplication.focusWidget() is page.table
    press(qtbot, Key.Key_Escape)
    assert not shown.isVisible()
    read_with_selection(qtbot, window)
    press(qtbot, Key.Key_W)
    reader = window.workspace.center.current_reader()
    assert reader.selection == Span(4, 9)
    press(qtbot, Key.Key_G)
    assert reader.selection == Span(0, 21)
    assert window.actions_by_id["passage.grow"].text().endswith("\tG")


def test_a_key_in_use_is_refused_by_name_and_can_be_taken_over(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = keys_page(qtbot, window)
    ask_for(qtbot, page, "mark without")
    press(qtbot, Key.Key_T)
    assert "T is the key of “Tag” (in the text)" in page.message.text()
    assert key_in_list(page, "passage.mark") == "M"
    assert QApplication.focusWidget() is page.take_button
    press(qtbot, Key.Key_Space)
    assert key_in_list(page, "passage.mark") == "T"
    read_with_selection(qtbot, window)
    press(qtbot, Key.Key_T)
    assert not any(it.isVisible() for it in window.findChildren(TagPicker))
    (passage,) = window.workspace.project.passages.all()
    assert passage.tag_ids == ()


def test_escape_leaves_a_refused_key_as_it_was(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = keys_page(qtbot, window)
    ask_for(qtbot, page, "mark without")
    press(qtbot, Key.Key_T)
    press(qtbot, Key.Key_Escape)
    assert page.isVisible()
    assert QApplication.focusWidget() is page.table
    assert window.settings.now == Settings()


def test_a_letter_is_refused_where_people_type(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = keys_page(qtbot, window)
    ask_for(qtbot, page, "all documents ctrl+shift+l")
    press(qtbot, Key.Key_D)
    assert "D is for typing there" in page.message.text()
    assert QApplication.focusWidget() is page.key_field
    press(qtbot, Key.Key_D, CONTROL)
    assert keymap.keys_of("view.documents") == ("Ctrl+D",)


def test_one_key_and_all_keys_go_back_to_the_usual(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = keys_page(qtbot, window)
    page.choose(spec_of("passage.mark"), ["F9"])
    page.choose(spec_of("passage.note"), [])
    page.choose(spec_of("edit.redo"), ["F10"])
    page.table.setCurrentIndex(page.model.index(0, 0))
    page.filter_field.setText("mark without")
    page.usual_button.click()
    assert window.settings.now.keys == {"passage.note": (), "edit.redo": ("F10",)}
    page.all_button.click()
    assert window.settings.now.keys == {}
    assert keymap.keys_of("edit.redo") == ("Ctrl+Shift+Z", "Ctrl+Y")


def test_the_usual_key_has_to_be_taken_back_from_who_has_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    page = keys_page(qtbot, window)
    page.choose(spec_of("passage.mark"), ["F9"])
    page.choose(spec_of("passage.note"), ["M"])
    page.choose(spec_of("passage.mark"), ["M"])
    assert "M is the key of “Note” (in the text)" in page.message.text()
    page.take_button.click()
    assert keymap.keys_of("passage.mark") == ("M",)
    assert keymap.keys_of("passage.note") == ()


def test_keys_last_until_the_next_start_and_the_list_of_keys_follows(
    open_window: Open, qtbot: QtBot
) -> None:
    first = open_window()
    first.actions_by_id["help.keys"].trigger()
    keys_page(qtbot, first).choose(spec_of("passage.tag"), ["G"])
    (listed,) = first.findChildren(KeyList)
    assert "G in the text" in [it.text() for it in listed.findChildren(PlainLabel)]
    second = open_window()
    assert keymap.keys_of("passage.tag") == ("G",)
    assert second.actions_by_id["passage.tag"].text().endswith("\tG")


def test_a_filter_that_finds_nothing_says_so(window: MainWindow, qtbot: QtBot) -> None:
    page = keys_page(qtbot, window)
    page.filter_field.setText("no such thing")
    assert page.nothing_found.isVisible()
    assert not page.change_button.isEnabled()
    page.nothing_found.button.click()
    assert page.table.isVisible()
    assert page.change_button.isEnabled()


def test_the_name_is_on_the_next_step(window: MainWindow, qtbot: QtBot) -> None:
    shown = preferences(qtbot, window)
    page = shown.pages.widget(0)
    name = page.findChild(QLineEdit)
    name.setFocus()
    qtbot.keyClicks(name, "Ada L.")
    qtbot.keyClick(name, Key.Key_Return)
    assert shown.isVisible()
    read_with_selection(qtbot, window)
    press(qtbot, Key.Key_M)
    (passage,) = window.workspace.project.passages.all()
    assert passage.analyst == "Ada L."
    name.clear()
    name.editingFinished.emit()
    assert window.workspace.project.analyst == login_name()


def test_the_look_is_chosen_at_once_and_follows_the_menu(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    box = preferences(qtbot, window).pages.widget(0).findChild(QComboBox)
    box.setCurrentIndex(box.findData("dark"))
    assert is_dark()
    window.actions_by_id["view.dark"].trigger()
    assert not is_dark()
    assert box.currentData() == "light"
    assert read_settings(tmp_path / "settings.json").look == "light"


def test_new_readers_are_set_as_chosen(window: MainWindow, qtbot: QtBot) -> None:
    page = preferences(qtbot, window).pages.widget(1)
    size = page.fields["size"]
    assert isinstance(size, QSpinBox)
    size.setValue(20)
    center = window.workspace.center
    center.close_tab(0)
    assert center.open_document(1).pane.look.size == 20


def test_a_broken_file_is_told_and_the_usual_settings_are_used(
    open_window: Open, tmp_path: Path
) -> None:
    (tmp_path / "settings.json").write_text("{")
    window = open_window()
    assert "could not be read, so the usual ones are used" in window.bar.sentence
    assert window.settings.now == Settings()


def test_a_key_taken_from_a_choice_stays_taken() -> None:
    chosen = accept(propose(spec_of("passage.note"), ["F9"], {}), {})
    taking = propose(spec_of("passage.mark"), ["F9"], chosen)
    assert taking.losing == (spec_of("passage.note"),)
    assert accept(taking, chosen) == {"passage.note": (), "passage.mark": ("F9",)}
