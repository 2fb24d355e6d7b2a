"""What could be cited in a cell: passages and sentences, the likeliest first.

Nothing here is learned. What fits counts in four ways: the column's tag, the words of
its name and question (inflected, or others that answers use for them), facts of the
kind asked for, and the names of what the row describes.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import nsmallest
from itertools import islice

from workbench.jobs import Tracker
from workbench.model.cells import Cell, Standing
from workbench.model.documents import Document
from workbench.model.ids import ColumnId, DocumentId, RowId, TableId
from workbench.model.passages import AnchorState
from workbench.model.spans import Span
from workbench.model.suggestions import Suggestion
from workbench.model.tables import Column, ComparisonTable, Row
from workbench.operations.answer_fitting import Candidate, Fitting
from workbench.operations.row_documents import documents_of_row
from workbench.views import ProjectView


def suggestions(
    view: ProjectView,
    table_id: TableId,
    row_id: RowId,
    column_id: ColumnId,
    limit: int = 20,
    tracker: Tracker | None = None,
) -> list[Suggestion]:
    """Return what of the row's documents may answer a cell's question, best first.

    A row without documents is answered from all. What the cell cites already, and what
    stands in zones, is left out. The same project gives the same answer. A job.
    """
    tracker = tracker or Tracker()
    table = view.tables.get(table_id)
    row, column, cell = _cell(table, row_id, column_id)
    of_row = documents_of_row(view, row)
    fitting = Fitting(view, row, column, _beside(view, table, row, of_row))
    likely = {} if of_row else fitting.likely()
    documents = view.documents.some(of_row or likely)
    found: list[Suggestion] = []
    for number, document in enumerate(documents):
        tracker.advance(number, len(documents), "Looking for what could be cited")
        candidates = _candidates(view, document, cell, fitting, likely.get(document.id))
        best = islice(_apart(candidates), limit)
        found += [_suggestion(view, document, it) for it in best]
    return nsmallest(limit, found, key=_order)


def _beside(
    view: ProjectView,
    table: ComparisonTable,
    row: Row,
    of_row: Sequence[DocumentId],
) -> list[Row]:
    """Return the other rows that rest on some of the same documents."""
    return [
        it for it in table.rows
        if it.id != row.id and not set(of_row).isdisjoint(documents_of_row(view, it))
    ]  # fmt: skip


def _candidates(
    view: ProjectView,
    document: Document,
    cell: Cell,
    fitting: Fitting,
    paragraphs: Sequence[Span] | None,
) -> list[Candidate]:
    """Return the fitting passages and sentences of a document that are not cited."""
    cited = [
        Span(it.start, it.end)
        for it in cell.citations
        if it.document_id == document.id and it.standing is not Standing.ORPHANED
    ]
    passages = [
        it for it in view.passages.of_document(document.id)
        if it.anchor is not AnchorState.ORPHANED
    ]  # fmt: skip
    return [
        it for it in fitting.of_document(document, passages, paragraphs)
        if not any(it.span.overlaps(own) for own in cited)
    ]  # fmt: skip


def _apart(candidates: Sequence[Candidate]) -> Iterator[Candidate]:
    """Yield candidates, the best first, without those of which one was there already.

    A sentence and a passage in it overlap: the one that fits best stands for both.
    """
    taken: list[Span] = []
    for it in sorted(
        candidates, key=lambda it: (-it.score, it.passage_id is None, it.span)
    ):
        if not any(_is_mostly(it.span, other) for other in taken):
            taken.append(it.span)
            yield it


def _is_mostly(one: Span, other: Span) -> bool:
    """Tell whether most of the shorter stretch is in the other."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return 2 * shared > min(len(one), len(other))


def _suggestion(
    view: ProjectView, document: Document, candidate: Candidate
) -> Suggestion:
    return Suggestion(
        document.id,
        document.title or document.name,
        candidate.span,
        candidate.span.of(view.documents.text(document.id)),
        candidate.passage_id,
        round(candidate.score, 3),
        candidate.reasons,
    )


def _cell(
    table: ComparisonTable, row_id: RowId, column_id: ColumnId
) -> tuple[Row, Column, Cell]:
    row = next(it for it in table.rows if it.id == row_id)
    at = next(at for at, it in enumerate(table.columns) if it.id == column_id)
    return row, table.columns[at], row.cells[at]


def _order(it: Suggestion) -> tuple[float, bool, int, Span]:
    """Put the best first, of equals passages before sentences."""
    return -it.score, it.passage_id is None, it.document_id, it.span
