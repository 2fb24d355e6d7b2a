"""The status line says what was done without changing the size of the window."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from ui.jobs import JobRunner
from ui.notices import Notices
from ui.status import StatusLine


def test_a_long_sentence_does_not_widen_the_window(qtbot: QtBot) -> None:
    notices = Notices()
    status = StatusLine(notices, JobRunner())
    qtbot.addWidget(status)
    before = status.minimumSizeHint().width()
    sentence = "Put “a title of a document” into the case. " * 20
    notices.done(sentence)
    assert status.said == sentence
    assert status.minimumSizeHint().width() == before
