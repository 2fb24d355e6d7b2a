"""Moving the ends of a passage, by key and by mouse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ui.painted import PaintedPassage
from ui.reader.end_handle import End
from ui.reader.model import PageHead
from ui.reader.panel import ReaderPanel
from workbench.model.spans import Span
from workbench.text.blocks import split_blocks

TEXT = (
    "They met twice, e\u0301t 👩‍👩‍👧 did not agree.\r\n\r\n" + "More words here. " * 400
)
PASSAGE = PaintedPassage(7, Span(5, 14), (3,), "met", (1,))
CTRL = Qt.KeyboardModifier.ControlModifier


class Page:
    """A reader with one passage, and what it asked for."""

    def __init__(self, qtbot: QtBot) -> None:
        self.panel = ReaderPanel()
        qtbot.addWidget(self.panel)
        self.panel.resize(700, 400)
        self.panel.show_document(TEXT, split_blocks(TEXT), PageHead("Memo"))
        self.pane = self.panel.pane
        self.pane.set_passages([PASSAGE, PaintedPassage(8, Span(0, 4))])
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.panel.activateWindow()
        self.pane.setFocus()
        self.pane.select_passage(7)
        self.kept: list[tuple[int, Span]] = []
        self.panel.resizing.kept.connect(lambda *it: self.kept.append(it))

    @property
    def span(self) -> Span | None:
        return self.pane.selected_passage_span

    def key(
        self,
        key: Qt.Key,
        modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
    ) -> None:
        QTest.keyClick(self.pane, key, modifier)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    return Page(qtbot)


def test_the_end_moves_by_characters_and_words_and_enter_keeps_it(page: Page) -> None:
    QTest.keyClicks(page.pane, "]")
    page.key(Qt.Key.Key_Right)
    assert page.span == Span(5, 15)
    page.key(Qt.Key.Key_Left)
    page.key(Qt.Key.Key_Left, CTRL)
    assert page.span == Span(5, 8)
    page.key(Qt.Key.Key_Right, CTRL)
    assert page.span == Span(5, 14)
    page.key(Qt.Key.Key_Left)
    page.key(Qt.Key.Key_Return)
    assert page.kept == [(7, Span(5, 13))]
    assert not page.panel.resizing.is_going_on


def test_the_start_moves_and_esc_gives_up(page: Page) -> None:
    QTest.keyClicks(page.pane, "[")
    page.key(Qt.Key.Key_Left, CTRL)
    assert page.span == Span(0, 14)
    page.key(Qt.Key.Key_Escape)
    assert page.span == Span(5, 14)
    assert page.kept == []


def test_one_mode_moves_both_ends(page: Page) -> None:
    QTest.keyClicks(page.pane, "[")
    page.key(Qt.Key.Key_Left)
    QTest.keyClicks(page.pane, "]")
    page.key(Qt.Key.Key_Right)
    page.key(Qt.Key.Key_Return)
    assert page.kept == [(7, Span(4, 15))]


def test_an_end_never_passes_the_other(page: Page) -> None:
    QTest.keyClicks(page.pane, "[")
    for _ in range(12):
        page.key(Qt.Key.Key_Right)
    assert page.span == Span(13, 14)
    QTest.keyClicks(page.pane, "]")
    for _ in range(12):
        page.key(Qt.Key.Key_Left)
    assert page.span == Span(13, 14)


def test_no_letter_is_cut_in_two(page: Page) -> None:
    QTest.keyClicks(page.pane, "]")
    seen = []
    for _ in range(6):
        page.key(Qt.Key.Key_Right)
        assert page.span is not None
        seen.append(page.span.end)
    family = TEXT.index("👩")
    assert seen == [15, 16, 18, 19, 20, family + 5]


def test_nothing_moved_asks_for_nothing(page: Page) -> None:
    QTest.keyClicks(page.pane, "]")
    page.key(Qt.Key.Key_Return)
    assert page.kept == []


@pytest.mark.parametrize("key", ["j", "w"])
def test_any_other_key_gives_up_first(page: Page, key: str) -> None:
    QTest.keyClicks(page.pane, "]")
    page.key(Qt.Key.Key_Right)
    QTest.keyClicks(page.pane, key)
    assert not page.panel.resizing.is_going_on
    assert PASSAGE in page.pane.passages
    assert page.kept == []


def test_leaving_the_text_gives_up(page: Page, qtbot: QtBot) -> None:
    QTest.keyClicks(page.pane, "]")
    page.key(Qt.Key.Key_Right)
    elsewhere = QLineEdit(page.panel)
    elsewhere.show()
    elsewhere.setFocus()
    assert page.span == Span(5, 14)


def test_selecting_another_passage_puts_the_first_back(page: Page) -> None:
    QTest.keyClicks(page.pane, "]")
    page.key(Qt.Key.Key_Right)
    page.pane.select_passage(8)
    assert PASSAGE in page.pane.passages
    assert not page.panel.resizing.is_going_on


def test_a_passage_that_is_removed_meanwhile_stays_removed(page: Page) -> None:
    QTest.keyClicks(page.pane, "]")
    page.key(Qt.Key.Key_Right)
    page.pane.change_passages([], [7])
    assert [it.id for it in page.pane.passages] == [8]
    page.key(Qt.Key.Key_Escape)
    assert [it.id for it in page.pane.passages] == [8]


def test_without_a_passage_it_says_what_is_needed(page: Page) -> None:
    said: list[str] = []
    page.panel.resizing.explained.connect(said.append)
    page.pane.select_passage(None)
    QTest.keyClicks(page.pane, "]")
    assert said == ["Select a passage first; then its ends can be moved"]
    assert not page.panel.resizing.is_going_on


def test_the_handles_stand_at_the_ends_and_are_wide_enough(
    page: Page, qtbot: QtBot
) -> None:
    start, end = (page.panel.resizing.handles[it] for it in End)
    qtbot.wait_until(lambda: start.isVisible() and end.isVisible())
    for handle, at in ((start, 5), (end, 14)):
        box = page.pane.caret_box(at)
        assert box is not None
        assert abs(handle.geometry().center().x() - box.x()) <= 1
        assert handle.width() >= 8
        assert handle.cursor().shape() is Qt.CursorShape.SizeHorCursor
    page.pane.select_passage(None)
    qtbot.wait_until(lambda: not start.isVisible())


def drag(page: Page, end: End, offset: int) -> None:
    """Drag a handle to an offset and hold it there."""
    handle = page.panel.resizing.handles[end]
    box = page.pane.caret_box(offset)
    assert box is not None
    inside = QPoint(handle.width() // 2, handle.height() // 2)
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, pos=inside)
    to = handle.mapFrom(page.pane.viewport(), box.center())
    QTest.mouseMove(handle, to)
    QTest.qWait(1)


def test_a_handle_is_dragged(page: Page, qtbot: QtBot) -> None:
    handle = page.panel.resizing.handles[End.END]
    qtbot.wait_until(handle.isVisible)
    drag(page, End.END, 29)
    assert page.span == Span(5, 29)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton)
    assert page.kept == [(7, Span(5, 29))]
    assert page.span == Span(5, 14), "shown as it is until the project says otherwise"


def test_esc_takes_a_drag_back(page: Page, qtbot: QtBot) -> None:
    handle = page.panel.resizing.handles[End.START]
    qtbot.wait_until(handle.isVisible)
    drag(page, End.START, 1)
    assert page.span == Span(1, 14)
    page.key(Qt.Key.Key_Escape)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton)
    assert page.kept == []
    assert page.span == Span(5, 14)


def test_a_drag_below_the_edge_scrolls(page: Page, qtbot: QtBot) -> None:
    handle = page.panel.resizing.handles[End.END]
    qtbot.wait_until(handle.isVisible)
    drag(page, End.END, 29)
    below = QPointF(200, page.pane.viewport().height() + 40)
    handle.dragged.emit(below)
    bar = page.pane.verticalScrollBar()
    qtbot.wait_until(lambda: bar.value() > 100)
    seen = page.span
    assert seen is not None
    qtbot.wait_until(lambda: page.span is not None and page.span.end > seen.end)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton)
    assert page.kept[0][1].end > 500
    assert page.pane.passages[1] == replace(PASSAGE)


def test_giving_up_says_that_nothing_was_moved(page: Page) -> None:
    said: list[str] = []
    page.panel.resizing.explained.connect(said.append)
    QTest.keyClicks(page.pane, "]")
    page.key(Qt.Key.Key_Right)
    page.key(Qt.Key.Key_Escape)
    assert said[-1] == "The passage stays where it was"
    QTest.keyClicks(page.pane, "]")
    page.key(Qt.Key.Key_Return)
    assert said[-1] == "The passage stays where it was"
    page.key(Qt.Key.Key_Escape)
    assert len(said) == 4
