"""Audits the document in front in a job, again when texts change, and links sources."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from ui.common import Common
from ui.jobs import JobHandle, Lane
from ui.keymap import undo_hint
from ui.quotes.model import Audited, Ends
from ui.quotes.panel import QuotesPanel
from ui.writing import CSV, PAGE, Writing, is_page
from workbench.errors import WorkbenchError
from workbench.jobs import Cancelled, Tracker
from workbench.model.changes import Changes
from workbench.model.ids import DocumentId
from workbench.model.links import LinkKind, Stretch
from workbench.model.quotations import AuditedQuote
from workbench.operations.links import link_places
from workbench.operations.quote_files import export_quotes, export_quotes_page
from workbench.operations.quotes import audit_quotes
from workbench.project import Project
from workbench.views import ProjectView

PAUSE_MS = 150


class QuotesController(QObject):
    """Serves the list of quotations; while it is hidden it is only marked stale.

    What its rows lead to does not change which document's quotations are listed.
    `place_activated` and `compare_requested` carry what those of the panel do.
    """

    place_activated = Signal(int, int, int)
    compare_requested = Signal(object, object)  # Stretch, Stretch

    def __init__(self, common: Common, panel: QuotesPanel) -> None:
        super().__init__(panel)
        self._common = common
        self._project = common.project
        self._panel = panel
        self._writing = Writing(common, panel)
        self._here: DocumentId | None = None
        self._job: JobHandle | None = None
        self._is_stale = False
        self._is_leading = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._catch_up)
        panel.set_editable(is_editable=not self._project.is_read_only)
        common.signals.changed.connect(self._follow)
        panel.shown.connect(self._catch_up)
        panel.again_wanted.connect(self.audit_again)
        panel.accept_requested.connect(self._link)
        panel.explained.connect(common.notices.done)
        panel.place_activated.connect(self._lead_to_place)
        panel.compare_requested.connect(self._lead_to_both)
        panel.export_requested.connect(self._ask_where)

    def document_read(self, document_id: int) -> None:
        """Let this be the document whose quotations are listed."""
        if document_id != self._here and not self._is_leading:
            self._here = DocumentId(document_id)
            self.audit_again()

    def audit_again(self) -> None:
        """Look for all sources anew; an audit under way is of no use any more."""
        self._is_stale = True
        if self._job is not None:
            self._job.cancel()
        self._catch_up()

    def export(self, path: Path) -> None:
        """Write what is listed, as a page or as CSV as the path's ending says."""
        audited = self._panel.audited
        if audited is None:
            return
        write = export_quotes_page if is_page(path) else export_quotes
        self._writing.write(
            path,
            lambda view, _: write(view, audited.document_id, audited.quotes, path),
            "quotation",
        )

    def _follow(self, changes: Changes) -> None:
        if self._here in changes.ids.get("documents", ()):
            is_there = self._project.documents.are_there([self._here or 0])
            if not is_there:
                self._here = None
                self._panel.show_nothing_open()
        if changes.touches("documents", "versions", "zones", "links"):
            self._is_stale = True
            self._pause.start()

    def _catch_up(self) -> None:
        here = self._here
        if not self._is_stale or self._job or here is None:
            return
        if not self._panel.isVisible():
            return
        self._is_stale = False
        self._panel.show_working()
        run = partial(_run, self._project, here)
        self._job = self._common.runner.start(
            run, "Looking for quotations", Lane.ANSWER
        )
        self._job.succeeded.connect(self._show)
        self._job.failed.connect(self._fail)
        self._job.cancelled.connect(self._stop)
        self._job.finished.connect(self._end)

    def _show(self, found: Audited) -> None:
        if found.document_id == self._here:
            self._panel.show_quotes(found)

    def _fail(self, error: WorkbenchError) -> None:
        self._common.notices.problem(error)
        self._panel.show_stopped()

    def _stop(self) -> None:
        if not self._is_stale:  # else something newer is looked for next
            self._panel.show_stopped()

    def _end(self) -> None:
        self._job = None
        self._catch_up()

    def _lead_to_place(self, document_id: int, start: int, end: int) -> None:
        self._is_leading = True
        self.place_activated.emit(document_id, start, end)
        self._is_leading = False

    def _lead_to_both(self, quoted: Stretch, source: Stretch) -> None:
        self._is_leading = True
        self.compare_requested.emit(quoted, source)
        self._is_leading = False

    def _link(self, quote: AuditedQuote) -> None:
        here, source = self._here, quote.source
        if here is None or source is None:
            return
        with self._common.notices.guard():
            link_places(
                self._project,
                Stretch(here, quote.quotation.span),
                source.stretch,
                LinkKind(quote.kind.value),
            )
            self._common.notices.done(f"Linked as {quote.kind} · {undo_hint()}")
            self._panel.go_on()

    def _ask_where(self) -> None:
        path = self._writing.ask("Export the quotations", "Quotations", CSV, PAGE)
        if path:
            self.export(path)


def _run(project: Project, document_id: DocumentId, tracker: Tracker) -> Audited:
    try:
        with project.reader() as view:
            view.stop_when(lambda: tracker.is_cancelled)
            return audited(view, document_id, tracker)
    except WorkbenchError:
        if tracker.is_cancelled:
            raise Cancelled from None
        raise


def audited(view: ProjectView, document_id: DocumentId, tracker: Tracker) -> Audited:
    """Read all that the panel shows of a document."""
    quotes = audit_quotes(view, document_id, tracker)
    sources = {it.source.document_id for it in quotes if it.source}
    linked: set[Ends] = set()
    for source_id in sources:
        for link in view.links.between(document_id, source_id):
            linked.add(frozenset((link.source.stretch, link.target.stretch)))
    return Audited(document_id, view.documents.title(document_id), quotes, linked)
