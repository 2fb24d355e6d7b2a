"""Random keys in the window: nothing breaks, and undo leads back to the start."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from tests.projects import state_of
from tests.windows import window_over
from ui.actions import ACTIONS, Place
from ui.main_window import MainWindow
from ui.workspace import Workspace
from workbench.operations.checking import check
from workbench.operations.sample import build_sample
from workbench.project import Project

KEYS = 300
COMPARING = {
    Place.WINDOW, Place.READER, Place.COMPARE, Place.PAIRS, Place.FACTS, Place.REUSE,
    Place.SIMILAR, Place.QUOTES,
}  # fmt: skip
TABLES = {
    Place.WINDOW, Place.READER, Place.TABLE, Place.EVIDENCE, Place.SUGGESTIONS,
    Place.CELL_HISTORY, Place.CELL, Place.CITING, Place.CASES, Place.CASE,
}  # fmt: skip
LEFT_OUT = (
    "project.", "tags.import", "tags.export", "help.", "edit.undo", "edit.redo",
)  # fmt: skip
"""What shows another project, opens a dialog, or goes back before the start."""
OTHERS = (
    "Return", "Escape", "Tab", "Shift+Tab", "Up", "Down", "Left", "Right", "Home",
    "End", "PgUp", "PgDown", "Space", "Del", "1", "2", "3", "k", "o",
)  # fmt: skip


def keys_heard_in(places: Collection[Place]) -> list[str]:
    specs = (
        it for it in ACTIONS if it.place in places and not it.id.startswith(LEFT_OUT)
    )
    return [*OTHERS, *OTHERS, *(key for it in specs for key in it.keys)]


def press(window: MainWindow, key: str) -> None:
    popup = QApplication.activePopupWidget()
    where = (popup.focusWidget() or popup) if popup else QApplication.focusWidget()
    combination = QKeySequence(key)[0]
    QTest.keyClick(where or window, combination.key(), combination.keyboardModifiers())
    if QApplication.activePopupWidget() is None:
        # Offscreen, no window is active once a popup has closed.
        window.activateWindow()


def open_comparisons(workspace: Workspace) -> None:
    ids = [it.id for it in workspace.project.documents.all()]
    workspace.center.reuse.open()
    for shown in (ids[:2], ids[1:4], (ids[2], ids[2])):
        workspace.center.open_compare(*shown)


def open_tables(workspace: Workspace) -> None:
    workspace.center.open_document(workspace.project.documents.all()[0].id)
    for table_id, _ in workspace.project.tables.all():
        workspace.center.open_table(table_id)


@pytest.mark.fuzz
@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize(
    ("begin", "places"), [(open_comparisons, COMPARING), (open_tables, TABLES)]
)
def test_any_keys_leave_the_project_sound(
    begin: Callable[[Workspace], None],
    places: Collection[Place],
    seed: int,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # Nobody answers a dialog of the system, which a button may open.
    for ask in ("getSaveFileName", "getOpenFileName", "getOpenFileNames"):
        monkeypatch.setattr(QFileDialog, ask, lambda *_: ("", ""))
    path = tmp_path / "sample.workbench"
    with Project.create(path, analyst="ana") as project:
        build_sample(project)
    chance = random.Random(seed)
    keys = keys_heard_in(places)
    with Project.open(path) as project:
        before, start = state_of(project), project.history.steps()[-1].id
    with window_over(path, qtbot) as window:
        assert window.workspace is not None
        begin(window.workspace)
        for _ in range(KEYS):
            press(window, chance.choice(keys))
            qtbot.wait(chance.choice((0, 0, 0, 30)))
        qtbot.wait_until(lambda: not window.runner.running, timeout=60_000)
    with Project.open(path) as project:
        assert check(project) == []
        after, steps = state_of(project), project.history.steps()
        project.walk_to(start)
        assert state_of(project) == before
        project.walk_to(steps[-1].id)
        assert state_of(project) == after
