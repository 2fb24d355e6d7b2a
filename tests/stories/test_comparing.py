"""Two texts side by side, in the window: found, followed, accepted, taken back."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from tests.windows import window_over
from ui.compare.kind_popup import KindPopup
from ui.compare.panel import TWO_STAY, ComparePanel
from ui.compare_tabs import ONLY_VERSIONS
from ui.main_window import MainWindow
from ui.places.place import Tab, TabKind
from ui.widgets.choice_popup import ChoicePopup
from ui.workspace import Workspace
from workbench.model.ids import DocumentId
from workbench.model.links import LinkKind
from workbench.model.spans import Span
from workbench.model.version_pairs import VersionPairKind
from workbench.operations.documents import remove_documents
from workbench.operations.versions import replace_document
from workbench.operations.zones import mark_zone
from workbench.project import Project

RELEASE, STORY = "release-2022", "story-controls"


def found(workspace: Workspace, name: str) -> DocumentId:
    return workspace.project.documents.find(name).id


def compared(workspace: Workspace, qtbot: QtBot, *names: str) -> ComparePanel:
    """Open documents side by side and wait for their pairs."""
    ids = [found(workspace, name) for name in names]
    panel = workspace.center.open_compare(*ids)
    qtbot.wait_until(lambda: bool(panel.ties), timeout=30_000)
    return panel


def press(
    qtbot: QtBot, key: Qt.Key, modifiers: Qt.KeyboardModifier | None = None
) -> None:
    focused = QApplication.focusWidget()
    assert isinstance(focused, QWidget)
    qtbot.keyClick(focused, key, modifiers or Qt.KeyboardModifier.NoModifier)


def read(panel: ComparePanel, pane: int, qtbot: QtBot) -> None:
    """Let keys go to the text in a pane."""
    panel.window().activateWindow()
    panel.panes.readings[pane].take_focus()
    qtbot.wait_until(panel.panes.readings[pane].has_focus)


def test_shared_statements_are_listed_and_gone_to_by_key(
    workspace: Workspace, qtbot: QtBot
) -> None:
    panel = compared(workspace, qtbot, RELEASE, STORY)
    kinds = {it.kind for it in panel.ties}
    assert LinkKind.VERBATIM in kinds
    left, right = panel.panes.readings
    read(panel, 0, qtbot)
    press(qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    first = panel.chosen
    assert first is not None
    assert first.a is not None
    assert first.b is not None
    assert left.in_view().overlaps(first.a)
    assert right.in_view().overlaps(first.b)
    press(qtbot, Qt.Key.Key_Equal)
    qtbot.wait_until(right.has_focus)
    assert right.caret == first.b.start
    press(qtbot, Qt.Key.Key_Equal)
    qtbot.wait_until(left.has_focus)
    assert left.caret == first.a.start


def test_an_accepted_pair_is_a_link_in_the_file_until_it_is_undone(
    workspace: Workspace, qtbot: QtBot, path: Path
) -> None:
    panel = compared(workspace, qtbot, RELEASE, STORY)
    ids = [found(workspace, it) for it in (RELEASE, STORY)]
    before = len(workspace.project.links.between(*ids))
    read(panel, 0, qtbot)
    tie = next(it for it in panel.ties if not it.links and it.kind in {*LinkKind})
    panel.show_tie(tie)
    read(panel, 0, qtbot)
    press(qtbot, Qt.Key.Key_A)
    with Project.open(path, read_only=True) as beside:
        links = beside.links.between(*ids)
    assert len(links) == before + 1
    (made,) = [it for it in links if it.source.span == tie.a]
    assert made.kind == tie.kind
    assert made.target.span == tie.b
    assert panel.chosen is not None
    assert [it.id for it in panel.chosen.links] == [made.id]
    workspace.turner.undo()
    assert len(workspace.project.links.between(*ids)) == before
    assert panel.chosen is not None
    assert not panel.chosen.links


def test_a_pair_is_linked_as_what_the_analyst_says_and_unlinked(
    workspace: Workspace, qtbot: QtBot
) -> None:
    panel = compared(workspace, qtbot, RELEASE, STORY)
    ids = [found(workspace, it) for it in (RELEASE, STORY)]
    tie = next(it for it in panel.ties if not it.links)
    panel.show_tie(tie)
    read(panel, 0, qtbot)
    press(qtbot, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    (popup,) = panel.findChildren(KindPopup)
    popup.reason.setText("the story names another minister")
    qtbot.keyClicks(popup.choices.field, "contra")
    qtbot.keyClick(popup.choices.field, Qt.Key.Key_Return)
    made = next(
        it for it in workspace.project.links.between(*ids) if it.source.span == tie.a
    )
    assert made.kind is LinkKind.CONTRADICTS
    assert made.reason == "the story names another minister"
    panel.window().activateWindow()
    panel.pairs.view.setFocus()
    qtbot.wait_until(panel.pairs.view.hasFocus)
    press(qtbot, Qt.Key.Key_Delete)
    left = workspace.project.links.between(*ids)
    assert made.id not in [it.id for it in left]


def test_two_selections_are_linked_by_hand_and_listed(
    workspace: Workspace, qtbot: QtBot
) -> None:
    panel = compared(workspace, qtbot, RELEASE, STORY)
    ids = [found(workspace, it) for it in (RELEASE, STORY)]
    for reader, span in zip(panel.readers, (Span(2, 9), Span(3, 8)), strict=True):
        reader.select(span)  # type: ignore[attr-defined]
    read(panel, 0, qtbot)
    press(qtbot, Qt.Key.Key_L, Qt.KeyboardModifier.ShiftModifier)
    (popup,) = panel.findChildren(KindPopup)
    qtbot.keyClicks(popup.choices.field, "updates")
    qtbot.keyClick(popup.choices.field, Qt.Key.Key_Return)
    (made,) = [
        it
        for it in workspace.project.links.between(*ids)
        if it.kind is LinkKind.UPDATES
    ]
    assert (made.source.span, made.target.span) == (Span(2, 9), Span(3, 8))
    assert any(it.kind is LinkKind.UPDATES for it in panel.pairs.model.ties)


def test_a_zone_takes_its_statements_out_of_the_pairs(
    workspace: Workspace, qtbot: QtBot
) -> None:
    panel = compared(workspace, qtbot, RELEASE, STORY)
    tie = next(it for it in panel.ties if it.kind is LinkKind.VERBATIM)
    assert tie.a is not None
    mark_zone(workspace.project, panel.shown[0].document_id, tie.a)
    qtbot.wait_until(
        lambda: bool(panel.ties) and not any(it.is_same(tie) for it in panel.ties),
        timeout=30_000,
    )


def test_hits_of_a_search_are_gone_to_inside_the_comparison_in_front(
    workspace: Workspace, qtbot: QtBot
) -> None:
    panel = compared(workspace, qtbot, RELEASE, STORY)
    read(panel, 0, qtbot)
    workspace.center.go_to_hit(found(workspace, STORY), Span(40, 45))
    assert workspace.center.tabs.currentWidget() is panel
    right = panel.panes.readings[1]
    qtbot.wait_until(right.has_focus)
    assert right.caret == 40
    others = {it.id for it in workspace.project.documents.all()}
    elsewhere = min(others - {*panel.document_ids})
    workspace.center.go_to_hit(elsewhere, Span(0, 3))
    assert workspace.center.tabs.currentWidget() is not panel
    assert workspace.center.travel.come_home()
    assert workspace.center.tabs.currentWidget() is panel


def test_a_key_that_can_do_nothing_says_why(
    window: MainWindow, workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = compared(workspace, qtbot, RELEASE, STORY)
    read(panel, 0, qtbot)
    press(qtbot, Qt.Key.Key_Minus)
    assert window.status.said == TWO_STAY
    document_id = panel.shown[0].document_id
    file = tmp_path / "later.txt"
    file.write_text("Another text.")
    replace_document(workspace.project, document_id, file)
    versions = workspace.center.comparisons.open_versions(document_id, 1)
    read(versions, 0, qtbot)
    press(qtbot, Qt.Key.Key_Plus)
    assert window.status.said == ONLY_VERSIONS
    assert QApplication.activePopupWidget() is None


def test_twins_of_one_document_are_shown_beside_each_other(
    workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.center.open_document(found(workspace, "statement-2023"))
    workspace.center.comparisons.open_twins(workspace.center.current_reader())
    (panel,) = workspace.center.strips.of_kind(ComparePanel)
    assert len(set(panel.document_ids)) == 1
    qtbot.wait_until(lambda: bool(panel.pairs.model.ties), timeout=30_000)
    for tie in panel.pairs.model.ties:
        assert tie.a is not None
        assert tie.b is not None
        assert tie.a.start < tie.b.start
    tie = panel.pairs.model.ties[0]
    panel.panes.readings[0].go_to(tie.b)
    read(panel, 0, qtbot)
    press(qtbot, Qt.Key.Key_Equal)
    assert panel.panes.readings[1].caret == tie.a.start


def test_four_texts_list_the_pairs_of_any_two(
    workspace: Workspace, qtbot: QtBot
) -> None:
    ids = [it.id for it in workspace.project.documents.all()]
    first = [found(workspace, it) for it in (RELEASE, STORY)]
    others = [it for it in ids if it not in first][:2]
    panel = workspace.center.open_compare(*first, *others)
    qtbot.wait_until(lambda: not panel.bar.progress, timeout=60_000)
    panes = {(it.left, it.right) for it in panel.ties}
    assert (0, 1) in panes
    assert panes <= {(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)}


def test_a_moved_block_of_an_earlier_version_is_shown_as_moved(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    project, document_id = workspace.project, found(workspace, RELEASE)
    text = project.documents.text(document_id)
    parts = text.split("\n\n")
    longest = max(range(1, len(parts) - 1), key=lambda it: len(parts[it]))
    moved = parts.pop(longest)
    changed = "\n\n".join([*parts, moved.strip(), "And a new last sentence."])
    file = tmp_path / "later.txt"
    file.write_text(changed, encoding="utf-8")
    replace_document(project, document_id, file)
    panel = workspace.center.comparisons.open_versions(document_id, 1)
    qtbot.wait_until(lambda: bool(panel.ties), timeout=30_000)
    kinds = {it.kind for it in panel.ties}
    assert VersionPairKind.MOVED in kinds
    assert VersionPairKind.ADDED in kinds
    old, new = panel.panes.readings
    assert old.text == text
    assert new.text == changed
    tab = workspace.center.tab_of(panel)
    assert tab == Tab(TabKind.COMPARED_VERSIONS, (document_id, 1, 0))
    assert workspace.center.has(tab)


def test_a_comparison_comes_back_after_a_restart(path: Path, qtbot: QtBot) -> None:
    with window_over(path, qtbot) as window:
        assert window.workspace is not None
        ids = [it.id for it in window.workspace.project.documents.all()][:3]
        window.workspace.center.open_compare(*ids)
        window.workspace.center.open_compare(ids[1], ids[1])
    with window_over(path, qtbot) as window:
        assert window.workspace is not None
        panels = window.workspace.center.strips.of_kind(ComparePanel)
        assert {it.document_ids for it in panels} == {tuple(ids), (ids[1], ids[1])}


def test_a_tab_may_close_while_its_texts_are_compared(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    ids = [it.id for it in workspace.project.documents.all()]
    panel = workspace.center.open_compare(*ids[:4])
    workspace.center.strips.close_tab(panel)
    assert workspace.center.strips.of_kind(ComparePanel) == []
    qtbot.wait_until(lambda: not window.runner.running, timeout=30_000)


def test_a_deleted_document_takes_its_comparison_along(
    workspace: Workspace, qtbot: QtBot
) -> None:
    panel = compared(workspace, qtbot, RELEASE, STORY)
    remove_documents(workspace.project, [panel.shown[1].document_id])
    assert workspace.center.strips.of_kind(ComparePanel) == []


def test_an_earlier_version_leads_to_both_side_by_side_and_back_to_its_place(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    project, document_id = workspace.project, found(workspace, RELEASE)
    file = tmp_path / "later.txt"
    file.write_text(f"{project.documents.text(document_id)}\n\nOne more.")
    replace_document(project, document_id, file)
    center = workspace.center
    center.versions.open_version(document_id, 1)
    (link,) = [
        it
        for it in center.tabs.currentWidget().findChildren(QToolButton)
        if it.text() == "Side by side"
    ]
    link.click()
    panel = center.tabs.currentWidget()
    assert isinstance(panel, ComparePanel)
    assert [it.version for it in panel.shown] == [1, None]
    qtbot.wait_until(lambda: bool(panel.ties), timeout=30_000)
    panel.panes.readings[0].put(700, 0)
    position = panel.spots()
    center.open_document(document_id)
    center.travel.back()
    assert center.tabs.currentWidget() is panel
    assert panel.spots() == position
    assert position[0].offset > 0


def test_documents_selected_in_the_library_are_compared_by_key_and_menu(
    window: MainWindow, workspace: Workspace
) -> None:
    ids = [it.id for it in workspace.project.documents.all()][:3]
    workspace.library.select(ids)
    menu = workspace.library.menu_for_selection()
    assert menu is not None
    assert "Compare 3 documents" in [it.text() for it in menu.actions()]
    window.actions_by_id["view.compare"].trigger()
    (panel,) = workspace.center.strips.of_kind(ComparePanel)
    assert set(panel.document_ids) == {*ids}


def test_compare_with_asks_which_document(
    window: MainWindow, workspace: Workspace, qtbot: QtBot
) -> None:
    workspace.center.open_document(found(workspace, RELEASE))
    window.actions_by_id["view.compare_with"].trigger()
    (popup,) = workspace.center.findChildren(ChoicePopup)
    title = workspace.project.documents.find(STORY).title
    qtbot.keyClicks(popup.choices.field, title[:20])
    qtbot.keyClick(popup.choices.field, Qt.Key.Key_Return)
    (panel,) = workspace.center.strips.of_kind(ComparePanel)
    assert panel.document_ids == (found(workspace, RELEASE), found(workspace, STORY))
