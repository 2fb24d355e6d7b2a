"""Questions of which only the latest counts."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from ui.asking import LatestQuestion
from ui.jobs import JobRunner
from workbench.errors import NotFound
from workbench.jobs import Cancelled
from workbench.model.ids import DocumentId
from workbench.project import Project
from workbench.views import ProjectView


@pytest.fixture
def owner() -> QObject:
    return QObject()


def test_an_outdated_question_is_neither_answered_nor_run_beside(
    project: Project, owner: QObject, qtbot: QtBot
) -> None:
    runner = JobRunner(owner)
    question = LatestQuestion[str](project, runner, "Asking", owner)
    answers: list[object] = []
    question.answered.connect(answers.append)
    begun, go_on = threading.Event(), threading.Event()
    run: list[int] = []

    def first(_view: ProjectView) -> str:
        begun.set()
        go_on.wait(20)
        return "first"

    def later(number: int) -> None:
        question.ask(lambda _view: run.append(number) or str(number))

    question.ask(first)
    assert begun.wait(20)
    for number in range(10):
        later(number)
        assert len(runner.running) == 1
    go_on.set()
    qtbot.wait_until(lambda: not question.is_open)
    assert answers == ["9"]
    assert run == [9]


def test_what_reads_long_is_interrupted(
    project: Project, owner: QObject, qtbot: QtBot
) -> None:
    question = LatestQuestion[object](project, JobRunner(owner), "Asking", owner)
    failures: list[object] = []
    question.failed.connect(failures.append)
    begun = threading.Event()

    def endless(view: ProjectView) -> object:
        begun.set()
        return view._reading.execute(
            "with recursive n (i) as (select 1 union all select i + 1 from n)"
            " select count(*) from n"
        ).fetchone()

    question.ask(endless)
    assert begun.wait(20)
    question.ask(lambda _view: "short")
    with qtbot.wait_signal(question.answered, timeout=20_000) as answered:
        pass
    assert answered.args == ["short"]
    assert failures == []


def test_a_question_that_fails_says_why(
    project: Project, owner: QObject, qtbot: QtBot
) -> None:
    question = LatestQuestion[object](project, JobRunner(owner), "Asking", owner)
    with qtbot.wait_signal(question.failed, timeout=20_000) as failed:
        question.ask(lambda view: view.documents.get(DocumentId(77)))
    assert isinstance(failed.args[0], NotFound)


def test_a_question_that_was_dropped_is_not_answered(
    project: Project, owner: QObject, qtbot: QtBot
) -> None:
    runner = JobRunner(owner)
    question = LatestQuestion[str](project, runner, "Asking", owner)
    answers: list[object] = []
    question.answered.connect(answers.append)
    question.ask(lambda _view: "unwanted")
    question.drop()
    qtbot.wait_until(lambda: not question.is_open)
    assert answers == []


def test_a_question_that_somebody_cancels_says_so(
    project: Project, owner: QObject, qtbot: QtBot
) -> None:
    runner = JobRunner(owner)
    question = LatestQuestion[str](project, runner, "Asking", owner)
    stops: list[None] = []
    question.cancelled.connect(lambda: stops.append(None))
    go_on = threading.Event()

    def wait(_view: ProjectView) -> str:
        go_on.wait(20)
        raise Cancelled

    question.ask(wait)
    question.drop()
    question.ask(wait)
    go_on.set()
    qtbot.wait_until(lambda: bool(stops), timeout=20_000)
    assert len(stops) == 1
    assert not question.is_open


def test_waiting_for_all_jobs_waits_for_the_question_that_follows(
    project: Project, owner: QObject
) -> None:
    runner = JobRunner(owner)
    question = LatestQuestion[str](project, runner, "Asking", owner)
    answers: list[object] = []
    question.answered.connect(answers.append)
    question.ask(lambda _view: "first")
    question.ask(lambda _view: "second")
    runner.wait_all()
    assert runner.running == []
    assert answers == ["second"]
    assert not question.is_open


def test_what_reads_long_ends_with_the_project(
    project: Project, owner: QObject
) -> None:
    runner = JobRunner(owner)
    question = LatestQuestion[object](project, runner, "Asking", owner)
    begun = threading.Event()

    def read_for_ever(view: ProjectView) -> object:
        begun.set()
        while True:
            view.documents.all()

    question.ask(read_for_ever)
    assert begun.wait(20)
    runner.cancel_all()
    runner.wait_all()
    assert runner.running == []
