"""Searching by keyboard alone: narrow, tick, tag, discard, walk, come back, keep."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.projects import project_of
from ui.main_window import MainWindow
from ui.search.kept_popups import PastPopup, SavedPopup, SavePopup
from ui.workspace import Workspace
from workbench.model.ids import DocumentId
from workbench.model.search import SearchOptions
from workbench.operations.documents import remove_documents
from workbench.operations.importing import import_paths
from workbench.operations.searches import save_search

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NO_KEY = Qt.KeyboardModifier.NoModifier
TEXTS = {
    "first": "The group met in May.\n\nIt spoke of steel.\n\nThe group left.\n",
    "second": "No group came.\n\nSteel was cheap then.\n",
    "third": "Nothing of it.\n\nOnly steel here.\n",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "study.workbench"
    with project_of(TEXTS, path):
        return path


class Analyst:
    """Somebody without a mouse."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        assert window.workspace is not None
        self.window = window
        self.workspace: Workspace = window.workspace
        self.qtbot = qtbot
        self.workspace.focus_reading()

    @property
    def focused(self) -> QWidget:
        widget = QApplication.focusWidget()
        assert widget is not None
        return widget

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
        self.qtbot.keyClick(self.focused, key, modifiers)

    def write(self, text: str) -> None:
        self.qtbot.keyClicks(self.focused, text)

    def document(self, name: str) -> int:
        documents = self.workspace.project.documents.all()
        return next(int(it.id) for it in documents if it.name == name)

    def search(self, query: str) -> None:
        self.press(Qt.Key.Key_K, CONTROL)
        self.write(query)
        self.answered(query)

    def answered(self, query: str) -> None:
        """Wait until what is shown is the answer to a query, with all that belongs."""
        searches = self.workspace.bottom.search_controller

        def is_shown() -> bool:
            is_idle = not searches.is_searching and not self.window.runner.running
            return searches.answer.query == query and is_idle

        self.qtbot.wait_until(is_shown, timeout=20_000)

    def settled(self) -> None:
        self.answered(self.workspace.header.search_field.text())

    def popup(self, kind: type[QWidget]) -> QWidget:
        self.qtbot.wait_until(
            lambda: isinstance(QApplication.activePopupWidget(), kind)
        )
        popup = QApplication.activePopupWidget()
        assert popup is not None
        return popup

    def back_in_window(self) -> None:
        """Without a window manager no window is active after a popup."""
        self.window.activateWindow()
        self.qtbot.wait_until(self.window.isActiveWindow)


@pytest.fixture
def analyst(window: MainWindow, qtbot: QtBot) -> Analyst:
    return Analyst(window, qtbot)


def test_hits_are_ticked_and_tagged_in_one_step(analyst: Analyst) -> None:
    project = analyst.workspace.project
    analyst.search("group")
    analyst.press(Qt.Key.Key_Down)
    assert analyst.focused is analyst.workspace.results.view
    analyst.press(Qt.Key.Key_Space)
    analyst.press(Qt.Key.Key_A, CONTROL)
    assert analyst.workspace.results.tick_bar.said == "3 of 3 ticked"
    analyst.press(Qt.Key.Key_T)
    analyst.write("body")
    analyst.press(Qt.Key.Key_Return)
    analyst.back_in_window()
    analyst.settled()
    quotes = sorted(it.quote for it in project.passages.all())
    assert quotes == ["No group came.", "The group left.", "The group met in May."]
    assert project.history.undo_label == "Tag 3 hits “body”"
    analyst.press(Qt.Key.Key_Z, CONTROL)
    assert not project.passages.all()


def test_found_words_alone_can_be_tagged(analyst: Analyst) -> None:
    analyst.search("cheap")
    analyst.press(Qt.Key.Key_Down)
    analyst.press(Qt.Key.Key_T, SHIFT)
    analyst.write("price")
    analyst.press(Qt.Key.Key_Return)
    (passage,) = analyst.workspace.project.passages.all()
    assert passage.quote == "cheap"


