"""Give links out of the project as CSV."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from workbench.exporting.csv_files import write_rows
from workbench.model.links import Link, LinkEnd
from workbench.operations.place_columns import (
    MADE_COLUMNS,
    PLACE_COLUMNS,
    Cells,
    Places,
    of_side,
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
    places = Places(view)

    def end(it: LinkEnd) -> Cells:
        return places.cells(documents[it.document_id], it.span, it.quote)

    rows = (_row(link, end) for link in view.links.all())
    return write_rows(path, LINK_COLUMNS, rows, raw=raw)


def _row(link: Link, end: Callable[[LinkEnd], Cells]) -> Cells:
    return (
        link.kind.value,
        link.reason,
        *end(link.source),
        *end(link.target),
        link.analyst,
        link.created_at.isoformat(timespec="seconds"),
    )
