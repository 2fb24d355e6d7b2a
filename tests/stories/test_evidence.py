"""From a cell to its evidence, side by side, and out: on the sample project."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.windows import window_over
from ui.exchange.export_form import NOTES, ExportChoice, ExportWish
from ui.main_window import MainWindow
from ui.status import JobLine
from ui.workspace import Workspace
from workbench.model.spans import Span
from workbench.operations.checking import check
from workbench.operations.tags import pin_tag


@pytest.fixture
def window(path: Path, qtbot: QtBot) -> Iterator[MainWindow]:
    with window_over(path, qtbot, is_dark=True) as window:
        yield window


def test_the_sample_opens_on_a_passage_that_a_table_cites(
    qtbot: QtBot, workspace: Workspace
) -> None:
    qtbot.wait_until(lambda: workspace.passage.passage_id is not None)
    passage_id = workspace.passage.passage_id
    assert passage_id is not None
    assert workspace.project.dependents.cells([passage_id])
    assert workspace.center.tabs.count() == 2


def test_a_click_on_a_citation_shows_the_passage_in_the_middle(
    qtbot: QtBot, workspace: Workspace
) -> None:
    table_id, _ = workspace.project.tables.all()[0]
    table = workspace.project.tables.get(table_id)
    cell = next(it for row in table.rows for it in row.cells if it.citations)
    panel = workspace.center.open_table(table_id)
    panel.select_cell(cell.row_id, cell.column_id)
    view = panel.evidence.view
    middle = view.visualRect(view.model().index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    reader = workspace.center.current_reader()
    assert reader is not None
    citation = cell.citations[0]
    assert workspace.center.document_of(reader) == citation.document_id
    assert reader.selected_passage == citation.passage_id
    assert workspace.passage.passage_id == citation.passage_id
    place = reader.pane.point_of(Span(citation.start, citation.end))
    top = reader.pane.mapToGlobal(reader.pane.rect().topLeft()).y()
    assert 0.1 < (place.y() - top) / reader.pane.height() < 0.9


def test_each_side_of_a_comparison_searches_and_tags(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    first, second = (it.id for it in workspace.project.documents.all()[:2])
    panel = workspace.center.open_compare(first, second)
    window.activateWindow()
    tag = workspace.project.tags.all()[0]
    pin_tag(workspace.project, tag.id, 1)
    for side, document_id in zip(panel.readers, (first, second), strict=True):
        before = len(workspace.project.passages.of_document(document_id))
        side.select(Span(3, 9))
        side.pane.setFocus()
        qtbot.wait_until(side.pane.hasFocus)
        qtbot.keyClick(side.pane, Qt.Key.Key_1)
        passages = workspace.project.passages.of_document(document_id)
        assert len(passages) == before + 1
        assert any(it.span == Span(3, 9) and it.tag_ids == (tag.id,) for it in passages)
        side.finder.open()
        side._find_bar.field.setText("trade")
        text = workspace.project.documents.text(document_id)
        assert [it.of(text).casefold() for it in side.finder._found] == (
            ["trade"] * text.casefold().count("trade")
        )
        side.finder.close()
    with qtbot.wait_signal(workspace.bottom.search_controller.answered, timeout=20_000):
        workspace.bottom.search_controller.run("controls")
    qtbot.wait_until(lambda: all(len(it.finder.search_hits) for it in panel.readers))


def test_notes_and_tables_are_exported_from_the_window(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    table_id, name = workspace.project.tables.all()[0]
    for choice, lines in (
        (NOTES, len(workspace.project.notes.all())),
        (ExportChoice(name, "table", table_id), 4),
    ):
        path = tmp_path / choice.file_name
        workspace.exports.export(ExportWish(choice, is_raw=False), path)
        qtbot.wait_until(path.exists, timeout=20_000)
        with path.open(encoding="utf-8-sig", newline="") as file:
            assert len(list(csv.reader(file))) == lines + 1


def test_an_import_can_be_cancelled_from_the_status_line(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(1500):
        (folder / f"{number}.txt").write_text(f"{number} " * 800)
    before = workspace.project.documents.count()
    with qtbot.wait_signal(workspace.imports.ended, timeout=60_000) as ended:
        workspace.imports.import_paths([folder])
        qtbot.wait_until(
            lambda: workspace.project.documents.count() > before, timeout=30_000
        )
        buttons = [it.findChild(QToolButton) for it in window.findChildren(JobLine)]
        (stop,) = [it for it in buttons if it.accessibleName() == "Cancel: Importing"]
        stop.click()
    (outcomes,) = ended.args
    imported = [it for it in outcomes if it.status == "imported"]
    assert 0 < len(imported) < len(outcomes) == 1500
    assert workspace.project.documents.count() == before + len(imported)
    assert workspace.imports.report.isVisible()
    assert check(workspace.project) == []
    window.actions_by_id["edit.undo"].trigger()
    qtbot.wait_until(
        lambda: workspace.project.documents.count() == before, timeout=60_000
    )
