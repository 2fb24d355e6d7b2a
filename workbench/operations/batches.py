"""Asking many queries at once, and giving the counts out as CSV."""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Sequence
from enum import StrEnum
from pathlib import Path

from workbench.errors import InvalidValue
from workbench.exporting.csv_files import write_rows
from workbench.importing.csv_rows import read_rows
from workbench.importing.text_files import read_text
from workbench.jobs import Tracker
from workbench.model.batches import Batch, BatchQuery, BatchRow
from workbench.model.ids import DocumentId
from workbench.model.search import Listed, SearchOptions
from workbench.model.spans import Span
from workbench.operations.option_words import options_in_words
from workbench.search.reading.narrowing import narrowed
from workbench.views import ProjectView

STEP = "Asking"
CSV_SUFFIXES = {".csv", ".tsv"}

ASKED_COLUMNS = ("name", "query", "options", "understood", "left_out")
TABLE_COLUMNS = (*ASKED_COLUMNS, "documents", "matches")
LONG_COLUMNS = (*ASKED_COLUMNS, "document_id", "document", "title", "matches")


class BatchForm(StrEnum):
    """How counts are written: a row a query, or a row a query and document."""

    TABLE = "table"
    LONG = "long"


def queries_of(text: str) -> list[BatchQuery]:
    """Return the queries of a text, one a line; blank lines are none."""
    lines = (line.strip() for line in text.splitlines())
    return [BatchQuery(line, line) for line in lines if line]


def read_queries(path: Path) -> list[BatchQuery]:
    """Return the queries of a file, of which there is at least one.

    Of a CSV file they are the column `query`, named by the column `name` if any; in
    any other text file a line is a query.
    """
    if path.suffix.lower() in CSV_SUFFIXES:
        queries = _queries_in_columns(path)
    else:
        queries = queries_of(read_text(path))
    if not queries:
        raise InvalidValue(f"{path.name} has no query; write one a line.")
    return queries


def run_batch(
    view: ProjectView,
    queries: Sequence[BatchQuery],
    options: SearchOptions,
    tracker: Tracker | None = None,
) -> Batch:
    """Ask one query after the other and count what each finds in each document.

    Call it in a job; it can be cancelled within a query, too.
    """
    tracker = tracker or Tracker()
    documents = tuple(
        Listed(it.id, it.name, it.title)
        for it in sorted(view.documents.all(), key=lambda it: (it.name, it.id))
    )
    places = {it.document_id: place for place, it in enumerate(documents)}
    rows = []
    for number, asked in enumerate(queries):
        tracker.advance(number, len(queries), STEP)
        understood = view.understood(asked.query, options)
        found_in, _hits = view.count(asked.query, options)
        counts = array("q", bytes(8 * len(documents)))
        for found in view.matches(asked.query, options):
            tracker.advance(number, len(queries), STEP)
            counts[places[found.document_id]] = len(found)
        rows.append(BatchRow(asked, understood, found_in, counts))
    tracker.advance(len(queries), len(queries), STEP)
    return Batch(options, documents, tuple(rows))


def export_batch(
    batch: Batch, path: Path, form: BatchForm = BatchForm.TABLE, *, raw: bool = False
) -> int:
    """Write the counts with what was asked and how it was read; return the rows.

    In the table every document has a column. In the long form a query that found
    nothing has a row without a document.
    """
    if form is BatchForm.TABLE:
        header = [*TABLE_COLUMNS, *_headings(batch.documents)]
        return write_rows(path, header, _table_rows(batch), raw=raw)
    return write_rows(path, LONG_COLUMNS, _long_rows(batch), raw=raw)


def query_in_document(query: str, document: Listed) -> str:
    """Return the query that finds what a query finds in one document.

    The condition is the name, which says more than the id, where it can be typed.
    """
    is_typeable = document.name and '"' not in document.name
    wanted = f'"{document.name}"' if is_typeable else document.document_id
    return narrowed(query, f"doc:{wanted}")


def first_match(
    view: ProjectView, query: str, options: SearchOptions, document_id: DocumentId
) -> Span | None:
    """Return where a query finds something first in a document, if it still does."""
    for found in view.matches(query, options, document_id):
        return next(found.spans(), None)
    return None


def _queries_in_columns(path: Path) -> list[BatchQuery]:
    rows = read_rows(path)
    header = [cell.casefold() for cell in rows[0][1]] if rows else []
    if "query" not in header:
        raise InvalidValue(
            f"{path.name} has no column “query”; call the one with the queries so in"
            " the first line."
        )
    return [
        found
        for line, cells in rows[1:]
        if (found := _query_in(header, cells, f"Line {line} of {path.name}"))
    ]


def _query_in(
    header: Sequence[str], cells: Sequence[str], where: str
) -> BatchQuery | None:
    if len(cells) > len(header) and any(cells[len(header) :]):
        raise InvalidValue(
            f"{where} has more cells than the first line; put a query with commas in"
            " quotation marks."
        )
    found = dict(zip(header, cells, strict=False))
    query = found.get("query", "")
    return BatchQuery(found.get("name") or query, query) if query else None


def _headings(documents: Sequence[Listed]) -> Iterator[str]:
    """Yield a name for each document that no other has."""
    times: dict[str, int] = {}
    for it in documents:
        times[it.name] = times.get(it.name, 0) + 1
    for it in documents:
        yield it.name if times[it.name] == 1 else f"{it.name} ({it.document_id})"


def _asked(batch: Batch, row: BatchRow) -> tuple[str, ...]:
    left_out = "\n".join(row.understood.ignored)
    options = options_in_words(batch.options)
    sentence = row.understood.sentence
    return row.asked.name, row.asked.query, options, sentence, left_out


def _table_rows(batch: Batch) -> Iterator[Sequence[object]]:
    for row in batch.rows:
        yield [*_asked(batch, row), row.documents, row.matches, *row.counts]


def _long_rows(batch: Batch) -> Iterator[Sequence[object]]:
    for row in batch.rows:
        asked = _asked(batch, row)
        found = [place for place, count in enumerate(row.counts) if count]
        for place in found:
            it = batch.documents[place]
            yield [*asked, it.document_id, it.name, it.title, row.counts[place]]
        if not found:
            yield [*asked, "", "", "", 0]
