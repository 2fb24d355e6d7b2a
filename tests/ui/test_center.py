"""Places, halves and windows, in the real window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.app import build
from ui.center import Center
from ui.compare.panel import ComparePanel
from ui.main_window import MainWindow
from ui.reader.panel import ReaderPanel
from ui.session import Session
from ui.tables.panel import TablePanel
from ui.workspace import Workspace
from workbench.errors import WorkbenchError
from workbench.model.spans import Span
from workbench.operations.documents import remove_documents
from workbench.operations.importing import import_paths
from workbench.operations.passages import mark_passage
from workbench.operations.tables import add_column, add_row, create_table
from workbench.project import Project

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
NAMES = ("first", "fourth", "second", "third")


def text_of(name: str) -> str:
    return "\n\n".join(f"Part {n} of the {name} memo." for n in range(300))


@pytest.fixture
def start(qtbot: QtBot, tmp_path: Path) -> Iterator[object]:
    """Start the program on the same project again and again: `window = start()`."""
    path = tmp_path / "places.workbench"
    with Project.create(path, analyst="ana") as project:
        for name in NAMES:
            (tmp_path / f"{name}.txt").write_text(text_of(name), encoding="utf-8")
        import_paths(project, sorted(tmp_path.glob("*.txt")))
    windows = []

    def start_it() -> MainWindow:
        _, window = build(path, dark=False, session=Session(tmp_path / "window.ini"))
        qtbot.add_widget(window)
        windows.append(window)
        window.resize(1280, 800)
        window.show()
        window.activateWindow()
        qtbot.wait_until(window.isActiveWindow)
        return window

    yield start_it
    for window in windows:
        window.close_project()


@pytest.fixture
def window(start) -> MainWindow:
    return start()


@pytest.fixture
def center(workspace: Workspace) -> Center:
    return workspace.center


@pytest.fixture
def ids(workspace: Workspace) -> list[int]:
    return [it.id for it in workspace.project.documents.all()]


def part(name: str, number: int) -> Span:
    found = text_of(name).index(f"Part {number} ")
    return Span(found, found + len(f"Part {number}"))


def press(qtbot: QtBot, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifiers)


def read(center: Center) -> tuple[int, int]:
    """Return the document that is read and the first line in view."""
    reader = center.current_reader()
    assert reader is not None
    return center.document_of(reader), reader.position()


# Back and forward


def test_keys_go_back_through_jumps_and_forward_again(qtbot, center, ids) -> None:
    center.open_document(ids[0])
    center.go_to(ids[0], part("first", 100))
    scrolled = center.current_reader()
    scrolled.restore(part("first", 120).start)
    center.go_to(ids[1], part("fourth", 200))
    end = read(center)
    press(qtbot, Qt.Key.Key_Left, ALT)
    assert read(center) == (ids[0], part("first", 120).start)
    press(qtbot, Qt.Key.Key_Left, ALT)
    assert read(center) == (ids[0], 0)
    press(qtbot, Qt.Key.Key_Right, ALT)
    press(qtbot, Qt.Key.Key_Right, ALT)
    assert read(center) == end


def test_the_buttons_and_entries_say_whether_there_is_a_way(
    qtbot, window, workspace, ids
) -> None:
    header, entries = workspace.header, window.actions_by_id
    assert not header.back_button.isEnabled()
    assert not entries["go.back"].isEnabled()
    for document_id in ids[:2]:
        workspace.center.open_document(document_id)
    assert header.back_button.isEnabled()
    assert entries["go.back"].isEnabled()
    qtbot.mouseClick(header.back_button, Qt.MouseButton.LeftButton)
    assert read(workspace.center)[0] == ids[0]
    assert not header.back_button.isEnabled()
    assert header.forward_button.isEnabled()
    assert not entries["go.back"].isEnabled()


def test_the_side_buttons_of_the_mouse_go_back_and_forward(
    qtbot, window, center, ids
) -> None:
    for document_id in ids[:2]:
        center.open_document(document_id)
    for button, number in (
        (Qt.MouseButton.BackButton, 0),
        (Qt.MouseButton.ForwardButton, 1),
    ):
        QTest.mouseClick(window.windowHandle(), button, pos=window.rect().center())
        qtbot.wait_until(lambda it=ids[number]: read(center)[0] == it)


def test_a_passage_is_selected_again_on_coming_back(workspace, ids) -> None:
    passage = mark_passage(workspace.project, ids[0], part("first", 50))
    workspace.going.to_passage(passage)
    before = read(workspace.center)
    workspace.center.open_document(ids[1])
    workspace.center.travel.back()
    assert read(workspace.center) == before
    assert workspace.center.current_reader().selected_passage == passage


def test_a_removed_document_is_passed_over_until_undo(workspace, center, ids) -> None:
    for document_id in ids[:3]:
        center.open_document(document_id)
    remove_documents(workspace.project, [ids[1]])
    center.travel.back()
    assert read(center)[0] == ids[0]
    workspace.project.undo()
    center.travel.forward()
    assert read(center)[0] == ids[1]


def test_back_returns_to_the_cell_of_a_table(workspace, center, ids) -> None:
    project = workspace.project
    table = create_table(project, "Bodies")
    for name in ("Level", "Aim"):
        add_column(project, table, name)
    add_row(project, table, "Group")
    shown = project.tables.get(table)
    workspace.going.to_cell(table, shown.rows[0].id, shown.columns[1].id)
    center.open_document(ids[0])
    center.travel.back()
    panel = center.current_table()
    assert isinstance(panel, TablePanel)
    assert panel.view.currentIndex().column() == 1


def test_finding_can_be_gone_back_from(qtbot, center, ids) -> None:
    reader = center.open_document(ids[0])
    reader.restore(part("first", 20).start)
    press(qtbot, Qt.Key.Key_F, CONTROL)
    qtbot.keyClicks(QApplication.focusWidget(), "part 200")
    press(qtbot, Qt.Key.Key_Return, CONTROL)
    assert reader.pane.text_of_selection == "Part 200"
    with qtbot.wait_signal(center.travel.changed):
        pass
    press(qtbot, Qt.Key.Key_Left, ALT)
    assert read(center) == (ids[0], part("first", 20).start)


# Positions


def test_a_document_opens_where_it_was_closed(center, ids) -> None:
    reader = center.open_document(ids[0])
    reader.restore(part("first", 77).start)
    center.close_tab(0)
    center.open_document(ids[0])
    assert read(center) == (ids[0], part("first", 77).start)


def test_a_place_that_was_asked_for_wins(center, ids) -> None:
    center.open_document(ids[0]).restore(part("first", 77).start)
    center.close_tab(0)
    center.go_to(ids[0], part("first", 200))
    view = center.current_reader().pane.span_in_view()
    assert view.start < part("first", 200).start < view.end


def test_everything_stands_after_a_restart_as_it_stood(start, ids, window) -> None:
    center = window.workspace.center
    center.open_document(ids[0]).restore(part("first", 30).start)
    center.open_document(ids[1]).restore(part("fourth", 60).start)
    center.split()
    center.open_compare(ids[0], ids[2])
    center.open_document(ids[1]).restore(part("fourth", 90).start)
    center.open_window()
    center.current_reader().restore(part("fourth", 120).start)
    window.close_project()
    again = start().workspace.center
    strips = again.strips
    assert [
        [(again.tab_of(it).ids, position_of(it)) for it in group.widgets()]
        for group in strips.groups()
    ] == [
        [((ids[0],), part("first", 30).start), ((ids[1],), part("fourth", 60).start)],
        [((ids[1],), part("fourth", 90).start), ((ids[0], ids[2]), None)],
        [((ids[1],), part("fourth", 120).start)],
    ]
    assert [group.currentIndex() for group in strips.groups()] == [1, 0, 0]
    assert not again.travel.can_go_back


def position_of(widget) -> int | None:
    return widget.position() if isinstance(widget, ReaderPanel) else None


# Halves


def test_the_same_document_stands_in_both_halves_with_places_of_its_own(
    qtbot, center, ids
) -> None:
    first = center.open_document(ids[0])
    first.restore(part("first", 40).start)
    press(qtbot, Qt.Key.Key_Backslash, CONTROL | SHIFT)
    second = center.current_reader()
    assert second is not first
    assert second.isAncestorOf(QApplication.focusWidget())
    assert second.position() == first.position() == part("first", 40).start
    second.restore(part("first", 90).start)
    first.select(Span(0, 4))
    assert first.position() == part("first", 40).start
    assert second.selection is None


def test_f6_goes_through_both_halves_and_back(qtbot, workspace, center, ids) -> None:
    left = center.open_document(ids[0])
    center.split()
    right = center.current_reader()
    press(qtbot, Qt.Key.Key_F6, SHIFT)
    assert center.current_reader() is left
    press(qtbot, Qt.Key.Key_F6, SHIFT)
    assert workspace.tags.isAncestorOf(QApplication.focusWidget())
    press(qtbot, Qt.Key.Key_F6)
    assert center.current_reader() is left
    press(qtbot, Qt.Key.Key_F6)
    assert center.current_reader() is right


def test_what_is_opened_comes_to_the_half_used_last(center, ids) -> None:
    left = center.open_document(ids[0])
    center.split()
    left.pane.setFocus()
    opened = center.open_document(ids[1])
    assert center.strips.group_of(opened) is center.strips.group_of(left)
    assert [group.count() for group in center.strips.groups()] == [2, 1]


def test_the_last_tab_of_a_half_closes_it(qtbot, center, ids) -> None:
    center.open_document(ids[0])
    center.split()
    press(qtbot, Qt.Key.Key_W, CONTROL)
    assert len(center.strips.groups()) == 1
    assert read(center)[0] == ids[0]
    assert center.strips.isAncestorOf(QApplication.focusWidget())
    press(qtbot, Qt.Key.Key_W, CONTROL)
    assert center.empty.isVisible()


def test_a_table_moves_to_the_other_half_and_alone_it_stays(
    workspace, center, ids
) -> None:
    with pytest.raises(WorkbenchError, match="open a document"):
        center.split()
    panel = center.open_table(create_table(workspace.project, "Bodies"))
    with pytest.raises(WorkbenchError, match="Nothing else is open"):
        center.split()
    center.open_document(ids[0])
    center.strips.bring_to_front(panel)
    center.split()
    assert [group.count() for group in center.strips.groups()] == [1, 1]
    assert center.current_table() is panel
    center.split()
    assert len(center.strips.groups()) == 1
    assert center.tabs.widgets()[-1] is panel


def test_removing_a_document_closes_its_readers_everywhere(
    workspace, center, ids
) -> None:
    center.open_document(ids[0])
    center.split()
    center.open_window()
    center.open_compare(ids[0], ids[1])
    remove_documents(workspace.project, [ids[0]])
    assert center.strips.of_kind(ReaderPanel) == []
    assert center.strips.of_kind(ComparePanel) == []
    assert center.strips.windows() == []


# A second window


def test_a_second_window_has_the_keys_and_undo(
    qtbot, window, workspace, center, ids
) -> None:
    center.open_document(ids[0])
    press(qtbot, Qt.Key.Key_N, CONTROL | ALT)
    (beside,) = center.strips.windows()
    qtbot.wait_until(beside.isActiveWindow)
    reader = center.current_reader()
    assert reader.window() is beside
    assert "first" in beside.windowTitle()
    reader.select(part("first", 2))
    press(qtbot, Qt.Key.Key_M)
    assert len(workspace.project.passages.all()) == 1
    assert beside.statusBar().said.endswith("Ctrl+Z to undo")
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert workspace.project.passages.all() == []
    reader.select(part("first", 2))
    press(qtbot, Qt.Key.Key_T)
    qtbot.keyClicks(QApplication.focusWidget(), "aim")
    press(qtbot, Qt.Key.Key_Return)
    (passage,) = workspace.project.passages.all()
    assert passage.span == part("first", 2)


def test_hits_and_the_search_field_reach_a_second_window(
    qtbot, workspace, center, ids
) -> None:
    center.open_document(ids[0])
    center.open_window()
    reader = center.current_reader()
    with qtbot.wait_signal(workspace.bottom.search_controller.answered, timeout=20_000):
        workspace.bottom.search_controller.run('"part 7"')
    qtbot.wait_until(lambda: part("first", 7) in reader.finder.search_hits)
    (beside,) = center.strips.windows()
    beside.come_forward()
    qtbot.wait_until(beside.isActiveWindow)
    reader.pane.setFocus()
    press(qtbot, Qt.Key.Key_K, CONTROL)
    field = workspace.header.search_field
    qtbot.wait_until(lambda: QApplication.focusWidget() is field)


def test_closing_a_second_window_changes_nothing_else(
    qtbot, window, center, ids
) -> None:
    first = center.open_document(ids[0])
    center.open_window()
    (beside,) = center.strips.windows()
    center.current_reader().restore(part("first", 55).start)
    beside.close()
    assert center.strips.windows() == []
    assert center.current_reader() is first
    assert window.isVisible()
    assert center.readers.positions[ids[0]] == part("first", 55).start
    qtbot.wait_until(lambda: len(center.readers.all()) == 1)


def test_closing_the_last_tab_closes_its_window(qtbot, center, ids) -> None:
    center.open_document(ids[0])
    center.open_window()
    (beside,) = center.strips.windows()
    qtbot.wait_until(beside.isActiveWindow)
    press(qtbot, Qt.Key.Key_W, CONTROL)
    assert center.strips.windows() == []
    assert not beside.isVisible()


def test_closing_the_main_window_closes_all(qtbot, window, center, ids) -> None:
    center.open_document(ids[0])
    center.open_window()
    center.open_window()
    beside = center.strips.windows()
    window.close()
    assert not any(it.isVisible() for it in beside)


def test_a_document_comes_to_the_front_in_its_window(
    qtbot, window, center, ids
) -> None:
    center.open_document(ids[0])
    center.open_document(ids[1])
    center.open_window()
    (beside,) = center.strips.windows()
    center.close_tab(0)
    center.open_document(ids[2])
    assert center.current_reader().window() is window
    center.open_document(ids[0])
    center.open_document(ids[3])
    assert center.current_reader().window() is window


def test_f6_comes_back_from_a_second_window(
    qtbot, window, workspace, center, ids
) -> None:
    center.open_document(ids[0])
    center.open_window()
    (beside,) = center.strips.windows()
    qtbot.wait_until(beside.isActiveWindow)
    press(qtbot, Qt.Key.Key_F6, SHIFT)
    qtbot.wait_until(window.isActiveWindow)
    assert workspace.bottom.isAncestorOf(QApplication.focusWidget())
    press(qtbot, Qt.Key.Key_F6)
    qtbot.wait_until(beside.isActiveWindow)


def test_tab_stays_inside_a_second_window(qtbot, center, ids) -> None:
    center.open_document(ids[0])
    center.open_window()
    (beside,) = center.strips.windows()
    qtbot.wait_until(beside.isActiveWindow)
    start = QApplication.focusWidget()
    visited = []
    while not visited or (visited[-1] is not start and len(visited) < 20):
        press(qtbot, Qt.Key.Key_Tab)
        visited.append(QApplication.focusWidget())
    assert visited[-1] is start
    assert all(beside.isAncestorOf(it) for it in visited)


def test_the_menu_of_a_tab_opens_it_elsewhere_and_closes_the_others(
    qtbot, center, ids
) -> None:
    for document_id in ids[:3]:
        center.open_document(document_id)
    entries = {it.text(): it for it in center.tabs.menu_of(1).actions()}
    entries["Close the others"].trigger()
    assert [center.tab_of(it).ids for it in center.tabs.widgets()] == [(ids[1],)]
    entries = {it.text(): it for it in center.tabs.menu_of(0).actions()}
    assert not entries["Close the others"].isEnabled()
    entries["Open in the other half"].trigger()
    assert [group.count() for group in center.strips.groups()] == [1, 1]
