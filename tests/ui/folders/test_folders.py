"""A folder is looked through, chosen from and imported, by keyboard."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.windows import window_over
from ui.dropping import take_dropped
from ui.folders.form import FolderForm
from ui.folders.model import Column
from ui.folders.table import tick_box
from ui.main_window import MainWindow
from ui.workspace import Workspace
from workbench.operations.folders import imported_folders
from workbench.project import Project

COMES_IN = Qt.ItemDataRole.CheckStateRole
MANY = 5_000


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "study.workbench"
    Project.create(path, analyst="ana").close()
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "papers"
    write(folder, "a.txt", "b.md", "drafts/c.txt")
    (folder / "photo.png").write_bytes(b"\x89PNG")
    return folder


def write(folder: Path, *names: str, text: str = "Tides") -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text} of {name}.", encoding="utf-8")


def looked(workspace: Workspace, qtbot: QtBot) -> FolderForm:
    """Wait until the form shows what is in its folder."""
    form = workspace.folders.form
    qtbot.wait_until(lambda: form.table.isVisible() or form.state.isVisible())
    qtbot.wait_until(lambda: not workspace.folders.is_looking)
    return form


def opened(workspace: Workspace, qtbot: QtBot, folder: Path) -> FolderForm:
    workspace.folders.open(folder)
    form = looked(workspace, qtbot)
    form.activateWindow()
    qtbot.wait_until(form.isActiveWindow)
    return form


def shown(form: FolderForm) -> list[tuple[str, str, bool | None]]:
    """Return each file with what happens to it, and its tick if it has one."""
    model = form.model
    ticks = {None: None, Qt.CheckState.Checked: True, Qt.CheckState.Unchecked: False}
    return [
        (
            str(model.index(row, Column.FILE).data()),
            str(model.index(row, Column.FATE).data()),
            ticks[model.index(row, Column.FILE).data(COMES_IN)],
        )
        for row in range(model.rowCount())
    ]


def bring_in(workspace: Workspace, qtbot: QtBot, folder: Path) -> None:
    form = opened(workspace, qtbot, folder)
    with qtbot.wait_signal(workspace.imports.ended, timeout=30_000):
        QTest.keyClick(form.table, Qt.Key.Key_Return)


def titles(path: Path) -> list[str]:
    """Return the names of the documents as another reader of the file finds them."""
    with Project.open(path, read_only=True) as project:
        return sorted(it.name for it in project.documents.all())


def test_a_folder_is_shown_before_it_comes_in(
    workspace: Workspace, qtbot: QtBot, folder: Path
) -> None:
    form = opened(workspace, qtbot, folder)
    assert not form.isModal()
    assert shown(form) == [
        ("a.txt", "New", True),
        ("b.md", "New", True),
        ("drafts/c.txt", "New", True),
        ("photo.png", "Of a kind that is not read", None),
    ]
    assert form.table.hasFocus()
    assert form.button.text() == "Import 3 files"
    assert form.facts.text == "1 not read"
    assert workspace.project.documents.count() == 0


def test_space_takes_a_tick_away_and_enter_imports_the_rest(
    workspace: Workspace, qtbot: QtBot, folder: Path
) -> None:
    form = opened(workspace, qtbot, folder)
    QTest.keyClick(form.table, Qt.Key.Key_Down)
    QTest.keyClick(form.table, Qt.Key.Key_Space)
    assert [it[2] for it in shown(form)] == [True, False, True, None]
    assert form.button.text() == "Import 2 files"
    with qtbot.wait_signal(workspace.imports.ended, timeout=30_000):
        QTest.keyClick(form.table, Qt.Key.Key_Return)
    assert not form.isVisible()
    assert titles(workspace.project.path) == ["a", "c"]


def test_chosen_files_are_ticked_at_once_and_clicks_tick_their_box(
    workspace: Workspace, qtbot: QtBot, folder: Path
) -> None:
    form = opened(workspace, qtbot, folder)
    QTest.keyClick(form.table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(form.table, Qt.Key.Key_Space)
    assert [it[2] for it in shown(form)] == [False, False, False, None]
    assert form.button.text() == "Import"
    assert not form.button.isEnabled()
    place = form.table.visualRect(form.model.index(2, Column.FILE))
    button, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(form.table.viewport(), button, none, tick_box(place).center())
    QTest.mouseClick(form.table.viewport(), button, none, place.center())
    assert [it[2] for it in shown(form)] == [False, False, True, None]


def test_patterns_and_subfolders_say_what_is_left_out(
    workspace: Workspace, qtbot: QtBot, folder: Path
) -> None:
    form = opened(workspace, qtbot, folder)
    form.include.setFocus()
    QTest.keyClicks(form.include, "*.txt")
    assert not form.button.isEnabled()  # What is shown is what was asked before.
    qtbot.wait_until(form.button.isEnabled)
    assert shown(form) == [
        ("a.txt", "New", True),
        ("drafts/c.txt", "New", True),
        ("b.md", "Left out by a pattern", None),
        ("photo.png", "Left out by a pattern", None),
    ]
    assert form.include.hasFocus()
    form.exclude.setFocus()
    QTest.keyClicks(form.exclude, "drafts/*, none")
    qtbot.wait_until(lambda: form.button.text() == "Import 1 file")
    QTest.keyClick(form.subfolders, Qt.Key.Key_Space)
    qtbot.wait_until(lambda: form.model.rowCount() == 3)
    qtbot.wait_until(form.button.isEnabled)
    with qtbot.wait_signal(workspace.imports.ended, timeout=30_000):
        QTest.keyClick(form.exclude, Qt.Key.Key_Return)
    (kept,) = imported_folders(workspace.project)
    assert kept.choice.include == ("*.txt",)
    assert kept.choice.exclude == ("drafts/*", "none")
    assert not kept.choice.has_subfolders
    workspace.folders.open_again()
    form = looked(workspace, qtbot)
    assert (form.include.text(), form.exclude.text()) == ("*.txt", "drafts/*, none")
    assert not form.subfolders.isChecked()


def test_what_changed_is_shown_when_it_is_imported_again(
    workspace: Workspace, qtbot: QtBot, folder: Path
) -> None:
    bring_in(workspace, qtbot, folder)
    write(folder, "a.txt", text="Corrected tides")
    write(folder, "d.txt")
    (folder / "b.md").unlink()
    workspace.folders.open_again()
    form = looked(workspace, qtbot)
    assert shown(form) == [
        ("a.txt", "Changed: a new version of “a”", True),
        ("d.txt", "New", True),
        ("b.md", "Missing: “b” stays as it is", None),
        ("photo.png", "Of a kind that is not read", None),
        ("drafts/c.txt", "Already here, as “c”", None),
    ]
    assert form.button.text() == "Import 1 file and 1 new version"
    assert form.facts.text == "1 already here · 1 missing · 1 not read"
    with qtbot.wait_signal(workspace.imports.ended, timeout=30_000):
        form.button.click()
    assert workspace.folders.form.isHidden()
    with Project.open(workspace.project.path, read_only=True) as project:
        changed = project.documents.find("a")
        assert project.documents.text(changed.id) == "Corrected tides of a.txt."
        assert changed.version == 2
    assert titles(workspace.project.path) == ["a", "b", "c", "d"]


def test_nothing_new_is_said(workspace: Workspace, qtbot: QtBot, folder: Path) -> None:
    (folder / "photo.png").unlink()
    bring_in(workspace, qtbot, folder)
    form = opened(workspace, qtbot, folder)
    assert form.facts.text == "Nothing new · 3 already here"
    assert not form.button.isEnabled()
    QTest.keyClick(form.table, Qt.Key.Key_Return)
    assert form.isVisible()
    QTest.keyClick(form.table, Qt.Key.Key_Escape)
    assert not form.isVisible()


def test_a_folder_that_is_gone_or_empty_leads_to_another(
    workspace: Workspace, qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    bring_in(workspace, qtbot, folder)
    shutil.rmtree(folder)
    workspace.folders.open_again()
    form = looked(workspace, qtbot)
    assert form.state.accessibleName() == "This folder cannot be looked through"
    assert str(folder) in form.state.accessibleDescription()
    assert form.state.button.text() == "Choose another folder…"
    assert not form.button.isEnabled()
    empty = tmp_path / "empty"
    empty.mkdir()
    form = opened(workspace, qtbot, empty)
    assert form.state.accessibleName() == "No files in this folder"
    assert form.state.button.hasFocus()
    assert form.folders.count() == 2


def test_a_known_folder_is_chosen_with_the_keys(
    workspace: Workspace, qtbot: QtBot, folder: Path, tmp_path: Path
) -> None:
    write(tmp_path / "letters", "x.txt")
    bring_in(workspace, qtbot, folder)
    bring_in(workspace, qtbot, tmp_path / "letters")
    form = opened(workspace, qtbot, tmp_path / "letters")
    form.folders.setFocus()
    QTest.keyClick(form.folders, Qt.Key.Key_Down)
    qtbot.wait_until(lambda: form.model.rowCount() == 4)
    assert form.folders.path == str(folder)
    assert form.choice.path == str(folder)


def test_a_long_path_does_not_widen_the_window(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    long = tmp_path / "/".join(["a folder with a name of some length"] * 6)
    write(long, "x.txt")
    width = workspace.folders.form.width()
    form = opened(workspace, qtbot, long)
    assert form.width() == width
    assert form.folders.toolTip() == str(long)


def test_looking_stops_when_the_window_is_closed(
    workspace: Workspace, window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    many = tmp_path / "many"
    write(many, *(f"{number}.txt" for number in range(1_000)))
    workspace.folders.open(many)
    form = workspace.folders.form
    assert workspace.folders.is_looking
    QTest.keyClick(form, Qt.Key.Key_Escape)
    assert not form.isVisible()
    assert not workspace.folders.is_looking
    qtbot.wait_until(lambda: not window.runner.running)
    assert form.model.rowCount() == 0


def test_a_project_that_is_only_read_takes_no_folder(
    path: Path, qtbot: QtBot, folder: Path
) -> None:
    with Project.open(path), window_over(path, qtbot) as window:
        assert window.workspace is not None
        assert window.workspace.project.is_read_only
        said: list[str] = []
        window.notices.trouble.connect(said.append)
        take_dropped(window.workspace, [folder], QPoint())
        qtbot.wait_until(lambda: len(said) == 1)
        assert said == [window.workspace.project.read_only_reason]
        assert not window.workspace.folders.form.isVisible()


def test_the_size_of_the_window_is_remembered(
    path: Path, qtbot: QtBot, folder: Path
) -> None:
    with window_over(path, qtbot) as window:
        assert window.workspace is not None
        form = opened(window.workspace, qtbot, folder)
        form.resize(700, 520)
        qtbot.wait_until(lambda: form.size() == QSize(700, 520))
    with window_over(path, qtbot) as window:
        assert window.workspace is not None
        assert window.workspace.folders.form.size() == QSize(700, 520)


def test_five_thousand_files_are_shown_and_unticked(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    many = tmp_path / "many"
    write(many, *(f"{number}.txt" for number in range(MANY)))
    form = opened(workspace, qtbot, many)
    QTest.keyClick(form.table, Qt.Key.Key_Space)
    QTest.keyClick(form.table, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    assert form.button.text() == f"Import {MANY - 1:,} files"
    assert form.facts.text == ""
