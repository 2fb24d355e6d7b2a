"""The form in which a sheet's columns become parts of documents."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.importing import made_csv, made_workbook
from ui.exchange.role_box import RoleBox
from ui.exchange.sheet_form import SheetForm
from ui.exchange.sheet_model import Column
from ui.main_window import MainWindow
from ui.workspace import Workspace
from workbench.model.row_mappings import RowMapping
from workbench.model.sheets import ColumnRole


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    path = tmp_path / "survey.csv"
    path.write_bytes(made_csv.made()["survey.csv"])
    return path


def opened(workspace: Workspace, qtbot: QtBot, path: Path) -> SheetForm:
    workspace.imports.import_paths([path])
    form = workspace.imports.sheets.form
    qtbot.wait_until(lambda: form.model.rowCount() > 0)
    return form


def box(form: SheetForm, row: int) -> RoleBox:
    found = form.table.indexWidget(form.model.index(row, Column.ROLE))
    assert isinstance(found, RoleBox)
    return found


def choose(form: SheetForm, row: int, role: ColumnRole) -> None:
    """Choose as a person does with the keys."""
    its = box(form, row)
    its.setFocus()
    while its.role is not role:
        roles = list(ColumnRole)
        is_below = roles.index(role) > roles.index(its.role)
        QTest.keyClick(its, Qt.Key.Key_Down if is_below else Qt.Key.Key_Up)


def test_a_single_sheet_is_asked_about_first(
    workspace: Workspace, qtbot: QtBot, survey: Path
) -> None:
    before = len(workspace.project.documents.all())
    form = opened(workspace, qtbot, survey)
    assert form.isVisible()
    assert not form.isModal()
    assert [box(form, row).currentText() for row in range(5)] == [
        "Title",
        "Date",
        "Text",
        "Attribute",
        "Attribute",
    ]
    assert form.document.words == (
        "Ada",
        "2022-11-08 · Age: 33.5 · Region: North",
        "I like it, really.\nThe second line; here",
    )
    assert form.facts.text == "survey.csv · 3 rows · 5 columns"
    assert form.button.text() == "Import 3 rows"
    assert len(workspace.project.documents.all()) == before


def test_what_is_chosen_is_shown_and_imported(
    workspace: Workspace, qtbot: QtBot, survey: Path
) -> None:
    before = {it.id for it in workspace.project.documents.all()}
    form = opened(workspace, qtbot, survey)
    choose(form, 4, ColumnRole.TITLE)
    choose(form, 3, ColumnRole.LEFT_OUT)
    assert box(form, 0).role is ColumnRole.VALUE
    assert form.mapping == RowMapping(
        text=("Answer",), title="Region", date="Date", values=("Name",)
    )
    assert form.document.words[:2] == ("North", "2022-11-08 · Name: Ada")
    with qtbot.wait_signal(workspace.imports.ended, timeout=20_000):
        QTest.keyClick(box(form, 3), Qt.Key.Key_Return)
    assert not form.isVisible()
    new = [it for it in workspace.project.documents.all() if it.id not in before]
    assert [(it.title, it.date) for it in new] == [
        ("North", "2022-11-08"),
        ("South", "2022-11-09"),
    ]


def test_without_a_text_there_is_nothing_to_import(
    workspace: Workspace, qtbot: QtBot, survey: Path
) -> None:
    form = opened(workspace, qtbot, survey)
    choose(form, 2, ColumnRole.LEFT_OUT)
    assert not form.button.isEnabled()
    assert form.document.words == ("Let a column become the text.", "", "")


def test_the_choice_for_a_header_is_offered_again(
    workspace: Workspace, qtbot: QtBot, survey: Path
) -> None:
    form = opened(workspace, qtbot, survey)
    choose(form, 3, ColumnRole.LEFT_OUT)
    with qtbot.wait_signal(workspace.imports.ended, timeout=20_000):
        form.button.click()
    form = opened(workspace, qtbot, survey)
    assert box(form, 3).role is ColumnRole.LEFT_OUT


def test_another_sheet_of_a_workbook_can_be_chosen(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(made_workbook.sheets())
    form = opened(workspace, qtbot, path)
    assert form.sheets.isVisible()
    assert form.document.words[2] == "First of Answers"
    form.sheets.setFocus()
    QTest.keyClick(form.sheets, Qt.Key.Key_Down)
    qtbot.wait_until(lambda: form.document.words[2] == "First of Codes & keys")
    assert form.mapping.sheet == "Codes & keys"


def test_a_sheet_without_rows_says_so(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "empty.csv"
    path.write_text("Title,Text\n")
    workspace.imports.import_paths([path])
    form = workspace.imports.sheets.form
    qtbot.wait_until(lambda: form.state.accessibleName() == "No rows in this sheet")
    assert not form.button.isEnabled()


def test_a_file_that_cannot_be_read_says_why(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "broken.xlsx"
    path.write_bytes(b"PK\x03\x04 nothing")
    workspace.imports.import_paths([path])
    form = workspace.imports.sheets.form
    qtbot.wait_until(lambda: form.state.accessibleName() == "This file cannot be read")
    assert "broken.xlsx" in form.state.accessibleDescription()
