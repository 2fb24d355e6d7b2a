"""The tab of aliases: typed, changed, switched, removed, counted and suggested."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.conftest import ImportText
from ui.aliases.controller import AliasController
from ui.aliases.files import AliasFiles
from ui.aliases.model import USED, Column
from ui.aliases.panel import AliasPanel
from ui.common import Common
from ui.jobs import JobRunner
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.widgets.choice_popup import ChoicePopup
from workbench.model.aliases import AliasName
from workbench.operations.aliases import add_group, typed_group
from workbench.project import Project
from workbench.text.alias_lines import line_of

TEXT = (
    "The U.S. and the United States met.\n\nFollow us. A World Bank Group (WBG) loan."
)
COUNTRIES = "US! = U.S.! = United States"
Open = Callable[[], "Aliases"]


class Aliases:
    """The panel over a project, wired as the window wires it."""

    def __init__(self, project: Project, qtbot: QtBot) -> None:
        self.project = project
        self.signals = ProjectSignals(project)
        self.notices = Notices()
        self.panel = AliasPanel()
        qtbot.addWidget(self.panel, before_close_func=lambda _: self._close())
        self.runner = JobRunner(self.panel)
        common = Common(project, self.signals, self.notices, self.runner)
        AliasController(common, self.panel)
        self.files = AliasFiles(common, self.panel)
        self.done: list[str] = []
        self.problems: list[str] = []
        self.notices.message.connect(self.done.append)
        self.notices.trouble.connect(self.problems.append)
        self.panel.resize(900, 300)
        self.panel.show()
        self.panel.activateWindow()

    def lines(self) -> list[str]:
        return [line_of(group) for group in self.project.aliases.groups()]

    def shown(self) -> list[tuple[str, str]]:
        model = self.panel.model
        return [
            (
                model.index(row, Column.NAMES).data(),
                model.index(row, Column.USED).data(),
            )
            for row in range(model.rowCount())
        ]

    def _close(self) -> None:
        self.signals.close()
        self.runner.wait_all()


def add(project: Project, line: str) -> None:
    typed = typed_group(line)
    add_group(project, typed.names, is_automatic=typed.is_automatic)


@pytest.fixture
def open_aliases(project: Project, import_text: ImportText, qtbot: QtBot) -> Open:
    import_text(TEXT)
    return lambda: Aliases(project, qtbot)


def test_the_model_keeps_the_rules_of_qt(
    open_aliases: Open, project: Project, qtmodeltester: ModelTester
) -> None:
    add(project, COUNTRIES)
    qtmodeltester.check(open_aliases().panel.model)


def test_the_empty_register_explains_itself_and_takes_a_group(
    open_aliases: Open, qtbot: QtBot
) -> None:
    aliases = open_aliases()
    panel = aliases.panel
    assert panel.empty.isVisible()
    panel.empty.button.click()
    qtbot.wait_until(panel.entry.field.hasFocus)
    qtbot.keyClicks(panel.entry.field, COUNTRIES)
    qtbot.keyClick(panel.entry.field, Qt.Key.Key_Return)
    assert aliases.lines() == [COUNTRIES]
    assert aliases.shown() == [("US = U.S. = United States", USED[True])]
    assert panel.table.hasFocus()
    assert panel.entry.field.text() == ""
    assert aliases.done == ["Aliases US = U.S. = United States · Ctrl+Z to undo"]
    aliases.project.undo()
    assert panel.empty.isVisible()


def test_what_cannot_be_taken_stays_to_be_mended(
    open_aliases: Open, project: Project, qtbot: QtBot
) -> None:
    add(project, COUNTRIES)
    aliases = open_aliases()
    entry = aliases.panel.entry
    entry.start()
    qtbot.keyClicks(entry.field, "us = ours")
    qtbot.keyClick(entry.field, Qt.Key.Key_Return)
    assert "“us” is in the group “US = U.S. = United States” already" in (
        entry.hint.text()
    )
    assert entry.field.text() == "us = ours"
    qtbot.keyClick(entry.field, Qt.Key.Key_Home)
    qtbot.keyClicks(entry.field, "all of ")
    assert "already" not in entry.hint.text()
    qtbot.keyClick(entry.field, Qt.Key.Key_Return)
    assert aliases.lines() == [COUNTRIES, "all of us = ours"]


def test_everything_goes_by_keyboard(
    open_aliases: Open, project: Project, qtbot: QtBot
) -> None:
    add(project, COUNTRIES)
    add(project, "Lee = C. Lee")
    aliases = open_aliases()
    panel, table = aliases.panel, aliases.panel.table
    panel.view.setFocus()
    qtbot.wait_until(table.hasFocus)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_U)
    assert aliases.lines()[1] == "? Lee = C. Lee"
    assert aliases.shown()[1][1] == USED[False]
    with qtbot.wait_signal(panel.search_requested) as searched:
        qtbot.keyClick(table, Qt.Key.Key_S)
    assert searched.args[0].names[0] == AliasName("Lee")
    qtbot.keyClick(table, Qt.Key.Key_F2)
    field = panel.entry.field
    assert (field.text(), panel.entry.button.text()) == (
        "? Lee = C. Lee",
        "Change group",
    )
    qtbot.keyClick(field, Qt.Key.Key_End)
    qtbot.keyClicks(field, " = Chang-Yang Lee!")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert aliases.lines()[1] == "? Lee = C. Lee = Chang-Yang Lee!"
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert panel.entry.group_id is None
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    assert aliases.lines() == [COUNTRIES]
    assert panel.chosen == project.aliases.groups()[0]
    assert [it.name for it in project.bin.all()] == ["Lee = C. Lee = Chang-Yang Lee"]
    qtbot.keyClick(table, Qt.Key.Key_Insert)
    assert field.hasFocus()


def test_a_click_on_the_box_switches_the_group(
    open_aliases: Open, project: Project, qtbot: QtBot
) -> None:
    add(project, COUNTRIES)
    aliases = open_aliases()
    table = aliases.panel.table
    for used in ("? ", ""):
        place = table.visualRect(aliases.panel.model.index(0, Column.USED)).center()
        qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert aliases.lines() == [used + COUNTRIES]
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert aliases.panel.entry.field.text() == COUNTRIES
    qtbot.keyClick(aliases.panel.entry.field, Qt.Key.Key_Escape)
    qtbot.wait_until(table.hasFocus)


def test_names_are_counted_as_the_register_says(
    open_aliases: Open, project: Project, qtbot: QtBot, import_text: ImportText
) -> None:
    add(project, "us! = United States = Peru")
    aliases = open_aliases()
    model = aliases.panel.model

    def counts() -> list[int | None]:
        return [model.counts.get(it) for it in model.groups[0].names]

    qtbot.wait_until(lambda: counts() == [1, 1, 0])
    import_text("Come to Peru.", name="travel")
    qtbot.wait_until(lambda: counts() == [1, 1, 1])
    tip = model.index(0, Column.NAMES).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == (
        "us, only as written: 1 document\nUnited States: 1 document\nPeru: 1 document"
    )


def test_a_name_that_a_text_abbreviates_is_offered(
    open_aliases: Open, qtbot: QtBot
) -> None:
    aliases = open_aliases()
    panel = aliases.panel
    panel.suggestions_requested.emit(panel.mapToGlobal(QPoint(10, 10)))
    qtbot.wait_until(lambda: isinstance(QApplication.activePopupWidget(), ChoicePopup))
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ChoicePopup)
    qtbot.keyClick(popup.choices.field, Qt.Key.Key_Return)
    assert panel.entry.field.text() == "World Bank Group = WBG!"
    qtbot.keyClick(panel.entry.field, Qt.Key.Key_Return)
    assert aliases.lines() == ["World Bank Group = WBG!"]
    panel.suggestions_requested.emit(QPoint(10, 10))
    qtbot.wait_until(lambda: "No text explains" in aliases.done[-1])


def test_a_file_goes_out_and_in(
    open_aliases: Open,
    project: Project,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add(project, COUNTRIES)
    aliases = open_aliases()
    panel, path = aliases.panel, tmp_path / "aliases.txt"
    chosen = (str(path), "")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: chosen)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: chosen)
    panel.export_button.click()
    qtbot.wait_until(lambda: "Exported 1 group to aliases.txt" in aliases.done)
    panel.remove_requested.emit(project.aliases.groups()[0])
    assert aliases.lines() == []
    panel.import_button.click()
    qtbot.wait_until(lambda: aliases.lines() == [COUNTRIES])
    panel.import_button.click()
    qtbot.wait_until(lambda: "nothing new" in aliases.done[-1])
    path.write_text("US")
    panel.import_button.click()
    qtbot.wait_until(lambda: bool(aliases.problems))
    assert "line 1: “US” is one name only" in aliases.problems[0]


def test_a_project_for_reading_changes_nothing(
    open_aliases: Open, project: Project, qtbot: QtBot
) -> None:
    add(project, COUNTRIES)
    with Project.open(project.path, read_only=True) as reading:
        aliases = Aliases(reading, qtbot)
        panel = aliases.panel
        assert not panel.entry.isEnabled()
        assert not panel.import_button.isEnabled()
        panel.table.setFocus()
        qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
        place = panel.table.visualRect(panel.model.index(0, Column.USED)).center()
        qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
        assert aliases.problems == []
        assert aliases.lines() == [COUNTRIES]
        aliases.runner.wait_all()
        aliases.signals.close()
