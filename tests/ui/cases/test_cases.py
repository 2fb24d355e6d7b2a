"""The list of cases: added, renamed, described, removed with what that means."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.cases.controller import CasesController
from ui.cases.model import NAME
from ui.cases.panel import CasesPanel
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from workbench.model.attributes import Subject
from workbench.model.notes import NoteOn, NoteTarget
from workbench.operations.attributes import create_attribute, set_values
from workbench.operations.cases import create_case
from workbench.operations.tables import add_case_row, create_table
from workbench.project import Project


class Cases:
    """The panel over one project, wired as the window wires it."""

    def __init__(self, project: Project, qtbot: QtBot) -> None:
        self.signals = ProjectSignals(project)
        self.notices = Notices()
        self.panel = CasesPanel()
        qtbot.addWidget(self.panel, before_close_func=lambda _: self.signals.close())
        self.done: list[str] = []
        self.problems: list[str] = []
        self.notices.message.connect(self.done.append)
        self.notices.trouble.connect(self.problems.append)
        CasesController(project, self.signals, self.panel, self.notices)
        self.panel.resize(900, 300)
        self.panel.show()

    def shown(self, column: int = 0) -> list[str]:
        rows = self.panel.rows
        return [rows.index(it, column).data() for it in range(rows.rowCount())]


@pytest.fixture
def cases(project: Project, qtbot: QtBot) -> Cases:
    return Cases(project, qtbot)


def test_the_empty_list_says_what_a_case_is_and_makes_one(
    cases: Cases, project: Project, qtbot: QtBot
) -> None:
    assert cases.panel.empty.isVisible()
    cases.panel.empty.button.click()
    popup = cases.panel.name_popup
    assert popup.isVisible()
    qtbot.keyClicks(popup.field, "Working group")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    assert cases.shown() == ["Working group"]
    assert cases.done == ["Added case “Working group” · Ctrl+Z to undo"]
    project.undo()
    assert cases.panel.empty.isVisible()


def test_a_case_is_renamed_in_place_and_a_taken_name_is_told(
    cases: Cases, project: Project, qtbot: QtBot
) -> None:
    first = create_case(project, "First")
    create_case(project, "Second")
    for typed in ("Third", "second"):
        cases.panel.edit(first, NAME)
        editor = cases.panel.table.findChildren(QLineEdit)[-1]
        editor.setText(typed)
        with qtbot.waitSignal(cases.panel.table.itemDelegate().closeEditor):
            qtbot.keyClick(editor, Qt.Key.Key_Return)
    assert cases.shown() == ["Second", "Third"]
    assert "already a case" in cases.problems[0]


def test_removing_says_which_rows_are_about_no_case_now(
    cases: Cases, project: Project, qtbot: QtBot
) -> None:
    table = create_table(project, "Groups")
    add_case_row(project, table, "Working group")
    (case,) = project.cases.all()
    assert cases.shown(1) == ["1"]
    cases.panel.select([case.id])
    qtbot.keyClick(cases.panel.table, Qt.Key.Key_Delete)
    assert project.cases.all() == []
    assert cases.done == [
        "Deleted 1 case; Groups › Working group is about no case now · Ctrl+Z to undo"
    ]
    project.undo()
    assert cases.shown(1) == ["1"]


def test_cases_have_their_attributes_as_columns(cases: Cases, project: Project) -> None:
    group = create_case(project, "Working group")
    led = create_attribute(project, Subject.CASE, "Led by")
    create_attribute(project, Subject.DOCUMENT, "Not here")
    set_values(project, led, [group], "Ada")
    names = [it.name for it in cases.panel.model.fields]
    assert names == ["Case", "Table rows", "Led by"]
    assert cases.shown(2) == ["Ada"]


def test_the_menu_asks_for_a_note(cases: Cases, project: Project, qtbot: QtBot) -> None:
    group = create_case(project, "Working group")
    cases.panel.select([group])
    menu = cases.panel.menu_for_selection()
    assert menu is not None
    entries = {it.text(): it for it in menu.actions()}
    with qtbot.waitSignal(cases.panel.note_requested) as asked:
        entries["Note on case"].trigger()
    assert asked.args == [NoteTarget(NoteOn.CASE, group)]
