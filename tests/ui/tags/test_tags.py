"""The tag tree: making, renaming, moving, merging, coloring, deleting tags."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from ui.jobs import JobRunner
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.tags.controller import TagsController
from ui.tags.files import TagFiles
from ui.tags.model import HERE_ROLE, TAG_ROLE
from ui.tags.panel import TagsPanel
from ui.widgets.dragging import words_as_mime
from ui.widgets.plain import PlainLabel
from workbench.model.ids import DocumentId, TagId
from workbench.model.links import Stretch
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.notes import write_note
from workbench.operations.passages import mark_passage, remove_passages, untag_passages
from workbench.operations.tag_trees import import_tags
from workbench.operations.tags import create_tag, pin_tag
from workbench.project import Project

ImportText = Callable[..., DocumentId]
COPY, MOVE = Qt.DropAction.CopyAction, Qt.DropAction.MoveAction
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


class Tags:
    """The tags panel over a project, wired as the window wires it."""

    def __init__(self, project: Project, qtbot: QtBot) -> None:
        self.project = project
        self.signals = ProjectSignals(project)
        self.notices = Notices()
        self.panel = TagsPanel()
        qtbot.addWidget(self.panel, before_close_func=lambda _: self.signals.close())
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
def tags(project: Project, qtbot: QtBot) -> Iterator[Tags]:
    for path in ("mandate", "level/minister", "level/deputy", "figures"):
        create_tag(project, path)
    tags = Tags(project, qtbot)
    yield tags
    tags.signals.close()


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
    qtbot.keyClicks(tags.panel.filter_row.field, "deput")
    shown = tags.panel.tree.filtered
    assert shown.rowCount() == 1
    assert shown.index(0, 0).data() == "level"
    qtbot.keyClick(tags.panel.filter_row.field, Qt.Key.Key_Escape)
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


def test_counts_follow_tagging(
    tags: Tags, import_text: ImportText, qtbot: QtBot
) -> None:
    document_id = import_text("One sentence about something.", "one")
    other_id = import_text("Another one.", "other")
    deputy: TagId = tags.project.tags.at_path("level/deputy").id
    index = tags.panel.model.index_of(deputy)
    mark_passage(tags.project, document_id, Span(0, 3), [deputy])
    qtbot.wait_until(lambda: index.data(TAG_ROLE).passages == 1)
    assert index.data(HERE_ROLE) is None
    tags.panel.document_read.emit(document_id)
    assert index.data(HERE_ROLE) == 1
    mark_passage(tags.project, document_id, Span(4, 12), [deputy])
    mark_passage(tags.project, other_id, Span(0, 3), [deputy])
    assert index.data(HERE_ROLE) == 2
    tags.project.undo()
    tags.project.undo()
    assert index.data(HERE_ROLE) == 1
    tags.panel.document_read.emit(other_id)
    assert index.data(HERE_ROLE) == 0
    level = tags.project.tags.at_path("level").id
    tooltip = tags.panel.model.index_of(level).data(Qt.ItemDataRole.ToolTipRole)
    assert "1 with the tags beneath" in tooltip
    assert "0 in the document being read" in tooltip


def test_a_note_on_a_tag_is_asked_for(tags: Tags, qtbot: QtBot) -> None:
    tags.go_to("figures")
    with qtbot.waitSignal(tags.panel.note_requested) as asked:
        trigger(tags, "Definition and rule")
    figures = tags.project.tags.at_path("figures").id
    assert asked.args == [NoteTarget(NoteOn.TAG, figures)]


def test_ctrl_and_a_digit_pin_and_unpin(tags: Tags, qtbot: QtBot) -> None:
    tags.go_to("figures")
    figures = tags.project.tags.at_path("figures").id
    press(tags, qtbot, Qt.Key.Key_3, CTRL)
    assert tags.project.tags.pinned(3) == figures
    assert tags.done == ["Pinned “figures” to 3 · Ctrl+Z to undo"]
    tags.go_to("mandate")
    press(tags, qtbot, Qt.Key.Key_3, CTRL)
    assert tags.project.tags.get(figures).pin is None
    press(tags, qtbot, Qt.Key.Key_3, CTRL)
    assert tags.project.tags.pinned(3) is None
    assert tags.done[-1] == "Unpinned “mandate” · Ctrl+Z to undo"


def test_the_tree_paints_the_digit_of_a_pinned_tag(tags: Tags) -> None:
    def row() -> bytes:
        tree = tags.panel.tree
        rect = tree.visualRect(tree.filtered.index_of(figures))
        image = tree.viewport().grab(rect).toImage()
        return bytes(image.constBits())

    figures = tags.project.tags.at_path("figures").id
    before = row()
    pin_tag(tags.project, figures, 5)
    assert row() != before
    tags.project.undo()
    assert row() == before


def test_n_on_a_tag_asks_for_its_definition_which_the_tooltip_shows(
    tags: Tags, qtbot: QtBot
) -> None:
    tags.go_to("figures")
    figures = tags.project.tags.at_path("figures").id
    with qtbot.waitSignal(tags.panel.note_requested) as asked:
        press(tags, qtbot, Qt.Key.Key_N, Qt.KeyboardModifier.NoModifier)
    assert asked.args == [NoteTarget(NoteOn.TAG, figures)]
    write_note(tags.project, NoteTarget(NoteOn.TAG, figures), "Any <number>.")
    index = tags.panel.model.index_of(figures)
    tooltip = Qt.ItemDataRole.ToolTipRole
    qtbot.wait_until(lambda: "Any &lt;number&gt;." in str(index.data(tooltip)))


def test_the_filter_says_what_it_hides_and_enter_means_the_first_match(
    tags: Tags, qtbot: QtBot
) -> None:
    row = tags.panel.filter_row
    assert not row.clear_button.isVisible()
    tags.panel.start_finding()
    qtbot.keyClicks(row.field, "deput")
    assert row.clear_button.isVisible()
    assert row.findChildren(PlainLabel)[0].text() == "Showing 1 of 5"
    assert tags.current_path == "level/deputy"
    with qtbot.waitSignal(tags.panel.tag_activated) as asked:
        qtbot.keyClick(row.field, Qt.Key.Key_Return)
        qtbot.keyClick(tags.panel.tree, Qt.Key.Key_Return)
    assert asked.args == [tags.project.tags.at_path("level/deputy").id]
    row.clear_button.click()
    assert tags.panel.tree.filtered.rowCount() == 3
    assert not row.clear_button.isVisible()


def test_several_tags_move_together_and_a_child_goes_with_its_parent(
    tags: Tags,
) -> None:
    model = tags.panel.model
    ids = {path: tags.project.tags.at_path(path).id for path in tags.paths}
    chosen = ["mandate", "level", "level/deputy"]
    dragged = model.mimeData([model.index_of(ids[path]) for path in chosen])
    onto = model.index_of(ids["figures"])
    assert model.canDropMimeData(dragged, MOVE, -1, -1, onto)
    model.dropMimeData(dragged, MOVE, -1, -1, onto)
    assert tags.paths == [
        "figures", "figures/mandate", "figures/level", "figures/level/minister",
        "figures/level/deputy",
    ]  # fmt: skip
    tags.project.undo()
    assert tags.paths[0] == "mandate"


def test_words_dropped_on_a_tag_are_tagged(tags: Tags, import_text: ImportText) -> None:
    document_id = import_text("One sentence about something.")
    model = tags.panel.model
    figures = tags.project.tags.at_path("figures").id
    words = words_as_mime(Stretch(document_id, Span(4, 12)), "sentence")
    onto = model.index_of(figures)
    assert model.canDropMimeData(words, COPY, -1, -1, onto)
    assert not model.canDropMimeData(words, COPY, 0, 0, onto)
    assert not model.canDropMimeData(words, COPY, -1, -1, QModelIndex())
    model.dropMimeData(words, COPY, -1, -1, onto)
    (passage,) = tags.project.passages.of_document(document_id)
    assert (passage.quote, passage.tag_ids) == ("sentence", (figures,))
    assert tags.done == ["Tagged the passage “figures” · Ctrl+Z to undo"]


def test_a_real_drop_on_the_tree_tags_words(
    tags: Tags, import_text: ImportText
) -> None:
    document_id = import_text("One sentence about something.")
    tree = tags.panel.tree
    figures = tags.project.tags.at_path("figures").id
    words = words_as_mime(Stretch(document_id, Span(0, 3)), "One")
    at = tree.visualRect(tree.filtered.index_of(figures)).center()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    for carried in (QDragEnterEvent, QDragMoveEvent):
        event = carried(at, COPY, words, left, none)
        QApplication.sendEvent(tree.viewport(), event)
        assert event.isAccepted()
    drop = QDropEvent(QPointF(at), COPY, words, left, none)
    QApplication.sendEvent(tree.viewport(), drop)
    (passage,) = tags.project.passages.of_document(document_id)
    assert (passage.quote, passage.tag_ids) == ("One", (figures,))


def test_the_tree_offers_to_show_only_a_tag(tags: Tags, qtbot: QtBot) -> None:
    tags.go_to("figures")
    figures = tags.project.tags.at_path("figures").id
    with qtbot.waitSignal(tags.panel.only_tag_requested) as asked:
        trigger(tags, "Show only this tag in the text")
    assert asked.args == [figures]
    with qtbot.waitSignal(tags.panel.tag_activated) as asked:
        trigger(tags, "List its passages")
    assert asked.args == [figures]


def test_tag_trees_go_out_and_come_in(
    tags: Tags, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    runner = JobRunner()
    files = TagFiles(tags.project, tags.panel, tags.notices, runner)
    path = tmp_path / "out.csv"
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_: (str(path), "CSV files (*.csv)")
    )
    tags.panel.export_requested.emit()
    qtbot.wait_until(lambda: tags.done == ["Exported 5 tags to out.csv"])
    with path.open("a", encoding="utf-8") as file:
        file.write("new one,3,,\r\n")
    files.bring_in(path)
    qtbot.wait_until(lambda: len(tags.done) == 2)
    assert tags.done[1] == (
        "Created 1 tag and changed 0 tags from out.csv · Ctrl+Z to undo"
    )
    assert tags.paths[-1] == "new one"
    files.bring_in(path)
    qtbot.wait_until(lambda: len(tags.done) == 3)
    assert tags.done[2].startswith("out.csv has nothing new")
    path.write_text("nothing")
    files.bring_in(path)
    qtbot.wait_until(lambda: len(tags.problems) == 1)
    assert "path, color, pin and note" in tags.problems[0]
    runner.wait_all()


def test_five_hundred_tags_five_levels_deep_are_all_there(
    project: Project, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "tags.csv"
    lines = (f"{n // 100}/{n // 20 % 5}/{n // 4 % 5}/{n % 4}/x" for n in range(400))
    path.write_text("path\n" + "\n".join(lines))
    import_tags(project, path)
    tags = Tags(project, qtbot)
    assert len(tags.paths) == 4 + 20 + 100 + 400 + 400
    tags.panel.filter_row.field.setText("3/4/4/3")
    (match,) = [it for it in tags.panel.tree.filtered.matching() if it.name == "3"]
    assert match.path == "3/4/4/3"


def test_counts_of_a_full_document_are_right_after_everything(
    tags: Tags, import_text: ImportText, qtbot: QtBot
) -> None:
    document_id = import_text("word " * 1_000)
    ids = [tag.id for tag in tags.project.tags.all()]
    with tags.project.operation("Mark many"):
        passages = [
            mark_passage(tags.project, document_id, Span(n, n + 4), ids[: n % 3])
            for n in range(1_200)
        ]
    tags.panel.document_read.emit(document_id)
    index = tags.panel.model.index_of(ids[1])
    qtbot.wait_until(lambda: index.data(HERE_ROLE) == 400)
    assert tags.panel.model.index_of(ids[0]).data(HERE_ROLE) == 800
    untag_passages(tags.project, passages[:300], [ids[1]])
    assert index.data(HERE_ROLE) == 300
    remove_passages(tags.project, passages[300:600])
    assert index.data(HERE_ROLE) == 200
    tags.project.undo()
    tags.project.undo()
    assert index.data(HERE_ROLE) == 400
