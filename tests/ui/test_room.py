"""All the room for what is open, and the rest back as soon as it is asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.lists import LEAST_HEIGHT
from ui.main_window import MainWindow
from ui.workspace import LEFT, RIGHT, Workspace
from workbench.model.notes import NoteOn, NoteTarget


def workspace_of(window: MainWindow) -> Workspace:
    assert window.workspace is not None
    return window.workspace


def stands_as_usual(workspace: Workspace) -> bool:
    left, _center, right = workspace.middle.sizes()
    return (left, right) == (LEFT, RIGHT) and workspace.bottom.height() > LEAST_HEIGHT


def shown_around(window: MainWindow) -> list[bool]:
    it = workspace_of(window)
    return [part.isVisible() for part in (it.library, it.tags, it.passage, it.bottom)]


def test_the_same_key_hides_what_is_around_and_brings_it_back(
    window: MainWindow, qtbot: QtBot
) -> None:
    workspace = workspace_of(window)
    width = workspace.center.width()
    window.actions_by_id["view.room"].trigger()
    assert shown_around(window) == [False] * 4
    qtbot.wait_until(lambda: workspace.center.width() > width)
    assert workspace.center.isAncestorOf(QApplication.focusWidget())
    window.actions_by_id["view.room"].trigger()
    assert shown_around(window) == [True] * 4
    qtbot.wait_until(lambda: stands_as_usual(workspace))


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
    window.actions_by_id["view.room"].trigger()
    window.close_project()
    assert not session.state("middle").isEmpty()
    window.open_project(path)
    assert shown_around(window) == [True] * 4
    qtbot.wait_until(lambda: stands_as_usual(workspace_of(window)))
