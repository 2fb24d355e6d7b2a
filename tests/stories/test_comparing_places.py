"""Places inside a comparison: gone back to, kept over changes and restarts."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.stories.test_comparing import RELEASE, STORY, compared, found, press, read
from tests.windows import window_over
from ui.compare.panel import ComparePanel
from ui.workspace import Workspace
from workbench.model.spans import Span
from workbench.operations.documents import remove_documents
from workbench.operations.versions import replace_document

LONG = "statement-2023"
ALT = Qt.KeyboardModifier.AltModifier


def positions(panel: ComparePanel) -> list[int]:
    return [it.position() for it in panel.panes.readings]


def unlocked(panel: ComparePanel) -> ComparePanel:
    """Let each text of the panel scroll by itself."""
    if panel.is_locked:
        panel.bar.lock_button.click()
    return panel


def apart(panel: ComparePanel) -> list[int]:
    """Scroll each text to a line of its own, and return which."""
    unlocked(panel)
    for number, reading in enumerate(panel.panes.readings):
        reading.put(len(reading.text) * (number + 1) / 8, 0)
    return positions(panel)


def test_back_returns_to_the_pane_and_line_that_a_counterpart_was_asked_in(
    workspace: Workspace, qtbot: QtBot
) -> None:
    panel = unlocked(compared(workspace, qtbot, RELEASE, STORY))
    left, right = panel.panes.readings
    tie = next(it for it in panel.ties if it.a and it.b)
    right.put(0, 0)
    assert tie.a is not None
    left.go_to(tie.a)
    read(panel, 0, qtbot)
    before = positions(panel)
    press(qtbot, Qt.Key.Key_Equal)
    after = positions(panel)
    assert right.has_focus()
    workspace.center.travel.back()
    assert positions(panel) == before
    assert left.has_focus()
    workspace.center.travel.forward()
    assert positions(panel) == after
    assert right.has_focus()


def test_a_walk_through_pairs_is_one_place_to_come_back_from(
    workspace: Workspace, qtbot: QtBot
) -> None:
    panel = compared(workspace, qtbot, RELEASE, STORY)
    before = apart(panel)
    read(panel, 1, qtbot)
    for _ in range(3):
        press(qtbot, Qt.Key.Key_Down, ALT)
    assert positions(panel) != before
    workspace.center.travel.back()
    assert positions(panel) == before
    assert panel.panes.focused == 1


def test_a_find_in_the_second_text_is_come_back_from(
    workspace: Workspace, qtbot: QtBot
) -> None:
    panel = compared(workspace, qtbot, RELEASE, LONG)
    before = apart(panel)
    read(panel, 1, qtbot)
    workspace.center.go_to_hit(found(workspace, LONG), Span(3, 8))
    assert positions(panel) != before
    workspace.center.travel.back()
    assert positions(panel) == before


def test_a_closed_comparison_comes_back_with_every_line(
    workspace: Workspace, qtbot: QtBot
) -> None:
    ids = [found(workspace, it) for it in (RELEASE, STORY, LONG)]
    panel = workspace.center.open_compare(*ids)
    before = apart(panel)
    workspace.center.open_document(ids[0])
    workspace.center.strips.close_tab(panel)
    workspace.center.travel.back()
    (again,) = workspace.center.strips.of_kind(ComparePanel)
    assert again is not panel
    qtbot.wait_until(lambda: positions(again) == before)


@pytest.mark.parametrize("is_locked", [False, True])
def test_a_restart_brings_each_text_to_its_line(
    path: Path, qtbot: QtBot, is_locked: bool
) -> None:
    with window_over(path, qtbot) as window:
        workspace = window.workspace
        assert workspace is not None
        ids = [found(workspace, LONG), found(workspace, RELEASE)]
        twins = workspace.center.open_compare(ids[0], ids[0])
        of_twins = apart(twins)
        panel = workspace.center.open_compare(*ids)
        before = apart(panel)
        assert len({*of_twins}) == len({*before}) == 2
        if is_locked:
            panel.bar.lock_button.click()
            before = positions(panel)
    with window_over(path, qtbot) as window:
        assert window.workspace is not None
        strips = window.workspace.center.strips
        twins, panel = strips.of_kind(ComparePanel)
        qtbot.wait_until(panel.isVisible)
        qtbot.wait_until(lambda: positions(panel) == before)
    with window_over(path, qtbot) as window:
        # The twins were not looked at in between, and are where they were.
        assert window.workspace is not None
        strips = window.workspace.center.strips
        twins, panel = strips.of_kind(ComparePanel)
        strips.bring_to_front(twins)
        qtbot.wait_until(twins.isVisible)
        qtbot.wait_until(lambda: positions(twins) == of_twins)


def test_a_removed_document_leaves_a_comparison_of_the_others(
    workspace: Workspace, qtbot: QtBot
) -> None:
    ids = [found(workspace, it) for it in (RELEASE, STORY, LONG)]
    panel = workspace.center.open_compare(*ids)
    qtbot.wait_until(lambda: not panel.bar.progress, timeout=60_000)
    before = apart(panel)
    remove_documents(workspace.project, [ids[1]])
    assert panel.document_ids == (ids[0], ids[2])
    # The texts are wider now: lines begin elsewhere.
    assert positions(panel) == pytest.approx([before[0], before[2]], abs=80)
    qtbot.wait_until(lambda: bool(panel.ties), timeout=30_000)
    assert {(it.left, it.right) for it in panel.ties} == {(0, 1)}
    remove_documents(workspace.project, [ids[0]])
    assert workspace.center.strips.of_kind(ComparePanel) == []


def test_several_removed_at_once_leave_what_is_there(workspace: Workspace) -> None:
    ids = [it.id for it in workspace.project.documents.all()][:4]
    panel = workspace.center.open_compare(*ids)
    remove_documents(workspace.project, [ids[0], ids[3]])
    assert panel.document_ids == (ids[1], ids[2])


@pytest.mark.parametrize("is_locked", [False, True])
def test_a_new_version_keeps_the_place_and_the_selected_pair(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path, is_locked: bool
) -> None:
    panel = unlocked(compared(workspace, qtbot, RELEASE, STORY))
    project, document_id = workspace.project, panel.shown[0].document_id
    if is_locked:
        panel.bar.lock_button.click()
    left, right = panel.panes.readings
    tie = max((it for it in panel.ties if it.a and it.b), key=lambda it: it.place)
    panel.show_tie(tie)
    assert tie.a is not None
    said = left.text[tie.a.start : tie.a.end]
    beside = right.position()
    line = left.text[left.position() :][:40]
    file = tmp_path / "later.txt"
    text = project.documents.text(document_id)
    file.write_text(f"An opening that was not there.\n\n{text}", encoding="utf-8")
    replace_document(project, document_id, file)
    qtbot.wait_until(lambda: bool(panel.ties), timeout=30_000)
    assert panel.chosen is not None
    assert panel.chosen.a is not None
    assert left.text[panel.chosen.a.start : panel.chosen.a.end] == said
    assert panel.chosen.a.start > tie.a.start
    assert panel.pairs.current is not None
    assert panel.pairs.current.is_same(panel.chosen)
    assert left.text[left.position() :][:40] == line
    assert right.position() == beside


def test_a_pair_that_is_gone_from_the_new_version_is_let_go(
    workspace: Workspace, qtbot: QtBot, tmp_path: Path
) -> None:
    panel = compared(workspace, qtbot, RELEASE, STORY)
    project, document_id = workspace.project, panel.shown[0].document_id
    panel.show_tie(panel.ties[0])
    file = tmp_path / "later.txt"
    file.write_text("Nothing of it is left.", encoding="utf-8")
    replace_document(project, document_id, file)
    qtbot.wait_until(lambda: not panel.bar.progress, timeout=30_000)
    assert panel.chosen is None
