"""A word typed after a refused key does nothing to the text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.projects import state_of
from tests.windows import window_over
from ui.main_window import MainWindow
from ui.reader.panel import ReaderPanel
from ui.reader.vain_typing import PAUSE_MS
from workbench.operations.importing import import_paths
from workbench.project import Project

NONE, SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    (tmp_path / "memo.txt").write_text("Ministers met.\n\nThey will meet again.\n")
    with Project.create(tmp_path / "p.workbench", analyst="ana") as project:
        import_paths(project, [tmp_path / "memo.txt"])
    with window_over(tmp_path / "p.workbench", qtbot) as window:
        yield window


@pytest.fixture
def reader(window: MainWindow) -> ReaderPanel:
    assert window.workspace is not None
    (document_id,) = window.workspace.project.documents.ids()
    reader = window.workspace.center.open_document(document_id)
    window.activateWindow()
    reader.setFocus()
    return reader


@pytest.mark.parametrize(
    ("key", "modifier"), [(Qt.Key.Key_T, NONE), (Qt.Key.Key_C, NONE),
                          (Qt.Key.Key_N, NONE), (Qt.Key.Key_C, SHIFT)]
)  # fmt: skip
def test_a_word_after_a_refused_key_is_no_keys(
    qtbot: QtBot,
    window: MainWindow,
    reader: ReaderPanel,
    key: Qt.Key,
    modifier: Qt.KeyboardModifier,
) -> None:
    assert window.workspace is not None
    before = state_of(window.workspace.project)
    qtbot.keyClick(reader.pane, key, modifier)
    qtbot.keyClicks(reader.pane, "marked bzw E[1")
    assert window.status.said.startswith("Select some words first")
    assert reader.pane.hasFocus()
    assert state_of(window.workspace.project) == before
    # Whoever waits gives keys again.
    qtbot.wait(2 * PAUSE_MS)
    qtbot.keyClick(reader.pane, Qt.Key.Key_B)
    assert window.workspace.project.bookmarks.all()


def test_the_key_that_is_advised_is_heard_at_once(
    qtbot: QtBot, window: MainWindow, reader: ReaderPanel
) -> None:
    assert window.workspace is not None
    for key in (Qt.Key.Key_T, Qt.Key.Key_W, Qt.Key.Key_M):
        qtbot.keyClick(reader.pane, key)
    (passage,) = window.workspace.project.passages.all()
    assert passage.quote == "Ministers"