def test_hits_that_still_show_can_be_walked_discarded_and_counted(
    analyst: Analyst,
) -> None:
    workspace, results = analyst.workspace, analyst.workspace.results
    analyst.search("group")
    analyst.search('"')
    assert "still the hits of group" in results.ignored
    assert results.counts == workspace.header.counts == "3 hits in 2 documents"
    assert results.understood == "Nothing to search for."
    analyst.press(Qt.Key.Key_F3)
    assert workspace.header.counts == "Hit 1 of 3"
    results.view.setFocus()
    analyst.press(Qt.Key.Key_Delete)
    analyst.settled()
    assert len(workspace.project.searches.discards("group")) == 1
    assert results.counts == workspace.header.counts == "2 hits in 2 documents"
    assert results.model.total == 2


def test_hits_that_still_show_follow_the_project(analyst: Analyst) -> None:
    workspace, results = analyst.workspace, analyst.workspace.results
    analyst.search("group")
    analyst.search('"')
    remove_documents(workspace.project, [DocumentId(analyst.document("first"))])
    analyst.qtbot.wait_until(lambda: results.model.total == 1, timeout=20_000)
    analyst.settled()
    assert results.counts == "1 hit in 1 document"


def test_a_discarded_hit_is_gone_until_it_is_restored(analyst: Analyst) -> None:
    results = analyst.workspace.results
    analyst.search("group")
    analyst.press(Qt.Key.Key_Down)
    gone = results.view.current_hit
    assert gone is not None
    analyst.press(Qt.Key.Key_Delete)
    analyst.settled()
    assert results.counts.startswith("2 hits")
    assert results.asides.discarded_link.text() == "1 hit discarded · Show"
    results.asides.discarded_link.setFocus()
    analyst.press(Qt.Key.Key_Space)
    analyst.settled()
    number = results.model.number_of(gone)
    assert number is not None
    shown = results.model.hit(number)
    assert shown is not None
    assert shown.is_discarded
    results.view.go_to(number)
    results.view.setFocus()
    analyst.press(Qt.Key.Key_R)
    analyst.settled()
    assert not analyst.workspace.project.searches.discards("group")


def test_the_walk_goes_round_and_esc_leads_back_to_reading(analyst: Analyst) -> None:
    workspace = analyst.workspace
    third = analyst.document("third")
    reader = workspace.center.open_document(third)
    reader.pane.put_caret(20)
    analyst.search("group")
    for number in (1, 2, 3, 1):
        analyst.press(Qt.Key.Key_F3)
        assert workspace.header.counts == f"Hit {number} of 3"
    assert analyst.window.status.said == "Back at the first hit"
    assert workspace.center.current_reader() is not reader
    analyst.press(Qt.Key.Key_F3, SHIFT)
    assert analyst.window.status.said == "Back at the last hit"
    analyst.press(Qt.Key.Key_Escape)
    assert workspace.center.current_reader() is reader
    assert not workspace.center.travel.can_go_back
    analyst.press(Qt.Key.Key_Escape)
    assert workspace.center.current_reader() is reader


def test_alt_left_leads_back_from_a_walk_too(analyst: Analyst) -> None:
    workspace = analyst.workspace
    third = analyst.document("third")
    reader = workspace.center.open_document(third)
    analyst.search("group")
    for _ in range(3):
        analyst.press(Qt.Key.Key_F3)
    analyst.press(Qt.Key.Key_Left, ALT)
    assert workspace.center.current_reader() is reader


