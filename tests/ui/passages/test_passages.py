"""The list of passages: filter by chips, follow changes, go there, change many."""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from tests.windows import window_over
from ui.jobs import JobRunner
from ui.main_window import MainWindow
from ui.notices import Notices
from ui.passages.conditions import ATTRIBUTE
from ui.passages.controller import DONE_AT_ONCE, PassagesController
from ui.passages.delegate import LINE, TWO_LINES, WIDE
from ui.passages.panel import PassagesPanel
from ui.project_signals import ProjectSignals
from ui.workspace import Workspace
from workbench.model.attributes import Subject
from workbench.model.ids import DocumentId, TagId
from workbench.model.passage_filters import (
    EVERYTHING,
    PassageFilter,
    PassageGrouping,
    PassageOrder,
)
from workbench.model.spans import Span
from workbench.operations.attributes import create_attribute, set_values
from workbench.operations.documents import remove_documents
from workbench.operations.exchange import export_passages
from workbench.operations.passages import mark_passage, remove_passages
from workbench.operations.tags import create_tag, rename_tag
from workbench.project import Project

ImportText = Callable[..., DocumentId]
TEXT = "One two three four five six seven eight nine ten."


class Lists:
    """The panel over a project, wired as the window wires it."""

    def __init__(self, project: Project, qtbot: QtBot) -> None:
        self.project = project
        self.qtbot = qtbot
        self.signals = ProjectSignals(project)
        self.notices = Notices()
        self.panel = PassagesPanel()
        qtbot.addWidget(self.panel, before_close_func=lambda _: self.signals.close())
        self.runner = JobRunner(self.panel)
        self.controller = PassagesController(
            project, self.signals, self.panel, self.notices, self.runner
        )
        self.panel.resize(1000, 300)
        self.panel.show()

    def quotes(self) -> list[str]:
        model = self.panel.model
        return [str(model.index(row).data()) for row in range(model.rowCount())]

    def wait(self, *quotes: str) -> None:
        self.qtbot.wait_until(lambda: self.quotes() == list(quotes))

    def chips(self) -> list[str]:
        return [chip.text() for chip in self.panel.bar.chips.buttons]

    def select(self, *rows: int) -> None:
        table = self.panel.table
        table.clearSelection()
        for row in rows:
            index = self.panel.model.index(row)
            table.setCurrentIndex(index) if row == rows[0] else None
            selection = table.selectionModel()
            selection.select(index, selection.SelectionFlag.Select)
        table.setFocus()


@pytest.fixture
def lists(project: Project, qtbot: QtBot) -> Iterator[Lists]:
    lists = Lists(project, qtbot)
    yield lists
    lists.runner.wait_all()


@pytest.fixture
def aim(project: Project) -> TagId:
    return create_tag(project, "aim")


@pytest.fixture
def marked(project: Project, import_text: ImportText, aim: TagId) -> DocumentId:
    """`One two` is tagged aim, `two three` aim and scope, `nine` not at all."""
    scope = create_tag(project, "scope")
    document_id = import_text(TEXT, name="memo")
    mark_passage(project, document_id, Span(0, 7), [aim], "first")
    mark_passage(project, document_id, Span(4, 13), [aim, scope])
    start = TEXT.index("nine")
    mark_passage(project, document_id, Span(start, start + 4))
    return document_id


def test_the_model_keeps_the_rules_of_qt(
    lists: Lists, marked: DocumentId, qtmodeltester: ModelTester
) -> None:
    lists.wait("One two", "two three", "nine")
    lists.panel.bar._group(PassageGrouping.TAG)
    lists.wait(
        "aim, 2", "One two", "two three", "scope, 1", "two three",
        "Without a tag, 1", "nine",
    )  # fmt: skip
    qtmodeltester.check(lists.panel.model)


