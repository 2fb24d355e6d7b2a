"""Which documents a row of a table rests on."""

from __future__ import annotations

from workbench.model.cells import AbsenceScope
from workbench.model.ids import CaseId, DocumentId
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
