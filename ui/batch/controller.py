"""Runs batches, opens what was counted, and reads and writes their files."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog

from ui.batch.panel import BatchPanel
from ui.common import Common
from ui.jobs import JobHandle
from ui.widgets.counting import count_of
from workbench.jobs import Progress, Tracker
from workbench.model.batches import Batch, BatchQuery, BatchRow
from workbench.model.changes import Changes
from workbench.model.search import Listed
from workbench.model.spans import Span
from workbench.operations.batches import (
    BatchForm,
    export_batch,
    first_match,
    queries_of,
    query_in_document,
    read_queries,
    run_batch,
)

CSV = "CSV files (*.csv)"
QUERIES = "Lists of queries (*.csv *.tsv *.txt)"
COUNTED_KINDS = (
    "documents", "versions", "zones", "taggings", "tags", "notes", "cases",
    "attribute_values", "alias_groups", "aliases", "discarded_hits",
)  # fmt: skip


class BatchController(QObject):
    """Serves one panel; one batch runs at a time, and a stopped one shows nothing.

    `query_chosen` carries a query and its options, `place_found` a document and a span.
    """

    query_chosen = Signal(str, object)
    place_found = Signal(int, int, int)

    def __init__(self, common: Common, panel: BatchPanel) -> None:
        super().__init__(panel)
        self._common = common
        self._panel = panel
        self._names: dict[str, str] = {}
        self._job: JobHandle | None = None
        self._was_changed = False
        panel.asking.run_wanted.connect(self.run)
        panel.asking.stop_wanted.connect(self.stop)
        panel.asking.file_wanted.connect(self._ask_for_file)
        panel.export_wanted.connect(self._ask_where)
        panel.query_activated.connect(self._open_query)
        panel.cell_activated.connect(self._open_cell)
        common.signals.changed.connect(self._follow)

    def run(self) -> None:
        """Ask what stands in the field now."""
        queries = self._queries()
        if not queries:
            self._common.notices.problem("Write a query first; each line is one.")
            return
        self.stop()
        self._was_changed = False
        project, options = self._common.project, self._panel.asking.options

        def count(tracker: Tracker) -> Batch:
            with project.reader() as view:
                return run_batch(view, queries, options, tracker)

        self._job = job = self._common.runner.start(count, "Batch search")
        self._panel.show_progress(Progress(0, len(queries), ""))
        job.progressed.connect(lambda it: self._show_progress(job, it))
        job.succeeded.connect(lambda batch: self._show(job, batch))
        job.failed.connect(self._common.notices.problem)
        job.finished.connect(lambda: self._end(job))

    def stop(self) -> None:
        """Stop what runs; what was counted before stays."""
        if self._job is not None:
            self._job.cancel()

    def open_file(self, path: Path) -> None:
        """Take the queries of a file, with the names it has for them."""
        with self._common.notices.guard():
            queries = read_queries(path)
            self._names = {it.query: it.name for it in queries}
            lines = [" ".join(it.query.split()) for it in queries]
            self._panel.asking.field.setPlainText("\n".join(lines))
            said = count_of(len(queries), "query", "queries")
            self._common.notices.done(f"Read {said} from {path.name}")

    def export(self, form: BatchForm, path: Path) -> None:
        """Write what is shown to a file."""
        batch = self._panel.batch
        if batch is None:
            return

        def write(_tracker: Tracker) -> int:
            return export_batch(batch, path, form)

        job = self._common.runner.start(write, f"Writing {path.name}")
        job.succeeded.connect(
            lambda rows: self._common.notices.done(
                f"Exported {count_of(rows, 'row')} to {path.name}"
            )
        )
        job.failed.connect(self._common.notices.problem)

    def _queries(self) -> Sequence[BatchQuery]:
        asked = queries_of(self._panel.asking.field.toPlainText())
        return [
            BatchQuery(self._names.get(it.query, it.query), it.query) for it in asked
        ]

    def _show_progress(self, job: JobHandle, progress: Progress) -> None:
        if job is self._job:
            self._panel.show_progress(progress)

    def _show(self, job: JobHandle, batch: Batch) -> None:
        if job is self._job:
            self._panel.show_batch(batch)
            if self._was_changed:  # while it was counted, as things were before
                self._panel.show_stale()

    def _end(self, job: JobHandle) -> None:
        if job is self._job:
            self._job = None
            self._panel.show_end()

    def _open_query(self, row: BatchRow) -> None:
        batch = self._panel.batch
        if batch is not None:
            self.query_chosen.emit(row.asked.query, batch.options)

    def _open_cell(self, row: BatchRow, document: Listed) -> None:
        batch, project = self._panel.batch, self._common.project
        if batch is None:
            return
        query, options = row.asked.query, batch.options
        self.query_chosen.emit(query_in_document(query, document), options)

        def find(_tracker: Tracker) -> Span | None:
            with project.reader() as view:
                return first_match(view, query, options, document.document_id)

        job = self._common.runner.start(find, "Finding the first match")
        job.succeeded.connect(lambda span: self._go_to(document, span))
        job.failed.connect(self._common.notices.problem)

    def _go_to(self, document: Listed, span: Span | None) -> None:
        if span is None:
            self._common.notices.problem(
                f"That is not in “{document.name}” any more; run the batch again."
            )
        else:
            self.place_found.emit(document.document_id, span.start, span.end)

    def _ask_for_file(self) -> None:
        name, _kind = QFileDialog.getOpenFileName(
            self._panel, "Open queries", "", QUERIES
        )
        if name:
            self.open_file(Path(name))

    def _ask_where(self, form: BatchForm) -> None:
        beside = self._common.project.path.with_name("Batch search.csv")
        name, _kind = QFileDialog.getSaveFileName(
            self._panel, "Export the counts", str(beside), CSV
        )
        if name:
            self.export(form, Path(name))

    def _follow(self, changes: Changes) -> None:
        if changes.touches(*COUNTED_KINDS):
            self._was_changed = True
            self._panel.show_stale()