def test_conditions_add_up_and_each_goes_by_key(
    lists: Lists, marked: DocumentId, aim: TagId
) -> None:
    lists.panel.bar.add(PassageFilter(all_of=(aim,)))
    lists.wait("One two", "two three")
    scope = lists.project.tags.at_path("scope").id
    lists.panel.bar.add(PassageFilter(none_of=(scope,)))
    lists.wait("One two")
    assert lists.chips() == ["Tagged aim", "Not tagged scope"]
    assert lists.panel.bar.count.text() == "Showing 1 of 3"
    chip = lists.panel.bar.chips.buttons[1]
    lists.qtbot.keyClick(chip, Qt.Key.Key_Delete)
    lists.wait("One two", "two three")
    lists.panel.bar.clear_button.click()
    lists.wait("One two", "two three", "nine")
    assert not lists.chips()
    assert lists.panel.bar.count.text() == "3 passages"


def test_words_are_looked_for_in_quotes_and_notes(
    lists: Lists, marked: DocumentId
) -> None:
    lists.panel.bar.field.setText("FIRST")
    lists.wait("One two")
    lists.panel.bar.field.setText("three")
    lists.wait("two three")


def test_the_list_follows_changes_and_undo_with_its_selection(
    lists: Lists, marked: DocumentId
) -> None:
    lists.wait("One two", "two three", "nine")
    lists.select(1)
    mark_passage(lists.project, marked, Span(0, 3))
    lists.wait("One two", "One", "two three", "nine")
    chosen = [line.quote for line in _chosen(lists)]
    assert chosen == ["two three"]
    lists.project.undo()
    lists.wait("One two", "two three", "nine")
    assert [line.quote for line in _chosen(lists)] == ["two three"]


def _chosen(lists: Lists) -> list:
    model = lists.panel.model
    rows = model.rows_of(set(lists.panel.table.chosen_ids()))
    return [model.line(row) for row in rows]


def test_a_hidden_list_is_read_when_it_is_shown(
    lists: Lists, marked: DocumentId
) -> None:
    lists.wait("One two", "two three", "nine")
    lists.panel.hide()
    remove_passages(lists.project, [lists.panel.model.ids[0]])
    lists.panel.show()
    lists.wait("two three", "nine")


def test_the_document_being_read_can_be_listed_alone(
    lists: Lists, marked: DocumentId, import_text: ImportText
) -> None:
    other = import_text("Another text.", name="reply")
    mark_passage(lists.project, other, Span(0, 7))
    bar = lists.panel.bar
    assert not bar.here.isEnabled()
    lists.controller.document_read(other)
    bar.here.click()
    lists.wait("Another")
    assert bar.count.text() == "1 passage"
    lists.controller.document_read(marked)
    lists.wait("One two", "two three", "nine")
    remove_documents(lists.project, [marked])
    lists.wait("Another")
    assert bar.all.isChecked()


def test_orders_and_names_follow(lists: Lists, marked: DocumentId, aim: TagId) -> None:
    lists.wait("One two", "two three", "nine")
    menu = lists.panel.bar.order_menu()
    newest = next(it for it in menu.actions() if it.text() == "Newest first")
    newest.trigger()
    lists.wait("nine", "two three", "One two")
    assert lists.panel.bar.order is PassageOrder.NEWEST
    menu.close()
    lists.panel.bar.add(PassageFilter(all_of=(aim,)))
    lists.wait("two three", "One two")
    rename_tag(lists.project, aim, "purpose")
    lists.qtbot.wait_until(lambda: lists.chips() == ["Tagged purpose"])


def test_an_empty_list_says_which_condition_to_drop(
    lists: Lists, marked: DocumentId, aim: TagId
) -> None:
    scope = lists.project.tags.at_path("scope").id
    wanted = PassageFilter(all_of=(aim, scope), has_note=True)
    lists.panel.bar.show_filter(wanted)
    empty = lists.panel.empty
    lists.qtbot.wait_until(empty.isVisible)
    assert empty.button.text() == "Drop “tagged scope”"
    assert "Without “tagged scope” 1 passage matches." in empty.accessibleDescription()
    empty.button.click()
    lists.wait("One two")
    assert lists.panel.bar.wanted == PassageFilter(all_of=(aim,), has_note=True)


