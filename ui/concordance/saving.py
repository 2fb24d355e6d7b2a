"""Writes what a page shows to a file, in a job, with the search in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from ui.common import Common
from ui.concordance.controller import ConcordanceController
from ui.concordance.panel import ConcordancePanel, Part
from ui.concordance.plot_export import export_plot
from ui.widgets.counting import count_of
from workbench.jobs import Tracker
from workbench.operations import statistics_files as files
from workbench.views import ProjectView

CSV = "CSV files (*.csv)"
PICTURES = "SVG pictures (*.svg);;PNG pictures (*.png)"

Write = Callable[[ProjectView, Path, Tracker], int]


class Saving(QObject):
    """Asks where to, and writes off the UI thread; what is counted is counted anew."""

    def __init__(
        self, common: Common, panel: ConcordancePanel, asking: ConcordanceController
    ) -> None:
        super().__init__(panel)
        self._common = common
        self._panel = panel
        self._asking = asking
        writers = {
            Part.LINES: self.lines,
            Part.PLOT: self.lines,
            Part.COLLOCATES: self.collocates,
            Part.NGRAMS: self.ngrams,
            Part.KEY_WORDS: self.key_words,
        }
        for part, page in panel.pages.items():
            page.export_wanted.connect(
                lambda it=part: self._ask_where(it.value, writers[it]())
            )
        panel.plot.picture_wanted.connect(self._ask_for_picture)

    def lines(self) -> Write | None:
        """Return what writes the lines, in the order in which they are shown."""
        found, known = self._panel.lines.found, self._asking.lines
        is_shown = found is not None and found.lines is known
        lines = found.shown if found is not None and is_shown else known
        if lines is None:
            return None

        def write(view: ProjectView, path: Path, tracker: Tracker) -> int:
            return files.export_concordance(view, lines, path, tracker)

        return write

    def collocates(self) -> Write | None:
        """Return what writes the collocates."""
        lines, page = self._asking.lines, self._panel.collocates
        wanted = page.reach, page.measure, page.least
        if lines is None:
            return None

        def write(view: ProjectView, path: Path, tracker: Tracker) -> int:
            return files.export_collocates(view, lines, *wanted, path, tracker)

        return write

    def ngrams(self) -> Write | None:
        """Return what writes the n-grams."""
        page = self._panel.ngrams
        wanted = page.length, page.least
        word = self._asking.asked.words if page.is_with_word else ""

        def write(view: ProjectView, path: Path, tracker: Tracker) -> int:
            return files.export_ngrams(view, *wanted, path, tracker, None, word)

        return write

    def key_words(self) -> Write | None:
        """Return what writes the key words."""
        page = self._panel.key_words
        wanted = list(page.document_ids), page.least

        def write(view: ProjectView, path: Path, tracker: Tracker) -> int:
            return files.export_keyness(view, *wanted, path, tracker)

        return write

    def save(self, write: Write, path: Path) -> None:
        """Write to a path, and say so."""
        project = self._common.project

        def run(tracker: Tracker) -> int:
            with project.reader() as view:
                return write(view, path, tracker)

        job = self._common.runner.start(run, f"Writing {path.name}")
        job.succeeded.connect(lambda rows: self._say(rows, path))
        job.failed.connect(self._common.notices.problem)

    def _ask_where(self, name: str, write: Write | None) -> None:
        if write is None:
            return
        beside = self._common.project.path.with_name(f"{name}.csv")
        chosen, _kind = QFileDialog.getSaveFileName(
            self._panel, f"Export {name.lower()}", str(beside), CSV
        )
        if chosen:
            self.save(write, Path(chosen))

    def _ask_for_picture(self) -> None:
        beside = self._common.project.path.with_name("Plot.svg")
        chosen, kind = QFileDialog.getSaveFileName(
            self._panel, "Write the plot as a picture", str(beside), PICTURES
        )
        if not chosen:
            return
        path = Path(chosen)
        if not path.suffix:
            path = path.with_suffix(".png" if "PNG" in kind else ".svg")
        page = self._panel.plot
        with self._common.notices.guard():
            rows = export_plot(page.plot_view.plot, path, equal=page.lengths.choice)
            self._common.notices.done(
                f"Wrote {count_of(rows, 'document')} to {path.name}"
            )

    def _say(self, rows: int, path: Path) -> None:
        self._common.notices.done(f"Exported {count_of(rows, 'row')} to {path.name}")
