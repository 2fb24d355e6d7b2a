"""Give the matrix of what documents share out of the project as CSV."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from workbench.exporting.csv_files import write_rows
from workbench.model.documents import Document
from workbench.model.ids import DocumentId
from workbench.operations.place_columns import (
    DOCUMENT_COLUMNS,
    MADE_COLUMNS,
    document_cells,
    made_cells,
)
from workbench.operations.reuse import reuse_of
from workbench.views import ProjectView


def export_matrix(
    view: ProjectView, document_ids: Sequence[DocumentId], target: Path
) -> int:
    """Write how many statements each document shares with each; return the rows.

    Rows and columns are in the order given; a document has no number with itself.
    """
    documents = {it.id: it for it in view.documents.all()}
    shown = [documents[it] for it in document_ids if it in documents]
    counts = {(it.a, it.b): it.statements for it in reuse_of(view).shared}
    made = made_cells(view)
    header = (*DOCUMENT_COLUMNS, *_headings(shown), *MADE_COLUMNS)
    rows = ([*it, *made] for it in _rows(shown, counts))
    return write_rows(target, header, rows, raw=False)


def _rows(
    shown: Sequence[Document], counts: Mapping[tuple[DocumentId, DocumentId], int]
) -> Iterator[list[object]]:
    for row in shown:
        cells = [*document_cells(row)]
        for column in shown:
            pair = min(row.id, column.id), max(row.id, column.id)
            cells.append("" if row is column else counts.get(pair, 0))
        yield cells


def _headings(documents: Sequence[Document]) -> list[str]:
    """Name each column by its document, with the id where names are alike."""
    names = [it.title or it.name for it in documents]
    counts = Counter(names)
    return [
        name if counts[name] == 1 else f"{name} ({document.id})"
        for name, document in zip(names, documents, strict=True)
    ]
