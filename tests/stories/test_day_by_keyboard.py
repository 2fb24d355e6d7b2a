"""A day of reading without the mouse; what was done is read back from the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.projects import project_of, state_of
from tests.windows import window_over
from ui.main_window import MainWindow
from ui.reader.panel import ReaderPanel
from ui.workspace import Workspace
from workbench.model.ids import PassageId
from workbench.model.notes import NoteOn
from workbench.model.passages import Passage
from workbench.operations.checking import check

SPEECH = (
    "# First address\n\n"
    "Fellow citizens 🇺🇸 of the Senate.\u00a0Duty calls us all.\r\n\r\n"
    "We hold the naïve cafe\u0301 dear. Trade must be free.\r\n\r\n"
    "## Of trade\r\n\r\n"
    "Merchants need calm. שלום עליכם to every port.\r\n"
)
LETTER = "A letter\n\nTrade is free. Duty is paid.\n"


class Typist:
    """Presses keys wherever the focus is, as a person does."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        assert window.workspace is not None
        self._qtbot = qtbot
        self.window = window
        self.workspace: Workspace = window.workspace
        self.project = window.workspace.project

    def press(self, *keys: str) -> None:
        for key in keys:
            combination = QKeySequence(key)[0]
            QTest.keyClick(
                self._where(), combination.key(), combination.keyboardModifiers()
            )
            if QApplication.activePopupWidget() is None:
                # Offscreen, no window is active once a popup has closed.
                self.window.activateWindow()

    def type(self, words: str) -> None:
        QTest.keyClicks(self._where(), words)

    def until(self, fact: Callable[[], bool]) -> None:
        self._qtbot.wait_until(fact)

    @property
    def reader(self) -> ReaderPanel:
        reader = self.workspace.center.current_reader()
        assert reader is not None
        return reader

    @property
    def selected(self) -> str:
        return self.reader.pane.text_of_selection

    @property
    def passage(self) -> str:
        """The words of the selected passage, as they are in the file."""
        return self._passage().quote

    @property
    def tags(self) -> list[str]:
        tags = self.project.tags
        return sorted(tags.get(it).path for it in self._passage().tag_ids)

    def is_reading(self) -> bool:
        return QApplication.focusWidget() is self.reader.pane

    def _passage(self) -> Passage:
        selected = self.reader.selected_passage
        assert selected is not None, "no passage is selected"
        return self.project.passages.get(PassageId(selected))

    def _where(self) -> QWidget:
        popup = QApplication.activePopupWidget()
        where = (popup.focusWidget() or popup) if popup else QApplication.focusWidget()
        assert where is not None, "nothing has the focus"
        return where


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "day.workbench"
    with project_of({"speech.md": SPEECH, "letter": LETTER}, path):
        return path


@pytest.fixture
def at_keys(qtbot: QtBot, path: Path, tmp_path: Path) -> Iterator[Typist]:
    with window_over(path, qtbot) as window:
        yield Typist(qtbot, window)


def test_a_day_of_reading(at_keys: Typist) -> None:
    on, project = at_keys, at_keys.project
    before = state_of(project)

    _open_at_a_heading(on)
    _tag_in_every_way(on)
    _resize(on)
    _write_a_note(on)
    _bookmark_and_come_back(on)
    _show_and_list(on)

    after = state_of(project)
    assert check(project) == []
    names = [it.label for it in project.history.steps() if not it.is_undone]
    assert all(names)
    for _ in names[1:]:
        on.press("Ctrl+Z")
    assert project.history.undo_label == "Import 2 documents"
    assert state_of(project) == before
    for _ in names[1:]:
        on.press("Ctrl+Shift+Z")
    assert project.history.redo_label is None
    assert state_of(project) == after


def _open_at_a_heading(on: Typist) -> None:
    on.press("End")
    while on.workspace.library.documents_selected()[0].name != "speech":
        on.press("Up")
    on.press("Return")
    assert on.is_reading()
    on.press("Ctrl+Shift+O")
    on.type("of tr")
    on.press("Return")
    assert on.is_reading()
    on.press("W", "W")
    assert on.selected == "## Of trade"


