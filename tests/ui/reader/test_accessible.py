import gc
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPlainTextEdit

from ui.reader.accessible import install
from ui.reader.pane import ReadingPane
from workbench.model.spans import Span
from workbench.text.blocks import split_blocks

TEXT = "First \U0001f600 words.\r\n\r\nSecond\u00a0paragraph."


@pytest.fixture(autouse=True)
def listening(qapp: QApplication) -> Iterator[None]:
    install()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def interface_of(pane):
    return QAccessible.queryAccessibleInterface(pane).textInterface()


def test_a_screen_reader_gets_the_text_of_the_pane(show):
    pane = show(TEXT)
    spoken = interface_of(pane)
    assert QAccessible.queryAccessibleInterface(pane).role() == (
        QAccessible.Role.Document
    )
    assert spoken.text(0, 14) == "First \U0001f600 words"
    assert spoken.characterCount() == len(TEXT) + 1  # Qt counts the emoji as two.


def test_a_screen_reader_follows_caret_and_selection(show):
    pane = show(TEXT)
    start = TEXT.index("words")
    pane.select(Span(start, start + 5))
    spoken = interface_of(pane)
    assert spoken.selectionCount() == 1
    shadow = pane.findChild(QPlainTextEdit)
    assert shadow.textCursor().selectedText() == "words"
    assert spoken.cursorPosition() == start + 6
    pane.clear_selection()
    assert interface_of(pane).selectionCount() == 0


def test_another_text_is_told_anew(show):
    pane = show(TEXT)
    interface_of(pane)
    pane.set_document("Other", (), None)
    assert interface_of(pane).text(0, 5) == "Other"


def test_panes_come_and_go_and_other_widgets_stay_as_they_are(qtbot, request):
    # What was there before need not be looked through two hundred times.
    gc.freeze()
    request.addfinalizer(gc.unfreeze)
    for _ in range(200):
        pane = ReadingPane()
        pane.set_document(TEXT, split_blocks(TEXT))
        interface_of(pane)
        pane.select_all()
        shiboken6.delete(pane)
        gc.collect()
    label = QLabel("plain")
    qtbot.addWidget(label)
    assert QAccessible.queryAccessibleInterface(label).role() == (
        QAccessible.Role.StaticText
    )
