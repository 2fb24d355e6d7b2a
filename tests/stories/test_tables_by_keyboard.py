"""A table made, filled, checked and taken back by keyboard alone, in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.projects import state_of
from tests.windows import window_over
from ui.main_window import MainWindow
from ui.tables.panel import TablePanel
from ui.tables.strip.evidence import Part
from ui.workspace import Workspace
from workbench.model.cells import Cell, CellState, Role
from workbench.model.spans import Span
from workbench.model.tables import ComparisonTable
from workbench.operations.checking import check
from workbench.operations.importing import import_paths
from workbench.project import Project

RELEASE = (
    "The Controls Group was launched on 8 November 2022.\n\n"
    "It is led at the Deputy Assistant Secretary level.\n\n"
    "Nobody had expected it before the end of the year.\n\n"
    "Minister Oren Tavesh opened its first meeting.\n"
)
STORY = (
    "Foreign Minister Sela Dronin opened the first meeting of the group.\n\n"
    "It is to meet twice a year.\n"
)
LEVEL = "led at the Deputy Assistant Secretary level"
WAIT_MS = 20_000


class Desk:
    """The window over two documents; every key goes where the focus is."""

    def __init__(self, window: MainWindow, qtbot: QtBot, folder: Path) -> None:
        assert window.workspace is not None
        self.window, self.qtbot, self.folder = window, qtbot, folder
        self.workspace: Workspace = window.workspace
        self.project: Project = self.workspace.project

    @property
    def panel(self) -> TablePanel:
        panel = self.workspace.center.current_table()
        assert panel is not None
        return panel

    @property
    def focused(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        if popup is None and QApplication.activeWindow() is None:
            # Offscreen, no window is active once a popup has closed.
            self.window.activateWindow()
        widget = (popup.focusWidget() or popup) if popup else None
        widget = widget or QApplication.focusWidget()
        assert widget is not None
        return widget

    @property
    def steps(self) -> list[str]:
        return [it.label for it in self.project.history.steps()]

    def press(self, *keys: str) -> None:
        for key in keys:
            it = QKeySequence(key)[0]
            QTest.keyClick(self.focused, it.key(), it.keyboardModifiers())

    def type(self, text: str) -> None:
        QTest.keyClicks(self.focused, text)

    def add_row(self, name: str, *down: str) -> None:
        self.press("Ins")
        self.type(name)
        self.press(*down, "Return")

    def read(self, name: str, words: str) -> None:
        """Select words of a document as somebody who reads it has."""
        document = next(it for it in self.project.documents.all() if it.name == name)
        reader = self.workspace.center.open_document(document.id)
        start = self.project.documents.text(document.id).index(words)
        reader.setFocus()
        reader.select(Span(start, start + len(words)))

    def cite(self, name: str, words: str, cell: str, *role: str) -> None:
        self.read(name, words)
        self.press("C")
        self.type(cell)
        self.press(*role, "Return")

    def to_table(self) -> None:
        (table_id, _), *_ = self.project.tables.all()
        self.workspace.center.open_table(table_id)
        self.window.activateWindow()

    def cell(self, row: str, column: str) -> Cell:
        (table_id, _), *_ = self.project.tables.all()
        return cell_of(self.project.tables.get(table_id), row, column)

    def shown(self, row: str, column: str) -> Cell:
        panel = self.workspace.center.current_table()
        return cell_of(panel.table, row, column) if panel else self.cell(row, column)

    def go_to(self, row: str, column: str) -> None:
        cell = self.cell(row, column)
        self.to_table()
        self.panel.select_cell(cell.row_id, cell.column_id)

    def replace(self, name: str, old: str, new: str) -> None:
        document = next(it for it in self.project.documents.all() if it.name == name)
        text = self.project.documents.text(document.id)
        path = self.folder / f"{name} again.txt"
        path.write_text(text.replace(old, new))
        self.workspace.revising.replace_by(document.id, path)
        self.press("Return")  # what depends on it was said: go on
        self.qtbot.wait_until(
            lambda: self.project.documents.get(document.id).version > document.version,
            timeout=WAIT_MS,
        )
        self.qtbot.wait_until(lambda: not self.window.runner.running, timeout=WAIT_MS)

    def wait_for(self, row: str, column: str, state: CellState) -> None:
        """Wait until a cell is so in the project, and is shown so."""
        for cell_now in (self.cell, self.shown):
            self.qtbot.wait_until(
                lambda cell_now=cell_now: cell_now(row, column).state is state,
                timeout=WAIT_MS,
            )


def cell_of(table: ComparisonTable, row: str, column: str) -> Cell:
    names = [it.name for it in table.columns]
    cells = next(it.cells for it in table.rows if it.name == row)
    return cells[names.index(column)]


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[Desk]:
    path = tmp_path / "bodies.workbench"
    for name, text in (("release", RELEASE), ("story", STORY)):
        (tmp_path / f"{name}.txt").write_text(text)
    with Project.create(path, analyst="Ada") as project:
        import_paths(project, [tmp_path / "release.txt", tmp_path / "story.txt"])
    with window_over(path, qtbot) as window:
        yield Desk(window, qtbot, tmp_path)


@pytest.fixture
def filled(desk: Desk) -> Desk:
    """Make the table from its template, write in it and cite."""
    desk.press("Ctrl+T")
    desk.press("Down", "Down", "Down", "Return")
    desk.add_row("Controls Group")
    desk.add_row("Another group", "Down")
    desk.cite("release", LEVEL, "controls level")
    desk.cite("release", "Minister Oren Tavesh", "controls leads")
    desk.cite("story", "Foreign Minister Sela Dronin", "controls leads", "Alt+2")
    desk.go_to("Controls Group", "Level")
    desk.type("Deputy assistant secretary")
    desk.press("Return")
    desk.go_to("Controls Group", "Leads named")
    desk.press("Return")
    desk.type("- Tavesh")
    desk.press("Shift+Return")
    desk.type("**Dronin**, in a story")
    desk.press("Return")
    return desk


def test_what_was_done_by_keys_stands_in_the_file(filled: Desk) -> None:
    level = filled.cell("Controls Group", "Level")
    assert level.state is CellState.SUPPORTED
    assert [it.quote for it in level.citations] == [LEVEL]
    leads = filled.cell("Controls Group", "Leads named")
    assert leads.state is CellState.DISPUTED
    assert leads.summary == "- Tavesh\n- **Dronin**, in a story"
    assert [it.role for it in leads.citations] == [Role.SUPPORTS, Role.CONTRADICTS]
    case, free = filled.panel.table.rows
    assert case.case_id is not None
    assert free.case_id is free.document_id is None


def test_each_thing_is_one_step_with_a_name_and_all_are_taken_back(
    filled: Desk,
) -> None:
    before = state_of(filled.project)
    steps = filled.steps
    assert steps[1:] == [
        "Create table “Bilateral bodies” from “Bilateral bodies”",
        "Add row “Controls Group”",
        "Add row “Another group”",
        "Cite passage in “Controls Group › Level”",
        "Cite passage in “Controls Group › Leads named”",
        "Cite passage in “Controls Group › Leads named”",
        "Write cell “Controls Group › Level”",
        "Write cell “Controls Group › Leads named”",
    ]
    for label in reversed(steps[1:]):
        filled.press("Ctrl+Z")
        assert filled.window.status.said == f"Undone: {label}"
    assert filled.project.tables.all() == []
    assert filled.project.passages.all() == []
    assert filled.workspace.center.current_table() is None
    for _ in steps[1:]:
        filled.press("Ctrl+Y")
    assert state_of(filled.project) == before
    assert check(filled.project) == []


def test_from_the_cell_to_the_middle_of_its_source_and_back(filled: Desk) -> None:
    filled.go_to("Controls Group", "Leads named")
    filled.press("Ctrl+Down", "Down", "Return")
    reader = filled.workspace.center.current_reader()
    assert reader is not None
    citation = filled.cell("Controls Group", "Leads named").citations[1]
    assert reader.selected_passage == citation.passage_id
    place = reader.pane.point_of(Span(citation.start, citation.end))
    top = reader.pane.mapToGlobal(QPoint(0, 0)).y()
    assert 0 < (place.y() - top) / reader.pane.height() < 1
    filled.press("Backspace")
    current = filled.panel.model.cell(filled.panel.view.currentIndex())
    assert current == filled.cell("Controls Group", "Leads named")
    assert filled.panel.view.hasFocus()


def test_another_rank_turns_one_cell_stale_and_each_answer_is_one_step(
    filled: Desk,
) -> None:
    filled.replace("release", "Deputy Assistant", "Assistant")
    checks = filled.project.checks.all()
    level = filled.cell("Controls Group", "Level")
    assert [(it.row_id, it.column_id) for it in checks] == [
        (level.row_id, level.column_id)
    ]
    for keys, text, state, label in (
        (("Y",), "", CellState.SUPPORTED, "Keep citation in {}: still holds"),
        (("X",), "", CellState.DRAFT, "Remove citation in {}"),
        (("E",), "Assistant secretary", CellState.SUPPORTED, "Rewrite cell {}"),
    ):
        filled.press("F8")
        assert filled.window.status.said == "Cell 1 of 1 to check"
        filled.press(*keys)
        if text:
            filled.type(text)
            filled.press("Return")
        assert filled.cell("Controls Group", "Level").state is state
        assert filled.steps[-1] == label.format("“Controls Group › Level”")
        assert "All cells are checked" in filled.window.status.said
        filled.press("Ctrl+Z")
        assert filled.cell("Controls Group", "Level").state is CellState.STALE


def test_hidden_cells_to_check_are_said(filled: Desk) -> None:
    filled.replace("release", "Deputy Assistant", "Assistant")
    filled.go_to("Controls Group", "Level")
    filled.press("Ctrl+9", "F8")
    said = filled.window.status.said
    assert said == "1 cell to check in hidden rows or columns · press Ctrl+Shift+H"
    filled.press("Ctrl+Shift+H", "Return", "F8")
    assert filled.window.status.said == "Cell 1 of 1 to check"


def test_what_no_document_says_is_found_once_a_new_one_does(filled: Desk) -> None:
    filled.go_to("Another group", "Enforcement")
    filled.press("Alt+N")
    filled.focused.selectAll()  # type: ignore[attr-defined]
    filled.type("zirconium")
    filled.press("Tab", "Right")
    filled.press("Return")
    filled.wait_for("Another group", "Enforcement", CellState.NOT_STATED)
    memo = filled.folder / "memo.txt"
    memo.write_text("Inspectors look for zirconium.\n")
    filled.workspace.imports.import_paths([memo])
    filled.wait_for("Another group", "Enforcement", CellState.STALE)
    filled.to_table()
    filled.press("F8", "+")
    cell = filled.cell("Another group", "Enforcement")
    assert [it.quote for it in cell.citations] == ["Inspectors look for zirconium."]
    assert cell.absence is None
    filled.press("Ctrl+Z")
    filled.wait_for("Another group", "Enforcement", CellState.STALE)


@pytest.mark.parametrize("key", ["Ctrl+9", "Alt+Shift+Down", "Alt+Shift+Right"])
def test_what_is_half_written_is_kept_when_lines_move(filled: Desk, key: str) -> None:
    filled.go_to("Controls Group", "Start")
    filled.press("Return")
    filled.type("8 November 2022")
    filled.press(key)
    assert filled.cell("Controls Group", "Start").summary == "8 November 2022"


def test_what_is_half_written_is_kept_when_rows_are_sorted(filled: Desk) -> None:
    filled.go_to("Controls Group", "Start")
    filled.press("Return")
    filled.type("8 November 2022")
    head = filled.panel.view.horizontalHeader().viewport()
    QTest.mouseClick(head, Qt.MouseButton.LeftButton, pos=head.rect().center())
    assert filled.cell("Controls Group", "Start").summary == "8 November 2022"


def test_what_only_can_be_read_is_not_changed_by_any_key(
    filled: Desk, qtbot: QtBot
) -> None:
    path = filled.project.path
    filled.window.close_project()
    with Project.open(path) as writing:
        before = state_of(writing)
        with window_over(path, qtbot) as window:
            desk = Desk(window, qtbot, filled.folder)
            assert desk.project.is_read_only
            desk.go_to("Controls Group", "Level")
            for key in ("Ins", "Del", "Return", "x", "Ctrl+9", "Ctrl+Del", "Alt+N"):
                desk.press(key)
                if QApplication.activePopupWidget() is not None:
                    desk.press("Escape")
            desk.press("Ctrl+Down", "X", "D", "Alt+2", "Alt+3", "R")
        assert state_of(writing) == before


def test_the_page_below_the_cells_comes_back_with_the_window(
    filled: Desk, qtbot: QtBot
) -> None:
    filled.go_to("Controls Group", "Level")
    filled.press("Alt+3")
    path = filled.project.path
    filled.window.close_project()
    with window_over(path, qtbot) as window:
        desk = Desk(window, qtbot, filled.folder)
        assert desk.panel.evidence.part is Part.HISTORY