def _tag_in_every_way(on: Typist) -> None:
    on.press("Ctrl+Home", "Down", "Home", "W")
    assert on.selected == "Fellow"
    on.press("W", "W", "Shift+W")
    assert on.selected == "Fellow citizens 🇺🇸 of the Senate."
    on.press("T")
    on.type("topic/people")
    on.press("Return")
    assert on.is_reading()
    assert (on.passage, on.tags) == (
        "Fellow citizens 🇺🇸 of the Senate.", ["topic/people"],
    )  # fmt: skip

    on.press("Ctrl+Shift+F")
    on.type("people")
    on.press("Return", "Ctrl+3", "Escape")
    assert on.is_reading()
    assert on.project.tags.pinned(3) == on.project.tags.at_path("topic/people").id

    on.press("Right", "Ctrl+Right", "Ctrl+Right", "Ctrl+Right", "Ctrl+Right", "3")
    assert on.window.status.said.startswith("Select some words first")
    on.press("Down", "Home", "W", "3")
    assert on.tags == ["topic/people"]
    assert on.passage == "We"

    on.press("End", "Left", "Left", "W", "V")
    assert (on.passage, on.tags) == ("free", ["free"])
    on.press("Ctrl+Left", "Ctrl+Left", "Ctrl+Left", "Ctrl+Left", "W", "Q")
    assert on.tags == ["free"]
    on.press("R", "2")
    assert on.tags == ["free", "topic/people"]


def _resize(on: Typist) -> None:
    before = on.passage
    on.press("]", "Ctrl+Right", "Return")
    assert on.is_reading()
    longer = on.passage
    assert longer.startswith(before)
    assert len(longer) > len(before)
    on.press("[", "Ctrl+Left", "Escape")
    assert on.passage == longer
    on.press("[", "Left", "Return")
    assert on.passage.endswith(longer)
    assert len(on.passage) == len(longer) + 1


def _write_a_note(on: Typist) -> None:
    passage = on.reader.selected_passage
    on.press("N")
    on.type(f"See [[passage {passage}]] tqvmnr1 and [[tag free]]")
    on.until(lambda: len(on.project.notes.all()) == 1)
    (note,) = on.project.notes.all()
    assert (note.target.on, note.target.id) == (NoteOn.PASSAGE, passage)
    assert note.text == f"See [[passage {passage}]] tqvmnr1 and [[tag free]]"
    on.press("Escape")
    assert on.is_reading()
    on.press("Ctrl+Home")
    assert on.reader.selected_passage is None
    on.press("Ctrl+Shift+O", "Escape")
    assert on.is_reading()


def _bookmark_and_come_back(on: Typist) -> None:
    on.press("Ctrl+End", "B", "Ctrl+Home")
    on.press("Ctrl+K")
    on.type("letter")
    on.press("Escape")
    assert on.is_reading()
    on.press("Ctrl+B", "Return")
    assert on.is_reading()
    assert on.reader.pane.caret > SPEECH.index("Merchants") - 5
    on.press("F6", "F6", "F6", "F6", "Escape")
    assert on.is_reading()
    there = on.workspace.center.document_of(on.reader)
    on.workspace.library.view.setFocus()
    on.press("Home", "Return")
    other = on.workspace.center.document_of(on.reader)
    if other == there:
        on.press("Escape")
        on.workspace.library.view.setFocus()
        on.press("End", "Return")
        other = on.workspace.center.document_of(on.reader)
    assert other != there
    on.press("Alt+Left")
    assert on.workspace.center.document_of(on.reader) == there
    on.press("Alt+Right")
    assert on.workspace.center.document_of(on.reader) == other
    on.press("Alt+Left")


def _show_and_list(on: Typist) -> None:
    on.press("F")
    on.type("free")
    on.press("Return")
    assert on.is_reading()
    assert on.reader.filter_strip.sentence == "Showing “free” – 2 of 4 passages"
    on.press("Escape")
    assert not on.reader.filter_strip.isVisible()
    on.press("Ctrl+Shift+P")
    on.until(lambda: on.workspace.passages.view.model().rowCount() == 4)
    on.press("Home", "Return")
    assert on.is_reading()
    assert on.passage == "Fellow citizens 🇺🇸 of the Senate."
    on.press("U", "Del")
    assert on.reader.selected_passage is None
