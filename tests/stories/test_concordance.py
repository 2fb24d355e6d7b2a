"""From a word typed to lines sorted, opened, tagged and exported, in the window."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.projects import project_of
from ui.concordance.panel import ConcordancePanel, Part
from ui.main_window import MainWindow
from ui.workspace import Workspace
from workbench.model.concordances import SortKey

TEXTS = {
    "release": "The working group meets in May.\n\nA group of firms was heard.",
    "report": "No group has met, said the first group.",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "study.workbench"
    with project_of(TEXTS, path):
        return path


@pytest.fixture
def panel(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> ConcordancePanel:
    window.actions_by_id["view.concordance"].trigger()
    panel = workspace.bottom.concordance
    search(window, workspace, qtbot, "group")
    return panel


def search(window: MainWindow, workspace: Workspace, qtbot: QtBot, query: str) -> None:
    field = workspace.header.search_field
    field.start_typing()
    with qtbot.wait_signal(workspace.bottom.search_controller.answered):
        qtbot.keyClicks(field, query)
    settle(window, qtbot)


def settle(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.wait_until(lambda: not window.runner.running)


def test_sorted_lines_lead_to_the_right_characters(
    window: MainWindow, workspace: Workspace, panel: ConcordancePanel, qtbot: QtBot
) -> None:
    assert workspace.bottom.currentWidget() is panel, "typing leaves the tab in front"
    page = panel.lines
    assert page.model.rowCount() == 4
    page.sort_bar.sort_by([SortKey.R1])
    settle(window, qtbot)
    lines = [page.model.line(row) for row in range(4)]
    firsts = [it.right.split()[0] if it else "" for it in lines]
    assert firsts == [".", "has", "meets", "of"]
    page.table.setFocus()
    page.table.setCurrentIndex(page.model.index(3))
    qtbot.keyClick(page.table, Qt.Key.Key_Return)
    reader = workspace.center.current_reader()
    assert reader is not None
    document = workspace.center.document_of(reader)
    text = workspace.project.documents.text(document)
    assert document == page.model.place(3)[0]
    _, span = page.model.place(3)
    assert span.of(text) == "group"
    assert text[span.end :].startswith(" of firms")
    assert reader.pane.span_in_view().start <= span.start < span.end


def test_lines_are_exported_and_read_back(
    window: MainWindow,
    panel: ConcordancePanel,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "lines.csv"
    chosen = (str(path), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    panel.export_button.click()
    settle(window, qtbot)
    with path.open(newline="", encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == 4
    for row in rows:
        text = TEXTS[row["document"]]
        assert text[int(row["start"]) : int(row["end"])] == row["match"] == "group"
        assert row["query"] == "group"
        assert "all words in one document" in row["options"]
    assert window.status.said == "Exported 4 rows to lines.csv"


def test_a_collocate_becomes_the_next_search(
    window: MainWindow, workspace: Workspace, panel: ConcordancePanel, qtbot: QtBot
) -> None:
    panel.turn_to(Part.COLLOCATES)
    panel.collocates._least.setValue(1)
    settle(window, qtbot)
    qtbot.wait_until(lambda: panel.collocates.has_view)
    rows = [it.word for it in panel.collocates.model.rows]
    index = panel.collocates.model.index(rows.index("firms"), 0)
    panel.collocates.table.setCurrentIndex(index)
    with qtbot.wait_signal(workspace.bottom.search_controller.answered) as answered:
        qtbot.keyClick(panel.collocates.table, Qt.Key.Key_Return)
    assert workspace.header.search_field.text() == '"group firms"~5'
    assert answered.args[0].documents == 1
    settle(window, qtbot)


def test_key_words_are_of_the_document_being_read(
    window: MainWindow, workspace: Workspace, panel: ConcordancePanel, qtbot: QtBot
) -> None:
    panel.turn_to(Part.KEY_WORDS)
    panel.key_words._least.setValue(1)
    release = workspace.project.documents.find("release")
    workspace.center.open_document(release.id)
    qtbot.wait_until(lambda: panel.key_words.has_view)
    settle(window, qtbot)
    words = [it.word for it in panel.key_words.model.rows if it.rest == 0]
    assert {"working", "firms", "may"} <= set(words)


def test_tagging_all_lines_is_undone_at_once(
    window: MainWindow, workspace: Workspace, panel: ConcordancePanel, qtbot: QtBot
) -> None:
    panel.lines.table.setFocus()
    qtbot.keyClick(panel.lines.table, Qt.Key.Key_T)
    picker = panel.lines.picker
    qtbot.wait_until(picker.isVisible)
    qtbot.keyClicks(picker._field, "body")
    qtbot.keyClick(picker._field, Qt.Key.Key_Return)
    window.activateWindow()
    settle(window, qtbot)
    assert workspace.project.passages.count() == 4
    window.actions_by_id["edit.undo"].trigger()
    assert workspace.project.passages.count() == 0


def test_another_project_begins_without_lines(
    window: MainWindow, panel: ConcordancePanel, tmp_path: Path
) -> None:
    window.create_project(tmp_path / "empty")
    assert window.workspace is not None
    fresh = window.workspace.bottom.concordance
    window.workspace.bottom.open_list(fresh)
    for part in Part:
        fresh.turn_to(part)
        fresh.grab()
        assert not fresh.page.has_view
        assert not fresh.export_button.isEnabled()
