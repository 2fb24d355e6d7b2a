"""Tagging by key: last, recent, pinned, in the text's own words."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.conftest import ImportText
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.reader.controller import ReaderController
from ui.reader.panel import ReaderPanel
from ui.reader.recent_popup import RecentPopup
from ui.widgets.tag_picker import TagPicker
from workbench.model.ids import DocumentId
from workbench.model.spans import Span
from workbench.operations.tags import create_tag, pin_tag, remove_tags
from workbench.project import Project

TEXT = "Officials will lead the talks.\n\nThe group will report twice a year.\n"


class Reading:
    """One document being read, as the window wires it."""

    def __init__(self, project: Project, document_id: DocumentId, qtbot: QtBot) -> None:
        self.project = project
        self.document_id = document_id
        self.panel = ReaderPanel()
        qtbot.addWidget(self.panel)
        self.signals = ProjectSignals(project, self.panel)
        self.notices = Notices(self.panel)
        self.said: list[str] = []
        self.notices.message.connect(self.said.append)
        self.notices.trouble.connect(self.said.append)
        self.picker = TagPicker()
        qtbot.addWidget(self.picker)
        ReaderController(
            project, self.signals, self.panel, self.notices, document_id, self.picker
        )
        self.panel.resize(800, 500)
        self.panel.show()
        qtbot.waitExposed(self.panel)
        self.wake()

    def wake(self) -> None:
        self.panel.activateWindow()
        self.panel.pane.setFocus()

    def press(self, key: str, start: int, end: int) -> None:
        self.panel.select(Span(start, end))
        QTest.keyClicks(self.panel.pane, key)

    @property
    def tagged(self) -> list[tuple[str, list[str]]]:
        paths = {tag.id: tag.path for tag in self.project.tags.all()}
        found = self.project.passages.of_document(self.document_id)
        return [(it.quote, [paths[i] for i in it.tag_ids]) for it in found]


@pytest.fixture
def reading(
    project: Project, import_text: ImportText, qtbot: QtBot
) -> Iterator[Reading]:
    reading = Reading(project, import_text(TEXT), qtbot)
    yield reading
    reading.signals.close()


def popup() -> RecentPopup:
    found = QApplication.activePopupWidget()
    assert isinstance(found, RecentPopup)
    return found


def test_a_digit_tags_with_the_tag_that_is_pinned_to_it(reading: Reading) -> None:
    create_tag(reading.project, "alpha")
    pin_tag(reading.project, create_tag(reading.project, "beta"), 4)
    reading.press("4", 0, 9)
    reading.press("q", 15, 19)
    assert reading.tagged == [("Officials", ["beta"]), ("lead", ["beta"])]


def test_a_digit_without_a_tag_says_how_it_gets_one(reading: Reading) -> None:
    create_tag(reading.project, "alpha")
    reading.press("1", 0, 9)
    assert reading.tagged == []
    assert (
        reading.said[-1]
        == "No tag is pinned to 1 · Ctrl+1 on a tag in the tree pins it"
    )


def test_v_makes_a_tag_of_the_words_and_uses_it_again(reading: Reading) -> None:
    reading.press("v", 15, 30)
    reading.press("v", 20, 29)
    create_tag(reading.project, "THE GROUP")
    reading.press("v", 32, 41)
    assert reading.tagged == [
        ("lead the talks.", ["lead the talks"]),
        ("the talks", ["the talks"]),
        ("The group", ["THE GROUP"]),
    ]
    for _ in range(3):
        reading.project.undo()
    assert reading.tagged == [("lead the talks.", ["lead the talks"])]


def test_v_without_a_word_says_so(reading: Reading) -> None:
    reading.press("v", 29, 30)
    assert reading.tagged == []
    assert reading.said[-1].startswith("There is no word in the selection")


def test_r_and_a_digit_tag_with_a_recent_tag(reading: Reading) -> None:
    ids = [create_tag(reading.project, name) for name in ("a", "b", "c")]
    for number, tag_id in enumerate(ids, 1):
        pin_tag(reading.project, tag_id, number)
        reading.press(str(number), 0, 9)
    remove_tags(reading.project, [ids[1]])
    reading.press("r", 15, 19)
    QTest.keyClick(popup(), Qt.Key.Key_2)
    assert reading.tagged[-1] == ("lead", ["a"])
    reading.wake()
    reading.press("r", 15, 19)
    QTest.keyClick(popup(), Qt.Key.Key_9)
    QTest.keyClick(popup(), Qt.Key.Key_Down)
    QTest.keyClick(popup(), Qt.Key.Key_Return)
    assert reading.tagged[-1] == ("lead", ["a", "c"])


def test_esc_leaves_the_recent_tags(reading: Reading) -> None:
    pin_tag(reading.project, create_tag(reading.project, "a"), 1)
    reading.press("1", 0, 9)
    reading.press("r", 15, 19)
    assert popup().rows.accessibleName() == "1, a"
    QTest.keyClick(popup(), Qt.Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert len(reading.tagged) == 1


@pytest.mark.parametrize("key", ["r", "q"])
def test_before_anything_was_tagged_it_says_how(reading: Reading, key: str) -> None:
    reading.press(key, 0, 9)
    assert reading.said[-1] == "No tag used yet · press T to find or create one"
    assert QApplication.activePopupWidget() is None


def test_u_says_when_there_is_no_tag(reading: Reading) -> None:
    reading.press("m", 0, 9)
    QTest.keyClicks(reading.panel.pane, "u")
    assert reading.said[-1] == "This passage has no tag to remove"


def test_a_whole_session_by_keys(reading: Reading) -> None:
    """Select, tag twice, resize, go on, remove, and take it all back."""
    pane = reading.panel.pane
    pin_tag(reading.project, create_tag(reading.project, "who"), 1)
    pane.select(Span(0, 0))
    QTest.keyClicks(pane, "w1v]")
    QTest.keyClick(pane, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pane, Qt.Key.Key_Return)
    assert reading.tagged == [("Officials will", ["Officials", "who"])]
    QTest.keyClick(pane, Qt.Key.Key_Delete)
    assert reading.tagged == []
    for _ in range(4):
        reading.project.undo()
    assert reading.tagged == []
    reading.project.redo()
    assert reading.tagged == [("Officials", ["who"])]
