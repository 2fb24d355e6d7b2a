"""Undo and redo of a little at once, of much in a job."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from tests.conftest import ImportText
from ui import turning
from ui.jobs import JobRunner
from ui.notices import Notices
from ui.turning import Turner
from workbench.model.spans import Span
from workbench.operations.passages import mark_passage
from workbench.operations.tags import create_tag
from workbench.project import Project


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[JobRunner]:
    parent = QObject()
    yield JobRunner(parent)
    parent.deleteLater()


def test_a_little_is_turned_at_once(project: Project, runner: JobRunner) -> None:
    create_tag(project, "one")
    turner = Turner(project, Notices(), runner, runner)
    turner.undo()
    assert (project.tags.all(), runner.running) == ([], [])
    turner.redo()
    assert [it.name for it in project.tags.all()] == ["one"]


def test_much_is_turned_in_a_job_and_only_once(
    project: Project, import_text: ImportText, runner: JobRunner
) -> None:
    document_id = import_text("word " * 400)
    with project.operation("Mark many"):
        for number in range(turning.MANY_ROWS + 1):
            mark_passage(project, document_id, Span(number, number + 5))
    turner = Turner(project, Notices(), runner, runner)
    turner.undo()
    turner.undo()
    assert len(runner.running) == 1
    runner.wait_all()
    assert project.passages.count() == 0
    assert project.documents.count() == 1
    turner.walk_to(project.history.steps()[-1].id)
    runner.wait_all()
    assert project.passages.count() == turning.MANY_ROWS + 1


def test_what_cannot_be_undone_is_said(project: Project, runner: JobRunner) -> None:
    notices = Notices()
    said: list[str] = []
    notices.trouble.connect(said.append)
    turner = Turner(project, notices, runner, runner)
    turner.undo()
    assert said == ["There is nothing to undo."]
