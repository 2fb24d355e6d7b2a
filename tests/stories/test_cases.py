"""A case from the texts and back, in the real window, by keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.projects import project_of
from ui.cases.contents import Page
from ui.commands import IN_WORKSPACE
from ui.main_window import MainWindow
from ui.passage.card import Card
from ui.widgets.choice_popup import ChoicePopup
from ui.workspace import Workspace
from workbench.model.spans import Span
from workbench.operations.cases import create_case, names_of
from workbench.operations.mentions import confirmed_mentions
from workbench.operations.tables import add_case_row, add_column, create_table

TEXT = "The Strategic Trade Group (STG) met.\n\nThe STG will meet again.\n"
OTHER = "Officials praised the STG.\n"
KEY, SHIFT = Qt.Key, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "day.workbench"
    with project_of({"release": TEXT, "wire": OTHER}, path):
        return path


def press(qtbot: QtBot, window: MainWindow, widget: QWidget, key: Qt.Key) -> None:
    """Press a key where it would be heard."""
    window.activateWindow()
    widget.setFocus()
    qtbot.wait_until(widget.hasFocus)
    qtbot.keyClick(widget, key)


def popup_of(window: MainWindow) -> ChoicePopup:
    return next(it for it in window.findChildren(ChoicePopup) if it.isVisible())


def choose(qtbot: QtBot, window: MainWindow, typed: str) -> None:
    field = popup_of(window).choices.field
    qtbot.keyClicks(field, typed)
    qtbot.keyClick(field, KEY.Key_Return)
    window.activateWindow()


def test_a_case_is_made_named_and_its_mentions_confirmed(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    project, cases = workspace.project, workspace.bottom.cases
    first, second = project.documents.ids()
    IN_WORKSPACE["view.cases"](workspace)
    assert QApplication.focusWidget() is cases.listing.empty.button
    qtbot.keyClick(cases.listing.empty.button, KEY.Key_Space)
    qtbot.keyClicks(cases.listing.name_popup.field, "Strategic Trade Group")
    qtbot.keyClick(cases.listing.name_popup.field, KEY.Key_Return)
    pages = cases.pages
    qtbot.wait_until(lambda: pages.model.rowCount() == 1)

    reader = workspace.center.open_document(first)
    start = TEXT.index("STG")
    reader.pane.select(Span(start, start + 3))
    reader.perform("passage.case_alias")
    choose(qtbot, window, "strategic")
    (case,) = project.cases.all()
    assert [it.text for it in names_of(project, case)] == [
        "Strategic Trade Group",
        "STG",
    ]
    qtbot.wait_until(lambda: pages.model.rowCount() == 4)

    press(qtbot, window, cases.listing.table, KEY.Key_Return)
    assert pages.list.hasFocus()
    press(qtbot, window, pages.list, KEY.Key_X)
    qtbot.wait_until(lambda: pages.model.rowCount() == 3)
    press(qtbot, window, pages.list, KEY.Key_End)
    press(qtbot, window, pages.list, KEY.Key_Return)
    shown = workspace.center.current_reader()
    assert shown is not None
    assert workspace.center.document_of(shown) == second
    window.activateWindow()
    pages.list.setFocus()
    qtbot.keyClick(pages.list, KEY.Key_A, Qt.KeyboardModifier.ControlModifier)
    press(qtbot, window, pages.list, KEY.Key_Y)
    qtbot.wait_until(lambda: len(confirmed_mentions(project, case.id)) == 3)
    assert [it.words for it in confirmed_mentions(project, case.id)] == ["STG"] * 3
    qtbot.wait_until(lambda: pages.model.rowCount() == 0)
    assert project.cases.counts() == {case.id: (2, 3)}


def test_words_mention_a_case_that_is_new(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    project = workspace.project
    reader = workspace.center.open_document(project.documents.ids()[1])
    reader.pane.select(Span(0, 9))
    window.activateWindow()
    reader.pane.setFocus()
    qtbot.keyClick(reader.pane, KEY.Key_C, SHIFT)
    choose(qtbot, window, "Officials")
    (case,) = project.cases.all()
    (mention,) = confirmed_mentions(project, case.id)
    assert (case.name, mention.words) == ("Officials", "Officials")
    assert project.undo().label == "Create case “Officials”"
    assert project.cases.all() == []
    assert project.passages.all() == []


def test_documents_are_put_into_a_case_and_its_row_says_how_many(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    project = workspace.project
    table = create_table(project, "Bodies")
    row = add_case_row(project, table, "Group")
    add_column(project, table, "Level", "How high?")
    panel = workspace.center.open_table(table)
    workspace.library.select(project.documents.ids())
    menu = workspace.library.menu_for_selection()
    assert menu is not None
    entries = {it.text(): it for it in menu.actions()}
    entries["Put into case…"].trigger()
    choose(qtbot, window, "group")
    shown = panel.model.row_facts(project.tables.get(table).rows[0])
    assert shown == "Case · 2 documents"

    pages = workspace.bottom.cases.pages
    workspace.bottom.open_list(workspace.bottom.cases)
    workspace.bottom.cases.listing.select([project.cases.all()[0].id])
    qtbot.wait_until(lambda: pages.contents is not None)
    workspace.center.open_document(project.documents.ids()[0])
    pages.segments.choose(Page.ROWS)
    press(qtbot, window, pages.list, KEY.Key_Return)
    assert workspace.center.tabs.currentWidget() is panel
    assert project.tables.get(table).rows[0].id == row


def test_the_passage_leads_to_the_case_that_it_mentions(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    project = workspace.project
    create_case(project, "Another")
    reader = workspace.center.open_document(project.documents.ids()[1])
    reader.pane.select(Span(0, 9))
    reader.perform("passage.mention")
    choose(qtbot, window, "New one")
    case = next(it for it in project.cases.all() if it.name == "New one")
    (mention,) = confirmed_mentions(project, case.id)
    assert mention.passage_id is not None
    workspace.going.to_passage(mention.passage_id)
    (card,) = workspace.passage.depends.cases.findChildren(Card)
    press(qtbot, window, card, KEY.Key_Return)
    assert workspace.bottom.currentWidget() is workspace.bottom.cases
    assert workspace.bottom.cases.listing.current == case.id


def test_a_document_is_put_into_a_case_by_keys_alone(
    qtbot: QtBot, window: MainWindow, workspace: Workspace
) -> None:
    project = workspace.project
    case_id = create_case(project, "Nobody writes of it")
    cases = workspace.bottom.cases
    workspace.bottom.open_list(cases)
    cases.listing.select([case_id])
    qtbot.wait_until(lambda: cases.pages.contents is not None)
    press(qtbot, window, cases.listing.table, KEY.Key_Return)
    focused = QApplication.focusWidget()
    assert focused is not None
    assert cases.pages.segments.isAncestorOf(focused)
    press(qtbot, window, focused, KEY.Key_Insert)
    choose(qtbot, window, "wire")
    second = project.documents.ids()[1]
    assert project.cases.documents(case_id) == [second]
    assert cases.pages.page is Page.DOCUMENTS
