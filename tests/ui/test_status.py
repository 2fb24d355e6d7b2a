"""The status line says what was done without changing the size of the window."""

from __future__ import annotations

from threading import Event

from pytestqt.qtbot import QtBot

from ui.jobs import JobRunner
from ui.notices import Notices
from ui.status import JobLine, StatusLine
from workbench.jobs import Tracker


def test_a_long_sentence_does_not_widen_the_window(qtbot: QtBot) -> None:
    notices = Notices()
    status = StatusLine(notices, JobRunner())
    qtbot.addWidget(status)
    before = status.minimumSizeHint().width()
    sentence = "Put “a title of a document” into the case. " * 20
    notices.done(sentence)
    assert status.said == sentence
    assert status.minimumSizeHint().width() == before


def test_an_import_counts_files_and_bytes_in_a_room_that_stays(qtbot: QtBot) -> None:
    runner = JobRunner()
    go_on = Event()

    def job(tracker: Tracker) -> None:
        tracker.advance(1, 5_000, "0.1 of 20 MB · a.txt", "files")
        go_on.wait(30)
        name = "a very long name of a file that somebody saved.txt"
        tracker.advance(5_000, 5_000, f"20 of 20 MB · {name}", "files")

    handle = runner.start(job, "Importing")
    line = JobLine(handle)
    qtbot.addWidget(line)
    line.show()
    qtbot.wait_until(lambda: line.words != "Importing")
    assert line.words == "Importing 1 of 5,000 files · 0.1 of 20 MB · a.txt"
    before = line.sizeHint()
    go_on.set()
    qtbot.wait_until(lambda: not runner.running)
    assert line.words.startswith("Importing 5,000 of 5,000 files · 20 of 20 MB")
    assert line.sizeHint() == before
