"""The batch search, in the real window: run, read, open, export."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from tests.projects import project_of
from ui import theme
from ui.batch.controller import BatchController
from ui.batch.models import NONE, PARTLY, TOTAL_ROLE
from ui.batch.panel import STALE, BatchPanel
from ui.main_window import MainWindow
from ui.reader.panel import ReaderPanel
from ui.workspace import Workspace
from workbench.jobs import Tracker
from workbench.model.batches import BatchQuery
from workbench.model.ids import DocumentId
from workbench.model.search import Scope
from workbench.operations.batches import BatchForm, run_batch
from workbench.operations.documents import remove_documents

TEXTS = {
    "first": "May I come in?\n\nThe group may meet.\n",
    "second": "Nothing of interest.\n\nA group.\n",
    "third": "Silence.\n",
}
QUERIES = "may\n\ngroup\nmay group\nno such word\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "study.workbench"
    with project_of(TEXTS, path):
        return path


@pytest.fixture
def panel(window: MainWindow, workspace: Workspace) -> BatchPanel:
    window.actions_by_id["view.batch"].trigger()
    return workspace.center.batches.open()


@pytest.fixture
def run(qtbot: QtBot, panel: BatchPanel) -> Callable[[str], None]:
    def run_it(queries: str = QUERIES) -> None:
        panel.asking.field.setPlainText(queries)
        before = panel.batch
        panel.asking.field.setFocus()
        qtbot.keyClick(
            panel.asking.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
        )
        qtbot.wait_until(lambda: panel.batch is not before, timeout=30_000)
        qtbot.wait_until(lambda: panel.asking.run_button.text() == "Run")

    return run_it


def _controller(panel: BatchPanel) -> BatchController:
    found = panel.findChild(BatchController)
    assert isinstance(found, BatchController)
    return found


def _cells(panel: BatchPanel) -> list[list[str]]:
    model = panel.grid.counts_model
    return [
        [model.index(row, column).data() for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def _said(workspace: Workspace) -> str:
    window = workspace.window()
    assert isinstance(window, MainWindow)
    return window.bar.sentence


def test_queries_are_counted_in_each_document(
    workspace: Workspace, panel: BatchPanel, run: Callable[[str], None]
) -> None:
    assert panel.asking.field.hasFocus()
    assert panel.empty.isVisible()
    run(QUERIES)
    assert panel.grid.isVisible()
    assert _cells(panel) == [
        ["2", NONE, NONE],
        ["1", "1", NONE],
        ["3", NONE, NONE],
        [NONE, NONE, NONE],
    ]
    queries = panel.grid.queries_model
    assert [
        tuple(queries.index(row, column).data() for column in range(3))
        for row in range(4)
    ] == [
        ("may", "1", "2"),
        ("group", "2", "2"),
        ("may group", "1", "3"),
        ("no such word", "0", "0"),
    ]
    across = Qt.Orientation.Horizontal
    model = panel.grid.counts_model
    assert [model.headerData(place, across) for place in range(3)] == [
        it.title for it in workspace.project.documents.all()
    ]
    assert model.headerData(0, across, TOTAL_ROLE) == "6"
    assert panel.facts.text == "4 queries · 3 documents · 7 matches"
    said = queries.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "Understood as: may" in said


def test_documents_without_a_match_are_hidden_and_that_is_said(
    panel: BatchPanel, run: Callable[[str], None]
) -> None:
    run("group")
    panel.only_found.click()
    assert _cells(panel) == [["1", "1"]]
    assert panel.facts.text == "1 query · 2 of 3 documents · 2 matches"
    run("may")
    assert _cells(panel) == [["2"]]
    panel.only_found.click()
    assert _cells(panel) == [["2", NONE, NONE]]


def test_enter_on_a_count_goes_to_the_first_match_in_that_document(
    qtbot: QtBot,
    workspace: Workspace,
    panel: BatchPanel,
    run: Callable[[str], None],
) -> None:
    run(QUERIES)
    counts = panel.grid.counts
    counts.setFocus()
    qtbot.keyClick(counts, Qt.Key.Key_Down)
    qtbot.keyClick(counts, Qt.Key.Key_Right)
    qtbot.keyClick(counts, Qt.Key.Key_Return)
    qtbot.wait_until(lambda: workspace.center.current_reader() is not None)
    reader = workspace.center.current_reader()
    assert isinstance(reader, ReaderPanel)
    project = workspace.project
    shown = project.documents.get(DocumentId(workspace.center.document_of(reader)))
    assert shown.name == "second"
    assert workspace.header.search_field.text() == 'group doc:"second"'
    searches = workspace.bottom.search_controller
    qtbot.wait_until(lambda: searches.answer.query == 'group doc:"second"')
    assert searches.answer.total == 1


def test_a_click_on_nothing_opens_nothing_and_one_on_a_query_searches_it(
    qtbot: QtBot,
    workspace: Workspace,
    panel: BatchPanel,
    run: Callable[[str], None],
) -> None:
    panel.asking.scope.setCurrentIndex(1)
    run(QUERIES)
    assert panel.batch is not None
    assert panel.batch.options.scope is Scope.PARAGRAPH
    counts = panel.grid.counts
    middle = counts.visualRect(panel.grid.counts_model.index(0, 2)).center()
    qtbot.mouseClick(counts.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    assert workspace.center.current_reader() is None
    assert workspace.header.search_field.text() == ""
    queries = panel.grid.queries
    queries.setFocus()
    queries.selectRow(2)
    qtbot.keyClick(queries, Qt.Key.Key_Return)
    searches = workspace.bottom.search_controller
    qtbot.wait_until(lambda: searches.answer.query == "may group")
    assert searches.answer.total == 1
    assert searches.shown.options.scope is Scope.PARAGRAPH


def test_both_tables_scroll_together_and_show_the_same_row(
    qtbot: QtBot, panel: BatchPanel, run: Callable[[str], None]
) -> None:
    run("\n".join(f"may {number}" for number in range(60)))
    counts, queries = panel.grid.counts, panel.grid.queries
    counts.verticalScrollBar().setValue(300)
    assert queries.verticalScrollBar().value() == 300
    queries.verticalScrollBar().setValue(200)
    assert counts.verticalScrollBar().value() == 200
    for row in (12, 30):
        tops = [
            table.viewport().mapTo(panel, QPoint(0, table.rowViewportPosition(row))).y()
            for table in (counts, queries)
        ]
        assert tops[0] == tops[1]
    counts.setCurrentIndex(panel.grid.counts_model.index(50, 1))
    assert [it.row() for it in queries.selectionModel().selectedRows()] == [50]
    counts.scrollToBottom()
    assert queries.verticalScrollBar().value() == counts.verticalScrollBar().value()


def test_what_changed_since_is_said_and_a_new_run_takes_it_back(
    qtbot: QtBot,
    workspace: Workspace,
    panel: BatchPanel,
    run: Callable[[str], None],
) -> None:
    run(QUERIES)
    assert panel.batch is not None
    first = panel.batch.documents[0]
    assert panel.stale.text == ""
    remove_documents(workspace.project, [first.document_id])
    qtbot.wait_until(lambda: panel.stale.text == STALE)
    panel.cell_activated.emit(panel.batch.rows[0], first)
    qtbot.wait_until(lambda: "not in “first” any more" in _said(workspace))
    run(QUERIES)
    assert panel.stale.text == ""
    assert _cells(panel)[0] == [NONE, NONE]


def test_what_changes_while_it_is_counted_is_said_too(
    qtbot: QtBot, workspace: Workspace, panel: BatchPanel
) -> None:
    panel.asking.field.setPlainText(QUERIES)
    panel.asking.run_button.click()
    (first, *_) = workspace.project.documents.all()
    remove_documents(workspace.project, [first.id])
    qtbot.wait_until(lambda: panel.batch is not None, timeout=30_000)
    assert panel.stale.text == STALE


def test_a_stopped_batch_leaves_what_was_counted_before(
    qtbot: QtBot, panel: BatchPanel, run: Callable[[str], None]
) -> None:
    run("group")
    before = panel.batch
    panel.asking.field.setPlainText("\n".join(f"m* g* {it}" for it in range(3000)))
    panel.asking.run_button.click()
    assert panel.asking.run_button.text() == "Stop"
    panel.asking.run_button.click()
    qtbot.wait_until(lambda: panel.asking.run_button.text() == "Run")
    assert panel.batch is before
    assert panel.facts.text == "1 query · 3 documents · 2 matches"


def test_without_a_query_it_says_what_to_do(
    workspace: Workspace, panel: BatchPanel
) -> None:
    panel.asking.field.setPlainText("\n  \n")
    panel.asking.run_button.click()
    assert "Write a query first" in _said(workspace)
    assert panel.batch is None


def test_queries_come_from_a_file_with_their_names_and_counts_go_to_one(
    qtbot: QtBot, tmp_path: Path, panel: BatchPanel, run: Callable[[str], None]
) -> None:
    path = tmp_path / "queries.csv"
    path.write_text('query;name\n"group OR may";Both\nmay;\n')
    controller = _controller(panel)
    controller.open_file(path)
    assert panel.asking.field.toPlainText() == "group OR may\nmay"
    run(panel.asking.field.toPlainText())
    assert panel.grid.queries_model.index(0, 0).data() == "Both"
    assert panel.grid.queries_model.index(1, 0).data() == "may"
    for form, rows in ((BatchForm.TABLE, 2), (BatchForm.LONG, 3)):
        target = tmp_path / f"{form}.csv"
        controller.export(form, target)
        qtbot.wait_until(target.exists)
        with target.open(encoding="utf-8-sig", newline="") as file:
            written = list(csv.reader(file))
        assert len(written) == rows + 1
        assert written[1][:2] == ["Both", "group OR may"]


def test_a_file_that_is_none_leaves_the_queries_as_they_are(
    tmp_path: Path, workspace: Workspace, panel: BatchPanel
) -> None:
    panel.asking.field.setPlainText("may")
    path = tmp_path / "words.csv"
    path.write_text("words\nmay\n")
    _controller(panel).open_file(path)
    assert "has no column “query”" in _said(workspace)
    assert panel.asking.field.toPlainText() == "may"


def test_nothing_is_quieter_than_a_count_and_the_look_can_change(
    panel: BatchPanel, run: Callable[[str], None]
) -> None:
    run("group")
    model = panel.grid.counts_model
    shown = [
        model.index(0, column).data(Qt.ItemDataRole.ForegroundRole) for column in (0, 2)
    ]
    assert shown == [theme.tokens().text, theme.tokens().muted]
    assert all(isinstance(color, QColor) for color in shown)
    told = model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "group\nthird\n0 matches"


def test_the_tab_is_one_and_comes_back_after_a_restart(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, panel: BatchPanel
) -> None:
    assert workspace.center.batches.open() is panel
    path = workspace.project.path
    window.close_project()
    window.open_project(path)
    assert window.workspace is not None
    assert len(window.workspace.center.strips.of_kind(BatchPanel)) == 1


def test_the_window_shows_what_the_engine_counts(
    workspace: Workspace, panel: BatchPanel, run: Callable[[str], None]
) -> None:
    run(QUERIES)
    asked = [BatchQuery(it, it) for it in QUERIES.splitlines() if it]
    expected = run_batch(workspace.project, asked, panel.asking.options, Tracker())
    assert panel.batch == expected


def test_a_query_that_was_not_read_whole_says_so(
    panel: BatchPanel, run: Callable[[str], None]
) -> None:
    run("may\nmay nosuchfield:x OR (")
    assert panel.batch is not None
    assert panel.batch.rows[1].understood.ignored
    shown = [panel.grid.queries_model.index(row, 0) for row in range(2)]
    assert shown[0].data() == "may"
    spoken = [it.data(Qt.ItemDataRole.AccessibleTextRole) for it in shown]
    assert spoken == [None, f"{PARTLY} {shown[1].data()}"]
    signs = [it.data(Qt.ItemDataRole.DecorationRole) is not None for it in shown]
    assert signs == [False, True]
    said = shown[1].data(Qt.ItemDataRole.ToolTipRole)
    for reason in panel.batch.rows[1].understood.ignored:
        assert reason in said
