"""Give what documents share out of the project as CSV."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from workbench.exporting.csv_files import write_rows
from workbench.jobs import Tracker
from workbench.model.alignments import Pair
from workbench.model.documents import Document
from workbench.model.ids import DocumentId
from workbench.model.reuse import Reuse, Shared
from workbench.model.spans import Span
from workbench.operations.reuse import shared_pairs
from workbench.views import ProjectView

_DOCUMENT: Final = ("document_id", "name", "title", "date", "version", "sha256")
_PLACE: Final = (*_DOCUMENT, "start", "end", "text")
_MADE: Final = ("analyst", "created")
SHARED_COLUMNS: Final = (
    *(f"a_{name}" for name in _DOCUMENT),
    *(f"b_{name}" for name in _DOCUMENT),
    "verbatim",
    "altered",
    "paraphrase",
    "characters",
    *_MADE,
)
PAIR_COLUMNS: Final = (
    "kind",
    "score",
    *(f"a_{name}" for name in _PLACE),
    *(f"b_{name}" for name in _PLACE),
    *_MADE,
)
Row = Sequence[object]


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
    documents, made = _documents(view), _made(view)
    rows = (
        (
            *_document(documents[it.a]),
            *_document(documents[it.b]),
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
    documents, made = _documents(view), _made(view)
    rows = (
        (
            pair.kind.value,
            pair.score,
            *_place(view, documents[shared.a], pair.a),
            *_place(view, documents[shared.b], pair.b),
            *made,
        )
        for shared, pair in all_pairs(view, reuse, tracker)
    )
    return write_rows(target, PAIR_COLUMNS, rows, raw=False)


def _documents(view: ProjectView) -> dict[DocumentId, Document]:
    return {it.id: it for it in view.documents.all()}


def _made(view: ProjectView) -> Row:
    return view.analyst, datetime.now(UTC).isoformat(timespec="seconds")


def _document(document: Document) -> Row:
    return (
        document.id,
        document.name,
        document.title,
        document.date,
        document.version,
        document.sha256,
    )


def _place(view: ProjectView, document: Document, span: Span) -> Row:
    text = span.of(view.documents.text(document.id))
    return *_document(document), span.start, span.end, text
