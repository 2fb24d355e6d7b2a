"""The caret goes along with the reader, so that the next key means what is in view."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.conftest import ImportText
from tests.ui.reader.test_tagging import Reading
from workbench.model.ids import DocumentId
from workbench.model.spans import Span
from workbench.operations.passages import mark_passage
from workbench.operations.tags import create_tag, pin_tag
from workbench.project import Project

TEXT = "".join(f"Paragraph {number} of many.\n\n" for number in range(200))
FAR = TEXT.index("Paragraph 150")


@pytest.fixture
def document(import_text: ImportText) -> DocumentId:
    return import_text(TEXT)


@pytest.fixture
def reading(project: Project, document: DocumentId, qtbot: QtBot) -> Reading:
    return Reading(project, document, qtbot)


def key(reading: Reading, which: Qt.Key) -> None:
    QTest.keyClick(reading.panel.pane, which)


def marked(reading: Reading, start: int, end: int) -> int:
    return mark_passage(reading.project, reading.document_id, Span(start, end))


def test_a_place_gone_to_has_the_caret(reading: Reading) -> None:
    reading.panel.select(Span(0, 9))
    reading.panel.go_to(Span(FAR, FAR + 9))
    key(reading, Qt.Key.Key_W)
    assert reading.panel.selection == Span(FAR, FAR + 9)


def test_a_hit_gone_to_has_the_caret(reading: Reading) -> None:
    reading.panel.show_hits([Span(FAR, FAR + 9)])
    assert reading.panel.finder.next_hit()
    key(reading, Qt.Key.Key_W)
    assert reading.panel.selection == Span(FAR, FAR + 9)


def test_a_document_opened_where_it_was_left_is_read_on_from_there(
    reading: Reading,
) -> None:
    reading.panel.restore(FAR)
    key(reading, Qt.Key.Key_Down)
    assert reading.panel.pane.caret > FAR
    assert reading.panel.position() >= FAR


def test_coming_back_leaves_a_caret_in_sight_alone(reading: Reading) -> None:
    reading.panel.select(Span(FAR + 20, FAR + 20))
    reading.panel.restore(FAR)
    assert reading.panel.pane.caret == FAR + 20


def test_a_passage_gone_to_is_left_by_reading_on(reading: Reading) -> None:
    passage = marked(reading, FAR, FAR + 9)
    reading.panel.go_to_passage(passage)
    key(reading, Qt.Key.Key_Right)
    assert reading.panel.selected_passage == passage
    key(reading, Qt.Key.Key_PageDown)
    assert reading.panel.selected_passage is None
    key(reading, Qt.Key.Key_Delete)
    assert len(reading.project.passages.of_document(reading.document_id)) == 1


def test_the_next_passage_is_the_next_behind_a_hit(reading: Reading) -> None:
    first, last = marked(reading, 0, 9), marked(reading, FAR + 20, FAR + 24)
    reading.panel.select_passage(first)
    reading.panel.go_to(Span(FAR, FAR + 9))
    key(reading, Qt.Key.Key_J)
    assert reading.panel.selected_passage == last


def test_a_selected_passage_is_copied(reading: Reading) -> None:
    reading.panel.go_to_passage(marked(reading, FAR, FAR + 13))
    QTest.keyClick(
        reading.panel.pane, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier
    )
    assert QGuiApplication.clipboard().text() == "Paragraph 150"


@pytest.mark.parametrize("letter", "tqrvmnc1ud")
def test_a_key_without_a_selection_says_what_it_needs(
    reading: Reading, letter: str
) -> None:
    if letter == "d":
        key(reading, Qt.Key.Key_Delete)
    else:
        QTest.keyClicks(reading.panel.pane, letter)
    assert len(reading.said) == 1
    assert reading.said[0].startswith("Select ")


def test_what_is_there_already_is_not_said_to_be_done(reading: Reading) -> None:
    project = reading.project
    pin_tag(project, create_tag(project, "aim"), 1)
    reading.press("1", 0, 9)
    steps = len(project.history.steps())
    reading.press("1", 0, 9)
    assert reading.said[-1] == "The passage has the tag “aim” already"
    reading.press("m", 0, 9)
    assert reading.said[-1] == "These words are a passage already"
    assert len(project.history.steps()) == steps


def test_escape_lets_go_of_the_selection_then_of_the_passage(reading: Reading) -> None:
    passage = marked(reading, 0, 20)
    reading.panel.go_to_passage(passage)
    reading.panel.select(Span(2, 4))
    assert reading.panel.let_go()
    assert (reading.panel.selection, reading.panel.selected_passage) == (None, passage)
    assert reading.panel.let_go()
    assert reading.panel.selected_passage is None
    assert not reading.panel.let_go()
