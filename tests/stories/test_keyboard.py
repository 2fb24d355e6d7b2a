"""The window worked by keyboard alone, and what it shows without being asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from typing_extensions import override

from tests.projects import project_of
from ui.actions import ACTIONS, MENUS
from ui.app import build
from ui.main_window import MainWindow
from ui.parts import focus_into
from ui.workspace import Workspace
from workbench.operations.documents import remove_documents
from workbench.operations.tables import add_column, add_row, create_table, remove_table

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "keys.workbench"
    names = ("first", "second", "third")
    with project_of({it: f"The {it} memo.\n\nIts end.\n" for it in names}, path):
        return path


@pytest.fixture
def workspace(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    window.workspace.focus_reading()
    return window.workspace


def press(
    qtbot: QtBot,
    key: Qt.Key,
    modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> QWidget:
    """Press a key where the focus is; return where it is then."""
    qtbot.keyClick(focused(), key, modifiers)
    return focused()


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def test_tab_goes_through_every_part_and_comes_back(
    qtbot: QtBot, workspace: Workspace
) -> None:
    workspace.center.open_document(workspace.project.documents.all()[0].id)
    start = focused()
    visited = [start]
    while press(qtbot, Qt.Key.Key_Tab) is not start and len(visited) < 80:
        visited.append(focused())
    assert len(visited) == len(set(visited)) < 80
    order = [
        number
        for widget in visited
        for number, part in enumerate(workspace.parts())
        if part.isAncestorOf(widget)
    ]
    first = order.index(0)
    assert order[first:] + order[:first] == sorted(order)
    assert set(order) == {0, 1, 2, 3, 5}, "the passage has nothing to go to yet"


def test_back_tab_undoes_tab(qtbot: QtBot, workspace: Workspace) -> None:
    start = focused()
    press(qtbot, Qt.Key.Key_Tab)
    assert press(qtbot, Qt.Key.Key_Tab, SHIFT) is start


def test_f6_returns_to_where_each_part_had_the_focus(
    qtbot: QtBot, workspace: Workspace
) -> None:
    reader = workspace.center.open_document(workspace.project.documents.all()[0].id)
    workspace.library.bar.field.setFocus()
    press(qtbot, Qt.Key.Key_F6)
    assert workspace.tags.isAncestorOf(focused())
    assert reader.isAncestorOf(press(qtbot, Qt.Key.Key_F6))
    press(qtbot, Qt.Key.Key_F6, SHIFT)
    press(qtbot, Qt.Key.Key_F6, SHIFT)
    assert focused() is workspace.library.bar.field


def test_enter_opens_and_escape_in_the_search_returns_to_the_text(
    qtbot: QtBot, workspace: Workspace
) -> None:
    assert focused() is workspace.library.view
    press(qtbot, Qt.Key.Key_Home)
    reader = workspace.center.current_reader
    pane = press(qtbot, Qt.Key.Key_Return)
    assert (opened := reader()) is not None
    assert opened.isAncestorOf(pane)
    assert press(qtbot, Qt.Key.Key_K, CONTROL) is workspace.header.search_field
    assert press(qtbot, Qt.Key.Key_Escape) is pane


def test_tabs_are_changed_and_closed_by_keys_and_the_focus_follows(
    qtbot: QtBot, workspace: Workspace
) -> None:
    first, second = (
        workspace.center.open_document(it.id)
        for it in workspace.project.documents.all()[:2]
    )
    assert first.isAncestorOf(press(qtbot, Qt.Key.Key_PageUp, CONTROL))
    assert second.isAncestorOf(press(qtbot, Qt.Key.Key_PageDown, CONTROL))
    assert first.isAncestorOf(press(qtbot, Qt.Key.Key_W, CONTROL))
    assert workspace.library.isAncestorOf(press(qtbot, Qt.Key.Key_W, CONTROL))


def test_undo_reaches_the_project_from_an_untouched_field(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    create_table(workspace.project, "Bodies")
    workspace.header.search_field.setFocus()
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert workspace.project.tables.all() == []
    assert window.status.said.startswith("Undone: ")
    press(qtbot, Qt.Key.Key_Z, CONTROL | SHIFT)
    assert len(workspace.project.tables.all()) == 1
    assert window.status.said.startswith("Redone: ")


def test_undo_in_a_field_takes_back_what_was_typed_there(
    qtbot: QtBot, workspace: Workspace
) -> None:
    create_table(workspace.project, "Bodies")
    workspace.library.bar.field.setFocus()
    qtbot.keyClicks(focused(), "memo")
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert workspace.library.bar.field.text() == ""
    assert len(workspace.project.tables.all()) == 1


def test_undo_in_a_saved_note_takes_back_the_note(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    window.actions_by_id["edit.project_note"].trigger()
    qtbot.keyClicks(focused(), "What was agreed?")
    workspace.notes.editor.text_field.flush()
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert workspace.project.notes.all() == []


def test_tabs_of_what_is_removed_close(workspace: Workspace) -> None:
    project, center = workspace.project, workspace.center
    first, second, third = (it.id for it in project.documents.all())
    center.open_document(first)
    center.open_compare(first, second)
    kept = center.open_compare(second, third)
    table_id = create_table(project, "Bodies")
    center.open_table(table_id)
    remove_table(project, table_id)
    remove_documents(project, [first])
    assert center.tabs.count() == 1
    assert center.tabs.currentWidget() is kept
    offered = kept.panes.sides[0].chooser
    assert offered.count() == 2


def test_the_library_follows_what_is_read(workspace: Workspace) -> None:
    for document in workspace.project.documents.all():
        workspace.center.open_document(document.id)
        assert workspace.library.documents_selected() == [document]


def test_escape_closes_the_notice(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    window.notices.problem("Nothing of that name.")
    assert window.bar.isVisible()
    workspace.library.view.setFocus()
    press(qtbot, Qt.Key.Key_Escape)
    assert not window.bar.isVisible()


def test_nothing_flashes_as_a_window_of_its_own(
    window: MainWindow, workspace: Workspace
) -> None:
    class Watch(QObject):
        @override
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
                # Now: later it may have a parent.
                shown.append((watched, watched.isWindow()))
            return False

    shown: list[tuple[QWidget, bool]] = []
    watch = Watch()
    app = QApplication.instance()
    assert app is not None
    app.installEventFilter(watch)
    ids = [it.id for it in workspace.project.documents.all()]
    workspace.open_documents()
    workspace.center.open_compare(*ids[:2])
    workspace.center.open_table(create_table(workspace.project, "Bodies"))
    app.removeEventFilter(watch)
    assert shown
    assert [it for it, is_window in shown if is_window] == []


def test_a_table_that_is_opened_is_ready_at_its_cells(workspace: Workspace) -> None:
    project = workspace.project
    table_id = create_table(project, "Bodies")
    add_column(project, table_id, "Level")
    add_row(project, table_id, "Group")
    workspace.library.view.setFocus()
    assert focused() is workspace.library.view
    assert workspace.center.open_table(table_id).view is focused()


def test_mnemonics_are_told_apart_in_every_menu() -> None:
    for menu in MENUS:
        texts = [it.text for it in ACTIONS if it.menu == menu]
        letters = [text[text.index("&") + 1].lower() for text in texts if "&" in text]
        assert len(letters) == len(texts), menu
        assert len(letters) == len(set(letters)), menu


def test_the_window_opens_with_the_keyboard_at_what_is_read(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    assert workspace.library.isAncestorOf(focused())
    workspace.center.open_document(workspace.project.documents.all()[0].id)
    path, session = workspace.project.path, window.session
    window.close()
    _, again = build(path, dark=False, session=session)
    qtbot.add_widget(again)
    again.show()
    again.activateWindow()
    qtbot.wait_until(again.isActiveWindow)
    assert again.workspace is not None
    reader = again.workspace.center.current_reader()
    assert reader is not None
    assert reader.isAncestorOf(focused())
    again.close_project()


@pytest.mark.parametrize(
    "action", ["tags.find", "view.passages", "edit.journal", "edit.project_note"]
)
def test_escape_leads_back_to_the_text(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, action: str
) -> None:
    reader = workspace.center.open_document(workspace.project.documents.all()[0].id)
    window.actions_by_id[action].trigger()
    assert not reader.isAncestorOf(focused())
    assert reader.isAncestorOf(press(qtbot, Qt.Key.Key_Escape))


def test_escape_leads_back_to_the_text_from_library_and_tags(
    qtbot: QtBot, workspace: Workspace
) -> None:
    reader = workspace.center.open_document(workspace.project.documents.all()[0].id)
    for part in (workspace.library, workspace.tags):
        assert focus_into(part)
        assert not reader.isAncestorOf(focused())
        assert reader.isAncestorOf(press(qtbot, Qt.Key.Key_Escape))


def test_escape_works_in_a_second_window_too(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    workspace.center.open_document(workspace.project.documents.all()[0].id)
    workspace.center.open_window()
    (second,) = workspace.center.strips.windows()
    second.activateWindow()
    qtbot.wait_until(second.isActiveWindow)
    reader = workspace.center.current_reader()
    assert reader is not None
    assert second.isAncestorOf(reader)
    reader.setFocus()
    press(qtbot, Qt.Key.Key_W)
    assert reader.selection
    window.notices.problem("Nothing of that name.")
    press(qtbot, Qt.Key.Key_Escape)
    assert reader.selection
    press(qtbot, Qt.Key.Key_Escape)
    assert reader.selection is None
