"""The list of headings and bookmarks, worked by keyboard in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.projects import project_of
from ui.places.model import HERE, headings_of, places_in
from ui.workspace import Workspace
from workbench.model.spans import Span
from workbench.operations.bookmarks import add_bookmark

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
BODY = "\n\n".join(f"Sentence number {n} says little." for n in range(80))
HEADINGS = ("# Report", "## Aims", "### Trade", "## End")
REPORT = "\n\n".join(f"{heading}\n\n{BODY}" for heading in HEADINGS)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "places.workbench"
    with project_of({"report.md": REPORT, "slip": "Only a line.\n"}, path):
        return path


@pytest.fixture
def report(workspace: Workspace) -> int:
    (found,) = (
        it.id for it in workspace.project.documents.all() if it.name == "report"
    )
    workspace.center.open_document(found)
    return found


@pytest.fixture
def text(workspace: Workspace, report: int) -> str:
    return workspace.project.documents.text(report)


def press(qtbot: QtBot, key: Qt.Key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key, modifiers)


def names(workspace: Workspace) -> list[tuple[int, str]]:
    return [(it.level, it.name) for it in workspace.ways.panel.choices.shown]


def current_name(workspace: Workspace) -> str:
    current = workspace.ways.panel.choices.current
    return current.name if current else ""


def test_headings_nest_and_the_current_one_is_marked(
    qtbot, workspace, report, text
) -> None:
    workspace.center.go_to(
        report, Span(text.index("Trade") + 40, text.index("Trade") + 45)
    )
    workspace.center.current_reader().pane.select(
        Span(text.index("Trade"), text.index("Trade"))
    )
    press(qtbot, Qt.Key.Key_O, CONTROL | SHIFT)
    assert names(workspace) == [(0, "Report"), (1, "Aims"), (2, "Trade"), (1, "End")]
    assert current_name(workspace) == "Trade"
    facts = [it.fact for it in workspace.ways.panel.choices.shown if HERE in it.fact]
    assert facts == [workspace.ways.panel.choices.current.fact]


def test_typing_finds_a_heading_and_enter_goes_there_and_back_returns(
    qtbot, window, workspace, report, text
) -> None:
    press(qtbot, Qt.Key.Key_O, CONTROL | SHIFT)
    qtbot.keyClicks(QApplication.focusWidget(), "en")
    assert names(workspace) == [(1, "End")]
    press(qtbot, Qt.Key.Key_Return)
    assert not workspace.ways.panel.isVisible()
    window.activateWindow()
    qtbot.wait_until(window.isActiveWindow)
    pane = workspace.center.current_reader().pane
    view = pane.span_in_view()
    assert view.start < text.index("End\n") < view.end
    workspace.center.travel.back()
    assert workspace.center.current_reader().position() == 0


def test_b_bookmarks_the_line_and_takes_it_away_and_both_are_steps(
    qtbot, workspace, report, text
) -> None:
    reader = workspace.center.current_reader()
    caret = text.index("number 3 ")
    reader.select(Span(caret, caret))
    press(qtbot, Qt.Key.Key_B)
    (bookmark,) = workspace.project.bookmarks.of_document(report)
    assert bookmark.quote == bookmark.name == "Sentence number 3 says little."
    assert list(reader.pane._marks.bookmarks) == [bookmark.span.start]
    press(qtbot, Qt.Key.Key_B)
    assert workspace.project.bookmarks.all() == []
    assert list(reader.pane._marks.bookmarks) == []
    press(qtbot, Qt.Key.Key_Z, CONTROL)
    assert workspace.project.bookmarks.all() == [bookmark]


def test_scrolled_away_from_the_caret_b_takes_the_first_line_in_view(
    qtbot, workspace, report, text
) -> None:
    reader = workspace.center.current_reader()
    reader.restore(text.index("Aims") + 6)
    first = reader.position()
    press(qtbot, Qt.Key.Key_B)
    (bookmark,) = workspace.project.bookmarks.all()
    assert bookmark.span.start == first


def test_bookmarks_stand_among_the_headings(qtbot, workspace, report, text) -> None:
    place = text.index("Aims") + 6
    add_bookmark(workspace.project, report, Span(place, place + 30), "My place")
    press(qtbot, Qt.Key.Key_O, CONTROL | SHIFT)
    assert names(workspace)[:3] == [(0, "Report"), (1, "Aims"), (2, "My place")]


def test_a_bookmark_is_renamed_and_removed_in_the_list(
    qtbot, window, workspace, report
) -> None:
    for start in (0, 300):
        add_bookmark(workspace.project, report, Span(start, start + 30), f"At {start}")
    press(qtbot, Qt.Key.Key_B, CONTROL)
    assert [name for _, name in names(workspace)] == ["At 0", "At 300"]
    press(qtbot, Qt.Key.Key_Down)
    press(qtbot, Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "Opening")
    press(qtbot, Qt.Key.Key_Return)
    assert [name for _, name in names(workspace)] == ["At 0", "Opening"]
    assert current_name(workspace) == "Opening"
    press(qtbot, Qt.Key.Key_F2)
    qtbot.keyClicks(QApplication.focusWidget(), "nothing of this")
    press(qtbot, Qt.Key.Key_Escape)
    assert workspace.ways.panel.isVisible()
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Delete)
    assert [it.name for it in workspace.project.bookmarks.all()] == ["Opening"]
    assert current_name(workspace) == "Opening"
    press(qtbot, Qt.Key.Key_Delete)
    assert workspace.ways.panel.empty.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert not workspace.ways.panel.isVisible()
    workspace.project.undo()
    assert [it.name for it in workspace.project.bookmarks.all()] == ["Opening"]


def test_a_name_without_words_is_refused_with_a_sentence(
    qtbot, window, workspace, report
) -> None:
    add_bookmark(workspace.project, report, Span(0, 30), "Opening")
    press(qtbot, Qt.Key.Key_B, CONTROL)
    press(qtbot, Qt.Key.Key_F2)
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Return)
    assert window.bar.sentence == "A bookmark needs a name; type one."
    assert workspace.project.bookmarks.all()[0].name == "Opening"


def test_a_bookmark_of_another_document_is_gone_to(qtbot, workspace, report) -> None:
    other = next(it.id for it in workspace.project.documents.all() if it.id != report)
    add_bookmark(workspace.project, other, Span(0, 12))
    press(qtbot, Qt.Key.Key_B, CONTROL)
    press(qtbot, Qt.Key.Key_Return)
    reader = workspace.center.current_reader()
    assert workspace.center.document_of(reader) == other
    workspace.center.travel.back()
    assert workspace.center.document_of(workspace.center.current_reader()) == report


def test_a_document_without_headings_says_so(qtbot, workspace, report) -> None:
    other = next(it.id for it in workspace.project.documents.all() if it.id != report)
    workspace.center.open_document(other)
    press(qtbot, Qt.Key.Key_O, CONTROL | SHIFT)
    assert workspace.ways.panel.empty.isVisible()
    assert workspace.ways.panel.empty.accessibleName() == "No headings here"


def test_without_a_document_a_sentence_says_what_to_do(window, workspace) -> None:
    window.actions_by_id["go.heading"].trigger()
    assert "Open a document first" in window.bar.sentence


def test_places_are_in_the_order_of_the_text(workspace, report, text) -> None:
    for start in (900, 10, 400):
        add_bookmark(workspace.project, report, Span(start, start + 20))
    headings = headings_of(workspace.project.documents.blocks(report))
    bookmarks = workspace.project.bookmarks.of_document(report)
    listed = places_in(text, headings, bookmarks, 0)
    starts = [getattr(it.value, "span", it.value).start for it in listed]
    assert starts == sorted(starts)
    assert len(listed) == len(headings) + 3
