"""Which documents a row of a table rests on."""

from __future__ import annotations

from workbench.model.ids import DocumentId
from workbench.model.tables import Row
from workbench.views import Stores


def documents_of_row(view: Stores, row: Row) -> list[DocumentId]:
    """Return the documents that a row gathers, in the order of their ids.

    They are its own, those of its case, those whose passages were confirmed to mention
    the case, and those that its cells cite.
    """
    found = {it.document_id for cell in row.cells for it in cell.citations}
    found.add(row.document_id)
    if row.case_id is not None:
        found.update(view.cases.documents(row.case_id))
        mentions = view.passages.some(view.cases.mentions(row.case_id))
        found.update(it.document_id for it in mentions)
    return sorted(it for it in found if it is not None)
