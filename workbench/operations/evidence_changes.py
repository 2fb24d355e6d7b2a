"""What became of cells whose evidence is in a text that was replaced."""

from __future__ import annotations

from collections.abc import Mapping

from workbench.model.cells import CellKey, Standing
from workbench.model.ids import CitationId, DocumentId
from workbench.views import Stores

Standings = Mapping[tuple[CellKey, CitationId], Standing]
"""How the citations of cells stand."""

_WORST_FIRST = {
    Standing.ORPHANED: ("lost its evidence", "lost their evidence"),
    Standing.STALE: ("turned stale", "turned stale"),
    Standing.CONTEXT_CHANGED: ("has another context", "have another context"),
}


def standings(view: Stores, document_id: DocumentId) -> Standings:
    """Return how the citations of a document's passages stand now."""
    passages = view.dependents.passages_of([document_id])
    cells = view.cells.some(view.cells.resting_on(passages))
    return {
        (place, it.id): it.standing
        for place, cell in cells.items()
        for it in cell.citations
        if it.document_id == document_id
    }


def what_changed(before: Standings, after: Standings) -> str:
    """Return `2 cells turned stale, 1 cell has another context`, or empty.

    A cell is counted once, for the worst of it.
    """
    changed: dict[CellKey, set[Standing]] = {}
    for (place, citation_id), standing in after.items():
        if standing is not before.get((place, citation_id)):
            changed.setdefault(place, set()).add(standing)
    worst = [
        next((it for it in _WORST_FIRST if it in found), None)
        for found in changed.values()
    ]
    counts = ((worst.count(it), words) for it, words in _WORST_FIRST.items())
    return ", ".join(
        f"1 cell {one}" if count == 1 else f"{count:,} cells {many}"
        for count, (one, many) in counts
        if count
    )