def test_a_project_without_passages_says_how_to_make_one(lists: Lists) -> None:
    lists.qtbot.wait_until(lists.panel.empty.isVisible)
    assert "No passages yet" in lists.panel.empty.accessibleName()
    assert not lists.panel.empty.button.isVisible()


def test_conditions_are_made_by_typing(
    lists: Lists, marked: DocumentId, aim: TagId
) -> None:
    lists.wait("One two", "two three", "nine")
    popup = lists.panel.conditions
    lists.panel.bar.open_conditions()
    popup.choices.field.setText("aim")
    assert popup.choices.current is not None
    assert popup.choices.current.name == "Tagged aim"
    lists.qtbot.keyClick(popup.choices.field, Qt.Key.Key_Return)
    lists.wait("One two", "two three")
    lists.panel.bar.open_conditions()
    popup.choices.field.setText("not tagged")
    popup.choices.choose_current()
    popup.choices.field.setText("sco")
    popup.choices.choose_current()
    lists.wait("One two")
    lists.panel.bar.open_conditions()
    popup._choose("since")
    popup.choices.field.setText("2019-05")
    popup.choices.choose_current()
    lists.qtbot.wait_until(lambda: lists.chips()[-1:] == ["Marked since 2019-05"])


def test_a_value_of_the_document_is_a_condition(
    lists: Lists, marked: DocumentId, import_text: ImportText
) -> None:
    other = import_text("Another text.", name="reply")
    mark_passage(lists.project, other, Span(0, 7))
    field = create_attribute(lists.project, Subject.DOCUMENT, "Country")
    set_values(lists.project, field, [other], "Korea")
    lists.panel.bar.open_conditions()
    popup = lists.panel.conditions
    popup._choose(ATTRIBUTE)
    popup.values.choices.choose_current()
    offered = [it.name for it in popup.values.choices.shown]
    assert offered == ["Korea", "Empty", "Not empty"]
    popup.values.choices.choose_current()
    lists.wait("Another")
    assert lists.chips() == ["In documents whose Country is Korea"]


def test_many_are_tagged_untagged_and_removed_in_one_step_each(
    lists: Lists, marked: DocumentId, aim: TagId
) -> None:
    lists.wait("One two", "two three", "nine")
    lists.select(1, 2)
    lists.qtbot.keyClick(lists.panel.table, Qt.Key.Key_T)
    assert lists.panel.picker.isVisible()
    lists.panel.picker.create_requested.emit("new")
    lists.panel.picker.hide()
    new = lists.project.tags.at_path("new")
    assert new.passages == 2
    lists.project.undo()
    assert lists.project.tags.find("new") is None
    lists.wait("One two", "two three", "nine")
    lists.select(0, 1)
    lists.qtbot.keyClick(lists.panel.table, Qt.Key.Key_U)
    lists.panel.picker.chosen.emit(aim)
    lists.panel.picker.hide()
    assert lists.project.tags.get(aim).passages == 0
    lists.wait("One two", "two three", "nine")
    lists.qtbot.keyClick(lists.panel.table, Qt.Key.Key_Delete)
    lists.wait("nine")
    lists.project.undo()
    lists.wait("One two", "two three", "nine")


def test_very_many_are_changed_in_a_job(
    lists: Lists, import_text: ImportText, aim: TagId
) -> None:
    many = DONE_AT_ONCE + 20
    document_id = import_text("x" * (many + 5))
    with lists.project.operation("Mark"):
        for start in range(many):
            mark_passage(lists.project, document_id, Span(start, start + 1))
    lists.qtbot.wait_until(lambda: len(lists.panel.model.ids) == many)
    lists.panel.table.selectAll()
    assert len(lists.panel.table.chosen_ids()) == many
    lists.panel.pick_tag(lists.panel.table.chosen_ids(), QPoint(), [])
    lists.panel.picker.chosen.emit(aim)
    lists.panel.picker.hide()
    lists.qtbot.wait_until(lambda: lists.project.tags.get(aim).passages == many)
    lists.project.undo()
    assert lists.project.tags.get(aim).passages == 0


