"""Rows and columns by keyboard in the real window, read back from the file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.windows import window_over
from ui.main_window import MainWindow
from ui.tables.panel import TablePanel
from workbench.model.tables import ColumnKind, ColumnType, ComparisonTable
from workbench.operations import tables
from workbench.operations.sample import build_sample
from workbench.operations.tags import create_tag
from workbench.project import Project

ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


class Tab:
    """The table of the sample in its tab, and the keys pressed there."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        assert window.workspace is not None
        self.window, self.workspace, self.qtbot = window, window.workspace, qtbot
        self.project = self.workspace.project
        self.id = self.project.tables.all()[0][0]
        self.panel: TablePanel = self.workspace.center.open_table(self.id)
        self.go_to(0, 0)

    @staticmethod
    def open_first(window: MainWindow) -> TablePanel:
        assert window.workspace is not None
        table_id, _ = window.workspace.project.tables.all()[0]
        return window.workspace.center.open_table(table_id)

    @property
    def now(self) -> ComparisonTable:
        return self.project.tables.get(self.id)

    @property
    def rows(self) -> list[str]:
        return [it.name for it in self.now.rows]

    @property
    def columns(self) -> list[str]:
        return [it.name for it in self.now.columns]

    @property
    def shown(self) -> list[str]:
        model = self.panel.model
        lines = range(model.rowCount())
        vertical = Qt.Orientation.Vertical
        return [str(model.headerData(it, vertical)) for it in lines]

    def go_to(self, line: int, column: int) -> None:
        self.window.activateWindow()
        self.panel.view.setCurrentIndex(self.panel.model.index(line, column))
        self.panel.view.setFocus()

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
        on: QWidget | None = None,
    ) -> None:
        self.qtbot.keyClick(on or self.panel.view, key, modifiers)

    def type(self, text: str) -> None:
        popup = QApplication.activePopupWidget()
        assert popup is not None
        focused = popup.focusWidget()
        assert focused is not None
        self.qtbot.keyClicks(focused, text)
        self.qtbot.keyClick(focused, Qt.Key.Key_Return)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "study.workbench"
    with Project.create(path) as project:
        build_sample(project)
    return path


@pytest.fixture
def tab(path: Path, qtbot: QtBot) -> Iterator[Tab]:
    with window_over(path, qtbot) as window:
        yield Tab(window, qtbot)


def test_keys_move_rows_and_columns(tab: Tab) -> None:
    rows, columns = tab.rows, tab.columns
    tab.press(Qt.Key.Key_Down, ALT_SHIFT)
    assert tab.rows == [rows[1], rows[0], *rows[2:]]
    tab.press(Qt.Key.Key_Right, ALT_SHIFT)
    tab.press(Qt.Key.Key_Right, ALT_SHIFT)
    assert tab.columns == [*columns[1:3], columns[0], *columns[3:]]
    tab.press(Qt.Key.Key_Left, ALT_SHIFT)
    assert tab.columns == [columns[1], columns[0], *columns[2:]]
    tab.press(Qt.Key.Key_Up, ALT_SHIFT)
    assert tab.rows == rows
    assert tab.panel.model.row(tab.panel.view.currentIndex().row()).name == rows[0]


def test_dragging_heads_moves_rows_and_columns(tab: Tab) -> None:
    rows, columns = tab.rows, tab.columns
    tab.panel.view.horizontalHeader().moveSection(0, 2)
    tab.panel.view.verticalHeader().moveSection(3, 0)
    assert tab.columns == [*columns[1:3], columns[0], *columns[3:]]
    assert tab.rows == [rows[3], *rows[:3]]
    horizontal = Qt.Orientation.Horizontal
    seen = [tab.panel.model.headerData(it, horizontal) for it in range(len(columns))]
    assert seen == tab.columns


def test_rows_are_grouped_folded_and_moved_under_a_heading(tab: Tab) -> None:
    rows = tab.rows
    tab.press(Qt.Key.Key_G, CONTROL)
    tab.type("Working groups")
    assert [it.group for it in tab.now.rows] == ["Working groups", "", "", ""]
    assert tab.shown == [*rows[1:], "Working groups", rows[0]]
    tab.go_to(2, 0)
    tab.press(Qt.Key.Key_Down, ALT_SHIFT)
    assert [it.name for it in tab.now.rows if it.group] == [rows[3], rows[0]]
    tab.go_to(2, 0)  # the heading
    tab.press(Qt.Key.Key_Return)
    assert tab.shown == [rows[1], rows[2], "Working groups"]
    tab.press(Qt.Key.Key_Right)
    assert tab.shown == [rows[1], rows[2], "Working groups", rows[3], rows[0]]


