"""Give the audit of a document's quotations as CSV or as one HTML page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from workbench.exporting.csv_files import write_rows
from workbench.exporting.quote_pages import write_quotes_page
from workbench.model.documents import Document
from workbench.model.ids import DocumentId
from workbench.model.quotations import AuditedQuote
from workbench.operations.place_columns import (
    MADE_COLUMNS,
    NO_PLACE,
    PLACE_COLUMNS,
    Places,
    made_cells,
    of_side,
)
from workbench.views import ProjectView

QUOTE_COLUMNS: Final = (
    "kind",
    *PLACE_COLUMNS,
    "inside",
    "closed",
    *of_side("source", PLACE_COLUMNS),
    "removed",
    "added",
    "marked",
    "others",
    *MADE_COLUMNS,
)
"""Words that were removed or added are separated by line breaks, as are others."""


def export_quotes(
    view: ProjectView,
    document_id: DocumentId,
    quotes: Sequence[AuditedQuote],
    target: Path,
) -> int:
    """Write one row a quotation, in order of place; return how many."""
    documents = {
        it.id: it for it in view.documents.some(_involved(document_id, quotes))
    }
    own = documents[document_id]
    places, made = Places(view), made_cells(view)
    rows = ((*_row(places, own, it, documents), *made) for it in quotes)
    return write_rows(target, QUOTE_COLUMNS, rows, raw=False)


def export_quotes_page(
    view: ProjectView,
    document_id: DocumentId,
    quotes: Sequence[AuditedQuote],
    target: Path,
) -> int:
    """Write the text with its quotations marked, and what each was taken from."""
    title = view.documents.title(document_id)
    write_quotes_page(target, title, view.documents.text(document_id), quotes)
    return len(quotes)


def changed_words(quote: AuditedQuote) -> tuple[list[str], list[str]]:
    """Return the source's words that were removed, and those that were added."""
    if quote.diff is None or quote.source is None:
        return [], []
    removed = [it.of(quote.source.text) for it in quote.diff.removed]
    return removed, [it.of(quote.quotation.text) for it in quote.diff.added]


def _involved(
    document_id: DocumentId, quotes: Sequence[AuditedQuote]
) -> set[DocumentId]:
    return {document_id, *(it.source.document_id for it in quotes if it.source)}


def _row(
    places: Places,
    own: Document,
    quote: AuditedQuote,
    documents: Mapping[DocumentId, Document],
) -> tuple[object, ...]:
    quotation, source = quote.quotation, quote.source
    removed, added = changed_words(quote)
    return (
        quote.kind.value,
        *places.cells(own, quotation.span, quotation.text),
        quotation.level,
        "yes" if quotation.is_closed else "no",
        *(
            places.cells(documents[source.document_id], source.span, source.text)
            if source
            else NO_PLACE
        ),
        "\n".join(removed),
        "\n".join(added),
        "yes" if quote.is_marked else "",
        "\n".join(f"{it.title} {it.span.start}-{it.span.end}" for it in quote.others),
    )
