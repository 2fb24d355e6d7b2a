"""Give links out of the project as CSV."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from workbench.exporting.csv_files import write_rows
from workbench.model.documents import Document
from workbench.model.ids import DocumentId
from workbench.model.links import Link, LinkEnd
from workbench.operations.place_columns import (
    MADE_COLUMNS,
    PLACE_COLUMNS,
    Cells,
    of_side,
    place_cells,
)
from workbench.views import ProjectView

LINK_COLUMNS = (
    "kind",
    "reason",
    *of_side("source", PLACE_COLUMNS),
    *of_side("target", PLACE_COLUMNS),
    *MADE_COLUMNS,
)


def export_links(view: ProjectView, path: Path, *, raw: bool = False) -> int:
    """Write one row a link, by where the sources stand; returns the rows written."""
    documents = {it.id: it for it in view.documents.all()}
    rows = (_row(link, documents) for link in view.links.all())
    return write_rows(path, LINK_COLUMNS, rows, raw=raw)


def _row(link: Link, documents: Mapping[DocumentId, Document]) -> Cells:
    return (
        link.kind.value,
        link.reason,
        *_end(link.source, documents),
        *_end(link.target, documents),
        link.analyst,
        link.created_at.isoformat(timespec="seconds"),
    )


def _end(end: LinkEnd, documents: Mapping[DocumentId, Document]) -> Cells:
    return place_cells(documents[end.document_id], end.span, end.quote)
