"""The page of facts in the real window: read, decide, undo, reopen, export."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.windows import window_over
from ui.compare.panel import ComparePanel
from ui.facts.entries import Entry, Line, State, Wanted
from ui.facts.model import Column
from ui.facts.panel import FactsPanel
from ui.facts.verdict_popup import VerdictPopup
from ui.main_window import MainWindow
from workbench.model.aliases import AliasName
from workbench.model.facts import FactKind
from workbench.model.links import LinkKind
from workbench.operations.aliases import add_group
from workbench.operations.sample import build_sample
from workbench.project import Project

REASON = "Two ministers, or two events"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "study.workbench"
    with Project.create(path, analyst="ana") as project:
        build_sample(project)
    return path


@pytest.fixture
def window(qtbot: QtBot, path: Path) -> Iterator[MainWindow]:
    with window_over(path, qtbot) as window:
        yield window


def project_of(window: MainWindow) -> Project:
    assert window.workspace is not None
    return window.workspace.project


def open_facts(window: MainWindow, qtbot: QtBot) -> FactsPanel:
    """Compare the release with the story, and wait for their facts."""
    documents = project_of(window).documents
    ids = [documents.find(it).id for it in ("release-2022", "story-controls")]
    assert window.workspace is not None
    compare = window.workspace.center.open_compare(*ids)
    panel = compare.findChild(FactsPanel)
    assert isinstance(panel, FactsPanel)
    compare.show_page("Facts")
    qtbot.wait_until(lambda: bool(panel.model.entries), timeout=30_000)
    return panel


def ministers(panel: FactsPanel) -> Entry:
    """Return the row in which the two ministers stand against each other."""
    rows = [
        it
        for it in panel.model.entries
        if it.row.kind is FactKind.PERSON
        and it.a
        and it.b
        and "inister" in it.a[0].fact.text
        and it.state in {State.DIFFERS, State.DECIDED}
    ]
    (row,) = rows
    return row


def stand_on(panel: FactsPanel, entry: Entry, column: Column) -> None:
    row = panel.model.lines.index(Line(entry, 0))
    panel.table.setCurrentIndex(panel.model.index(row, column))
    panel.table.setFocus()
