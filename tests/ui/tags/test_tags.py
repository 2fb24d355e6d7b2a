"""The tag tree: making, renaming, moving, merging, coloring, deleting tags."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.tags.controller import TagsController
from ui.tags.model import TAG_ROLE
from ui.tags.panel import TagsPanel
from workbench.model.ids import DocumentId, TagId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.passages import mark_passage
from workbench.operations.tags import create_tag
from workbench.project import Project

ImportText = Callable[..., DocumentId]
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Tags:
    """The tags panel over a project, wired as the window wires it."""

    def __init__(self, project: Project, qtbot: QtBot) -> None:
        self.project = project
        self.signals = ProjectSignals(project)
        self.notices = Notices()
        self.panel = TagsPanel()
        qtbot.addWidget(self.panel)
        self.controller = TagsController(
            project, self.signals, self.panel, self.notices
        )
        self.done: list[str] = []
        self.problems: list[str] = []
        self.notices.message.connect(self.done.append)
        self.notices.trouble.connect(self.problems.append)
        self.panel.resize(300, 500)
        self.panel.show()

    @property
    def paths(self) -> list[str]:
        return [tag.path for tag in self.project.tags.all()]

    def go_to(self, path: str) -> None:
        self.panel.tree.go_to(self.project.tags.at_path(path).id)

    @property
    def current_path(self) -> str | None:
        tag = self.panel.tree.current_tag()
        return tag.path if tag else None


@pytest.fixture
def tags(project: Project, qtbot: QtBot) -> Tags:
    for path in ("mandate", "level/minister", "level/deputy", "figures"):
        create_tag(project, path)
    return Tags(project, qtbot)


def press(tags: Tags, qtbot: QtBot, key: Qt.Key, mod: Qt.KeyboardModifier) -> None:
    tags.panel.activateWindow()
    tags.panel.tree.setFocus()
    qtbot.keyClick(tags.panel.tree, key, mod)


def trigger(tags: Tags, text: str) -> None:
    entries = {one.text(): one for one in tags.panel.tree.actions()}
    entries[text].trigger()


def test_models_keep_the_rules_of_qt(tags: Tags, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(tags.panel.model)
    qtmodeltester.check(tags.panel.tree.filtered)


def test_an_empty_tree_offers_to_make_a_tag(project: Project, qtbot: QtBot) -> None:
    tags = Tags(project, qtbot)
    assert tags.panel.empty.isVisible()
    tags.panel.empty.activated.emit()
    qtbot.keyClicks(tags.panel.name_field, "first/second")
    qtbot.keyClick(tags.panel.name_field, Qt.Key.Key_Return)
    assert tags.paths == ["first", "first/second"]
    assert tags.current_path == "first/second"


def test_insert_makes_a_tag_and_escape_leaves(tags: Tags, qtbot: QtBot) -> None:
    trigger(tags, "New tag beneath")
    qtbot.keyClick(tags.panel.name_field, Qt.Key.Key_Escape)
    assert not tags.panel.name_field.isVisible()
    tags.go_to("mandate")
    trigger(tags, "New tag beneath")
    qtbot.keyClicks(tags.panel.name_field, "tasks")
    qtbot.keyClick(tags.panel.name_field, Qt.Key.Key_Return)
    assert "mandate/tasks" in tags.paths


def test_f2_renames_in_place(tags: Tags, qtbot: QtBot) -> None:
    tags.go_to("mandate")
    trigger(tags, "Rename")
    field = tags.panel.tree.findChild(QLineEdit)
    assert field is not None
    field.setText("task")
    # Qt commits what was typed when the key press is over.
    with qtbot.waitSignal(tags.panel.tree.itemDelegate().closeEditor):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "task" in tags.paths
    assert tags.current_path == "task"


def test_a_name_that_is_taken_is_told_and_the_old_one_stays(tags: Tags) -> None:
    index = tags.panel.model.index_of(tags.project.tags.at_path("mandate").id)
    tags.panel.model.setData(index, "figures")
    assert index.data() == "mandate"
    assert len(tags.problems) == 1


def test_keys_move_a_tag_among_siblings_in_and_out(tags: Tags, qtbot: QtBot) -> None:
    tags.go_to("mandate")
    trigger(tags, "Move down")
    assert tags.paths[:2] == ["level", "level/minister"]
    assert tags.current_path == "mandate"
    trigger(tags, "Move in")
    assert tags.current_path == "level/mandate"
    trigger(tags, "Move out")
    top = [path for path in tags.paths if "/" not in path]
    assert top == ["level", "mandate", "figures"]


def test_a_drop_moves_a_tag_beneath_another(tags: Tags) -> None:
    model = tags.panel.model
    source = model.index_of(tags.project.tags.at_path("figures").id)
    target = model.index_of(tags.project.tags.at_path("mandate").id)
    dragged = model.mimeData([source])
    assert model.canDropMimeData(dragged, Qt.DropAction.MoveAction, -1, -1, target)
    model.dropMimeData(dragged, Qt.DropAction.MoveAction, -1, -1, target)
    assert "mandate/figures" in tags.paths


def test_a_drop_between_siblings_lands_there(tags: Tags) -> None:
    model = tags.panel.model
    source = model.index_of(tags.project.tags.at_path("mandate").id)
    top = model.index(-1, 0)
    model.dropMimeData(model.mimeData([source]), Qt.DropAction.MoveAction, 2, 0, top)
    assert tags.paths[0] == "level"
    assert tags.paths[3] == "mandate"


def test_a_tag_cannot_be_dropped_beneath_itself(tags: Tags) -> None:
    model = tags.panel.model
    source = model.index_of(tags.project.tags.at_path("level").id)
    beneath = model.index_of(tags.project.tags.at_path("level/deputy").id)
    dragged = model.mimeData([source])
    move = Qt.DropAction.MoveAction
    assert not model.canDropMimeData(dragged, move, -1, -1, beneath)


def test_what_was_folded_stays_folded_when_the_tree_changes(tags: Tags) -> None:
    tree = tags.panel.tree
    level = tags.project.tags.at_path("level").id
    tree.collapse(tree.filtered.mapFromSource(tags.panel.model.index_of(level)))
    create_tag(tags.project, "new one")
    assert not tree.isExpanded(
        tree.filtered.mapFromSource(tags.panel.model.index_of(level))
    )


def test_the_filter_shows_tags_with_their_parents(tags: Tags, qtbot: QtBot) -> None:
    qtbot.keyClicks(tags.panel.filter_field, "deput")
    shown = tags.panel.tree.filtered
    assert shown.rowCount() == 1
    assert shown.index(0, 0).data() == "level"
    qtbot.keyClick(tags.panel.filter_field, Qt.Key.Key_Escape)
    assert shown.rowCount() == 3


def test_delete_removes_with_a_way_back(tags: Tags) -> None:
    tags.go_to("level")
    trigger(tags, "Delete")
    assert tags.paths == ["mandate", "figures"]
    assert tags.done == ["Deleted 1 tag · Ctrl+Z to undo"]
    tags.project.undo()
    assert "level/deputy" in tags.paths


def test_merging_by_the_picker_moves_the_passages(
    tags: Tags, import_text: ImportText
) -> None:
    document_id = import_text("One sentence about something.")
    figures = tags.project.tags.at_path("figures").id
    passage_id = mark_passage(tags.project, document_id, Span(0, 3), [figures])
    tags.go_to("figures")
    trigger(tags, "Merge into…")
    mandate = tags.project.tags.at_path("mandate").id
    tags.panel.picker.chosen.emit(mandate)
    tags.panel.picker.hide()
    assert "figures" not in tags.paths
    assert tags.project.passages.get(passage_id).tag_ids == (mandate,)


def test_merging_into_a_new_tag_is_one_step(tags: Tags) -> None:
    before = tags.paths
    tags.go_to("figures")
    trigger(tags, "Merge into…")
    tags.panel.picker.create_requested.emit("numbers")
    tags.panel.picker.hide()
    assert "numbers" in tags.paths
    assert "figures" not in tags.paths
    tags.project.undo()
    assert tags.paths == before


def test_the_swatches_are_worked_by_keys(tags: Tags, qtbot: QtBot) -> None:
    tags.go_to("mandate")
    before = tags.project.tags.at_path("mandate").color
    trigger(tags, "Color…")
    qtbot.keyClick(tags.panel.swatches, Qt.Key.Key_Right)
    qtbot.keyClick(tags.panel.swatches, Qt.Key.Key_Return)
    assert tags.project.tags.at_path("mandate").color == (before + 1) % 16
    assert not tags.panel.swatches.isVisible()


def test_enter_and_click_activate_a_tag(tags: Tags, qtbot: QtBot) -> None:
    tags.go_to("figures")
    figures = tags.project.tags.at_path("figures").id
    with qtbot.waitSignal(tags.panel.tag_activated) as by_key:
        qtbot.keyClick(tags.panel.tree, Qt.Key.Key_Return)
    place = tags.panel.tree.visualRect(tags.panel.tree.currentIndex()).center()
    with qtbot.waitSignal(tags.panel.tag_activated) as by_click:
        qtbot.mouseClick(
            tags.panel.tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place)
        )
    assert by_key.args == by_click.args == [figures]


def test_counts_follow_tagging(tags: Tags, import_text: ImportText) -> None:
    document_id = import_text("One sentence about something.")
    deputy: TagId = tags.project.tags.at_path("level/deputy").id
    mark_passage(tags.project, document_id, Span(0, 3), [deputy])
    assert tags.panel.model.index_of(deputy).data(TAG_ROLE).passages == 1
    level = tags.project.tags.at_path("level").id
    tooltip = tags.panel.model.index_of(level).data(Qt.ItemDataRole.ToolTipRole)
    assert "1 with the tags beneath" in tooltip


def test_a_note_on_a_tag_is_asked_for(tags: Tags, qtbot: QtBot) -> None:
    tags.go_to("figures")
    with qtbot.waitSignal(tags.panel.note_requested) as asked:
        trigger(tags, "Note")
    figures = tags.project.tags.at_path("figures").id
    assert asked.args == [NoteTarget(NoteOn.TAG, figures)]
