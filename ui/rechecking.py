"""Searches again for what is not stated, when what is searched has changed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer

from ui.common import Common
from ui.jobs import JobHandle, Lane
from ui.keymap import keymap
from ui.widgets.counting import count_of
from workbench.model.changes import Changes
from workbench.operations.absences import recheck_absences

PAUSE_MS: Final = 1000
"""Changes follow each other while a person works: they are waited out."""
_SEARCHED: Final = frozenset(
    {
        "absences", "aliases", "alias_groups", "attribute_values", "attributes",
        "case_documents", "citations", "discarded_hits", "documents", "mentions",
        "table_rows", "tagged_passages", "tags", "versions", "zones",
    }
)  # fmt: skip
"""What decides where is searched, and what a search finds."""


class Rechecking(QObject):
    """Starts a check in a job, one at a time, and none where nothing is absent.

    A change during a check starts another one behind it. The first is for what other
    programs did to the project.
    """

    def __init__(self, common: Common, parent: QObject) -> None:
        super().__init__(parent)
        self._project = common.project
        self._notices = common.notices
        self._runner = common.runner
        self._job: JobHandle | None = None
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._check)
        if self._project.is_read_only:
            return
        common.signals.changed.connect(self._hear)
        common.signals.closed.connect(self._stop)
        self._pause.start()

    def _hear(self, changes: Changes) -> None:
        if changes.touches(*_SEARCHED):
            self._pause.start()

    def _check(self) -> None:
        if self._job is not None:
            self._pause.start()
            return
        if not self._project.absences.are_any():
            return
        project = self._project
        self._job = self._runner.start(
            lambda tracker: recheck_absences(project, tracker),
            "Checking what is not stated",
            Lane.COMPLETION,
        )
        self._job.succeeded.connect(self._say)
        self._job.failed.connect(self._notices.problem)
        self._job.finished.connect(self._end)

    def _say(self, found: int) -> None:
        count = len(self._project.checks.all())
        if found and count:
            way = keymap.way_to("go.next_check")
            self._notices.done(f"{count_of(count, 'cell')} to check · {way}")

    def _end(self) -> None:
        self._job = None

    def _stop(self) -> None:
        self._pause.stop()
        if self._job is not None:
            self._job.cancel()
