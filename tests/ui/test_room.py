"""All the room for what is open, and the rest back as soon as it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.app import build
from ui.main_window import MainWindow
from ui.session import Session
from ui.workspace import Workspace
from workbench.model.notes import NoteOn, NoteTarget
from workbench.operations.sample import build_sample
from workbench.project import Project


@pytest.fixture
def window(tmp_path: Path, qtbot: QtBot) -> MainWindow:
    path = tmp_path / "study.workbench"
    project = Project.create(path, analyst="Ada")
    build_sample(project)
    project.close()
    _app, window = build(path, dark=False, session=Session(tmp_path / "s.ini"))
    qtbot.add_widget(window, before_close_func=MainWindow.close_project)
    window.resize(1280, 800)
    window.show()
    qtbot.wait_exposed(window)
    window.activateWindow()
    return window


def workspace_of(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def sizes_of(workspace: Workspace) -> dict[str, list[int]]:
    return {name: it.sizes() for name, it in workspace.splitters().items()}


def shown_around(window: MainWindow) -> list[bool]:
    it = workspace_of(window)
    return [part.isVisible() for part in (it.library, it.tags, it.passage, it.bottom)]


def test_the_same_key_hides_what_is_around_and_brings_it_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    workspace = workspace_of(window)
    sizes, width = sizes_of(workspace), workspace.center.width()
    window.actions_by_id["view.room"].trigger()
    assert shown_around(window) == [False] * 4
    qtbot.wait_until(lambda: workspace.center.width() > width)
    assert workspace.center.isAncestorOf(QApplication.focusWidget())
    window.actions_by_id["view.room"].trigger()
    assert shown_around(window) == [True] * 4
    qtbot.wait_until(lambda: sizes_of(workspace) == sizes)


ASKED_FOR: dict[str, Callable[[MainWindow], object]] = {
    "a list": lambda it: it.actions_by_id["view.passages"].trigger(),
    "the tags": lambda it: it.actions_by_id["tags.find"].trigger(),
    "a note": lambda it: workspace_of(it).center.note_requested.emit(
        NoteTarget(NoteOn.PROJECT)
    ),
}


@pytest.mark.parametrize("asked", ASKED_FOR)
def test_who_asks_for_a_hidden_part_gets_it(window: MainWindow, asked: str) -> None:
    window.actions_by_id["view.room"].trigger()
    ASKED_FOR[asked](window)
    assert shown_around(window) == [True] * 4


def test_what_was_hidden_at_the_end_is_there_at_the_next_start(
    window: MainWindow, qtbot: QtBot
) -> None:
    path, session = workspace_of(window).project.path, window.session
    sizes = workspace_of(window).middle.sizes()
    window.actions_by_id["view.room"].trigger()
    window.close_project()
    assert not session.state("middle").isEmpty()
    window.open_project(path)
    assert shown_around(window) == [True] * 4
    qtbot.wait_until(lambda: workspace_of(window).middle.sizes() == sizes)
