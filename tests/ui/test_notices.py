"""Notices pass sentences on; changes of a project arrive on the UI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt, QThread
from pytestqt.qtbot import QtBot

from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.widgets.notice_bar import NoticeBar
from workbench.errors import WorkbenchError
from workbench.model.changes import Action, Changes

CHANGES = Changes("Tag passage", Action.DONE, {"passages": frozenset({1})})


class Newspaper:
    """The smallest thing that can be subscribed to, and left again."""

    def __init__(self) -> None:
        self.readers: list[Callable[[Changes], None]] = []

    def subscribe(self, reader: Callable[[Changes], None]) -> Callable[[], None]:
        self.readers.append(reader)
        return lambda: self.readers.remove(reader)

    def print(self, changes: Changes) -> None:
        for reader in self.readers:
            reader(changes)


def test_the_guard_shows_what_people_can_mend() -> None:
    notices, shown = Notices(), list[str]()
    notices.trouble.connect(shown.append)
    with notices.guard():
        raise WorkbenchError("The name is taken. Choose another.")
    assert shown == ["The name is taken. Choose another."]


def test_the_guard_lets_our_own_mistakes_rise() -> None:
    with pytest.raises(KeyError), Notices().guard():
        raise KeyError("ours")


def test_the_bar_shows_a_problem_as_plain_text_until_escape(qtbot: QtBot) -> None:
    notices = Notices()
    bar = NoticeBar(notices)
    qtbot.addWidget(bar)
    assert not bar.isVisible()
    notices.problem("<b>a.txt</b> was not imported.")
    assert bar.isVisible()
    assert bar.sentence == "<b>a.txt</b> was not imported."
    qtbot.keyClick(bar, Qt.Key.Key_Escape)
    assert not bar.isVisible()


def test_a_change_on_the_ui_thread_arrives_at_once(qapp: QObject) -> None:
    paper, seen = Newspaper(), list[Changes]()
    signals = ProjectSignals(paper)
    signals.changed.connect(seen.append)
    paper.print(CHANGES)
    assert seen == [CHANGES]


def test_a_change_on_another_thread_arrives_on_the_ui_thread(qtbot: QtBot) -> None:
    paper = Newspaper()
    signals = ProjectSignals(paper)
    seen: list[tuple[Changes, QThread]] = []
    signals.changed.connect(lambda told: seen.append((told, QThread.currentThread())))
    thread = threading.Thread(target=paper.print, args=(CHANGES,))
    thread.start()
    thread.join()
    assert seen == []
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == [(CHANGES, QThread.currentThread())]


def test_closing_ends_the_subscription(qapp: QObject) -> None:
    paper = Newspaper()
    signals = ProjectSignals(paper)
    signals.close()
    assert paper.readers == []
    signals.close()


def test_deleting_ends_the_subscription_too(qtbot: QtBot) -> None:
    paper = Newspaper()
    signals = ProjectSignals(paper)
    with qtbot.waitSignal(signals.destroyed):
        signals.deleteLater()
    assert paper.readers == []
