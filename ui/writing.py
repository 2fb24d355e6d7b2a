"""Writes what a panel shows to a file: asks where to, works beside, and says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.common import Common
from ui.widgets.counting import count_of
from workbench.jobs import Tracker
from workbench.views import ProjectView

CSV = "CSV files (*.csv)"
PAGE = "Web pages (*.html)"
ENDINGS = {CSV: ".csv", PAGE: ".html"}

Write = Callable[[ProjectView, Tracker], int]


def is_page(path: Path) -> bool:
    """Tell whether somebody wants a page and no table."""
    return path.suffix.lower() in {".html", ".htm"}


class Writing(QObject):
    """Serves one panel."""

    def __init__(self, common: Common, panel: QWidget) -> None:
        super().__init__(panel)
        self._common = common
        self._panel = panel

    def ask(self, title: str, name: str, *kinds: str) -> Path | None:
        """Ask where to write; the first of the kinds is offered."""
        beside = self._common.project.path.with_name(f"{name}{ENDINGS[kinds[0]]}")
        chosen, kind = QFileDialog.getSaveFileName(
            self._panel, title, str(beside), ";;".join(kinds)
        )
        if not chosen:
            return None
        path = Path(chosen)
        ending = ENDINGS.get(kind, ENDINGS[kinds[0]])
        return path if path.suffix else path.with_suffix(ending)

    def write(self, path: Path, write: Write, noun: str = "row") -> None:
        """Write in a job; `write` returns how many of the noun there are."""
        project = self._common.project

        def run(tracker: Tracker) -> int:
            with project.reader() as view:
                return write(view, tracker)

        self.start(path, run, noun)

    def start(self, path: Path, run: Callable[[Tracker], int], noun: str) -> None:
        """Run what writes a file without looking into the project."""
        notices = self._common.notices
        job = self._common.runner.start(run, f"Writing {path.name}")
        job.succeeded.connect(
            lambda count: notices.done(f"Wrote {count_of(count, noun)} to {path.name}")
        )
        job.failed.connect(notices.problem)
