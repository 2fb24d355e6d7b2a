"""Give what is similar to a passage out of the project as CSV."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from workbench.exporting.csv_files import write_rows
from workbench.model.links import Stretch
from workbench.model.reuse import Similar
from workbench.operations.place_columns import (
    MADE_COLUMNS,
    PLACE_COLUMNS,
    Places,
    made_cells,
    of_side,
)
from workbench.views import ProjectView

SIMILAR_COLUMNS: Final = (
    "score",
    *of_side("a", PLACE_COLUMNS),
    *of_side("b", PLACE_COLUMNS),
    *MADE_COLUMNS,
)


def export_similar(
    view: ProjectView, asked: Stretch, found: Sequence[Similar], target: Path
) -> int:
    """Write one row for each place like `asked`, which is `a`; return how many."""
    ids = {asked.document_id, *(it.document_id for it in found)}
    documents = {it.id: it for it in view.documents.some(ids)}
    quote = asked.span.of(view.documents.text(asked.document_id))
    places = Places(view)
    a = places.cells(documents[asked.document_id], asked.span, quote)
    made = made_cells(view)
    rows = (
        (
            it.score,
            *a,
            *places.cells(documents[it.document_id], it.span, it.quote),
            *made,
        )
        for it in found
    )
    return write_rows(target, SIMILAR_COLUMNS, rows, raw=False)
