"""The notes panel over a project, wired as the window wires it."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.jobs import JobRunner
from ui.notes.controller import NotesController
from ui.notes.panel import NotesPanel
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from workbench.model.notes import NoteTarget
from workbench.project import Project


class Notes:
    """The panel, and what the file says of what was written in it."""

    def __init__(self, project: Project, qtbot: QtBot) -> None:
        self.project = project
        self.signals = ProjectSignals(project)
        self.notices = Notices()
        self.panel = NotesPanel()
        qtbot.addWidget(self.panel, before_close_func=lambda _: self.signals.close())
        self.controller = NotesController(
            project, self.signals, self.panel, self.notices, JobRunner(self.panel)
        )
        self.panel.resize(900, 300)
        self.panel.show()

    def write(self, text: str) -> None:
        self.panel.editor.text_field.setPlainText(text)
        self.panel.editor.text_field.flush()

    def stored(self, target: NoteTarget) -> str | None:
        note = self.project.notes.on(target)
        return note.text if note else None

    def shown(self) -> list[str]:
        return [line.placed.note.text for line in self.panel.model.lines]


@pytest.fixture
def notes(project: Project, qtbot: QtBot) -> Notes:
    return Notes(project, qtbot)
