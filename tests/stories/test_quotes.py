"""From a story that is read to the sources of its quotations, by keyboard."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from tests.projects import project_of
from ui.compare.panel import ComparePanel
from ui.jobs import AT_ONCE, Lane
from ui.main_window import MainWindow
from ui.quotes.bar import NAMES
from ui.quotes.model import LINKED_ROLE
from ui.quotes.panel import NO_SOURCE, QuotesPanel
from ui.workspace import Workspace
from workbench.model.ids import DocumentId
from workbench.model.links import LinkKind
from workbench.model.quotations import QuoteKind
from workbench.model.spans import Span
from workbench.model.zones import ZoneKind
from workbench.operations.documents import remove_documents
from workbench.operations.zones import mark_zone

RELEASE = "“Both quays will open before the winter,” said the mayor of Port Alder."
STORY = (
    "The mayor said that “both quays will open before the winter”. Both “will open"
    " before [next] winter and” be free.\n\nHe is “happy”."
)
PLAIN = "Nothing is quoted here."


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "quays.workbench"
    with project_of({"release": RELEASE, "story": STORY, "plain": PLAIN}, path):
        return path


@pytest.fixture
def panel(window: MainWindow, workspace: Workspace, qtbot: QtBot) -> QuotesPanel:
    """The list, with the quotations of the story."""
    window.actions_by_id["view.quotes"].trigger()
    workspace.center.open_document(named(workspace, "story"))
    panel = workspace.bottom.quotes
    qtbot.wait_until(lambda: panel.model.rowCount() == 3)
    panel.table.setFocus()
    return panel


def named(workspace: Workspace, name: str) -> DocumentId:
    return workspace.project.documents.find(name).id


def choose(panel: QuotesPanel, row: int) -> None:
    panel.table.setCurrentIndex(panel.model.index(row, 0))


def kinds(panel: QuotesPanel) -> list[QuoteKind]:
    return [it.kind for it in panel.audited.quotes] if panel.audited else []


def test_the_keyboard_follows_into_the_list_once_sources_are_found(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.center.open_document(named(workspace, "story"))
    window.actions_by_id["view.quotes"].trigger()
    panel = workspace.bottom.quotes
    qtbot.wait_until(panel.table.hasFocus)
    assert panel.model.rowCount() == 3


def test_a_quotation_without_a_source_says_so_to_every_key(
    window: MainWindow, workspace: Workspace, panel: QuotesPanel, qtbot: QtBot
) -> None:
    choose(panel, kinds(panel).index(QuoteKind.UNSOURCED))
    for key in (Qt.Key.Key_S, Qt.Key.Key_Equal, Qt.Key.Key_A):
        window.notices.done("")
        qtbot.keyClick(panel.table, key)
        assert window.status.said == NO_SOURCE
    assert not workspace.project.links.all()


def test_quotations_lead_to_the_text_and_to_their_source(
    workspace: Workspace, panel: QuotesPanel, qtbot: QtBot
) -> None:
    assert kinds(panel) == [QuoteKind.VERBATIM, QuoteKind.ALTERED, QuoteKind.UNSOURCED]
    assert panel.bar.facts.text.startswith(
        "3 quotations: 1 verbatim, 1 altered, 1 without a source"
    )
    choose(panel, 1)
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    reader = workspace.center.current_reader()
    assert reader is not None
    assert workspace.center.document_of(reader) == named(workspace, "story")
    start = STORY.rindex("will open before")
    assert reader.pane.caret == start
    panel.table.setFocus()
    qtbot.keyClick(panel.table, Qt.Key.Key_S)
    reader = workspace.center.current_reader()
    assert reader is not None
    assert workspace.center.document_of(reader) == named(workspace, "release")
    assert panel.audited is not None
    assert panel.audited.document_id == named(workspace, "story"), "the list stays"


def test_both_stand_side_by_side_at_the_place(
    workspace: Workspace, panel: QuotesPanel, qtbot: QtBot
) -> None:
    choose(panel, 0)
    qtbot.keyClick(panel.table, Qt.Key.Key_Equal)
    shown = workspace.center.tabs.currentWidget()
    assert isinstance(shown, ComparePanel)
    story, release = named(workspace, "story"), named(workspace, "release")
    assert shown.document_ids == (story, release)
    release_reader = shown.panes.readings[1]
    assert release_reader.caret == RELEASE.index("Both")
    assert panel.audited is not None
    assert panel.audited.document_id == story, "the list stays"


def test_accepting_links_both_places_and_can_be_undone(
    window: MainWindow, workspace: Workspace, panel: QuotesPanel, qtbot: QtBot
) -> None:
    choose(panel, 1)
    qtbot.keyClick(panel.table, Qt.Key.Key_A)
    (link,) = workspace.project.links.all()
    assert link.kind is LinkKind.ALTERED
    assert link.source.quote == "will open before [next] winter and"
    assert link.target.document_id == named(workspace, "release")
    assert panel.table.currentIndex().row() == 2, "the next one is looked at"
    qtbot.wait_until(lambda: panel.model.index(1, 0).data(LINKED_ROLE) is True)
    assert panel.table.currentIndex().row() == 2
    choose(panel, 1)
    assert panel.bar.accept_button.text() == "Linked"
    assert not panel.bar.accept_button.isEnabled()
    window.actions_by_id["edit.undo"].trigger()
    qtbot.wait_until(lambda: panel.model.index(1, 0).data(LINKED_ROLE) is False)
    assert not workspace.project.links.all()


def test_without_a_source_there_is_nothing_to_accept(
    workspace: Workspace, panel: QuotesPanel, qtbot: QtBot
) -> None:
    choose(panel, 2)
    assert not panel.bar.source_button.isEnabled()
    for key in (Qt.Key.Key_A, Qt.Key.Key_Equal, Qt.Key.Key_S):
        qtbot.keyClick(panel.table, key)
    assert not workspace.project.links.all()
    assert "No other document" in panel.detail.toPlainText()


def test_kinds_can_be_shown_alone(panel: QuotesPanel, qtbot: QtBot) -> None:
    for kind in (QuoteKind.ALTERED, QuoteKind.UNSOURCED, QuoteKind.VERBATIM):
        panel.bar.kinds.choose(kind)
        assert panel.model.rowCount() == 1
        assert panel.current is not None
        assert panel.current.kind is kind
    panel.bar.kinds.choose(None)
    assert panel.model.rowCount() == 3
    assert set(NAMES) == {None, *QuoteKind}


def test_a_changed_text_is_audited_again(
    workspace: Workspace, panel: QuotesPanel, qtbot: QtBot
) -> None:
    story = named(workspace, "story")
    choose(panel, 1)
    mark_zone(
        workspace.project,
        story,
        Span(STORY.index("He is"), len(STORY)),
        ZoneKind.ADVERT,
    )
    qtbot.wait_until(lambda: panel.model.rowCount() == 2)
    assert panel.table.currentIndex().row() == 1, "the row stays"
    panel.bar.kinds.choose(QuoteKind.UNSOURCED)
    assert panel.empty.isVisible()
    panel.empty.button.click()
    assert panel.model.rowCount() == 2
    remove_documents(workspace.project, [named(workspace, "release")])
    qtbot.wait_until(lambda: kinds(panel) == [QuoteKind.UNSOURCED] * 2)
    remove_documents(workspace.project, [story])
    qtbot.wait_until(lambda: panel.audited is None)
    assert panel.empty.accessibleName() == "No document open"


def test_it_follows_what_is_read(
    workspace: Workspace, panel: QuotesPanel, qtbot: QtBot
) -> None:
    workspace.center.open_document(named(workspace, "plain"))
    qtbot.wait_until(lambda: panel.empty.accessibleName().startswith("No quotations"))
    workspace.center.open_document(named(workspace, "release"))
    qtbot.wait_until(lambda: kinds(panel) == [QuoteKind.VERBATIM])
    workspace.bottom.setCurrentWidget(workspace.notes)
    workspace.center.open_document(named(workspace, "story"))
    assert kinds(panel) == [QuoteKind.VERBATIM], "hidden, it only waits"
    workspace.bottom.setCurrentWidget(panel)
    qtbot.wait_until(lambda: len(kinds(panel)) == 3)


@pytest.mark.parametrize(("name", "begins"), [("a.csv", "kind,"), ("a.html", "<!doc")])
def test_what_is_listed_can_be_exported(
    window: MainWindow,
    panel: QuotesPanel,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
    begins: str,
) -> None:
    target = tmp_path / name
    monkeypatch.setattr(
        QFileDialog, "getSaveFileName", lambda *_args, **_named: (str(target), "")
    )
    panel.bar.export_button.click()
    qtbot.wait_until(lambda: not window.runner.running)
    assert target.read_text(encoding="utf-8-sig").startswith(begins)


def test_a_stopped_audit_can_be_begun_again(
    window: MainWindow, workspace: Workspace, panel: QuotesPanel, qtbot: QtBot
) -> None:
    busy = Event()
    for _ in range(AT_ONCE[Lane.ANSWER]):
        window.runner.start(lambda _tracker: busy.wait(), "Busy", Lane.ANSWER)
    try:
        workspace.center.open_document(named(workspace, "release"))
        jobs = {it.label: it for it in window.runner.running}
        jobs["Looking for quotations"].cancel()
    finally:
        busy.set()
    qtbot.wait_until(lambda: panel.empty.accessibleName() == "Stopped")
    panel.empty.button.click()
    qtbot.wait_until(lambda: kinds(panel) == [QuoteKind.VERBATIM])


def test_all_lists_have_room_in_a_small_window(
    window: MainWindow, workspace: Workspace, panel: QuotesPanel
) -> None:
    bar = workspace.bottom.tabBar()
    last = bar.tabRect(bar.count() - 1)
    assert window.width() == 1280
    assert last.right() < bar.width()
    assert panel.table.viewport().height() > 2 * panel.table.rowHeight(0)
