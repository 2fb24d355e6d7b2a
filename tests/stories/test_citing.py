"""Evidence comes into a cell from wherever it is seen: by key and by mouse."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.projects import project_of
from tests.windows import window_over
from ui.facts.panel import FactsPanel
from ui.main_window import MainWindow
from ui.tables.grid.cell_drops import CellDrops
from ui.tables.panel import TablePanel
from ui.widgets.dragging import evidence_as_mime, words_as_mime
from ui.workspace import Workspace
from workbench.model.cells import Citation, Role
from workbench.model.ids import ColumnId, DocumentId, RowId, TableId
from workbench.model.links import Stretch
from workbench.model.spans import Span
from workbench.operations import tables
from workbench.operations.passages import mark_passage
from workbench.operations.reuse import update_reuse
from workbench.project import Project

STATEMENT = "Officials of both countries agreed on common controls of machine tools."
RELEASE = f"{STATEMENT} The group met on 3 May 2022. It meets again."
STORY = f"The paper was there. “{STATEMENT}” it said. The group met on 4 May 2022."
SHIFT, ALT = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.AltModifier
NO_KEY = Qt.KeyboardModifier.NoModifier
COPY = Qt.DropAction.CopyAction


@dataclass(frozen=True)
class Study:
    """The window over two documents and a table of two rows and two columns."""

    window: MainWindow
    qtbot: QtBot
    table_id: TableId

    @property
    def workspace(self) -> Workspace:
        assert self.window.workspace is not None
        return self.window.workspace

    @property
    def project(self) -> Project:
        return self.workspace.project

    @property
    def documents(self) -> list[DocumentId]:
        return [it.id for it in self.project.documents.all()]

    def key(self, row: int, column: int) -> tuple[RowId, ColumnId]:
        cell = self.project.tables.get(self.table_id).rows[row].cells[column]
        return cell.row_id, cell.column_id

    def cited(self, row: int = 0, column: int = 0) -> Sequence[Citation]:
        return self.project.cells.get(*self.key(row, column)).citations

    def quotes(self, row: int = 0, column: int = 0) -> list[str]:
        return [it.quote for it in self.cited(row, column)]

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NO_KEY) -> None:
        focused = QApplication.focusWidget()
        assert focused is not None
        self.qtbot.keyClick(focused, key, modifier)

    def cite(self, typed: str = "", *, opposed: bool = False) -> None:
        """Press C where the focus is, type, Enter."""
        self.press(Qt.Key.Key_C, SHIFT if opposed else NO_KEY)
        picker = self.workspace.cite_picker
        self.qtbot.wait_until(picker.isVisible)
        self.qtbot.keyClicks(picker.choices.field, typed)
        self.qtbot.keyClick(picker.choices.field, Qt.Key.Key_Return)
        # No window is active after a popup closed.
        self.window.activateWindow()

    def search(self, query: str) -> None:
        searches = self.workspace.bottom.search_controller
        searches.run(query)
        self.qtbot.wait_until(lambda: not searches.is_searching, timeout=20_000)

    def table(self) -> TablePanel:
        panel = self.workspace.center.open_table(self.table_id)
        self.qtbot.wait_until(panel.isVisible)
        return panel

    def undone(self) -> list[str]:
        self.project.undo()
        return self.quotes()


@pytest.fixture
def study(qtbot: QtBot, tmp_path: Path) -> Iterator[Study]:
    path = tmp_path / "study.workbench"
    with project_of({"release": RELEASE, "story": STORY}, path) as project:
        table_id = tables.create_table(project, "Bodies")
        for name in ("HTWG", "Korea group"):
            tables.add_row(project, table_id, name)
        for name in ("Level", "Meetings"):
            tables.add_column(project, table_id, name)
        update_reuse(project)
    with window_over(path, qtbot) as window:
        yield Study(window, qtbot, table_id)


def read(study: Study, span: Span, document: int = 0) -> None:
    reader = study.workspace.center.open_document(study.documents[document])
    reader.setFocus()
    reader.select(span)


def test_a_selection_is_cited_with_two_keys_and_undone_with_one(study: Study) -> None:
    read(study, Span(0, 9))
    study.cite("htwg meet")
    assert study.quotes(0, 1) == ["Officials"]
    undo = "Ctrl+Z to undo"
    assert study.window.status.said == f"Cited in HTWG › Meetings · {undo}"
    reader = study.workspace.center.current_reader()
    assert reader is not None
    assert reader.selected_passage == study.cited(0, 1)[0].passage_id
    read(study, Span(10, 17))
    study.cite()  # the cell used last is the first
    assert study.quotes(0, 1) == ["Officials", "of both"]
    assert study.undone() == []
    assert study.quotes(0, 1) == ["Officials"]
    assert len(study.project.passages.all()) == 1


def test_leaving_the_picker_marks_nothing(study: Study) -> None:
    read(study, Span(0, 9))
    study.press(Qt.Key.Key_C)
    picker = study.workspace.cite_picker
    study.qtbot.wait_until(picker.isVisible)
    study.qtbot.keyClick(picker.choices.field, Qt.Key.Key_Escape)
    assert not picker.isVisible()
    assert study.project.passages.all() == []


def test_a_search_hit_brings_its_sentence(study: Study) -> None:
    study.search('"again"')
    study.workspace.bottom.open_list(study.workspace.results)
    results = study.workspace.results
    study.qtbot.wait_until(lambda: results.model.rowCount() > 1)
    results.focus_results()
    study.press(Qt.Key.Key_Down)  # from the document to its hit
    study.cite("htwg level")
    assert study.quotes() == ["It meets again."]


def test_selected_lines_of_the_concordance_are_one_step(study: Study) -> None:
    workspace = study.workspace
    workspace.bottom.open_list(workspace.bottom.concordance)
    study.search("group")
    table = workspace.bottom.concordance.lines.table
    study.qtbot.wait_until(lambda: table.lines.rowCount() == 2, timeout=20_000)
    table.setFocus()
    table.selectAll()
    study.cite("htwg level")
    assert sorted(study.quotes()) == [
        "The group met on 3 May 2022.", "The group met on 4 May 2022.",
    ]  # fmt: skip
    assert study.undone() == []
    assert study.project.passages.all() == []


def test_several_passages_of_the_list_are_one_step(study: Study) -> None:
    workspace, one = study.workspace, study.documents[0]
    for span in (Span(0, 9), Span(10, 17)):
        mark_passage(study.project, one, span)
    workspace.bottom.open_list(workspace.passages)
    table = workspace.passages.table
    study.qtbot.wait_until(lambda: len(workspace.passages.model.ids) == 2)
    table.setFocus()
    table.selectAll()
    study.cite("htwg level")
    assert study.quotes() == ["Officials", "of both"]
    assert study.undone() == []
    assert len(study.project.passages.all()) == 2


def test_a_quotation_is_cited(study: Study) -> None:
    workspace = study.workspace
    workspace.center.open_document(study.documents[1])
    workspace.bottom.open_list(workspace.bottom.quotes)
    table = workspace.bottom.quotes.table
    study.qtbot.wait_until(table.isVisible, timeout=20_000)
    table.setFocus()
    study.cite("htwg level")
    assert STATEMENT in study.quotes()[0]


def test_a_similar_place_is_cited(study: Study) -> None:
    workspace, similar = study.workspace, study.workspace.bottom.similar
    workspace.bottom.find_similar(study.documents[0], Span(0, len(STATEMENT)))
    study.qtbot.wait_until(similar.table.isVisible, timeout=20_000)
    similar.table.setFocus()
    study.cite("htwg level")
    (citation,) = study.cited()
    assert citation.document_id == study.documents[1]
    assert STATEMENT in citation.quote


def test_a_pair_is_cited_as_support_and_as_contradiction(study: Study) -> None:
    one, other = study.documents
    panel = study.workspace.center.open_compare(one, other)
    study.qtbot.wait_until(lambda: bool(panel.pairs.model.ties), timeout=60_000)
    panel.show_page(panel.pairs)
    panel.pairs.view.setCurrentIndex(panel.pairs.model.index(0, 0))
    panel.pairs.view.setFocus()
    study.cite("htwg level", opposed=True)
    assert {it.document_id: it.role for it in study.cited()} == {
        one: Role.SUPPORTS, other: Role.CONTRADICTS,
    }  # fmt: skip
    panel.pairs.view.setFocus()
    study.cite("korea level")
    assert [it.role for it in study.cited(1, 0)] == [Role.SUPPORTS] * 2


def test_a_fact_is_cited_with_its_sentence(study: Study) -> None:
    compare = study.workspace.center.open_compare(*study.documents)
    study.qtbot.wait_until(lambda: bool(compare.findChildren(FactsPanel)))
    (facts,) = compare.findChildren(FactsPanel)
    compare.show_page(facts)
    study.qtbot.wait_until(lambda: bool(facts.model.entries), timeout=60_000)
    facts.table.setFocus()
    facts.table.go_to_first()
    study.cite("htwg level")
    assert study.quotes() == ["The group met on 3 May 2022."]


# By mouse


def drag(kind: QEvent.Type, point: QPoint, mime: QMimeData) -> QDragMoveEvent:
    made = {
        QEvent.Type.DragEnter: QDragEnterEvent,
        QEvent.Type.DragMove: QDragMoveEvent,
    }
    return made[kind](point, COPY, mime, Qt.MouseButton.LeftButton, NO_KEY)


def hover(widget: QWidget, point: QPoint, mime: QMimeData) -> bool:
    enter = drag(QEvent.Type.DragEnter, point, mime)
    QApplication.sendEvent(widget, enter)
    move = drag(QEvent.Type.DragMove, point, mime)
    QApplication.sendEvent(widget, move)
    return enter.isAccepted() and move.isAccepted()


def drop(
    widget: QWidget, point: QPoint, mime: QMimeData, held: Qt.KeyboardModifier = NO_KEY
) -> None:
    hover(widget, point, mime)
    left = Qt.MouseButton.LeftButton
    event = QDropEvent(QPointF(point), COPY, mime, left, held)
    QApplication.sendEvent(widget, event)


def middle_of(panel: TablePanel, row: int, column: int) -> QPoint:
    index = panel.model.index(row, column)
    return panel.view.visualRect(index).center()


def test_words_dropped_on_a_cell_are_cited_while_it_is_lit(study: Study) -> None:
    panel = study.table()
    viewport, point = panel.view.viewport(), middle_of(panel, 1, 1)
    words = words_as_mime(Stretch(study.documents[0], Span(0, 9)), "Officials")
    (drops,) = panel.view.findChildren(CellDrops)
    assert hover(viewport, point, words)
    assert drops.lit.isVisible()
    assert drops.lit.geometry().contains(point)
    drop(viewport, point, words)
    assert not drops.lit.isVisible()
    assert study.quotes(1, 1) == ["Officials"]
    assert study.cited(1, 1)[0].role is Role.SUPPORTS
    assert study.window.status.said.startswith("Cited in Korea group › Meetings")


def test_with_alt_the_role_is_asked_for(study: Study) -> None:
    panel = study.table()
    known = mark_passage(study.project, study.documents[0], Span(0, 9))
    point = middle_of(panel, 0, 0)
    drop(panel.view.viewport(), point, evidence_as_mime([known], "Officials"), ALT)
    (drops,) = panel.view.findChildren(CellDrops)
    study.qtbot.wait_until(lambda: QApplication.activePopupWidget() is not None)
    menu = QApplication.activePopupWidget()
    assert study.quotes() == []
    entries = {it.text(): it for it in menu.actions()}
    entries["Cite: contradicts"].trigger()
    menu.close()
    assert [it.role for it in study.cited()] == [Role.CONTRADICTS]


def test_what_is_no_evidence_is_refused(study: Study) -> None:
    panel = study.table()
    other = QMimeData()
    other.setText("Officials")
    assert not hover(panel.view.viewport(), middle_of(panel, 0, 0), other)
    strange = QMimeData()
    strange.setData("application/x-workbench-evidence", b'[["x"], 3, [[]]]')
    assert not hover(panel.view.viewport(), middle_of(panel, 0, 0), strange)


def test_hovering_over_a_tab_brings_its_table_to_the_front(study: Study) -> None:
    panel = study.table()
    study.workspace.center.open_document(study.documents[0])
    tabs = study.workspace.center.tabs
    assert tabs.currentWidget() is not panel
    bar = tabs.tabBar()
    words = words_as_mime(Stretch(study.documents[0], Span(0, 9)), "Officials")
    hover(bar, bar.tabRect(tabs.indexOf(panel)).center(), words)
    study.qtbot.wait_until(lambda: tabs.currentWidget() is panel)


def test_rows_carry_what_they_show_out_of_their_lists(study: Study) -> None:
    study.search('"again"')
    results = study.workspace.results
    study.qtbot.wait_until(lambda: results.model.rowCount() > 1)
    results.focus_results()
    panel = study.table()
    mime = results.view.carried()
    assert mime is not None
    assert mime.text() == "It meets again."
    drop(panel.view.viewport(), middle_of(panel, 0, 0), mime)
    assert study.quotes() == ["It meets again."]
