"""Give what documents share out of the project as CSV."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from workbench.exporting.csv_files import write_rows
from workbench.jobs import Tracker
from workbench.model.alignments import Pair
from workbench.model.documents import Document
from workbench.model.ids import DocumentId
from workbench.model.reuse import Reuse, Shared
from workbench.model.spans import Span
from workbench.operations.place_columns import (
    DOCUMENT_COLUMNS,
    MADE_COLUMNS,
    PLACE_COLUMNS,
    Cells,
    Places,
    document_cells,
    made_cells,
    of_side,
)
from workbench.operations.reuse import shared_pairs
from workbench.views import ProjectView

SHARED_COLUMNS: Final = (
    *of_side("a", DOCUMENT_COLUMNS),
    *of_side("b", DOCUMENT_COLUMNS),
    "verbatim",
    "altered",
    "paraphrase",
    "characters",
    *MADE_COLUMNS,
)
PAIR_COLUMNS: Final = (
    "kind",
    "score",
    *of_side("a", PLACE_COLUMNS),
    *of_side("b", PLACE_COLUMNS),
    *MADE_COLUMNS,
)


def all_pairs(
    view: ProjectView, reuse: Reuse, tracker: Tracker
) -> Iterator[tuple[Shared, Pair]]:
    """Yield every pair of statements, two documents at a time."""
    for number, shared in enumerate(reuse.shared):
        tracker.advance(number, len(reuse.shared), "Reading shared statements")
        for pair in shared_pairs(view, shared.a, shared.b):
            yield shared, pair


def export_reuse(view: ProjectView, reuse: Reuse, target: Path) -> int:
    """Write one row for each two documents that share something; return how many."""
    documents, made = _documents(view), made_cells(view)
    rows = (
        (
            *document_cells(documents[it.a]),
            *document_cells(documents[it.b]),
            it.verbatim,
            it.altered,
            it.paraphrase,
            it.characters,
            *made,
        )
        for it in reuse.shared
    )
    return write_rows(target, SHARED_COLUMNS, rows, raw=False)


def export_shared(
    view: ProjectView, reuse: Reuse, target: Path, tracker: Tracker
) -> int:
    """Write one row a pair of statements; return how many."""
    documents, made = _documents(view), made_cells(view)
    places = Places(view)

    def place(document_id: DocumentId, span: Span) -> Cells:
        quote = span.of(view.documents.text(document_id))
        return places.cells(documents[document_id], span, quote)

    rows = (
        (
            pair.kind.value,
            pair.score,
            *place(shared.a, pair.a),
            *place(shared.b, pair.b),
            *made,
        )
        for shared, pair in all_pairs(view, reuse, tracker)
    )
    return write_rows(target, PAIR_COLUMNS, rows, raw=False)


def _documents(view: ProjectView) -> dict[DocumentId, Document]:
    return {it.id: it for it in view.documents.all()}
