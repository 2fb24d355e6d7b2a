"""The panel over a project, wired as the window wires it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QModelIndex
from pytestqt.qtbot import QtBot

from ui.common import Common
from ui.concordance.controller import ConcordanceController
from ui.concordance.panel import ConcordancePanel, Part
from ui.concordance.saving import Saving
from ui.concordance.tagging import LineTagging
from ui.jobs import JobRunner
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from workbench.model.ids import DocumentId
from workbench.model.search import SearchOptions
from workbench.project import Project

ImportText = Callable[..., DocumentId]


class Concordances:
    def __init__(self, project: Project, qtbot: QtBot) -> None:
        self.project = project
        self.qtbot = qtbot
        self.signals = ProjectSignals(project)
        self.notices = Notices()
        self.said: list[str] = []
        self.notices.message.connect(self.said.append)
        self.panel = ConcordancePanel()
        qtbot.addWidget(self.panel, before_close_func=lambda _: self.finish())
        self.runner = JobRunner(self.panel)
        common = Common(project, self.signals, self.notices, self.runner)
        self.controller = ConcordanceController(common, self.panel)
        self.tagging = LineTagging(common, self.panel.lines)
        self.saving = Saving(common, self.panel, self.controller)
        self.places: list[tuple[int, int, int]] = []
        self.queries: list[str] = []
        self.panel.place_activated.connect(lambda *it: self.places.append(it))
        self.panel.query_chosen.connect(self.queries.append)
        self.panel.resize(1200, 300)

    def finish(self) -> None:
        self.runner.cancel_all()
        self.runner.wait_all()
        self.signals.close()

    def ask(self, query: str, options: SearchOptions | None = None) -> None:
        options = options or SearchOptions()
        self.controller.follow(self.project.search(query, options), options)

    def settle(self) -> None:
        self.qtbot.wait_until(lambda: not self.runner.running)

    def show(self, query: str, part: Part = Part.LINES) -> None:
        self.panel.show()
        self.panel.turn_to(part)
        self.ask(query)
        self.settle()

    def lines(self) -> list[tuple[str, str, str]]:
        model = self.panel.lines.model
        found = [model.line(row) for row in range(model.rowCount())]
        return [(it.left.strip(), it.match, it.right.strip()) for it in found if it]

    def index(self, row: int) -> QModelIndex:
        return self.panel.lines.model.index(row)


@pytest.fixture
def texts(import_text: ImportText) -> list[DocumentId]:
    return [
        import_text(
            "The group met in May.\n\nA second group spoke of steel.", name="first"
        ),
        import_text("No group is like this steel group.", name="second"),
        import_text("Nothing of it here.", name="third"),
    ]


@pytest.fixture
def shown(
    project: Project, qtbot: QtBot, texts: list[DocumentId]
) -> Iterator[Concordances]:
    concordances = Concordances(project, qtbot)
    yield concordances
    concordances.finish()
