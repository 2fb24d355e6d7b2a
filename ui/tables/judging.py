"""What is worked out about a table's cells beside its state: badges and conflicts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from ui.asking import LatestQuestion
from ui.jobs import JobRunner, Lane
from ui.tables.model import CellsModel
from workbench.jobs import Tracker
from workbench.model.cells import CellKey
from workbench.model.changes import Changes
from workbench.operations.conflicts import conflicts
from workbench.operations.source_badges import source_badges
from workbench.project import Project
from workbench.views import ProjectView

PAUSE_MS = 250
JUDGED_KINDS = (
    "cells", "citations", "passages", "links", "documents", "zones", "attributes",
    "attribute_values", "table_rows", "table_columns", "alias_groups", "aliases",
)  # fmt: skip


class Judged(NamedTuple):
    """What there is to say of cells, in words."""

    badges: Mapping[CellKey, str]
    conflicts: Mapping[CellKey, str]


class Judging(QObject):
    """Asks off the UI thread whenever what it rests on changed, and tells the model."""

    def __init__(self, project: Project, runner: JobRunner, model: CellsModel) -> None:
        super().__init__(model)
        self._model = model
        self._question: LatestQuestion[Judged] = LatestQuestion(
            project, runner, "Looking at sources of the table", self, Lane.COMPLETION
        )
        self._question.answered.connect(self._show)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        # Not at once: the table is to be shown first.
        self._pause.start()

    def follow(self, changes: Changes) -> None:
        """Ask again, if a change touched what is judged."""
        if changes.touches(*JUDGED_KINDS):
            self._pause.start()

    def _ask(self) -> None:
        table = self._model.table

        def judge(view: ProjectView, tracker: Tracker) -> Judged:
            badges = source_badges(view, table)
            found = conflicts(view, table, tracker)
            return Judged(
                {key: it.words for key, it in badges.items()},
                {key: it.sentence for key, it in found.items()},
            )

        self._question.ask_tracked(judge)

    def _show(self, judged: Judged) -> None:
        words = self._model.words
        changed = _differing(words.badges, judged.badges)
        changed |= _differing(words.conflicts, judged.conflicts)
        words.badges, words.conflicts = judged.badges, judged.conflicts
        self._model.tell_changed(changed)


def _differing(
    before: Mapping[CellKey, str], now: Mapping[CellKey, str]
) -> set[CellKey]:
    return {key for key, _words in before.items() ^ now.items()}
