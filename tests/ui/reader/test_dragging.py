"""Tags dropped on the text, and words dragged out of it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import ImportText
from tests.ui.reader.test_tagging import Reading
from ui.widgets.dragging import tags_as_mime, words_in
from workbench.model.links import Stretch
from workbench.model.spans import Span
from workbench.operations.passages import mark_passage
from workbench.operations.tags import create_tag
from workbench.project import Project

TEXT = "Officials will lead the talks.\n\nThe group will report twice a year.\n"
COPY = Qt.DropAction.CopyAction
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def reading(
    project: Project, import_text: ImportText, qtbot: QtBot
) -> Iterator[Reading]:
    reading = Reading(project, import_text(TEXT), qtbot)
    yield reading
    reading.signals.close()


def point(reading: Reading, offset: int) -> QPointF:
    box = reading.panel.pane.caret_box(offset)
    assert box is not None
    return QPointF(box.x() + 3, box.center().y())


def drop(reading: Reading, at: QPointF, dragged: QMimeData) -> bool:
    """Carry something over the text and let it go; tells whether it was taken."""
    viewport = reading.panel.pane.viewport()
    enter = QDragEnterEvent(at.toPoint(), COPY, dragged, LEFT, NONE)
    QApplication.sendEvent(viewport, enter)
    move = QDragMoveEvent(at.toPoint(), COPY, dragged, LEFT, NONE)
    QApplication.sendEvent(viewport, move)
    if not move.isAccepted():
        QApplication.sendEvent(viewport, QDragLeaveEvent())
        return False
    event = QDropEvent(at, COPY, dragged, LEFT, NONE)
    QApplication.sendEvent(viewport, event)
    return event.isAccepted()


def test_a_tag_dropped_on_the_selection_tags_it(reading: Reading) -> None:
    tag_id = create_tag(reading.project, "who")
    reading.panel.select(Span(0, 14))
    assert drop(reading, point(reading, 4), tags_as_mime([tag_id]))
    assert reading.tagged == [("Officials will", ["who"])]


def test_several_tags_are_dropped_in_one_step(reading: Reading) -> None:
    ids = [create_tag(reading.project, name) for name in "ab"]
    reading.panel.select(Span(0, 9))
    assert drop(reading, point(reading, 4), tags_as_mime(ids))
    assert reading.tagged == [("Officials", ["a", "b"])]
    reading.project.undo()
    assert reading.tagged == []


def test_a_tag_dropped_on_a_passage_tags_it(reading: Reading) -> None:
    tag_id = create_tag(reading.project, "who")
    mark_passage(reading.project, reading.document_id, Span(0, 30))
    mark_passage(reading.project, reading.document_id, Span(15, 19))
    assert drop(reading, point(reading, 16), tags_as_mime([tag_id]))
    assert reading.tagged[1] == ("lead", ["who"])
    assert drop(reading, point(reading, 25), tags_as_mime([tag_id]))
    assert reading.tagged[0][1] == ["who"]


def test_of_overlapping_passages_the_selected_one_is_meant(reading: Reading) -> None:
    tag_id = create_tag(reading.project, "who")
    outer = mark_passage(reading.project, reading.document_id, Span(0, 30))
    mark_passage(reading.project, reading.document_id, Span(15, 19))
    reading.panel.select_passage(outer)
    drop(reading, point(reading, 16), tags_as_mime([tag_id]))
    assert [tags for _, tags in reading.tagged] == [["who"], []]


def test_the_words_in_question_are_framed(reading: Reading) -> None:
    dragging, viewport = reading.panel.dragging, reading.panel.pane.viewport()
    tags = tags_as_mime([create_tag(reading.project, "who")])
    reading.panel.select(Span(0, 14))
    at = point(reading, 4).toPoint()
    for carried in (QDragEnterEvent, QDragMoveEvent):
        QApplication.sendEvent(viewport, carried(at, COPY, tags, LEFT, NONE))
    assert dragging.target == Span(0, 14)
    QApplication.sendEvent(viewport, QDragLeaveEvent())
    assert dragging.target is None


def test_where_nothing_is_marked_nothing_can_be_dropped(reading: Reading) -> None:
    tag_id = create_tag(reading.project, "who")
    assert not drop(reading, point(reading, 4), tags_as_mime([tag_id]))
    assert reading.tagged == []


@pytest.mark.parametrize(
    "content", [b"", b"not json", b"{}", b'["1"]', b"[true]", b"\xff", b"[1"]
)
def test_what_other_programs_drag_is_not_believed(
    reading: Reading, content: bytes
) -> None:
    reading.panel.select(Span(0, 14))
    dragged = QMimeData()
    dragged.setData("application/x-workbench-tag-ids", content)
    dragged.setData("application/x-workbench-words", content)
    assert not drop(reading, point(reading, 4), dragged)
    assert words_in(dragged) is None


def test_a_tag_that_is_gone_is_a_sentence(reading: Reading) -> None:
    reading.panel.select(Span(0, 14))
    drop(reading, point(reading, 4), tags_as_mime([404]))
    assert reading.said[-1] == "There is no tag 404 in this project."
    assert reading.tagged == []


def test_dragged_words_know_their_place_and_say_their_text(reading: Reading) -> None:
    drag = reading.panel.dragging.start(Span(15, 19))
    words = words_in(drag.mimeData())
    assert words == Stretch(reading.document_id, Span(15, 19))
    assert drag.mimeData().text() == "lead"
    assert not drag.pixmap().isNull()


def test_a_click_on_the_selection_is_still_a_click(reading: Reading) -> None:
    pane = reading.panel.pane
    reading.panel.select(Span(0, 14))
    at = point(reading, 4).toPoint()
    QTest.mousePress(pane.viewport(), LEFT, NONE, at)
    assert pane.selection == Span(0, 14), "held back: it may begin a drag"
    QTest.mouseRelease(pane.viewport(), LEFT, NONE, at)
    assert pane.selection is None
    assert pane.caret == pane.offset_at(QPointF(at))


def test_a_click_on_a_bar_selects_its_passage(reading: Reading, qtbot: QtBot) -> None:
    passage_id = mark_passage(reading.project, reading.document_id, Span(0, 9))
    pane = reading.panel.pane
    y = int(point(reading, 4).y())
    places = [QPoint(x, y) for x in range(pane.viewport().width())]
    qtbot.wait_until(lambda: any(pane.bars_under(QPointF(it)) for it in places))
    bar = next(it for it in places if pane.bars_under(QPointF(it)))
    QTest.mouseClick(pane.viewport(), LEFT, NONE, bar)
    assert pane.selected_passage == passage_id


def test_beside_the_selection_a_press_selects_anew(reading: Reading) -> None:
    pane = reading.panel.pane
    reading.panel.select(Span(0, 9))
    at = point(reading, 20).toPoint()
    QTest.mousePress(pane.viewport(), LEFT, NONE, at)
    assert pane.selection is None
    QTest.mouseRelease(pane.viewport(), LEFT, NONE, at)
