"""The columns of a place in a text, named alike in every CSV file that compares."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from workbench.model.documents import Document
from workbench.model.spans import Span
from workbench.operations.page_labels import PageLabels
from workbench.views import ProjectView

DOCUMENT_COLUMNS: Final = (
    "document_id",
    "document",
    "title",
    "date",
    "version",
    "sha256",
)
PLACE_COLUMNS: Final = (*DOCUMENT_COLUMNS, "page", "start", "end", "quote")
MADE_COLUMNS: Final = ("analyst", "created")
NO_PLACE: Final = ("",) * len(PLACE_COLUMNS)

Cells = Sequence[object]


def of_side(side: str, columns: Sequence[str]) -> list[str]:
    """Name the columns of one side of a comparison: `a_start`."""
    return [f"{side}_{name}" for name in columns]


def document_cells(document: Document) -> Cells:
    """Return what `DOCUMENT_COLUMNS` hold."""
    return (
        document.id,
        document.name,
        document.title,
        document.date,
        document.version,
        document.sha256,
    )


class Places:
    """Says what `PLACE_COLUMNS` hold; the page is empty for texts without pages."""

    def __init__(self, view: ProjectView) -> None:
        self._pages = PageLabels(view)

    def cells(self, document: Document, span: Span, quote: str) -> Cells:
        """Return the cells of a place in the current text of a document."""
        page = self._pages.of(document.id, span)
        return *document_cells(document), page, span.start, span.end, quote


def made_cells(view: ProjectView) -> Cells:
    """Return what `MADE_COLUMNS` hold: who writes the file, and when."""
    return view.analyst, datetime.now(UTC).isoformat(timespec="seconds")
