"""What is worked out about a table's cells beside its state: badges and conflicts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QObject, QTimer

from ui.asking import LatestQuestion
from ui.jobs import JobRunner, Lane
from ui.tables.model import CellsModel
from workbench.jobs import Tracker
from workbench.model.cells import CellKey
from workbench.model.changes import Changes
from workbench.model.ids import RowId
from workbench.operations.conflicts import conflicts
from workbench.operations.source_badges import source_badges
from workbench.project import Project
from workbench.views import ProjectView

PAUSE_MS = 250
FOR_ALL_ROWS = (
    "passages", "links", "documents", "zones", "attributes", "attribute_values",
    "table_rows", "table_columns", "alias_groups", "aliases",
)  # fmt: skip


class Judged(NamedTuple):
    """What there is to say of the cells of some rows, in words."""

    rows: frozenset[RowId]
    badges: Mapping[CellKey, str]
    conflicts: Mapping[CellKey, str]


class Judging(QObject):
    """Asks off the UI thread whenever what it rests on changed, and tells the model.

    Of a large table only the rows in which cells changed are judged anew.
    """

    def __init__(self, project: Project, runner: JobRunner, model: CellsModel) -> None:
        super().__init__(model)
        self._model = model
        self._waiting = {row.id for row in model.table.rows}
        self._question: LatestQuestion[Judged] = LatestQuestion(
            project, runner, "Looking at sources of the table", self, Lane.COMPLETION
        )
        self._question.answered.connect(self._show)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        # Not at once: the table is to be shown first.
        self._pause.start()

    def follow(self, changes: Changes, changed: Iterable[CellKey]) -> None:
        """Ask again, if a change touched what is judged."""
        if changes.touches(*FOR_ALL_ROWS):
            self._waiting.update(row.id for row in self._model.table.rows)
        self._waiting.update(row_id for row_id, _column_id in changed)
        if self._waiting:
            self._pause.start()

    def _ask(self) -> None:
        wanted, table = frozenset(self._waiting), self._model.table
        part = replace(table, rows=tuple(it for it in table.rows if it.id in wanted))

        def judge(view: ProjectView, tracker: Tracker) -> Judged:
            badges = source_badges(view, part)
            found = conflicts(view, part, tracker)
            return Judged(
                wanted,
                {key: it.words for key, it in badges.items()},
                {key: it.sentence for key, it in found.items()},
            )

        self._question.ask_tracked(judge)

    def _show(self, judged: Judged) -> None:
        words = self._model.words
        badges = _with(words.badges, judged.badges, judged.rows)
        found = _with(words.conflicts, judged.conflicts, judged.rows)
        changed = _differing(words.badges, badges)
        changed |= _differing(words.conflicts, found)
        words.badges, words.conflicts = badges, found
        # What came in between is asked about again.
        if not self._pause.isActive():
            self._waiting -= judged.rows
        self._model.tell_changed(changed)


def _with(
    before: Mapping[CellKey, str], now: Mapping[CellKey, str], rows: frozenset[RowId]
) -> Mapping[CellKey, str]:
    """Return what was said of other rows, and what is said of these now."""
    kept = {key: words for key, words in before.items() if key[0] not in rows}
    return {**kept, **now}


def _differing(
    before: Mapping[CellKey, str], now: Mapping[CellKey, str]
) -> set[CellKey]:
    return {key for key, _words in before.items() ^ now.items()}