def test_facets_narrow_by_key_and_widen_again(analyst: Analyst) -> None:
    workspace, results = analyst.workspace, analyst.workspace.results
    analyst.search("steel")
    analyst.press(Qt.Key.Key_Down)
    analyst.press(Qt.Key.Key_F)
    assert analyst.focused is results.facets
    analyst.press(Qt.Key.Key_Right)
    analyst.press(Qt.Key.Key_Down)
    value = results.facets.currentIndex().data()
    analyst.press(Qt.Key.Key_Return)
    narrowed = workspace.header.search_field.text()
    analyst.answered(narrowed)
    assert narrowed != "steel"
    assert results.facets.currentIndex().data() == value
    analyst.press(Qt.Key.Key_Space)
    analyst.answered("steel")


def test_a_search_is_saved_run_renamed_and_removed(analyst: Analyst) -> None:
    project = analyst.workspace.project
    analyst.search("steel")
    analyst.press(Qt.Key.Key_S, CONTROL)
    analyst.popup(SavePopup)
    analyst.write("Metal")
    analyst.press(Qt.Key.Key_Return)
    analyst.back_in_window()
    assert [it.name for it in project.searches.saved()] == ["Metal"]
    analyst.search("group")
    analyst.press(Qt.Key.Key_S, CONTROL | SHIFT)
    popup = analyst.popup(SavedPopup)
    assert isinstance(popup, SavedPopup)
    counted = "3 hits in 3 documents"
    analyst.qtbot.wait_until(lambda: popup.choices.shown[0].fact == counted)
    analyst.press(Qt.Key.Key_F2)
    analyst.write("Steel")
    analyst.press(Qt.Key.Key_Return)
    assert [it.name for it in popup.choices.shown] == ["Steel"]
    analyst.press(Qt.Key.Key_Return)
    analyst.back_in_window()
    analyst.answered("steel")
    analyst.press(Qt.Key.Key_S, CONTROL | SHIFT)
    analyst.popup(SavedPopup)
    analyst.press(Qt.Key.Key_Delete)
    assert project.searches.saved() == []


def test_counts_of_saved_searches_follow_the_project(analyst: Analyst) -> None:
    project = analyst.workspace.project
    save_search(project, "Metal", "steel", SearchOptions())
    analyst.press(Qt.Key.Key_S, CONTROL | SHIFT)
    popup = analyst.popup(SavedPopup)
    assert isinstance(popup, SavedPopup)

    def await_fact(fact: str) -> None:
        analyst.qtbot.wait_until(lambda: popup.choices.shown[0].fact == fact)

    await_fact("3 hits in 3 documents")
    remove_documents(project, [DocumentId(analyst.document("first"))])
    await_fact("2 hits in 2 documents")
    project.undo()
    await_fact("3 hits in 3 documents")


def test_saved_searches_say_what_changed_since_they_were_opened(
    analyst: Analyst, tmp_path: Path
) -> None:
    project, lists = analyst.workspace.project, analyst.workspace.bottom

    def open_saved() -> SavedPopup:
        analyst.press(Qt.Key.Key_S, CONTROL | SHIFT)
        popup = analyst.popup(SavedPopup)
        assert isinstance(popup, SavedPopup)
        return popup

    def run_saved() -> None:
        analyst.press(Qt.Key.Key_Return)
        analyst.back_in_window()
        analyst.answered("steel")
        analyst.qtbot.wait_until(lambda: not lists.kept.is_resting)
        analyst.settled()

    def await_fact(popup: SavedPopup, fact: str) -> None:
        analyst.qtbot.wait_until(lambda: popup.choices.shown[0].fact == fact)

    save_search(project, "Metal", "steel", SearchOptions())
    open_saved()
    run_saved()
    await_fact(open_saved(), "3 hits in 3 documents")
    (tmp_path / "fourth.txt").write_text("More steel.\n\nAnd steel.")
    import_paths(project, [tmp_path / "fourth.txt"])
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, SavedPopup)
    changed = "5 hits in 4 documents · +1 document since you looked"
    await_fact(popup, changed)
    run_saved()
    await_fact(open_saved(), "5 hits in 4 documents")


