"""Texts that change, in the real window by keys; results are read from the file."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.projects import project_of
from ui.main_window import MainWindow
from ui.reader.correcting import CorrectingEditor
from ui.reader.panel import ReaderPanel
from ui.versions.earlier import EarlierPanel
from ui.versions.panel import ReviewPanel
from ui.widgets.choice_popup import ChoicePopup
from ui.workspace import Workspace
from ui.zones.strip import ZonesStrip
from workbench.model.ids import PassageId
from workbench.model.passages import AnchorState
from workbench.model.spans import Span
from workbench.model.zones import ZoneKind, ZoneState
from workbench.operations.importing import import_paths
from workbench.operations.passages import mark_passage
from workbench.operations.zones import mark_zone

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Key = Qt.Key
MEMO = (
    "The council met in Oslo on Monday.\n\n"
    "The chair spoke for an hour about herring and the price of salt.\n\n"
    "Ferries are to run twice a day between the islands.\n\n"
    "A tariff on nets was put off until spring, said the clerk.\n\n"
    "Subscribe to our newsletter and follow us on all channels.\n"
)
LATER = (
    MEMO.replace("an hour", "one hour")
    .replace("Ferries are to run twice a day between the islands.\n\n", "")
    .replace(
        "A tariff on nets was put off until spring, said the clerk.",
        "A tariff on all nets was delayed until summer, said one clerk.",
    )
)
QUOTES = {
    "kept": "council met in Oslo",
    "edited": "The chair spoke for an hour about herring and the price of salt.",
    "gone": "Ferries are to run twice a day",
    "altered": "A tariff on nets was put off until spring, said the clerk.",
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "changing.workbench"
    with project_of({"memo": MEMO}, path) as project:
        [document] = project.documents.all()
        for quote in QUOTES.values():
            start = MEMO.index(quote)
            mark_passage(project, document.id, Span(start, start + len(quote)))
    return path


@pytest.fixture
def reader(workspace: Workspace) -> ReaderPanel:
    [document] = workspace.project.documents.all()
    return workspace.center.open_document(document.id)


@pytest.fixture
def passages(workspace: Workspace) -> dict[str, PassageId]:
    by_quote = {it.quote: it.id for it in workspace.project.passages.all()}
    return {name: by_quote[quote] for name, quote in QUOTES.items()}


def focused() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def press(
    key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    QTest.keyClick(focused(), key, modifiers)


def replaced(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path, text: str = LATER
) -> ReviewPanel:
    """Replace the memo, and return the review that opens."""
    path = tmp_path / "later.txt"
    path.write_text(text)
    [document] = workspace.project.documents.all()
    workspace.revising.replacing.replace(document.id, path)
    opened = workspace.center.strips.of_kind
    qtbot.wait_until(lambda: bool(opened(ReviewPanel)))
    [panel] = opened(ReviewPanel)
    return panel


def go_to(panel: ReviewPanel, passage_id: PassageId) -> None:
    """Go to a passage in the review by keys."""
    panel.list.view.setFocus()
    press(Key.Key_Home)
    for _ in range(10):
        if panel.review is not None and panel.review.id == passage_id:
            return
        press(Key.Key_Down)
    pytest.fail("the passage is not in the list")


@pytest.mark.usefixtures("reader")
def test_a_new_version_is_reviewed_by_keys(
    qtbot: QtBot,
    window: MainWindow,
    workspace: Workspace,
    passages: dict[str, PassageId],
    tmp_path: Path,
) -> None:
    project = workspace.project
    panel = replaced(qtbot, workspace, tmp_path)
    assert window.status.said == (
        "Version 2 of “memo”: 1 unchanged, 2 edited, 1 orphaned · Ctrl+Z to undo"
    )
    assert workspace.header.review_button.text() == "3 passages to review"
    assert workspace.center.tabs.currentWidget() is panel
    assert [it.id for it in panel.model.shown] == [
        passages["edited"], passages["gone"], passages["altered"],
    ]  # fmt: skip

    go_to(panel, passages["edited"])
    assert panel.decisions.sentence.startswith("Edited: 9")
    press(Key.Key_A)
    assert project.passages.get(passages["edited"]).anchor is AnchorState.EXACT
    assert panel.review is not None
    assert panel.review.id == passages["gone"], "the next one is shown"

    assert panel.decisions.sentence.startswith("Orphaned")
    press(Key.Key_A)
    assert "No place yet" in panel.decisions.hint
    press(Key.Key_O)
    orphan = project.passages.get(passages["gone"])
    assert (orphan.anchor, orphan.needs_review) == (AnchorState.ORPHANED, False)

    assert panel.review.id == passages["altered"]
    press(Key.Key_P)
    assert focused() is panel.new.page.widget
    start = LATER.index("A tariff on all nets")
    panel.new.page.show_place(Span(start, start))
    for _ in range(len("A tariff")):
        press(Key.Key_Right, SHIFT)
    press(Key.Key_Return)
    placed = project.passages.get(passages["altered"])
    assert (placed.quote, placed.needs_review) == ("A tariff", False)
    assert panel.empty.isVisible()
    assert workspace.header.review_button.isHidden()

    for _ in range(3):
        press(Key.Key_Z, CONTROL)
    assert len(panel.model.shown) == 3
    press(Key.Key_Z, CONTROL)
    assert {it.quote for it in project.passages.all()} == set(QUOTES.values())
    assert project.documents.all()[0].version == 1
    assert panel.empty.isVisible()


def test_the_review_offers_every_place_of_a_passage_that_stands_twice(
    qtbot: QtBot, workspace: Workspace, passages: dict[str, PassageId], tmp_path: Path
) -> None:
    gone = QUOTES["gone"]
    later = "It said so again and again in words that nobody had written before.\n\n"
    text = (
        f"{later}{gone} from May on, said he.\n\nNews. {gone} since then, says she.\n"
    )
    panel = replaced(qtbot, workspace, tmp_path, text)
    go_to(panel, passages["gone"])
    first, second = (text.index(gone), text.rindex(gone))
    seen = {panel.place}
    for _ in range(3):
        press(Key.Key_N)
        seen.add(panel.place)
    assert {it.start for it in seen if it} >= {first, second}
    while panel.place is None or panel.place.start != second:
        press(Key.Key_N)
    press(Key.Key_A)
    assert workspace.project.passages.get(passages["gone"]).span.start == second


def test_what_hardly_changed_is_accepted_in_one_step(
    qtbot: QtBot, workspace: Workspace, passages: dict[str, PassageId], tmp_path: Path
) -> None:
    panel = replaced(qtbot, workspace, tmp_path)
    assert panel.list.alike_button.text() == "Accept 1 edited above 90%"
    press(Key.Key_A, SHIFT)
    left = [it.id for it in workspace.project.passages.to_review()]
    assert left == [passages["gone"], passages["altered"]]
    assert panel.list.alike_button.isHidden()


def test_the_list_shows_one_kind_and_says_how_many(
    qtbot: QtBot, workspace: Workspace, passages: dict[str, PassageId], tmp_path: Path
) -> None:
    panel = replaced(qtbot, workspace, tmp_path)
    names = [panel.list.kinds.itemText(at) for at in range(4)]
    assert names == ["All kinds (3)", "Edited (2)", "Ambiguous (0)", "Orphaned (1)"]
    panel.list.kinds.setCurrentIndex(3)
    assert [it.id for it in panel.model.shown] == [passages["gone"]]


def test_an_earlier_version_is_read_with_its_passages(
    qtbot: QtBot, workspace: Workspace, reader: ReaderPanel, tmp_path: Path
) -> None:
    replaced(qtbot, workspace, tmp_path)
    workspace.center.strips.bring_to_front(reader)
    press(Key.Key_V, SHIFT)
    [popup] = workspace.center.strips.findChildren(ChoicePopup)
    QTest.keyClick(popup.choices.field, Key.Key_Return)
    [panel] = workspace.center.strips.of_kind(EarlierPanel)
    assert panel.sentence == "Version 1 of 2 – not the current text"
    assert panel.page.widget.text == MEMO
    shown = {it.span.of(MEMO) for it in panel.page.widget.passages}
    assert shown == set(QUOTES.values())
    workspace.window().activateWindow()
    press(Key.Key_Z, CONTROL)
    assert not workspace.center.strips.of_kind(EarlierPanel) or (
        panel.sentence == "Version 1 of 1"
    )


def test_a_typo_is_corrected_in_place_without_losing_the_place(
    qtbot: QtBot,
    workspace: Workspace,
    reader: ReaderPanel,
    passages: dict[str, PassageId],
) -> None:
    project = workspace.project
    [document] = project.documents.all()
    reader.select_passage(passages["edited"])
    at = MEMO.index("herring")
    reader.select(Span(at, at))
    press(Key.Key_E)
    editor = focused()
    assert isinstance(editor, CorrectingEditor)
    assert editor.text() == "herring"
    QTest.keyClicks(editor, "haddock, cod")
    press(Key.Key_Return)
    qtbot.wait_until(lambda: project.documents.get(document.id).version == 2)
    corrected = MEMO.replace("herring", "haddock, cod")
    qtbot.wait_until(lambda: reader.pane.text == corrected)
    assert project.documents.text(document.id) == corrected
    assert project.passages.get(passages["edited"]).quote == (
        QUOTES["edited"].replace("herring", "haddock, cod")
    )
    assert project.passages.count_to_review() == 0
    assert reader.selected_passage == passages["edited"]
    assert focused() is reader.pane
    qtbot.wait_until(lambda: not workspace.window().runner.running)
    press(Key.Key_Z, CONTROL)
    assert project.documents.text(document.id) == MEMO
    assert reader.pane.text == MEMO


def test_escape_gives_a_correction_up(
    workspace: Workspace, reader: ReaderPanel
) -> None:
    reader.select(Span(4, 11))
    press(Key.Key_E)
    QTest.keyClicks(focused(), "x")
    press(Key.Key_Escape)
    assert focused() is reader.pane
    assert workspace.project.documents.all()[0].version == 1


def test_suggested_zones_are_decided_by_keys(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, reader: ReaderPanel
) -> None:
    project = workspace.project
    [document] = project.documents.all()
    [strip] = reader.findChildren(ZonesStrip)
    qtbot.wait_until(strip.isVisible)
    assert strip.sentence == "1 part looks like no content"
    press(Key.Key_Z, SHIFT)
    assert focused() is strip
    press(Key.Key_X)
    [refused] = project.zones.of_document(document.id, ZoneState.REFUSED)
    assert refused.quote.startswith("Subscribe")
    assert strip.isHidden()
    assert focused() is reader.pane
    press(Key.Key_Z, CONTROL)
    assert strip.isVisible()
    press(Key.Key_Z, SHIFT)
    press(Key.Key_Return)
    [zone] = project.zones.of_document(document.id)
    assert (zone.kind, zone.quote[:9]) == (ZoneKind.NEWSLETTER, "Subscribe")
    assert project.search("newsletter").documents == 0


def test_z_marks_a_zone_and_makes_it_content_again(
    workspace: Workspace, reader: ReaderPanel
) -> None:
    project = workspace.project
    [document] = project.documents.all()
    reader.select(Span(40, 40))
    press(Key.Key_Z)
    [popup] = workspace.window().findChildren(ChoicePopup)
    QTest.keyClicks(popup.choices.field, "adv")
    QTest.keyClick(popup.choices.field, Key.Key_Return)
    [zone] = project.zones.of_document(document.id)
    assert zone.kind is ZoneKind.ADVERT
    assert zone.quote == QUOTES["edited"]
    workspace.window().activateWindow()
    reader.pane.setFocus()
    press(Key.Key_Z)
    assert project.zones.of_document(document.id) == []
    press(Key.Key_Z, CONTROL)
    assert [it.id for it in project.zones.of_document(document.id)] == [zone.id]


def test_what_is_decided_elsewhere_leaves_the_focus_where_it_is(
    qtbot: QtBot, workspace: Workspace, reader: ReaderPanel, tmp_path: Path
) -> None:
    project = workspace.project
    (tmp_path / "other.txt").write_text(f"Another.\n\n{MEMO}")
    [outcome] = import_paths(project, [tmp_path / "other.txt"])
    assert outcome.document_id is not None
    [strip] = reader.findChildren(ZonesStrip)
    qtbot.wait_until(strip.isVisible)
    reader.pane.setFocus()
    press(Key.Key_Z, SHIFT)
    assert focused() is strip
    other = workspace.center.open_document(outcome.document_id)
    [others] = other.findChildren(ZonesStrip)
    qtbot.wait_until(others.isVisible)
    press(Key.Key_Z, SHIFT)
    press(Key.Key_Y)
    assert len(project.zones.of_document(outcome.document_id)) == 1
    assert focused() is other.pane
    assert strip.sentence.startswith("Newsletter"), "still asked over the first text"


def test_zones_are_listed_and_made_content_again(
    workspace: Workspace, reader: ReaderPanel
) -> None:
    project = workspace.project
    [document] = project.documents.all()
    for quote in ("The council", "said the clerk"):
        start = MEMO.index(quote)
        span = Span(start, start + len(quote))
        mark_zone(project, document.id, span, ZoneKind.ADVERT)
    reader.pane.setFocus()
    press(Key.Key_Z, CONTROL | Qt.KeyboardModifier.AltModifier)
    [popup] = workspace.window().findChildren(ChoicePopup)
    names = [it.name for it in popup.choices.shown]
    assert names == ["The council", "said the clerk", "Make all 2 content again"]
    QTest.keyClicks(popup.choices.field, "all")
    QTest.keyClick(popup.choices.field, Key.Key_Return)
    assert project.zones.of_document(document.id) == []


def test_a_correction_keeps_line_ends_and_blanks_it_does_not_touch(
    qtbot: QtBot, workspace: Workspace, tmp_path: Path
) -> None:
    text = "One\u00a0line that goes\r\non with a tpyo and \U0001f600 more.\r\n"
    (tmp_path / "odd.md").write_bytes(text.encode())
    project = workspace.project
    [outcome] = import_paths(project, [tmp_path / "odd.md"])
    assert outcome.document_id is not None
    reader = workspace.center.open_document(outcome.document_id)
    first = project.documents.blocks(outcome.document_id)[0].span
    assert "\r\n" in first.of(text)
    reader.select(first)
    press(Key.Key_E)
    editor = focused()
    assert isinstance(editor, CorrectingEditor)
    editor.setText(editor.text().replace("tpyo", "typo"))
    press(Key.Key_Return)
    fixed = text.replace("tpyo", "typo")
    qtbot.wait_until(lambda: reader.pane.text == fixed)
    assert project.documents.text(outcome.document_id) == fixed


@pytest.mark.usefixtures("reader")
def test_the_texts_of_a_review_are_stacked_where_there_is_little_width(
    qtbot: QtBot, window: MainWindow, workspace: Workspace, tmp_path: Path
) -> None:
    panel = replaced(qtbot, workspace, tmp_path)
    old, new = panel.old, panel.new
    qtbot.wait_until(lambda: new.y() > 0)
    assert old.x() == new.x()
    assert abs(old.height() - new.height()) <= 2
    window.resize(1920, 1080)
    qtbot.wait_until(lambda: new.x() > 0)
    assert old.y() == new.y()
    assert abs(old.width() - new.width()) <= 2
