"""What rests on a passage is told where it is read, and before it is gone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.projects import project_of
from ui.main_window import MainWindow
from ui.passage.card import CitedCard
from ui.reader.panel import ReaderPanel
from ui.reader.telling import told_at
from ui.widgets.question import Question
from ui.workspace import Workspace
from workbench.model.cells import Cell, CellState
from workbench.model.ids import DocumentId, PassageId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations import cells, tables
from workbench.operations.notes import write_note
from workbench.operations.passages import mark_passage

TEXT = "Officials lead it. They met twice. Nobody else came.\n"
ESCAPE, ENTER, DELETE = Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Delete


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "study.workbench"
    with project_of({"release": TEXT}, path) as project:
        document_id = project.documents.all()[0].id
        cited = mark_passage(project, document_id, Span(0, 18))
        mark_passage(project, document_id, Span(35, 52))
        table_id = tables.create_table(project, "Bodies")
        row_id = tables.add_row(project, table_id, "HTWG")
        for name in ("Level", "Leads"):
            column_id = tables.add_column(project, table_id, name)
            cells.cite(project, row_id, column_id, cited)
        write_note(project, NoteTarget(NoteOn.PROJECT), f"See [[passage {cited}]].")
    return path


@pytest.fixture
def document_id(workspace: Workspace) -> DocumentId:
    return workspace.project.documents.all()[0].id


@pytest.fixture
def passages(workspace: Workspace, document_id: DocumentId) -> list[PassageId]:
    return [it.id for it in workspace.project.passages.of_document(document_id)]


def asked() -> Question | None:
    popup = QApplication.activePopupWidget()
    return popup if isinstance(popup, Question) else None


def answer(question: Question | None, key: Qt.Key, qtbot: QtBot) -> None:
    assert question is not None
    qtbot.keyClick(QApplication.focusWidget() or question, key)
    qtbot.wait_until(lambda: asked() is None)


def reading(workspace: Workspace, passage_id: PassageId) -> ReaderPanel:
    workspace.going.to_passage(passage_id)
    reader = workspace.center.current_reader()
    assert reader is not None
    return reader


def cell_of(workspace: Workspace, column: int = 0) -> Cell:
    table_id, _ = workspace.project.tables.all()[0]
    return workspace.project.tables.get(table_id).rows[0].cells[column]


def test_deleting_what_cells_rest_on_asks_first(
    window: MainWindow, workspace: Workspace, passages: list[PassageId], qtbot: QtBot
) -> None:
    reader = reading(workspace, passages[0])
    qtbot.keyClick(reader.pane, DELETE)
    question = asked()
    assert question is not None
    assert question.words.text() == (
        "2 cells and 1 note rest on this passage. Delete it all the same? Cells keep"
        " its words, marked as orphaned."
    )
    answer(question, ESCAPE, qtbot)
    assert len(workspace.project.passages.all()) == 2
    window.activateWindow()
    qtbot.keyClick(reader.pane, DELETE)
    answer(asked(), ENTER, qtbot)
    assert [it.id for it in workspace.project.passages.all()] == passages[1:]
    assert cell_of(workspace).state is CellState.ORPHANED
    assert cell_of(workspace).citations[0].quote == "Officials lead it."
    workspace.project.undo()
    assert cell_of(workspace).state is CellState.DRAFT


def test_what_nothing_rests_on_is_deleted_at_once(
    workspace: Workspace, passages: list[PassageId], qtbot: QtBot
) -> None:
    qtbot.keyClick(reading(workspace, passages[1]).pane, DELETE)
    assert asked() is None
    assert [it.id for it in workspace.project.passages.all()] == passages[:1]


def test_keep_is_a_button_and_enter_on_it_keeps(
    workspace: Workspace, passages: list[PassageId], qtbot: QtBot
) -> None:
    workspace.passage.show_passage(passages[0])
    workspace.passage.remove_button.click()
    question = asked()
    assert question is not None
    question.keep_button.setFocus()
    answer(question, ENTER, qtbot)
    assert len(workspace.project.passages.all()) == 2


def test_the_list_of_passages_asks_about_all_that_are_selected(
    workspace: Workspace, passages: list[PassageId], qtbot: QtBot
) -> None:
    workspace.bottom.open_list(workspace.passages)
    qtbot.wait_until(lambda: len(workspace.passages.model.ids) == 2)
    workspace.passages.table.selectAll()
    qtbot.keyClick(workspace.passages.table, DELETE)
    question = asked()
    assert question is not None
    assert question.words.text().startswith("2 cells and 1 note rest on these passages")
    answer(question, ENTER, qtbot)
    assert workspace.project.passages.all() == []


def test_deleting_a_document_asks_first(
    workspace: Workspace, document_id: DocumentId, qtbot: QtBot
) -> None:
    workspace.library.select([document_id])
    workspace.library.remove_requested.emit([document_id])
    question = asked()
    assert question is not None
    assert "rest on this document" in question.words.text()
    answer(question, ESCAPE, qtbot)
    assert workspace.project.documents.count() == 1
    workspace.library.remove_requested.emit([document_id])
    answer(asked(), ENTER, qtbot)
    assert workspace.project.documents.count() == 0


def test_a_new_version_is_asked_about_and_tells_what_turned_stale(
    window: MainWindow, workspace: Workspace, document_id: DocumentId,
    tmp_path: Path, qtbot: QtBot,
) -> None:  # fmt: skip
    file = tmp_path / "new.txt"
    file.write_text(TEXT.replace("lead it", "led it"))
    workspace.revising.replace_by(document_id, file)
    answer(asked(), ESCAPE, qtbot)
    assert workspace.project.documents.version(document_id) == 1
    workspace.revising.replace_by(document_id, file)
    answer(asked(), ENTER, qtbot)
    qtbot.wait_until(
        lambda: workspace.project.documents.version(document_id) == 2, timeout=20_000
    )
    qtbot.wait_until(lambda: "2 cells turned stale" in window.status.said)
    assert "F8 walks them" in window.status.said
    assert cell_of(workspace).state is CellState.STALE


def test_the_panel_lists_what_rests_on_a_passage_and_leads_there(
    workspace: Workspace, passages: list[PassageId], qtbot: QtBot
) -> None:
    panel = workspace.passage
    reading(workspace, passages[1])
    assert panel.depends.words == ""
    assert panel.depends.hint.isVisible()
    reading(workspace, passages[0])
    assert panel.depends.words == "2 cells and 1 note"
    assert not panel.depends.hint.isVisible()
    cards = panel.depends.cells.findChildren(CitedCard)
    qtbot.keyClick(cards[1], ENTER)
    table = workspace.center.current_table()
    assert table is not None
    current = table.model.cell(table.view.currentIndex())
    assert current is not None
    assert (current.row_id, current.column_id) == (
        cell_of(workspace, 1).row_id, cell_of(workspace, 1).column_id,
    )  # fmt: skip


def test_a_passage_tells_in_the_text_what_rests_on_it(
    workspace: Workspace, passages: list[PassageId]
) -> None:
    pane = reading(workspace, passages[0]).pane
    (box,) = pane.boxes(Span(0, 18))
    assert told_at(pane, box.center().toPoint()) == "2 cells and 1 note rest on it"
    y = int(box.center().y())
    bars = (
        x
        for x in range(pane.viewport().width())
        if any(it.id == passages[0] for it in pane.bars_under(QPointF(x, y)))
    )
    on_bar = QPoint(next(bars), y)
    assert told_at(pane, on_bar) == "untagged · 2 cells and 1 note rest on it"
    (other,) = pane.boxes(Span(35, 52))
    assert told_at(pane, other.center().toPoint()) == ""
