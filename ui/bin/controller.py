"""Brings back what is in the bin, or loses it, off the UI thread."""

from __future__ import annotations

from PySide6.QtCore import QObject

from ui.bin.model import kinds_in_words
from ui.bin.panel import BinPanel
from ui.jobs import JobRunner
from ui.keymap import undo_hint
from ui.notices import Notices
from ui.project_signals import ProjectSignals
from workbench.jobs import Tracker
from workbench.model.bin import BinContents, BinEntry
from workbench.operations.bin import KINDS, restore
from workbench.project import Project

READ_AT_ONCE = 1000
"""What more rows are kept for is read in a job."""


class BinController(QObject):
    """Serves the bin's panel; the bin is read only while it is on screen."""

    def __init__(
        self,
        project: Project,
        signals: ProjectSignals,
        panel: BinPanel,
        notices: Notices,
        runner: JobRunner,
    ) -> None:
        super().__init__(panel)
        self._project = project
        self._panel = panel
        self._notices = notices
        self._runner = runner
        self._is_stale = True
        signals.changed.connect(self._follow)
        panel.shown.connect(self._refresh)
        panel.entry_chosen.connect(self._show_contents)
        panel.restore_requested.connect(self._restore)
        panel.empty_requested.connect(self._empty)

    def _follow(self) -> None:
        self._is_stale = True
        if self._panel.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        if self._is_stale:
            self._is_stale = False
            self._panel.show_entries(self._project.bin.all())
            if self._project.is_read_only:
                self._panel.show_read_only()

    def _show_contents(self, entry: BinEntry | None) -> None:
        if entry is None:
            return
        # Another program may have emptied the bin; the list is read again soon.
        with self._notices.guard():
            if self._project.bin.size(entry.id) <= READ_AT_ONCE:
                self._panel.show_contents(self._project.bin.contents(entry.id))
            else:
                self._read_contents(entry)

    def _read_contents(self, entry: BinEntry) -> None:
        def read(_tracker: Tracker) -> BinContents:
            with self._project.reader() as view:
                return view.bin.contents(entry.id)

        def show(contents: BinContents) -> None:
            if self._panel.chosen == entry:
                self._panel.show_contents(contents)

        self._panel.show_reading()
        job = self._runner.start(read, f"Reading “{entry.name}”")
        job.succeeded.connect(show)
        job.failed.connect(self._notices.problem)

    def _restore(self, entry: BinEntry) -> None:
        def run(_tracker: Tracker) -> int:
            return restore(self._project, [entry])

        def say(left_out: int) -> None:
            said = f"Restored {KINDS[entry.table]} “{entry.name}”"
            if left_out:
                noun = "row" if left_out == 1 else "rows"
                said += f"; {left_out} {noun} had nothing left to belong to"
            self._notices.done(f"{said} · {undo_hint()}")

        job = self._runner.start(run, f"Restoring “{entry.name}”")
        job.succeeded.connect(say)
        job.failed.connect(self._notices.problem)

    def _empty(self) -> None:
        lost = kinds_in_words(self._project.bin.all())

        def run(_tracker: Tracker) -> None:
            self._project.empty_bin()

        job = self._runner.start(run, "Emptying the bin")
        job.succeeded.connect(lambda: self._notices.done(f"Lost for good: {lost}"))
        job.failed.connect(self._notices.problem)