def test_a_place_far_down_stays_in_view(lists: Lists, import_text: ImportText) -> None:
    document_id = import_text("x" * 400)
    with lists.project.operation("Mark"):
        for start in range(200):
            mark_passage(lists.project, document_id, Span(start + 1, start + 3))
    lists.qtbot.wait_until(lambda: len(lists.panel.model.ids) == 200)
    table = lists.panel.table
    table.verticalScrollBar().setValue(100 * LINE + 5)
    mark_passage(lists.project, document_id, Span(0, 2))
    lists.qtbot.wait_until(lambda: len(lists.panel.model.ids) == 201)
    assert table.verticalScrollBar().value() == 101 * LINE + 5


def test_rows_have_two_lines_where_it_is_narrow(
    lists: Lists, marked: DocumentId
) -> None:
    lists.wait("One two", "two three", "nine")
    table = lists.panel.table
    assert table.rowHeight(0) == LINE
    lists.panel.setMinimumWidth(0)
    table.resize(WIDE - 100, 200)
    assert table.rowHeight(0) == TWO_LINES


def test_what_is_listed_is_exported(
    lists: Lists, marked: DocumentId, tmp_path: Path
) -> None:
    lists.panel.bar.add(PassageFilter(is_untagged=True))
    lists.wait("nine")
    with lists.qtbot.wait_signal(lists.panel.export_requested) as asked:
        lists.panel.bar.export_button.click()
    path = tmp_path / "passages.csv"
    assert export_passages(lists.project, path, only=asked.args[0]) == 1
    (row,) = csv.DictReader(path.read_text(encoding="utf-8-sig").splitlines())
    assert row["quote"] == "nine"


def test_nothing_is_changed_in_a_project_that_can_only_be_read(
    project: Project, marked: DocumentId, qtbot: QtBot
) -> None:
    project.close()
    with Project.open(project.path, read_only=True) as reading:
        lists = Lists(reading, qtbot)
        lists.wait("One two", "two three", "nine")
        lists.select(0)
        qtbot.keyClick(lists.panel.table, Qt.Key.Key_Delete)
        qtbot.keyClick(lists.panel.table, Qt.Key.Key_T)
        assert not lists.panel.picker.isVisible()
        assert reading.passages.count() == 3
        lists.runner.wait_all()


@pytest.fixture
def window(project: Project, marked: DocumentId, qtbot: QtBot) -> Iterator[MainWindow]:
    project.close()
    with window_over(project.path, qtbot) as window:
        yield window


def test_a_tag_lists_its_passages_and_enter_goes_to_one(
    window: MainWindow, qtbot: QtBot
) -> None:
    workspace = window.findChild(Workspace)
    assert workspace is not None
    panel = workspace.passages
    tag = workspace.project.tags.at_path("scope")
    workspace.tags.tag_activated.emit(tag.id)
    qtbot.wait_until(lambda: len(panel.model.ids) == 1)
    assert workspace.bottom.currentWidget() is panel
    assert panel.bar.wanted == PassageFilter(all_of=(tag.id,))
    panel.table.setCurrentIndex(panel.model.index(0))
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    reader = workspace.center.current_reader()
    assert reader is not None
    assert workspace.passage.passage_id == panel.model.ids[0]
    qtbot.wait_until(panel.bar.here.isEnabled)
    workspace.bottom.open_list(workspace.passages)
    assert QApplication.focusWidget() is panel.table
    panel.bar.show_filter(EVERYTHING)
    qtbot.wait_until(lambda: len(panel.model.ids) == 3)
