"""Where the encoding is shown, and how another one is chosen."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.app import build
from ui.reader.model import NB_HYPHEN, NBSP
from ui.session import Session
from workbench.model.spans import Span
from workbench.operations.encodings import change_encoding
from workbench.operations.importing import import_paths
from workbench.operations.versions import correct_text
from workbench.project import Project

RUSSIAN = "Портовая служба сообщила, что таблицы приливов будут общими. " * 3


@pytest.fixture
def opened(qtbot, tmp_path, project: Project):
    file = tmp_path / "tides.txt"
    file.write_bytes(f"Title\n\n{RUSSIAN}\n".encode("koi8-r"))
    document_id = import_paths(project, [file])[0].document_id
    change_encoding(project, document_id, "windows-1251")
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


@pytest.fixture
def popups(opened):
    found = []
    opened[0].workspace.revising.encodings.popup_opened.connect(found.append)
    return found


def plain(link):
    return link.text().replace(NBSP, " ").replace(NB_HYPHEN, "-")


def choose(qtbot, popup, words):
    popup.choices.field.setText(words)
    QTest.keyClick(popup.choices.field, Qt.Key.Key_Return)


def test_the_head_tells_the_encoding(qtbot, opened):
    _, reader, _ = opened
    qtbot.wait_until(reader.encoding_link.isVisible)
    assert plain(reader.encoding_link) == "encoding windows-1251"


def test_a_guess_is_called_one(qtbot, opened):
    window, reader, _ = opened
    window.workspace.project.undo()
    qtbot.wait_until(lambda: "guessed" in reader.encoding_link.text())
    assert plain(reader.encoding_link) == "encoding guessed as koi8-r"


def test_plain_utf8_is_not_worth_a_word(qtbot, opened, tmp_path):
    window, _, _ = opened
    file = tmp_path / "new.txt"
    file.write_text(RUSSIAN, encoding="utf-8")
    added = import_paths(window.workspace.project, [file])[0].document_id
    reader = window.workspace.center.open_document(added)
    qtbot.wait_until(lambda: bool(reader.pane.text))
    assert reader.pane.head.encoding == ""
    assert not reader.encoding_link.isVisible()


def test_another_encoding_is_chosen_with_the_keyboard(qtbot, opened, popups):
    window, reader, document_id = opened
    project = window.workspace.project
    qtbot.wait_until(reader.encoding_link.isVisible)
    reader.encoding_link.setFocus()
    QTest.keyClick(reader.encoding_link, Qt.Key.Key_Space)
    qtbot.wait_until(lambda: bool(popups), timeout=20_000)
    (popup,) = popups
    assert popup.choices.shown[0].fact == "windows-1251 · now"
    assert popup.choices.current.value.encoding == "koi8-r"
    assert RUSSIAN[:20] in popup.preview.words
    QTest.keyClick(popup.choices.field, Qt.Key.Key_Up)
    assert popup.preview.words == "The text reads like this now."
    QTest.keyClick(popup.choices.field, Qt.Key.Key_Down)
    QTest.keyClick(popup.choices.field, Qt.Key.Key_Return)
    right = f"Title\n\n{RUSSIAN}\n"
    qtbot.wait_until(
        lambda: project.documents.text(document_id) == right, timeout=20_000
    )
    qtbot.wait_until(lambda: reader.pane.text == right)
    project.undo()
    assert project.documents.text(document_id) != right


def test_the_menu_asks_for_the_document_being_read(qtbot, opened, popups):
    window, _, document_id = opened
    window.actions_by_id["project.encoding"].trigger()
    qtbot.wait_until(lambda: bool(popups), timeout=20_000)
    choose(qtbot, popups[0], "no such name")
    assert popups[0].preview.words == "No encoding is called so."
    choose(qtbot, popups[0], "greek windows")
    project = window.workspace.project
    qtbot.wait_until(
        lambda: project.documents.get(document_id).encoding == "windows-1253",
        timeout=20_000,
    )


def test_what_was_corrected_by_hand_is_said_to_stay_behind(qtbot, opened, popups):
    window, _, document_id = opened
    correct_text(window.workspace.project, document_id, Span(0, 5), "Head")
    window.workspace.revising.change_encoding()
    qtbot.wait_until(lambda: bool(popups), timeout=20_000)
    remark = "What was corrected by hand stays in version 3 only."
    assert popups[0].remarks.text() == remark
    assert popups[0].remarks.isVisibleTo(popups[0])
    popups[0].close()


def test_the_current_encoding_changes_nothing(qtbot, opened, popups):
    window, _, document_id = opened
    window.workspace.revising.change_encoding()
    qtbot.wait_until(lambda: bool(popups), timeout=20_000)
    choose(qtbot, popups[0], "now")
    assert window.workspace.project.documents.version(document_id) == 2
