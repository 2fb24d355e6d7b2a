"""The dialog of attributes: each change goes to the project and comes back."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.conftest import ImportText
from ui.attributes.controller import AttributesController
from ui.attributes.dialog import AttributesDialog
from ui.jobs import JobRunner
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from workbench.model.attributes import AttributeType, Subject
from workbench.operations.attributes import create_attribute, set_values
from workbench.project import Project

DOCUMENT = Subject.DOCUMENT


class Editor:
    """The dialog over one project, wired as the window wires it."""

    def __init__(self, project: Project, qtbot: QtBot) -> None:
        self.signals = ProjectSignals(project)
        self.notices = Notices()
        self.dialog = AttributesDialog()
        qtbot.addWidget(self.dialog)
        self.problems: list[str] = []
        self.done: list[str] = []
        self.notices.trouble.connect(self.problems.append)
        self.notices.message.connect(self.done.append)
        self.runner = JobRunner(self.dialog)
        self.controller = AttributesController(
            project, self.signals, self.dialog, self.notices, self.runner
        )
        self.controller.open()

    def names(self) -> list[str]:
        return [it.name for it in self.dialog.lines.model.lines]


@pytest.fixture
def editor(project: Project, qtbot: QtBot) -> Editor:
    return Editor(project, qtbot)


def test_an_attribute_is_made_a_choice_with_choices(
    editor: Editor, project: Project, qtbot: QtBot
) -> None:
    dialog = editor.dialog
    qtbot.keyClicks(dialog.lines.field, "Country")
    qtbot.keyClick(dialog.lines.field, Qt.Key.Key_Return)
    assert dialog.isVisible()
    dialog.kind.setCurrentIndex(list(AttributeType).index(AttributeType.CHOICE))
    dialog.kind.activated.emit(dialog.kind.currentIndex())
    for choice in ("Japan", "Korea"):
        qtbot.keyClicks(dialog.choices.field, choice)
        qtbot.keyClick(dialog.choices.field, Qt.Key.Key_Return)
    (attribute,) = project.attributes.all()
    assert attribute.choices == ("Japan", "Korea")
    assert [it.name for it in dialog.choices.model.lines] == ["Japan", "Korea"]
    project.undo()
    assert [it.name for it in dialog.choices.model.lines] == ["Japan"]


def test_a_type_that_does_not_fit_is_told_and_stays(
    editor: Editor, project: Project, import_text: ImportText
) -> None:
    remark = create_attribute(project, DOCUMENT, "Remark")
    set_values(project, remark, [import_text("Text.")], "many")
    dialog = editor.dialog
    dialog.kind.setCurrentIndex(list(AttributeType).index(AttributeType.NUMBER))
    dialog.kind.activated.emit(dialog.kind.currentIndex())
    assert dialog.kind.currentText() == "Text"
    assert "is not a number" in editor.problems[0]


def test_attributes_are_ordered_renamed_and_removed_by_keyboard(
    editor: Editor, project: Project, qtbot: QtBot
) -> None:
    for name in ("One", "Two", "Three"):
        create_attribute(project, DOCUMENT, name)
    lines = editor.dialog.lines
    lines.view.setCurrentIndex(lines.model.index(2, 0))
    qtbot.keyClick(lines.view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert editor.names() == ["One", "Three", "Two"]
    lines.model.setData(lines.model.index(1, 0), "Drei")
    assert editor.names() == ["One", "Drei", "Two"]
    assert lines.view.currentIndex().row() == 1
    qtbot.keyClick(lines.view, Qt.Key.Key_Delete)
    assert [it.name for it in project.attributes.all()] == ["One", "Two"]
    assert editor.done[-1] == "Removed Drei with 0 values · Ctrl+Z to undo"


def test_cases_have_attributes_of_their_own(editor: Editor, project: Project) -> None:
    create_attribute(project, DOCUMENT, "Country")
    editor.dialog.subjects.setCurrentIndex(1)
    assert editor.names() == []
    editor.dialog.lines.added.emit("Began")
    assert [it.name for it in project.attributes.all(Subject.CASE)] == ["Began"]


def test_a_file_of_values_comes_in_and_what_was_left_out_is_told(
    editor: Editor,
    project: Project,
    import_text: ImportText,
    tmp_path: Path,
    qtbot: QtBot,
) -> None:
    import_text("Text.", "memo")
    path = tmp_path / "values.csv"
    path.write_text("document,Who\nmemo,Ada\nnothing,Bob\n")
    editor.controller.import_file(path, DOCUMENT)
    qtbot.wait_until(lambda: bool(editor.problems))
    assert editor.problems == [
        "1 line was left out. Line 3: There is no document “nothing”."
    ]
    assert editor.done == ["Set 1 value; new: Who · Ctrl+Z to undo"]
    assert editor.names() == ["Who"]