def test_what_was_asked_is_offered_under_the_empty_field(analyst: Analyst) -> None:
    workspace = analyst.workspace
    analyst.search("steel")
    analyst.press(Qt.Key.Key_Return)
    analyst.qtbot.wait_until(lambda: bool(workspace.project.searches.history(5)))
    workspace.header.search_field.clear_query()
    analyst.press(Qt.Key.Key_Down)
    popup = analyst.popup(PastPopup)
    assert isinstance(popup, PastPopup)
    assert [it.name for it in popup.choices.shown] == ["steel"]
    analyst.press(Qt.Key.Key_Return)
    analyst.back_in_window()
    analyst.answered("steel")


def test_what_was_searched_can_be_forgotten_without_a_trace(analyst: Analyst) -> None:
    window, project = analyst.window, analyst.workspace.project
    settings = project.path.with_suffix(".ini")
    kept, searches = window.session.search, analyst.workspace.bottom.search_controller
    window.session.keep_search(project.path, "whisper", searches.options)
    window.session.flush()
    assert "whisper" in settings.read_text()
    analyst.search("steel")
    analyst.press(Qt.Key.Key_Return)
    analyst.settled()
    analyst.workspace.bottom.kept.open_past()
    popup = analyst.popup(PastPopup)
    assert isinstance(popup, PastPopup)
    popup.forget_requested.emit()
    popup.close()
    analyst.back_in_window()
    assert "whisper" not in settings.read_text()
    assert project.searches.history() == []
    # The hits stand there still, and are read again after a change.
    remove_documents(project, [DocumentId(analyst.document("third"))])
    analyst.qtbot.wait_until(lambda: searches.listed.documents == 2)
    analyst.qtbot.wait_until(lambda: not analyst.workspace.bottom.kept.is_resting)
    analyst.settled()
    assert project.searches.history() == []
    assert kept(project.path)[0] == ""
    window.close_project()
    window.session.flush()
    assert kept(project.path)[0] == ""
    assert "steel" not in settings.read_text()


def test_a_search_that_is_asked_again_after_forgetting_is_remembered(
    analyst: Analyst,
) -> None:
    window, project = analyst.window, analyst.workspace.project
    analyst.search("steel")
    analyst.workspace.bottom.kept.forget()
    analyst.press(Qt.Key.Key_K, CONTROL)
    analyst.press(Qt.Key.Key_Return)
    analyst.qtbot.wait_until(lambda: bool(project.searches.history()))
    analyst.settled()
    window.close_project()
    assert window.session.search(project.path)[0] == "steel"


def test_why_a_document_is_not_found_is_said_beside_the_hits(analyst: Analyst) -> None:
    workspace, results = analyst.workspace, analyst.workspace.results
    third = analyst.document("third")
    workspace.center.open_document(third)
    analyst.search("group steel")
    assert "third" in results.asides.why_link.accessibleName()
    analyst.press(Qt.Key.Key_Escape)
    analyst.press(Qt.Key.Key_Y, CONTROL | SHIFT)
    analyst.qtbot.wait_until(results.card.isVisible)
    assert any("group" in line for line in results.card.lines)


def test_the_search_is_there_again_after_a_restart(
    analyst: Analyst, qtbot: QtBot
) -> None:
    window, path = analyst.window, analyst.workspace.project.path
    analyst.search("steel")
    analyst.workspace.results.header.how.zones.trigger()
    analyst.settled()
    window.close_project()
    window.open_project(path)
    again = Analyst(window, qtbot)
    again.answered("steel")
    assert again.workspace.header.search_field.text() == "steel"
    assert again.workspace.bottom.search_controller.options.zones


def test_the_keyboard_enters_the_lines_when_they_come(analyst: Analyst) -> None:
    analyst.search("group")
    analyst.press(Qt.Key.Key_K, CONTROL | SHIFT)
    lines = analyst.workspace.bottom.concordance.lines
    analyst.qtbot.wait_until(lambda: analyst.focused is lines.table)
    assert lines.model.rowCount() > 0
