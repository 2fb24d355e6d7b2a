"""The window over a project, as the tests of what is done in it begin and end.

A module says which project by a fixture `path` of its own; else it is the sample.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from ui.app import build
from ui.main_window import MainWindow
from ui.session import Session
from ui.workspace import Workspace


@contextmanager
def window_over(
    path: Path, qtbot: QtBot, *, is_dark: bool = False
) -> Iterator[MainWindow]:
    """Show the window with a project until it is active; close the project at last."""
    _, window = build(path, dark=is_dark, session=Session(path.with_suffix(".ini")))
    qtbot.add_widget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.wait_until(window.isActiveWindow)
    yield window
    window.close_project()


@pytest.fixture
def window(path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window over the project at `path`."""
    with window_over(path, qtbot) as window:
        yield window


@pytest.fixture
def workspace(window: MainWindow) -> Workspace:
    """The workspace of that project."""
    assert window.workspace is not None
    return window.workspace
