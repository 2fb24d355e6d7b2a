"""Jobs run elsewhere, and all they say arrives on the UI thread, once."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from pytestqt.qtbot import QtBot

from ui.jobs import AT_ONCE, JobRunner, Lane
from ui.notices import Notices
from ui.status import MOST_SHOWN, JobLine, StatusLine
from workbench.errors import WorkbenchError
from workbench.jobs import Progress, Tracker


@pytest.fixture
def runner(qapp: object) -> Iterator[JobRunner]:
    runner = JobRunner()
    yield runner
    runner.cancel_all()
    runner.wait_all()


def test_a_result_arrives_on_the_ui_thread(runner: JobRunner, qtbot: QtBot) -> None:
    worked_on: list[QThread] = []
    arrived: list[tuple[object, QThread]] = []

    def job(tracker: Tracker) -> int:
        worked_on.append(QThread.currentThread())
        return 42

    handle = runner.start(job, "Counting")
    # A plain function: it must be called on the UI thread all the same.
    handle.succeeded.connect(lambda got: arrived.append((got, QThread.currentThread())))
    qtbot.waitUntil(lambda: bool(arrived))
    assert arrived == [(42, QThread.currentThread())]
    assert worked_on != [QThread.currentThread()]
    assert runner.running == []


def test_an_error_that_people_can_mend_is_handed_over(
    runner: JobRunner, qtbot: QtBot
) -> None:
    def job(tracker: Tracker) -> None:
        raise WorkbenchError("The disk is full. Free some space and try again.")

    handle = runner.start(job, "Saving")
    with qtbot.waitSignal(handle.failed) as failed:
        pass
    assert failed.args is not None
    assert str(failed.args[0]).startswith("The disk is full")


def test_a_mistake_of_ours_reaches_the_crash_hook(
    runner: JobRunner, qtbot: QtBot
) -> None:
    def job(tracker: Tracker) -> None:
        raise ZeroDivisionError("ours")

    with qtbot.captureExceptions() as exceptions:
        handle = runner.start(job, "Dividing")
        with qtbot.waitSignal(handle.finished):
            pass
    assert [kind for kind, _error, _traceback in exceptions] == [ZeroDivisionError]
    assert runner.running == []


def test_cancelling_stops_a_job_at_its_next_report(
    runner: JobRunner, qtbot: QtBot
) -> None:
    begun = threading.Event()

    def job(tracker: Tracker) -> None:
        while True:
            tracker.advance(1, 1_000_000)
            begun.set()

    handle = runner.start(job, "Going on forever")
    assert begun.wait(5)
    with qtbot.waitSignal(handle.cancelled):
        handle.cancel()
    assert runner.running == []


def test_cancelling_before_a_job_begins_stops_it_too(
    runner: JobRunner, qtbot: QtBot
) -> None:
    handle = runner.start(lambda tracker: tracker.advance(0, 1), "Short")
    handle.cancel()
    with qtbot.waitSignal(handle.finished):
        pass
    assert handle.is_finished


def test_progress_is_thinned_and_its_last_word_always_comes(
    runner: JobRunner, qtbot: QtBot
) -> None:
    seen: list[tuple[Progress, QThread]] = []

    def job(tracker: Tracker) -> None:
        for number in range(1, 10_001):
            tracker.advance(number, 10_000, "Reading")

    handle = runner.start(job, "Reading")
    handle.progressed.connect(lambda told: seen.append((told, QThread.currentThread())))
    with qtbot.waitSignal(handle.succeeded):
        pass
    assert seen[-1][0] == Progress(10_000, 10_000, "Reading")
    assert len(seen) < 100
    assert {thread for _progress, thread in seen} == {QThread.currentThread()}


def test_waiting_for_all_delivers_their_ends(runner: JobRunner) -> None:
    arrived: list[object] = []
    for number in range(3):
        handle = runner.start(lambda tracker, n=number: n, "Short")
        handle.succeeded.connect(arrived.append)
    runner.wait_all()
    assert sorted(arrived) == [0, 1, 2]  # type: ignore[type-var]
    assert runner.running == []


def test_the_runner_tells_of_beginning_and_end(runner: JobRunner, qtbot: QtBot) -> None:
    counts: list[int] = []
    runner.changed.connect(lambda: counts.append(len(runner.running)))
    handle = runner.start(lambda tracker: None, "Short")
    with qtbot.waitSignal(handle.finished):
        pass
    assert counts == [1, 0]


def test_an_answer_comes_while_all_of_the_long_work_is_under_way(
    runner: JobRunner, qtbot: QtBot
) -> None:
    gate = threading.Event()
    for number in range(AT_ONCE[Lane.WORK] + 1):
        runner.start(lambda _tracker: gate.wait(), f"Importing {number}")
    handle = runner.start(lambda _tracker: 42, "Searching", Lane.ANSWER)
    with qtbot.waitSignal(handle.succeeded) as answered:
        pass
    gate.set()
    assert answered.args == [42]


def test_what_completes_an_answer_is_done_one_after_the_other(
    runner: JobRunner, qtbot: QtBot
) -> None:
    gate, order = threading.Event(), list[int]()

    def first(_tracker: Tracker) -> None:
        gate.wait()
        order.append(1)

    runner.start(first, "Listing hits", Lane.COMPLETION)
    runner.start(lambda _tracker: order.append(2), "Counting", Lane.COMPLETION)
    # Were the second not kept waiting, it would be done before this answer is.
    with qtbot.waitSignal(
        runner.start(lambda _tracker: None, "Searching", Lane.ANSWER).finished
    ):
        assert order == []
    gate.set()
    runner.wait_all()
    assert order == [1, 2]


def test_of_many_jobs_the_status_line_shows_only_some(
    runner: JobRunner, qtbot: QtBot
) -> None:
    line = StatusLine(Notices(), runner)
    qtbot.add_widget(line)
    line.show()
    gate = threading.Event()
    for _ in range(6):
        runner.start(lambda _tracker: gate.wait(60), "Comparing texts")

    def lines() -> list[JobLine]:
        return line.findChildren(JobLine)

    qtbot.wait_until(lambda: all(it.is_due for it in lines()))
    assert len(lines()) == 6
    assert sum(it.isVisible() for it in lines()) == MOST_SHOWN
    gate.set()
    qtbot.wait_until(lambda: not lines())
