"""Types into a note of a project without a pause, until somebody kills it.

Each time the file has more of it, the number of its letters is printed.
"""

from __future__ import annotations

import itertools
import os
import sys
from pathlib import Path

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ui.jobs import JobRunner
from ui.notes.controller import NotesController
from ui.notes.panel import PROJECT, NotesPanel
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from workbench.project import Project


def main(path: Path) -> None:
    app = QApplication([])
    project = Project.open(path)
    panel = NotesPanel()
    signals = ProjectSignals(project)
    NotesController(project, signals, panel, Notices(), JobRunner(panel))
    panel.show()
    panel.edit(PROJECT)

    def tell() -> None:
        note = project.notes.on(PROJECT)
        print(len(note.text) if note else 0, flush=True)

    signals.changed.connect(lambda _changes: tell())
    letters = itertools.chain.from_iterable(map(str, itertools.count()))
    keys = QTimer()
    keys.timeout.connect(
        lambda: QTest.keyClicks(panel.editor.text_field, next(letters))
    )
    keys.start(10)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
