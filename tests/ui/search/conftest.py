"""Searching wired as the window does it, over a project of its own."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from ui.common import Common
from ui.jobs import JobRunner
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from ui.search.controller import SearchController
from ui.search.explaining import Explaining
from ui.search.field import SearchField
from ui.search.hit_changes import HitChanges
from ui.search.narrowing import Narrowing
from ui.search.panel import SearchPanel
from workbench.model.ids import DocumentId
from workbench.model.search import Answer
from workbench.project import Project

ImportText = Callable[..., DocumentId]


class Search:
    """Field, panel and controllers over a project."""

    def __init__(self, project: Project, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.signals = ProjectSignals(project)
        self.notices = Notices()
        self.runner = JobRunner()
        self.field, self.panel = SearchField(), SearchPanel()
        # Widgets go before fixtures end, and controllers with them.
        qtbot.addWidget(self.panel, before_close_func=lambda _: self.settle())
        qtbot.addWidget(self.field)
        self.panel.resize(900, 400)
        self.panel.show()
        self.field.show()
        common = Common(project, self.signals, self.notices, self.runner)
        self.controller = SearchController(common, self.field, self.panel)
        HitChanges(common, self.controller, self.panel)
        Narrowing(common, self.controller, self.panel)
        self.explaining = Explaining(common, self.controller, self.panel)
        self.answers: list[Answer] = []
        self.places: list[tuple[int, int, int]] = []
        self.controller.answered.connect(self.answers.append)
        self.panel.place_activated.connect(lambda *place: self.places.append(place))

    def run(self, query: str) -> Answer:
        with self.qtbot.waitSignal(self.controller.answered) as answered:
            self.controller.run(query)
        return answered.args[0]

    def settle(self) -> None:
        """Wait until nothing is on its way any more."""

        def is_idle() -> bool:
            return not self.controller.is_searching and not self.runner.running

        self.qtbot.wait_until(is_idle, timeout=20_000)

    def type_and_wait(self, text: str) -> None:
        with self.qtbot.waitSignal(self.controller.answered):
            self.qtbot.keyClicks(self.field, text)


@pytest.fixture
def search(project: Project, qtbot: QtBot, import_text: ImportText) -> Search:
    import_text("The group met.\n\nA second group spoke of steel.", name="first")
    import_text("No group is like this steel group.", name="second")
    return Search(project, qtbot)
