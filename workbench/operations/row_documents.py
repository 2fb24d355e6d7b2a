"""Which documents a row of a table rests on."""

from __future__ import annotations

from dataclasses import replace

from workbench.model.cells import AbsenceScope
from workbench.model.ids import CaseId, DocumentId, RowId
from workbench.model.tables import Row
from workbench.views import Stores


def row_with_cells(view: Stores, row_id: RowId) -> Row:
    """Return one row with all that its cells cite; `NotFound` when it is not there."""
    table = view.tables.holding("table_rows", row_id)
    row = next(it for it in table.rows if it.id == row_id)
    return replace(
        row, cells=tuple(view.cells.get(row_id, it.id) for it in table.columns)
    )


def documents_of_row(view: Stores, row: Row) -> list[DocumentId]:
    """Return the documents that a row gathers, in the order of their ids.

    They are its own, those of its case, those whose passages were confirmed to mention
    the case, and those that its cells cite.
    """
    found = {it.document_id for cell in row.cells for it in cell.citations}
    found.add(row.document_id)
    if row.case_id is not None:
        found.update(documents_of_case(view, row.case_id))
    return sorted(it for it in found if it is not None)


def documents_of_case(view: Stores, case_id: CaseId) -> list[DocumentId]:
    """Return the documents put into a case and those that mention it, by id."""
    mentions = view.passages.some(view.cases.mentions(case_id))
    found = {it.document_id for it in mentions}
    return sorted(found.union(view.cases.documents(case_id)))


def scope_documents(view: Stores, scope: AbsenceScope, row: Row) -> list[DocumentId]:
    """Return the documents that an absence in a row is about, in order of their ids."""
    if scope is AbsenceScope.ALL:
        return view.documents.ids()
    return documents_of_row(view, row)
