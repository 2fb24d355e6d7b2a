"""Keeps what documents share up to date, and writes it to files."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QFileDialog

from ui.asking import LatestQuestion
from ui.common import Common
from ui.jobs import JobHandle, Lane
from ui.reuse.bar import Export
from ui.reuse.model import Entry, Sharing
from ui.reuse.network import Network, network_of
from ui.reuse.panel import ReusePanel
from ui.reuse.pictures import write_matrix, write_network
from ui.widgets.pictures import PICTURES, picture_path
from ui.writing import CSV, PAGE, Writing
from workbench.errors import WorkbenchError
from workbench.jobs import Progress, Tracker
from workbench.model.changes import Changes
from workbench.model.ids import DocumentId
from workbench.operations.reuse import reuse_of, update_reuse
from workbench.operations.reuse_files import export_reuse, export_shared
from workbench.operations.reuse_matrix import export_matrix
from workbench.operations.reuse_pages import export_reuse_page
from workbench.views import ProjectView

NAME = "Shared statements"
COMPARED_KINDS = ("documents", "versions", "zones")
PAUSE_MS = 1000
"""So long nothing changes before documents are compared again."""


class ReuseController(QObject):
    """Serves one panel: what is missing is compared once the panel is seen.

    A comparison that somebody stopped is not begun again until something changes or
    somebody asks for it.
    """

    def __init__(self, common: Common, panel: ReusePanel) -> None:
        super().__init__(panel)
        self._common = common
        self._panel = panel
        self._writing = Writing(common, panel)
        self._comparing: JobHandle | None = None
        self._drawing: JobHandle | None = None
        self._is_stale = True
        self._was_stopped = False
        self._reading: LatestQuestion[Sharing] = LatestQuestion(
            common.project, common.runner, "Reading what is shared", self,
            Lane.COMPLETION,
        )  # fmt: skip
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.catch_up)
        self._reading.answered.connect(self._show)
        self._reading.failed.connect(common.notices.problem)
        panel.shown.connect(self.catch_up)
        panel.update_wanted.connect(self.compare)
        panel.network_wanted.connect(self._draw)
        panel.export_wanted.connect(self._ask_where)
        common.signals.changed.connect(self._follow)

    def catch_up(self) -> None:
        """Read what is known, if that may be another and somebody sees it."""
        if self._is_stale and self._panel.isVisible() and self._comparing is None:
            self._is_stale = False
            self._reading.ask(sharing_of)

    def compare(self) -> None:
        """Compare what is new or changed, unless that is under way."""
        if self._comparing is not None:
            return
        project = self._common.project
        self._was_stopped = False
        self._comparing = job = self._common.runner.start(
            lambda tracker: update_reuse(project, tracker), "Comparing documents"
        )
        self._panel.show_progress(Progress(0, self._panel.sharing.stale, ""))
        job.progressed.connect(self._panel.show_progress)
        job.failed.connect(self._fail)
        job.cancelled.connect(self._stop)
        job.finished.connect(self._end)

    def _show(self, sharing: Sharing) -> None:
        self._panel.show_sharing(sharing)
        may_compare = not self._common.project.is_read_only and not self._was_stopped
        if sharing.stale and len(sharing.entries) > 1 and may_compare:
            self.compare()

    def _fail(self, error: WorkbenchError) -> None:
        # Not again by itself: it would fail again.
        self._was_stopped = True
        self._common.notices.problem(error)

    def _stop(self) -> None:
        self._was_stopped = True

    def _end(self) -> None:
        self._comparing = None
        self._is_stale = True
        self._panel.show_end()
        self.catch_up()

    def _follow(self, changes: Changes) -> None:
        if changes.touches(*COMPARED_KINDS):
            self._is_stale = True
            self._was_stopped = False
            self._pause.start()

    def _draw(self) -> None:
        """Lay the network out; what was under way is for an older one."""
        if self._drawing is not None:
            self._drawing.cancel()
        sharing = self._panel.sharing

        def lay_out(tracker: Tracker) -> Network:
            return network_of(sharing, lambda: tracker.advance(0, 0))

        self._drawing = job = self._common.runner.start(
            lay_out, "Drawing the network", Lane.COMPLETION
        )
        job.succeeded.connect(lambda network: self._show_network(job, network))

    def _show_network(self, job: JobHandle, network: Network) -> None:
        if job is self._drawing:
            self._drawing = None
            self._panel.show_network(network)

    # Files

    def write(self, export: Export, path: Path) -> None:
        """Write something to a file, in a job."""
        matrix, sharing = self._panel.shown_matrix, self._panel.sharing
        ids = [DocumentId(it.id) for it in matrix.rows]

        def write_laid_out(tracker: Tracker) -> int:
            network = network_of(sharing, lambda: tracker.advance(0, 0))
            return write_network(network, path)

        writing = self._writing
        match export:
            case Export.PAGE:
                writing.write(
                    path,
                    lambda it, tracker: export_reuse_page(
                        it, reuse_of(it), path, tracker, ids
                    ),
                    "pair",
                )
            case Export.PAIRS:
                writing.write(path, lambda it, _: export_reuse(it, reuse_of(it), path))
            case Export.STATEMENTS:
                writing.write(
                    path,
                    lambda it, tracker: export_shared(it, reuse_of(it), path, tracker),
                )
            case Export.MATRIX:
                writing.write(path, lambda it, _: export_matrix(it, ids, path))
            case Export.MATRIX_PICTURE:
                writing.start(path, lambda _: write_matrix(matrix, path), "document")
            case Export.NETWORK_PICTURE:
                writing.start(path, write_laid_out, "document")

    def _ask_where(self, export: Export) -> None:
        title = export.value.rstrip("…")
        if export in {Export.MATRIX_PICTURE, Export.NETWORK_PICTURE}:
            beside = self._common.project.path.with_name(f"{NAME}.svg")
            chosen, kind = QFileDialog.getSaveFileName(
                self._panel, title, str(beside), PICTURES
            )
            path = picture_path(chosen, kind) if chosen else None
        else:
            path = self._writing.ask(
                title, NAME, PAGE if export is Export.PAGE else CSV
            )
        if path:
            self.write(export, path)


def sharing_of(view: ProjectView) -> Sharing:
    """Read all documents and what pairs of them share."""
    reuse = reuse_of(view)
    dates = {it.id: it.date for it in view.documents.all()}
    entries = [Entry(it.id, it.title, dates.get(it.id, "")) for it in reuse.documents]
    return Sharing(entries, reuse.shared, reuse.waiting, len(reuse.common))
