"""References looked through, corrected and filled in, in the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.projects import project_of
from ui.main_window import MainWindow
from ui.references.controller import ReferencesController
from ui.references.delegate import tick_box
from ui.references.lines import Standing
from ui.references.panel import ReferencesDialog
from ui.widgets.choice_popup import ChoicePopup
from ui.widgets.rows import Role
from ui.workspace import Workspace
from workbench.model.attributes import Subject
from workbench.operations.documents import edit_document
from workbench.operations.reference_facts import values_by_name
from workbench.project import Project

BIB = """@article{lee, title={Export controls}, author={Lee, Jin}, date={2022-05},
 journaltitle={Policy}}
@article{kim, title={Seoul & Washington}, date={2021}}
@book{none, title={A book that is <u>not</u> here}, author={Kim, A.}, year=2019}
@misc{same, title={A title that is there twice}}
@misc{broken, title={
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    texts = {
        "lee": "About controls.",
        "kim": "About Seoul.",
        "book.md": "# Something of its own",
        "one.md": "# A title that is there twice",
        "two.md": "# A title that is there twice\n\nYes.",
    }
    with project_of(texts, tmp_path / "study.workbench") as project:
        edit_document(project, project.documents.find("kim").id, date="2020")
    return tmp_path / "study.workbench"


@pytest.fixture
def controller(
    window: MainWindow, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> ReferencesController:
    library = tmp_path / "library.bib"
    library.write_text(BIB)
    workspace.references.open([library])
    qtbot.wait_until(workspace.references.dialog.isVisible)
    return workspace.references


@pytest.fixture
def dialog(controller: ReferencesController) -> ReferencesDialog:
    return controller.dialog


def shown(dialog: ReferencesDialog) -> list[tuple[str, str, bool | None]]:
    model = dialog.model
    return [
        (it.title, str(model.index(row).data(Role.FACTS)), model.is_ticked(row))
        for row, it in enumerate(model.lines)
    ]


def press(dialog: ReferencesDialog, key: Qt.Key, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.view, key)


def test_what_would_be_filled_in_is_listed(dialog: ReferencesDialog) -> None:
    assert not dialog.isModal()
    assert dialog.heading.text() == (
        "2 references have a document · 1 not sure · 1 without a document · 1 broken"
    )
    named = "the file is named as the reference is cited"
    broken = "“broken” is broken; look for a missing brace or comma."
    assert shown(dialog) == [
        ("Export controls", f"lee · {named}", True),
        ("Seoul & Washington", f"kim · {named}", True),
        ("A title that is there twice", "Could be one or two · same title", None),
        ("A book that is <u>not</u> here", "Kim, A. · 2019", None),
        (f"library.bib: Line 6: {broken}", "", None),
    ]
    changes = [(it.name, it.old, it.new) for it in dialog.model.changes(0)]
    assert changes == [
        ("Title", "", "Export controls"),
        ("Date", "", "2022-05"),
        ("Source", "", "Policy"),
        ("Author", "", "Lee, Jin"),
    ]
    spoken = dialog.model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken.startswith("Export controls, ticked, lee · ")
    assert spoken.endswith("Source: Policy, Author: Lee, Jin")


def test_only_what_is_ticked_is_filled_in_as_one_step(
    dialog: ReferencesDialog, workspace: Workspace, qtbot: QtBot
) -> None:
    dialog.view.setCurrentIndex(dialog.model.index(1))
    press(dialog, Qt.Key.Key_Space, qtbot)
    assert dialog.apply_button.text() == "&Fill in 1 document"
    dialog.apply_button.click()
    project = workspace.project
    qtbot.wait_until(lambda: project.documents.find("lee").date == "2022-05")
    assert project.documents.find("kim").title == "kim"
    assert values(project)[1] == {"Author": "Lee, Jin"}
    qtbot.wait_until(lambda: shown(dialog)[0][2] is None)
    assert shown(dialog)[0][1].endswith("says the same already")
    assert shown(dialog)[1][2] is False
    project.undo()
    assert project.documents.find("lee").date == ""
    qtbot.wait_until(lambda: shown(dialog)[0][2] is True)


def values(project: Project) -> dict[int, dict[str, str]]:
    with project.reader() as view:
        return values_by_name(view)


def test_what_documents_say_is_replaced_only_if_asked(
    dialog: ReferencesDialog, workspace: Workspace, qtbot: QtBot
) -> None:
    assert [it.name for it in dialog.model.changes(1)] == ["Title"]
    dialog.overwrite.click()
    assert [(it.name, it.old) for it in dialog.model.changes(1)] == [
        ("Title", ""),
        ("Date", "2020"),
    ]
    dialog.apply_button.click()
    qtbot.wait_until(lambda: workspace.project.documents.find("kim").date == "2021")
    assert workspace.project.attributes.all(Subject.DOCUMENT) != []


@pytest.mark.parametrize(
    ("row", "typed", "name"), [(3, "own", "book"), (2, "two", "two")]
)
def test_a_document_is_chosen_by_typing(
    dialog: ReferencesDialog,
    workspace: Workspace,
    qtbot: QtBot,
    row: int,
    typed: str,
    name: str,
) -> None:
    title = dialog.model.lines[row].title
    dialog.view.setCurrentIndex(dialog.model.index(row))
    press(dialog, Qt.Key.Key_Return, qtbot)
    (popup,) = dialog.findChildren(ChoicePopup)
    qtbot.keyClicks(popup.choices.field, typed)
    qtbot.keyClick(popup.choices.field, Qt.Key.Key_Return)
    qtbot.wait_until(lambda: "chosen by you" in shown(dialog)[2][1])
    line = dialog.model.lines[2]
    assert (line.standing, line.title) == (Standing.MATCHED, title)
    dialog.overwrite.setChecked(True)
    dialog.apply_button.click()
    project = workspace.project
    qtbot.wait_until(lambda: project.documents.find(name).title == title)


def test_a_click_on_the_box_ticks(dialog: ReferencesDialog, qtbot: QtBot) -> None:
    place = tick_box(dialog.view.visualRect(dialog.model.index(0))).center()
    left = Qt.MouseButton.LeftButton
    qtbot.mouseClick(dialog.view.viewport(), left, pos=place)
    assert shown(dialog)[0][2] is False
    qtbot.mouseClick(dialog.view.viewport(), left, pos=place + QPoint(100, 0))
    assert shown(dialog)[0][2] is False
    qtbot.mouseClick(dialog.view.viewport(), left, pos=place)
    assert shown(dialog)[0][2] is True


def test_broken_lines_ask_for_nothing(dialog: ReferencesDialog, qtbot: QtBot) -> None:
    dialog.view.setCurrentIndex(dialog.model.index(4))
    press(dialog, Qt.Key.Key_Return, qtbot)
    press(dialog, Qt.Key.Key_Space, qtbot)
    assert dialog.findChildren(ChoicePopup) == []
    assert dialog.isVisible()


def test_a_file_without_references_is_said(
    window: MainWindow, workspace: Workspace, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "no.bib").write_text("Nothing.")
    said: list[str] = []
    window.notices.trouble.connect(said.append)
    workspace.references.open([tmp_path / "no.bib"])
    qtbot.wait_until(lambda: bool(said))
    assert said[0].startswith("no.bib has no references in RIS, BibTeX,")
    assert not workspace.references.dialog.isVisible()


def test_the_list_is_first_in_the_order_of_the_keyboard(
    dialog: ReferencesDialog, qtbot: QtBot
) -> None:
    qtbot.wait_until(lambda: QApplication.focusWidget() is dialog.view)
    press(dialog, Qt.Key.Key_Tab, qtbot)
    assert QApplication.focusWidget() is dialog.overwrite
