"""Writing in cells: bold, lists, keys, pasting, values, and what the file has then."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.tables.cell.editor import SummaryEditor
from ui.tables.cell.value_editor import ValueEditor
from ui.tables.grid.cells_view import CellsView
from ui.tables.model import CellsModel
from workbench.model.ids import ColumnId, RowId
from workbench.model.tables import ColumnKind, ColumnType
from workbench.operations import cells, tables
from workbench.project import Project

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
KINDS = (
    ColumnKind(),
    ColumnKind(ColumnType.DATE),
    ColumnKind(ColumnType.YES_NO),
    ColumnKind(ColumnType.CHOICE, ("Minister", "Deputy minister", "Official")),
    ColumnKind(ColumnType.NUMBER),
)
TEXT, DATE, YES_NO, CHOICE, NUMBER = range(5)


class Writing:
    """A table of two rows with a column of each type, and somebody who writes."""

    def __init__(self, project: Project, qtbot: QtBot) -> None:
        self.project, self.qtbot = project, qtbot
        self.id = tables.create_table(project, "Bodies")
        for name in ("Korea", "China"):
            tables.add_row(project, self.id, name)
        for kind in KINDS:
            tables.add_column(project, self.id, kind.type.value, kind=kind)
        self.model = CellsModel(project.tables.get(self.id))
        self.model.summary_edited.connect(self._write)
        self.view = CellsView(self.model)
        qtbot.addWidget(self.view)
        self.view.resize(1400, 700)
        self.view.show()
        self.view.activateWindow()

    def _write(self, row: int, column: int, summary: str) -> None:
        cells.set_summary(self.project, RowId(row), ColumnId(column), summary)
        self.model.show_table(self.project.tables.get(self.id), {})

    def summary(self, column: int = TEXT, row: int = 0) -> str:
        return self.project.tables.get(self.id).rows[row].cells[column].summary

    def put(self, summary: str, column: int = TEXT) -> None:
        cell = self.project.tables.get(self.id).rows[0].cells[column]
        self._write(cell.row_id, cell.column_id, summary)

    def open(self, column: int = TEXT, row: int = 0) -> SummaryEditor:
        view = self.view
        view.setCurrentIndex(self.model.index(row, column))
        view.setFocus()
        self.qtbot.keyClick(view, Qt.Key.Key_F2)
        self.qtbot.waitUntil(lambda: view.findChild(SummaryEditor) is not None)
        editor = view.findChild(SummaryEditor)
        self.qtbot.waitUntil(editor.hasFocus)
        return editor

    def type(self, text: str) -> None:
        self.qtbot.keyClicks(self.view.findChild(SummaryEditor), text)

    def press(
        self,
        key: Qt.Key,
        modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        self.qtbot.keyClick(self.view.findChild(SummaryEditor), key, modifiers)

    def keep(self) -> None:
        self.press(Qt.Key.Key_Return)
        self.wait_closed()

    def wait_closed(self) -> None:
        find = self.view.findChild
        self.qtbot.waitUntil(lambda: find(SummaryEditor) is None)


@pytest.fixture
def writing(project: Project, qtbot: QtBot) -> Iterator[Writing]:
    yield Writing(project, qtbot)
    QApplication.clipboard().clear()


def test_bold_and_lists_by_key_reach_the_file(writing: Writing) -> None:
    writing.open()
    writing.type("Led by ")
    writing.press(Qt.Key.Key_B, CTRL)
    writing.type("both")
    writing.press(Qt.Key.Key_B, CTRL)
    writing.type(" sides")
    writing.press(Qt.Key.Key_Return, SHIFT)
    writing.press(Qt.Key.Key_8, CTRL | SHIFT)
    writing.type("one")
    writing.press(Qt.Key.Key_Return, ALT)
    writing.type("two")
    writing.press(Qt.Key.Key_Return, SHIFT)
    writing.press(Qt.Key.Key_7, CTRL | SHIFT)
    writing.type("first")
    writing.keep()
    assert writing.summary() == "Led by **both** sides\n- one\n- two\n1. first"


def test_an_empty_item_ends_the_list(writing: Writing) -> None:
    writing.open()
    writing.type("- a")
    writing.press(Qt.Key.Key_Return, SHIFT)
    writing.press(Qt.Key.Key_Return, SHIFT)
    writing.type("after")
    writing.keep()
    assert writing.summary() == "- a\nafter"


@pytest.mark.parametrize("before", ["- a\n- **b**", "**b**", "1. a"])
def test_typing_over_all_of_a_text_begins_a_plain_one(
    writing: Writing, before: str
) -> None:
    writing.put(before)
    writing.open()
    writing.type("new")
    writing.keep()
    assert writing.summary() == "new"


def test_marks_become_what_they_mean_and_undo_brings_them_back(
    writing: Writing,
) -> None:
    editor = writing.open()
    writing.type("1. **a** b")
    assert editor.markdown == "1. **a** b"
    assert editor.document().firstBlock().text() == "a b"
    writing.keep()
    assert writing.summary() == "1. **a** b"
    writing.open(row=1)
    writing.type("- ")
    writing.press(Qt.Key.Key_Z, CTRL)
    writing.type("x")
    writing.keep()
    assert writing.summary(row=1) == "\\- x"


def test_bold_in_a_cell_is_not_what_the_key_means_elsewhere(writing: Writing) -> None:
    heard: list[bool] = []
    bookmarks = QAction(writing.view, shortcut=QKeySequence("Ctrl+B"))
    bookmarks.triggered.connect(lambda: heard.append(True))
    writing.view.addAction(bookmarks)
    writing.open()
    writing.press(Qt.Key.Key_B, CTRL)
    writing.type("bold")
    writing.keep()
    assert writing.summary() == "**bold**"
    assert heard == []


@pytest.mark.parametrize(
    "text",
    [
        "a\u00a0b\u202fc\u00ad",
        "one\r\n\r\ntwo\rthree",
        "\\- no item\n2. two\n** x ** y",
        "\x00 and 🙂\u2028soft\ttab",
        "**bold** - *one* star \\\\server\\share",
        "1. a\n2. b\n\n1. c",
        "<b>no HTML</b> &amp;",
    ],
)
def test_opening_and_closing_changes_nothing(writing: Writing, text: str) -> None:
    writing.put(text)
    steps = len(writing.project.history.steps())
    writing.open()
    writing.keep()
    assert writing.summary() == text
    assert len(writing.project.history.steps()) == steps


@pytest.mark.parametrize(
    "text",
    ["a\u00a0b\u202fc", "\\- no item", "\x00🙂\u2028x", "**b** \\*\\*c\\*\\*", "<b>"],
)
def test_typing_in_a_text_changes_nothing_else_of_it(
    writing: Writing, text: str
) -> None:
    writing.put(text)
    writing.open()
    writing.press(Qt.Key.Key_Home, CTRL)
    writing.type("x")
    writing.press(Qt.Key.Key_Backspace)
    writing.press(Qt.Key.Key_End, CTRL)
    writing.press(Qt.Key.Key_Return, SHIFT)
    writing.type("more")
    writing.keep()
    assert writing.summary() == f"{text}\nmore"


def test_escape_drops_and_undo_works_inside(writing: Writing) -> None:
    writing.put("said")
    editor = writing.open()
    writing.type("other")
    writing.press(Qt.Key.Key_Z, CTRL)
    assert editor.markdown == "said"
    writing.type("never")
    writing.press(Qt.Key.Key_Escape)
    assert writing.summary() == "said"


def test_tab_keeps_and_goes_to_the_next_cell_and_back(writing: Writing) -> None:
    writing.open()
    writing.type("kept")
    writing.press(Qt.Key.Key_Tab)
    assert writing.summary() == "kept"
    view, model = writing.view, writing.model
    assert view.currentIndex() == model.index(0, 1)
    writing.wait_closed()
    writing.open(column=1)
    writing.press(Qt.Key.Key_Backtab, SHIFT)
    assert view.currentIndex() == model.index(0, 0)


def test_pasting_takes_the_words_and_copying_keeps_no_break_spaces(
    writing: Writing,
) -> None:
    editor = writing.open()
    pasted = QMimeData()
    pasted.setText("a\u00a0b\r\n- c")
    pasted.setHtml("<h1>a</h1>")
    editor.insertFromMimeData(pasted)
    editor.selectAll()
    copied = editor.createMimeDataFromSelection()
    assert copied.text() == "a\u00a0b\n- c"
    assert copied.formats() == ["text/plain"]
    writing.keep()
    assert writing.summary() == "a\u00a0b\n\\- c"


@pytest.mark.parametrize(
    ("column", "typed", "hint"),
    [
        (DATE, "8 nov 2022", "Reads as 8 November 2022"),
        (DATE, "later", "Not a date"),
        (NUMBER, "1200", "Reads as 1,200"),
        (NUMBER, "- 5", "Reads as -5"),
        (NUMBER, "", ""),
    ],
)
def test_the_hint_says_how_a_value_is_read(
    writing: Writing, column: int, typed: str, hint: str
) -> None:
    editor = writing.open(column)
    writing.type(typed)
    assert isinstance(editor, ValueEditor)
    assert editor.hint.text == hint
    assert editor.accessibleDescription() == hint


def test_what_is_no_value_is_kept_all_the_same(writing: Writing) -> None:
    writing.open(DATE)
    writing.type("by mutual consent")
    writing.keep()
    assert writing.summary(DATE) == "by mutual consent"


@pytest.mark.parametrize(
    ("column", "typed", "kept"),
    [
        (YES_NO, "y", "yes"),
        (YES_NO, "No, never", "No, never"),
        (CHOICE, "dep", "Deputy minister"),
        (CHOICE, "minister", "Minister"),
        (CHOICE, "King", "King"),
    ],
)
def test_typing_picks_a_choice_and_free_text_stays(
    writing: Writing, column: int, typed: str, kept: str
) -> None:
    writing.open(column)
    writing.type(typed)
    writing.keep()
    assert writing.summary(column) == kept


def test_arrows_choose_and_above_the_first_the_text_stays(writing: Writing) -> None:
    writing.open(CHOICE)
    for _ in range(2):
        writing.press(Qt.Key.Key_Down)
    writing.keep()
    assert writing.summary(CHOICE) == "Deputy minister"
    writing.open(CHOICE)
    writing.type("Min")
    writing.press(Qt.Key.Key_Up)
    writing.keep()
    assert writing.summary(CHOICE) == "Min"
    writing.open(CHOICE)
    writing.keep()
    assert writing.summary(CHOICE) == "Min"


def test_a_click_takes_a_choice(writing: Writing) -> None:
    editor = writing.open(CHOICE)
    assert isinstance(editor, ValueEditor)
    last = editor.list.visualRect(editor.list.model().index(2, 0)).center()
    writing.qtbot.mouseClick(
        editor.list.viewport(), Qt.MouseButton.LeftButton, pos=last
    )
    assert writing.summary(CHOICE) == "Official"


def test_a_long_text_has_room_while_it_is_written(writing: Writing) -> None:
    editor = writing.open(row=1)
    before = editor.height()
    writing.type("words " * 60)
    assert editor.height() > before
    assert writing.view.viewport().rect().contains(editor.geometry())


def test_the_value_stays_in_view_where_there_is_room_for_few_choices(
    writing: Writing,
) -> None:
    writing.view.resize(1400, 62 + 140)
    editor = writing.open(CHOICE)
    assert isinstance(editor, ValueEditor)
    assert writing.view.viewport().rect().contains(editor.geometry())
    line = editor.cursorRect()
    assert editor.viewport().rect().contains(line)
    assert (
        editor.list.geometry().top() > editor.viewport().geometry().top() + line.top()
    )
    assert editor.list.height() > 0