def test_rows_and_columns_are_hidden_and_shown_again(tab: Tab) -> None:
    rows, columns = tab.rows, tab.columns
    tab.press(Qt.Key.Key_9, CONTROL)
    tab.press(Qt.Key.Key_8, CONTROL)
    assert tab.shown == rows[1:]
    assert tab.panel.model.columnCount() == len(columns) - 1
    assert tab.panel.bar.left_out.hidden.text() == "2 hidden"
    first = tab.now.rows[0].cells[0]
    tab.panel.select_cell(first.row_id, first.column_id)
    assert tab.panel.model.cell(tab.panel.view.currentIndex()) == first
    tab.press(Qt.Key.Key_H, CONTROL | SHIFT)
    tab.type("all of")
    assert not any(it.is_hidden for it in (*tab.now.rows, *tab.now.columns))
    assert (tab.rows, tab.columns) == (rows, columns)


def test_several_documents_become_rows_in_one_step(tab: Tab) -> None:
    known, steps = tab.rows, len(tab.project.history.steps())
    tab.press(Qt.Key.Key_Insert, SHIFT)
    form = tab.panel.row_acts.documents_form
    free = len(form.choices.shown)
    field = form.choices.field
    tab.press(Qt.Key.Key_Return, on=field)
    tab.press(Qt.Key.Key_Down, on=field)
    tab.press(Qt.Key.Key_Return, on=field)
    assert form.button.text() == "Add 2 documents"
    tab.press(Qt.Key.Key_Return, CONTROL, on=field)
    assert len(tab.rows) == len(known) + 2
    assert len(tab.project.history.steps()) == steps + 1
    tab.press(Qt.Key.Key_Insert, SHIFT)
    tab.press(Qt.Key.Key_Return, CONTROL, on=field)
    assert len(tab.rows) == len(known) + free


def test_a_column_has_question_type_choices_and_tag(tab: Tab) -> None:
    tag_id = create_tag(tab.project, "sanction")
    tab.press(Qt.Key.Key_Insert, ALT)
    form = tab.panel.column_acts.add_form
    tab.qtbot.keyClicks(form.name_field, "Status")
    tab.qtbot.keyClicks(form.question_field, "Does it go on?")
    tab.press(Qt.Key.Key_Return, on=form.question_field)
    tab.qtbot.keyClicks(form.question_field, "Newest source counts.")
    form.types.choose(ColumnType.CHOICE)
    assert not form.button.isEnabled()
    tab.qtbot.keyClicks(form.choices_field, "active")
    tab.press(Qt.Key.Key_Return, on=form.choices_field)
    tab.qtbot.keyClicks(form.choices_field, "dormant")
    form.tag_button.click()
    tab.type("sanction")
    tab.press(Qt.Key.Key_Return, CONTROL, on=form.choices_field)
    made = tab.now.columns[-1]
    assert made.question == "Does it go on?\nNewest source counts."
    choices = ("active", "dormant")
    assert made.kind == ColumnKind(ColumnType.CHOICE, choices, tag_id)


def test_a_row_can_be_of_a_document_and_a_case(tab: Tab) -> None:
    case = tab.project.cases.all()[-1]
    tab.panel.row_acts.open_describe()
    tab.type("Controls Courier")
    tab.type(case.name)
    row = tab.now.rows[0]
    assert row.case_id == case.id
    assert row.document_id is not None
    source = tab.project.documents.get(row.document_id).source
    assert source == "Controls Courier"


def test_sorting_and_filtering_leave_the_table_as_it_is(tab: Tab) -> None:
    before, panel = tab.now, tab.panel
    panel.model.sort(0, Qt.SortOrder.DescendingOrder)
    assert sorted(tab.shown) == sorted(tab.rows)
    assert tab.shown != tab.rows
    assert "Sorted by Set up" in panel.bar.left_out.order.text()
    tab.press(Qt.Key.Key_F, CONTROL)
    assert panel.bar.filter_field.hasFocus()
    tab.qtbot.keyClicks(panel.bar.filter_field, "vice minister")
    tab.qtbot.wait_until(lambda: panel.model.look.words == "vice minister")
    assert 0 < len(tab.shown) < len(tab.rows)
    assert f"Showing {len(tab.shown)} of 4 rows" in panel.bar.left_out.filtered.text()
    panel.bar.left_out.clear.click()
    panel.bar.left_out.own_order.click()
    assert tab.shown == tab.rows
    assert tab.now == before


