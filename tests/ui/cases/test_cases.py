"""The list of cases: added, renamed, described, removed with what that means."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from ui.cases.controller import CasesController
from ui.cases.model import NAME
from ui.cases.view import CasesView
from ui.described.name_popup import NamePopup
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.widgets.choice_popup import ChoicePopup
from workbench.model.aliases import AliasName
from workbench.model.attributes import Subject
from workbench.model.notes import NoteOn, NoteTarget
from workbench.operations.attributes import create_attribute, set_values
from workbench.operations.cases import (
    create_case,
    names_of,
    remove_cases,
    set_aliases,
)
from workbench.operations.tables import add_case_row, create_table
from workbench.project import Project


class Cases:
    """The panel over one project, wired as the window wires it."""

    def __init__(self, project: Project, qtbot: QtBot) -> None:
        self.signals = ProjectSignals(project)
        self.notices = Notices()
        self.view = CasesView()
        self.panel = self.view.listing
        qtbot.addWidget(self.view, before_close_func=lambda _: self.signals.close())
        self.done: list[str] = []
        self.problems: list[str] = []
        self.notices.message.connect(self.done.append)
        self.notices.trouble.connect(self.problems.append)
        CasesController(project, self.signals, self.view, self.notices)
        self.view.resize(1200, 300)
        self.view.show()

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
    assert cases.shown(4) == ["1"]
    cases.panel.select([case.id])
    qtbot.keyClick(cases.panel.table, Qt.Key.Key_Delete)
    assert project.cases.all() == []
    assert cases.done == [
        "Deleted 1 case; Groups › Working group is about no case now · Ctrl+Z to undo"
    ]
    project.undo()
    assert cases.shown(4) == ["1"]


def test_cases_have_their_attributes_as_columns(cases: Cases, project: Project) -> None:
    group = create_case(project, "Working group")
    led = create_attribute(project, Subject.CASE, "Led by")
    create_attribute(project, Subject.DOCUMENT, "Not here")
    set_values(project, led, [group], "Ada")
    names = [it.name for it in cases.panel.model.fields]
    assert names == ["Case", "Kind", "Documents", "Mentions", "Table rows", "Led by"]
    assert cases.shown(5) == ["Ada"]


def test_the_menu_asks_for_a_note(cases: Cases, project: Project, qtbot: QtBot) -> None:
    group = create_case(project, "Working group")
    cases.panel.select([group])
    menu = cases.panel.menu_for_selection()
    assert menu is not None
    entries = {it.text(): it for it in menu.actions()}
    with qtbot.waitSignal(cases.panel.note_requested) as asked:
        entries["Note on case"].trigger()
    assert asked.args == [NoteTarget(NoteOn.CASE, group)]


def test_the_chosen_case_is_described_beside_the_list(
    cases: Cases, project: Project
) -> None:
    group = create_case(project, "Working group", "body")
    set_aliases(project, group, ["WG!"])
    led = create_attribute(project, Subject.CASE, "Led by")
    set_values(project, led, [group], "<b>Ada</b> & co")
    description = cases.view.description
    assert not description.isVisible()
    cases.panel.select([group])
    assert description.isVisible()
    assert description.name.text == "Working group"
    assert description.kind_button.text() == "body"
    assert [it.text() for it in description.chips.buttons] == ["Working group", "WG!"]
    (value,) = description.findChildren(QPushButton)[1:]
    assert value.text() == "Led by: <b>Ada</b> && co"
    remove_cases(project, [group])
    assert not description.isVisible()
    project.undo()
    assert cases.shown() == ["Working group"]


def test_aliases_are_typed_and_taken_away_by_key(
    cases: Cases, project: Project, qtbot: QtBot
) -> None:
    group = create_case(project, "Working group")
    cases.panel.select([group])
    description = cases.view.description
    description.add_alias_button.click()
    popup = next(it for it in cases.view.findChildren(NamePopup) if it.isVisible())
    qtbot.keyClicks(popup.field, "WG!")
    qtbot.keyClick(popup.field, Qt.Key.Key_Return)
    case = project.cases.get(group)
    assert names_of(project, case)[1] == AliasName("WG", is_case_sensitive=True)
    assert cases.done[-1] == "Added “WG!” · Ctrl+Z to undo"
    qtbot.keyClick(description.chips.buttons[1], Qt.Key.Key_Delete)
    assert project.aliases.groups() == []
    assert [it.text() for it in description.chips.buttons] == ["Working group"]


def test_a_kind_is_chosen_among_those_used_or_typed(
    cases: Cases, project: Project, qtbot: QtBot
) -> None:
    create_case(project, "First", "agreement")
    second = create_case(project, "Second")
    cases.panel.select([second])
    for typed, kind in (("agr", "agreement"), ("body", "body")):
        cases.view.description.kind_button.click()
        popup = next(
            it for it in cases.view.findChildren(ChoicePopup) if it.isVisible()
        )
        qtbot.keyClicks(popup.choices.field, typed)
        qtbot.keyClick(popup.choices.field, Qt.Key.Key_Return)
        assert project.cases.get(second).kind == kind
    assert cases.shown(1) == ["agreement", "body"]


def test_a_note_is_kept_with_its_case(
    cases: Cases, project: Project, qtbot: QtBot
) -> None:
    first, second = create_case(project, "First"), create_case(project, "Second")
    cases.panel.select([first])
    note = cases.view.description.note_field
    qtbot.keyClicks(note, "To check.")
    cases.panel.select([second])
    assert note.text == ""
    written = project.notes.on(NoteTarget(NoteOn.CASE, first))
    assert written is not None
    assert written.text == "To check."
    cases.panel.select([first])
    assert note.text == "To check."
