from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt, Signal
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from ui.compare.panel import ComparePanel
from workbench.model.documents import Document
from workbench.model.ids import DocumentId, VersionId


class Page(QWidget):
    """The smallest reader that can be scrolled together with another."""

    scrolled = Signal()

    def __init__(self, document_id: int) -> None:
        super().__init__()
        self.document_id = document_id
        self.share = 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def relative_position(self) -> float:
        return self.share

    def set_relative_position(self, share: float) -> None:
        self.share = share
        self.scrolled.emit()


def document(number: int) -> Document:
    return Document(
        DocumentId(number), f"memo{number}", f"Memo {number}", "", "", 1,
        VersionId(number), "", "text/plain", "utf-8", 1, "", 1, 1,
        datetime(2023, 1, 1, tzinfo=UTC), 0,
    )  # fmt: skip


@pytest.fixture
def panel(qtbot):
    panel = ComparePanel(Page, [document(n) for n in (1, 2, 3)], 1, 2)
    qtbot.addWidget(panel)
    panel.resize(800, 500)
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    return panel


def test_sides_scroll_alone_until_locked_and_then_in_proportion(panel):
    left, right = panel.readers
    left.set_relative_position(0.5)
    assert right.share == 0
    left.setFocus()
    QTest.keyClick(left, Qt.Key.Key_L)
    assert panel.is_locked
    assert right.share == 0.5
    right.set_relative_position(0.25)
    assert left.share == 0.25


def test_choosing_another_document_replaces_only_that_side(panel, qtbot):
    left, right = panel.readers
    chooser = panel._sides[1]._chooser
    chooser.setCurrentIndex(2)
    with qtbot.waitSignal(panel.documents_changed) as told:
        chooser.activated.emit(2)
    assert told.args == [1, 3]
    assert panel.readers[0] is left
    assert panel.readers[1] is not right
    assert panel.readers[1].document_id == 3


def test_a_replaced_reader_is_locked_too(panel):
    panel._lock.setChecked(True)
    panel._sides[1]._chooser.setCurrentIndex(2)
    panel._sides[1]._chooser.activated.emit(2)
    panel.readers[1].set_relative_position(0.75)
    assert panel.readers[0].share == 0.75
