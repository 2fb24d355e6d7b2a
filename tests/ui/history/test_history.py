"""The history panel: what was done, and walking back and forth."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.history.controller import HistoryController
from ui.history.model import Column
from ui.history.panel import HistoryPanel
from ui.jobs import JobRunner
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.turning import Turner
from workbench.operations.tags import create_tag
from workbench.project import Project


class History:
    """The history panel over a project, wired as the window wires it."""

    def __init__(self, project: Project, qtbot: QtBot) -> None:
        self.project = project
        self.signals = ProjectSignals(project)
        self.notices = Notices()
        self.panel = HistoryPanel()
        qtbot.addWidget(self.panel)
        self.runner = JobRunner(self.panel)
        self.turner = Turner(project, self.notices, self.runner, self.panel)
        self.controller = HistoryController(
            project, self.signals, self.panel, self.notices, self.turner
        )
        self.panel.resize(700, 300)
        self.panel.show()

    @property
    def tags(self) -> list[str]:
        return [tag.name for tag in self.project.tags.all()]

    def column(self, column: Column) -> list[str]:
        model = self.panel.model
        return [model.index(row, column).data() for row in range(model.rowCount())]

    def choose(self, row: int, qtbot: QtBot) -> None:
        self.panel.table.selectRow(row)
        qtbot.keyClick(self.panel.table, Qt.Key.Key_Return)


@pytest.fixture
def history(project: Project, qtbot: QtBot) -> History:
    for name in ("one", "two", "three"):
        create_tag(project, name)
    return History(project, qtbot)


def test_model_keeps_the_rules_of_qt(
    history: History, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(history.panel.model)


def test_a_new_project_has_nothing_to_undo(project: Project, qtbot: QtBot) -> None:
    history = History(project, qtbot)
    assert history.panel.empty.isVisible()
    assert not history.panel.undo_button.isEnabled()


def test_the_newest_step_comes_first(history: History) -> None:
    assert history.column(Column.LABEL)[0] == "Create tag “three”"
    assert history.column(Column.STATE) == ["now", "", ""]


def test_the_buttons_name_what_they_do(history: History) -> None:
    history.panel.undo_button.click()
    assert history.tags == ["one", "two"]
    assert history.panel.redo_button.text() == "Redo: Create tag “three”"
    assert history.column(Column.STATE) == ["undone", "now", ""]
    history.panel.redo_button.click()
    assert history.tags == ["one", "two", "three"]
    assert not history.panel.redo_button.isEnabled()


def test_enter_walks_back_to_a_step_and_forth_again(
    history: History, qtbot: QtBot
) -> None:
    history.choose(2, qtbot)
    assert history.tags == ["one"]
    history.choose(0, qtbot)
    assert history.tags == ["one", "two", "three"]


def test_walking_to_the_present_changes_nothing(history: History, qtbot: QtBot) -> None:
    history.choose(0, qtbot)
    assert history.tags == ["one", "two", "three"]


def test_a_new_step_after_an_undo_is_shown(history: History) -> None:
    history.panel.undo_button.click()
    create_tag(history.project, "four")
    assert history.column(Column.LABEL)[0] == "Create tag “four”"
    assert "undone" not in history.column(Column.STATE)