def test_what_is_typed_to_filter_outlives_a_change(tab: Tab) -> None:
    field = tab.panel.bar.filter_field
    tab.press(Qt.Key.Key_F, CONTROL)
    tab.qtbot.keyClicks(field, "vice")
    tables.rename_row(tab.project, tab.now.rows[0].id, "Another name")
    assert field.text() == "vice"
    tab.qtbot.keyClicks(field, " minister")
    tab.qtbot.wait_until(lambda: tab.panel.model.look.words == "vice minister")


def test_a_click_on_a_state_shows_its_rows(tab: Tab) -> None:
    disputed = [it.name for it in tab.now.rows
                if any(cell.state == "disputed" for cell in it.cells)]  # fmt: skip
    buttons = tab.panel.bar.facts.buttons.values()
    next(it for it in buttons if "disputed" in it.text()).click()
    assert tab.shown == disputed


def test_the_pinned_column_is_written_in_and_stays(tab: Tab) -> None:
    tab.press(Qt.Key.Key_1, CONTROL | SHIFT)
    view = tab.panel.view
    view.horizontalScrollBar().setValue(view.horizontalScrollBar().maximum())
    tab.go_to(0, 0)
    tab.press(Qt.Key.Key_Return)
    editor = QApplication.focusWidget()
    assert editor is not None
    assert view.pinned.isAncestorOf(editor)
    tab.qtbot.keyClicks(editor, "Pinned words")
    tab.press(Qt.Key.Key_Return, on=editor)
    assert tab.now.rows[0].cells[0].summary == "Pinned words"
    assert view.horizontalScrollBar().value() > 0


def test_widths_order_and_folds_outlast_the_window(path: Path, qtbot: QtBot) -> None:
    with window_over(path, qtbot) as window:
        tab = Tab(window, qtbot)
        row = tab.now.rows[0].id
        tables.group_rows(tab.project, [row], "Groups")
        tab.panel.view.setColumnWidth(1, 333)
        tab.panel.model.sort(1, Qt.SortOrder.DescendingOrder)
        tab.panel.model.toggle_fold("Groups")
        tab.panel.view.pin(is_pinned=True)
        looked = tab.panel.model.look
    with window_over(path, qtbot) as window:
        tab = Tab(window, qtbot)
        assert tab.panel.view.columnWidth(1) == 333
        assert tab.panel.model.look == looked
        assert tab.panel.view.is_pinned


def test_a_table_begins_with_a_template_and_is_duplicated(tab: Tab) -> None:
    tab.workspace.ask_for_table()
    form = tab.workspace.new_tables.form
    tab.press(Qt.Key.Key_Down, on=form.name_field)
    template = form.choices.current
    assert template is not None
    tab.qtbot.keyClicks(form.name_field, "From template")
    tab.press(Qt.Key.Key_Return, on=form.name_field)
    made = tab.project.tables.named("From template")
    assert len(made.columns) == len(template.value.columns)
    tab.panel.table_acts.open_duplicate()
    tab.type("everything")
    tab.type("")
    copy = tab.project.tables.named(f"{tab.now.name} (copy)")
    texts = [[it.summary for it in row.cells] for row in copy.rows]
    assert texts == [[it.summary for it in row.cells] for row in tab.now.rows]


def test_undo_brings_hidden_and_moved_back_to_the_screen(tab: Tab) -> None:
    shown = tab.shown
    tab.press(Qt.Key.Key_9, CONTROL)
    tab.press(Qt.Key.Key_Down, ALT_SHIFT)
    tab.project.undo()
    tab.project.undo()
    assert tab.shown == shown == tab.rows


def test_a_table_begins_on_a_cell_with_the_heading_above_in_view(
    path: Path, qtbot: QtBot
) -> None:
    with Project.open(path) as project:
        table = project.tables.get(project.tables.all()[0][0])
        tables.group_rows(project, [it.id for it in table.rows], "Asia")
    with window_over(path, qtbot) as window:
        panel = Tab.open_first(window)
        assert panel.model.heading(0) is not None
        assert panel.model.cell(panel.view.currentIndex()) is not None
        assert panel.view.verticalScrollBar().value() == 0


def test_an_empty_table_gives_the_keys_to_its_next_step(tab: Tab) -> None:
    empty = tables.create_table(tab.project, "Empty")
    panel = tab.workspace.center.open_table(empty)
    tab.qtbot.wait_until(panel.empty.button.hasFocus)
