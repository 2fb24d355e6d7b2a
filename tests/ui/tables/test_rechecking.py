"""In the window, what is not stated is searched again by itself."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from ui.app import build
from ui.rechecking import Rechecking
from ui.session import Session
from workbench.model.cells import AbsenceScope, CellKey, CellState
from workbench.operations.absences import record_absence
from workbench.operations.importing import import_paths
from workbench.operations.tables import add_column, add_row, create_table
from workbench.project import Project

WAIT_MS = 20_000


def absent(project: Project, query: str) -> CellKey:
    table_id = create_table(project, "Metals")
    row = add_row(project, table_id, "Row")
    place = row, add_column(project, table_id, "Column")
    record_absence(project, *place, query, AbsenceScope.ALL)
    return place


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.txt"
    path.write_text(text)
    return path


def test_a_document_that_joins_is_searched_in_the_window(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "study.workbench"
    with Project.create(path, analyst="ana") as project:
        import_paths(project, [written(tmp_path, "one", "Of copper.")])
        place = absent(project, "zinc")
        import_paths(project, [written(tmp_path, "two", "Of zinc.")])
        assert project.cells.get(*place).state is CellState.NOT_STATED
    _, window = build(path, dark=False, session=Session(tmp_path / "s.ini"))
    qtbot.addWidget(window)
    assert window.workspace is not None
    project = window.workspace.project
    assert isinstance(window.workspace.revising.rechecking, Rechecking)

    def state() -> CellState:
        return project.cells.get(*place).state

    # What another program brought in is seen when the project is opened.
    qtbot.wait_until(lambda: state() is CellState.STALE, timeout=WAIT_MS)
    steps = len(project.history.steps())
    project.undo()
    qtbot.wait_until(lambda: state() is CellState.NOT_STATED, timeout=WAIT_MS)
    project.redo()
    qtbot.wait_until(lambda: state() is CellState.STALE, timeout=WAIT_MS)
    assert len(project.history.steps()) == steps
    window.close_project()
