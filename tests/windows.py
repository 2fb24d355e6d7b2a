"""The window over a project, as the tests of what is done in it begin and end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.app import build
from ui.main_window import MainWindow
from ui.session import Session


@contextmanager
def window_over(path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    """Show the window with a project until it is active; close the project at last."""
    _, window = build(path, dark=False, session=Session(path.with_suffix(".ini")))
    qtbot.add_widget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    qtbot.wait_until(window.isActiveWindow)
    yield window
    window.close_project()
