"""The page of facts in the real window: read, decide, undo, reopen, export."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.windows import window_over
from ui.compare.panel import ComparePanel
from ui.facts.controller import FactsController
from ui.facts.deciding import ONE_SIDED
from ui.facts.entries import Entry, State, Value, counts_by_state
from ui.facts.lines import Line, Title, Wanted
from ui.facts.model import Column
from ui.facts.panel import SAME_DOCUMENT, FactsPanel
from ui.facts.saving import FactFiles
from ui.facts.table import NARROW
from ui.facts.verdict_popup import VerdictPopup
from ui.main_window import MainWindow
from workbench.model.aliases import AliasName
from workbench.model.facts import FactKind
from workbench.model.links import LinkKind
from workbench.operations.aliases import add_group
from workbench.project import Project

REASON = "Two ministers, or two events"


def project_of(window: MainWindow) -> Project:
    assert window.workspace is not None
    return window.workspace.project


def compared(window: MainWindow) -> ComparePanel:
    """Compare the release with the story."""
    documents = project_of(window).documents
    ids = [documents.find(it).id for it in ("release-2022", "story-controls")]
    assert window.workspace is not None
    return window.workspace.center.open_compare(*ids)


def page_of(compare: ComparePanel, qtbot: QtBot) -> FactsPanel:
    """Go to the page of facts; it comes once the texts are on the screen."""
    qtbot.wait_until(lambda: compare.findChild(FactsPanel) is not None)
    panel = compare.findChild(FactsPanel)
    assert isinstance(panel, FactsPanel)
    compare.show_page(panel)
    return panel


def facts_of(compare: ComparePanel, qtbot: QtBot) -> FactsPanel:
    """Go to the page of facts, and wait for them."""
    panel = page_of(compare, qtbot)
    qtbot.wait_until(lambda: bool(panel.model.entries), timeout=30_000)
    return panel


@pytest.fixture
def panel(window: MainWindow, qtbot: QtBot) -> FactsPanel:
    return facts_of(compared(window), qtbot)


def said(values: tuple[Value, ...]) -> str:
    return " / ".join(it.fact.text for it in values)


def ministers(panel: FactsPanel) -> Entry:
    """Return the row in which the two ministers stand against each other."""
    (row,) = (
        it
        for it in panel.model.entries
        if "Oren Tavesh" in said(it.a) and "Sela Dronin" in said(it.b)
    )
    return row


def stand_on(panel: FactsPanel, entry: Entry, column: Column, qtbot: QtBot) -> None:
    row = panel.model.lines.index(Line(entry, 0))
    panel.table.setCurrentIndex(panel.model.index(row, column))
    panel.window().activateWindow()
    panel.table.setFocus()
    qtbot.wait_until(panel.table.hasFocus)


def decide(panel: FactsPanel, qtbot: QtBot, digit: str, reason: str) -> None:
    """Pass a verdict on the ministers by keys alone."""
    stand_on(panel, ministers(panel), Column.A, qtbot)
    qtbot.keyClicks(panel.table, "v")
    popup = QApplication.activePopupWidget()
    assert isinstance(popup, VerdictPopup)
    qtbot.keyClicks(popup.kinds, digit)
    popup.reason.clear()
    qtbot.keyClicks(popup.reason, reason)
    qtbot.keyClick(popup.reason, Qt.Key.Key_Return)
    panel.window().activateWindow()


def count_of(panel: FactsPanel, state: State) -> int:
    return counts_by_state(panel.model.entries)[state]


def test_two_ministers_differ_and_both_sentences_are_shown(
    panel: FactsPanel, qtbot: QtBot
) -> None:
    row = ministers(panel)
    assert row.row.kind is FactKind.PERSON
    assert row.state is State.DIFFERS
    stand_on(panel, row, Column.A, qtbot)
    left, right = (side.toPlainText() for side in panel.strip.sides)
    assert "drawn up earlier this year" in left
    assert "promised each other a closer line" in right


def test_a_verdict_by_keys_is_a_link_in_the_file(
    window: MainWindow, panel: FactsPanel, path: Path, qtbot: QtBot
) -> None:
    before = count_of(panel, State.DIFFERS)
    decide(panel, qtbot, "1", REASON)
    with Project.open(path, read_only=True) as seen:
        (link,) = seen.links.all()
        assert (link.kind, link.reason) == (LinkKind.CONTRADICTS, REASON)
        assert "Oren Tavesh" in link.source.quote
        assert "Sela Dronin" in link.target.quote
    assert ministers(panel).state is State.DECIDED
    assert count_of(panel, State.DIFFERS) == before - 1
    line = panel.table.line
    assert line is not None
    assert line.entry == ministers(panel)
    badge = panel.table.currentIndex().siblingAtColumn(Column.STATE).data()
    assert badge.startswith(f"contradiction · {REASON} · ana")


def test_a_verdict_can_be_changed_removed_and_undone(
    window: MainWindow, panel: FactsPanel, qtbot: QtBot
) -> None:
    project = project_of(window)
    decide(panel, qtbot, "1", REASON)
    decide(panel, qtbot, "3", "")
    (link,) = project.links.all()
    assert (link.kind, link.reason) == (LinkKind.DIFFERENT_SCOPE, "")
    window.actions_by_id["edit.undo"].trigger()
    assert ministers(panel).verdict_on(0) == project.links.all()[0]
    assert project.links.all()[0].reason == REASON
    stand_on(panel, ministers(panel), Column.B, qtbot)
    qtbot.keyClick(panel.table, Qt.Key.Key_Delete)
    assert not project.links.all()
    assert ministers(panel).state is State.DIFFERS
    window.actions_by_id["edit.undo"].trigger()
    assert ministers(panel).state is State.DECIDED


def test_a_verdict_is_there_when_the_project_is_opened_again(
    path: Path, qtbot: QtBot
) -> None:
    with window_over(path, qtbot) as window:
        decide(facts_of(compared(window), qtbot), qtbot, "5", REASON)
    with window_over(path, qtbot) as window:
        row = ministers(facts_of(compared(window), qtbot))
        assert row.state is State.DECIDED
        (verdict, _a, _b) = row.verdicts[0]
        assert (verdict.kind, verdict.reason) == (LinkKind.NOT_A_CONFLICT, REASON)


def test_a_verdict_needs_both_documents(
    window: MainWindow, panel: FactsPanel, qtbot: QtBot
) -> None:
    one_sided = next(it for it in panel.model.entries if it.state is State.ONLY_A)
    assert window.workspace is not None
    stand_on(panel, one_sided, Column.A, qtbot)
    with qtbot.wait_signal(window.notices.message) as said:
        qtbot.keyClicks(panel.table, "v")
    assert panel.findChild(VerdictPopup) is None
    assert said.args == [ONE_SIDED]


def test_enter_shows_a_value_in_its_pane_and_then_its_next_place(
    window: MainWindow, panel: FactsPanel, qtbot: QtBot
) -> None:
    entry = next(it for it in panel.model.entries if it.b and len(it.b[0].facts) > 1)
    controller = panel.findChild(FactsController)
    assert isinstance(controller, FactsController)
    gone_to = []
    controller.place_opened.connect(lambda *place: gone_to.append(place))
    panel.bar.want(Wanted(state=entry.state))
    stand_on(panel, entry, Column.B, qtbot)
    for _ in range(2):
        qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    story = controller.pair[1]
    assert gone_to == [(story, fact.span) for fact in entry.b[0].facts[:2]]


def test_filters_say_what_they_hide(panel: FactsPanel) -> None:
    total = len(panel.model.entries)
    panel.bar.want(Wanted(FactKind.PERSON, State.DIFFERS))
    assert panel.model.shown == 1
    assert panel.bar.count.text() == f"Showing 1 of {total}"
    panel.bar.clear_button.click()
    assert panel.bar.count.text().startswith(f"{total} facts")


def test_facts_are_read_again_when_aliases_change(
    window: MainWindow, panel: FactsPanel, qtbot: QtBot
) -> None:
    def are_variants() -> bool:
        reasons = [it.row.reason for it in panel.model.entries if it.a and it.b]
        return any("Oren Tavesh” and “Sela Dronin" in it for it in reasons)

    assert not are_variants()
    names = [AliasName(it) for it in ("Oren Tavesh", "Sela Dronin")]
    add_group(project_of(window), names)
    qtbot.wait_until(are_variants, timeout=30_000)


def test_facts_are_written_beside_each_other(
    window: MainWindow, panel: FactsPanel, tmp_path: Path, qtbot: QtBot
) -> None:
    files = panel.findChild(FactFiles)
    assert isinstance(files, FactFiles)
    target = tmp_path / "facts.csv"
    files.write(target)
    qtbot.wait_until(lambda: not window.runner.running, timeout=30_000)
    with target.open(encoding="utf-8-sig", newline="") as lines:
        rows = list(csv.DictReader(lines))
    assert len({it["row"] for it in rows}) == len(panel.model.entries)
    assert any(
        "Oren Tavesh" in it["a_quote"] and "Sela Dronin" in it["b_quote"] for it in rows
    )


def test_one_document_twice_has_nothing_to_compare(
    window: MainWindow, qtbot: QtBot
) -> None:
    release = project_of(window).documents.find("release-2022").id
    assert window.workspace is not None
    compare = window.workspace.center.open_compare(release, release)
    panel = page_of(compare, qtbot)
    qtbot.wait_until(lambda: panel.empty.accessibleName() == SAME_DOCUMENT[0])


def test_of_three_panes_any_two_can_be_chosen(window: MainWindow, qtbot: QtBot) -> None:
    documents = project_of(window).documents
    names = ("story-controls", "story-two", "release-2022")
    ids = [documents.find(it).id for it in names]
    assert window.workspace is not None
    panel = facts_of(window.workspace.center.open_compare(*ids), qtbot)
    panes = panel.bar.panes
    words = [panes.itemText(row) for row in range(panes.count())]
    assert words == ["Texts 1 and 2", "Texts 2 and 3", "Texts 1 and 3"]
    panes.setCurrentIndex(2)
    panes.activated.emit(2)
    qtbot.wait_until(
        lambda: any("Sela Dronin" in said(it.a) for it in panel.model.entries),
        timeout=30_000,
    )
    assert any("Oren Tavesh" in said(it.b) for it in panel.model.entries)


def test_a_narrow_page_sets_titles_above_and_keeps_the_line(
    panel: FactsPanel, qtbot: QtBot
) -> None:
    stand_on(panel, ministers(panel), Column.B, qtbot)
    was = panel.table.line
    panel.table.resize(NARROW - 1, 300)
    assert panel.table.isColumnHidden(Column.STATE)
    assert panel.table.line == was
    marked = panel.table.selectionModel().selectedRows(Column.A)
    shown = [panel.model.line_at(it) for it in marked]
    assert shown == [Title(ministers(panel)), was]
    panel.table.resize(NARROW + 1, 300)
    assert not panel.table.isColumnHidden(Column.STATE)
    assert panel.table.line == was
