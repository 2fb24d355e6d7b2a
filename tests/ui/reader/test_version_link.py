from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.app import build
from ui.session import Session
from ui.widgets.choice_popup import ChoicePopup
from workbench.model.spans import Span
from workbench.operations.versions import correct_text
from workbench.project import Project

TEXT = "A memo about trade.\n\n" + "\n\n".join(f"Paragraph {n}." for n in range(80))


@pytest.fixture
def opened(qtbot, tmp_path, import_text, project: Project):
    document_id = import_text(TEXT)
    path = project.path
    project.close()
    _, window = build(path, session=Session(tmp_path / "window.ini"))
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.show()
    window.activateWindow()
    reader = window.workspace.center.open_document(document_id)
    qtbot.wait_until(lambda: reader.pane.width() > 300)
    yield window, reader, document_id
    window.close_project()


def correct(window, document_id):
    correct_text(window.workspace.project, document_id, Span(2, 6), "note")


def test_the_only_version_leads_nowhere(opened):
    _, reader, _ = opened
    assert not reader.version_link.isVisible()


def test_the_version_in_the_head_opens_the_versions(qtbot, opened):
    window, reader, document_id = opened
    correct(window, document_id)
    link = reader.version_link
    qtbot.wait_until(link.isVisible)
    assert link.text() == "version\u00a02"
    QTest.mouseClick(link, Qt.MouseButton.LeftButton)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ChoicePopup)
    below = link.mapToGlobal(link.rect().bottomLeft())
    assert popup.pos().y() >= below.y() - popup.height() // 4
    popup.close()


def test_the_version_is_reached_with_the_keyboard(qtbot, opened):
    window, reader, document_id = opened
    correct(window, document_id)
    link = reader.version_link
    qtbot.wait_until(link.isVisible)
    window.activateWindow()
    link.setFocus(Qt.FocusReason.TabFocusReason)
    assert link.hasFocus()
    QTest.keyClick(link, Qt.Key.Key_Space)
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, ChoicePopup)
    popup.close()


def test_the_version_scrolls_away_with_the_head(qtbot, opened):
    window, reader, document_id = opened
    correct(window, document_id)
    link = reader.version_link
    qtbot.wait_until(link.isVisible)
    bar = reader.pane.verticalScrollBar()
    bar.setValue(bar.maximum())
    assert not link.isVisible()
    bar.setValue(0)
    qtbot.wait_until(link.isVisible)
    assert link.geometry().intersects(reader.pane.head_box(reader.pane.head.version))
