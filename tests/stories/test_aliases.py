"""Names that mean the same, from a word in the text to what a search finds."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.projects import project_of
from ui.main_window import MainWindow
from ui.widgets.choice_popup import ChoicePopup
from ui.workspace import Workspace
from workbench.model.search import Answer
from workbench.model.spans import Span
from workbench.text.alias_lines import line_of

TEXTS = (
    "The U.S. side spoke. Lee Chang-Yang agreed.",
    "A US firm left.",
    "Follow us on LinkedIn. Chang-Yang Lee signed for the United States.",
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "names.workbench"
    with project_of({str(it): text for it, text in enumerate(TEXTS)}, path):
        return path


def ask(qtbot: QtBot, workspace: Workspace, query: str) -> Answer:
    controller = workspace.bottom.search_controller
    with qtbot.wait_signal(controller.answered, timeout=20_000) as answered:
        controller.run(query)
    answer: Answer = answered.args[0]
    return answer


def test_a_group_is_typed_and_every_search_uses_and_names_it(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    window.actions_by_id["view.aliases"].trigger()
    panel = workspace.center.tabs.currentWidget()
    field = panel.entry.field
    qtbot.wait_until(field.hasFocus)
    qtbot.keyClicks(field, "US! = U.S.! = United States")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    answer = ask(qtbot, workspace, "U.S.")
    assert answer.documents == 3
    assert answer.understood.words[0].aliases == ("US", "United States")
    assert "also US, United States" in answer.understood.sentence
    hit = next(it for it in answer.hits if "Follow us" in it.text)
    assert [it.of(TEXTS[2]) for it in hit.matches] == ["United States"]

    controller = workspace.bottom.search_controller
    window.activateWindow()
    panel.table.setFocus()
    qtbot.wait_until(panel.table.hasFocus)
    with qtbot.wait_signal(controller.answered, timeout=20_000) as answered:
        qtbot.keyClick(panel.table, Qt.Key.Key_U)
    assert answered.args[0].understood.words[0].aliases == ()
    panel.table.setFocus()
    with qtbot.wait_signal(controller.answered, timeout=20_000) as answered:
        qtbot.keyClick(panel.table, Qt.Key.Key_S)
    assert (answered.args[0].query, answered.args[0].documents) == ("alias:US", 3)
    for _ in range(2):
        window.actions_by_id["edit.undo"].trigger()
    assert workspace.project.aliases.groups() == []
    assert panel.empty.isVisible()


def test_a_selected_name_goes_into_a_group(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    documents = [it.id for it in workspace.project.documents.all()]
    add = window.actions_by_id["tags.alias"]

    def select(number: int, name: str) -> None:
        start = TEXTS[number].index(name)
        reader = workspace.center.open_document(documents[number])
        reader.select(Span(start, start + len(name)))
        add.trigger()

    select(0, "Lee Chang-Yang")
    panel = workspace.center.tabs.currentWidget()
    field = panel.entry.field
    assert field.text() == "Lee Chang-Yang = "
    qtbot.keyClicks(field, "Minister Lee")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    select(2, "Chang-Yang Lee")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ChoicePopup)
    qtbot.keyClick(popup.choices.field, Qt.Key.Key_Down)
    qtbot.keyClick(popup.choices.field, Qt.Key.Key_Return)
    assert workspace.center.tabs.currentWidget() is panel
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [line_of(it) for it in workspace.project.aliases.groups()] == [
        "Lee Chang-Yang = Minister Lee = Chang-Yang Lee"
    ]
    assert ask(qtbot, workspace, "lee chang-yang").documents == 2


def test_the_tab_comes_back_after_a_restart(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    workspace.center.aliases.open()
    path = workspace.project.path
    window.close_project()
    window.open_project(path)
    assert window.workspace is not None
    titles = [
        window.workspace.center.tabs.tabText(it)
        for it in range(window.workspace.center.tabs.count())
    ]
    assert "Aliases" in titles
