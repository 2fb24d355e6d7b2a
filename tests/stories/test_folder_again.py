"""A folder comes in, its files change, it comes in again: read back from the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ui.folders.form import FolderForm
from ui.main_window import MainWindow
from ui.workspace import Workspace
from workbench.model.spans import Span
from workbench.operations.folders import imported_folders
from workbench.operations.passages import mark_passage
from workbench.project import Project

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
LETTER = "The working group met in May. Its aim was to keep controls consistent."
CORRECTED = "Corrected on 8 June. " + LETTER


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "study.workbench"
    Project.create(path, analyst="ana").close()
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "letters"
    (folder / "drafts").mkdir(parents=True)
    (folder / "may.txt").write_text(LETTER, "utf-8")
    (folder / "june.txt").write_text("Nothing was decided in June.", "utf-8")
    (folder / "drafts" / "plan.md").write_text("# A plan\n\nNot yet.", "utf-8")
    (folder / "survey.csv").write_text("Name,Text\nKim,We agree.\n", "utf-8")
    return folder


def looked(workspace: Workspace, qtbot: QtBot) -> FolderForm:
    form = workspace.folders.form
    qtbot.wait_until(form.table.isVisible)
    qtbot.wait_until(lambda: form.isActiveWindow() and form.table.hasFocus())
    return form


def import_by_enter(workspace: Workspace, qtbot: QtBot) -> None:
    with qtbot.wait_signal(workspace.imports.ended, timeout=30_000):
        QTest.keyClick(workspace.folders.form.table, Qt.Key.Key_Return)


def test_a_folder_comes_in_and_again_when_it_changed(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, folder: Path
) -> None:
    workspace.folders.open(folder)
    form = looked(workspace, qtbot)
    assert form.button.text() == "Import 4 files"
    import_by_enter(workspace, qtbot)

    project = workspace.project
    letter = project.documents.find("may").id
    aim = LETTER.index("Its aim")
    passage = mark_passage(project, letter, Span(aim, len(LETTER)))

    (folder / "may.txt").write_text(CORRECTED, "utf-8")
    (folder / "june.txt").unlink()
    (folder / "july.txt").write_text("In July they met again.", "utf-8")
    rows = "Name,Text\nKim,We agree.\nLee,We do not.\n"
    (folder / "survey.csv").write_text(rows, "utf-8")

    window.activateWindow()
    qtbot.wait_until(window.isActiveWindow)
    QTest.keyClick(window, Qt.Key.Key_I, CONTROL | ALT)
    form = looked(workspace, qtbot)
    assert form.button.text() == "Import 2 files and 1 new version"
    assert form.facts.text == "1 already here · 1 missing"
    import_by_enter(workspace, qtbot)

    with Project.open(project.path, read_only=True) as read:
        names = sorted(it.name for it in read.documents.all())
        assert names == ["Kim", "Lee", "july", "june", "may", "plan"]
        assert read.documents.text(letter) == CORRECTED
        assert read.documents.get(letter).version == 2
        (moved,) = read.passages.some([passage])
        assert CORRECTED[moved.span.start : moved.span.end] == LETTER[aim:]
        assert [it.choice.path for it in imported_folders(read)] == [str(folder)]

    project.undo()
    with Project.open(project.path, read_only=True) as read:
        names = sorted(it.name for it in read.documents.all())
        assert names == ["Kim", "june", "may", "plan"]
        assert read.documents.text(letter) == LETTER
