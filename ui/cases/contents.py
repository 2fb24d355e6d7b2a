"""Reads all that belongs to a case, off the UI thread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from ui.widgets.moments import readable_date
from workbench.jobs import Tracker
from workbench.model.ids import CaseId, DocumentId, RowId, TableId
from workbench.model.mentions import Mention, MentionState
from workbench.operations.mentions import mentions_of
from workbench.operations.row_documents import documents_of_case
from workbench.views import ProjectView


class Page(StrEnum):
    """The lists of what belongs to a case."""

    POSSIBLE = "possible"
    CONFIRMED = "confirmed"
    REFUSED = "refused"
    DOCUMENTS = "documents"
    ROWS = "rows"


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document of a case; one that was not put in only mentions it."""

    document_id: DocumentId
    title: str
    facts: str
    is_put_in: bool


@dataclass(frozen=True, slots=True)
class RowLine:
    """A row of a table that describes a case, as `table › row`."""

    table_id: TableId
    row_id: RowId
    words: str


Line = Mention | DocumentLine | RowLine


@dataclass(frozen=True, slots=True)
class Contents:
    """What is listed of one case."""

    case_id: CaseId
    lines: dict[Page, Sequence[Line]]


def read_contents(view: ProjectView, case_id: CaseId, tracker: Tracker) -> Contents:
    """Read every list of a case."""
    mentions = mentions_of(view, case_id, tracker)
    return Contents(
        case_id,
        {
            **{Page(it.value): mentions.of(it) for it in MentionState},
            Page.DOCUMENTS: _documents(view, case_id),
            Page.ROWS: [RowLine(*it) for it in view.cases.row_places(case_id)],
        },
    )


def _documents(view: ProjectView, case_id: CaseId) -> list[DocumentLine]:
    put_in = set(view.cases.documents(case_id))
    lines = []
    for it in view.documents.some(documents_of_case(view, case_id)):
        why = "put in" if it.id in put_in else "mentions it"
        date = readable_date(it.date) if it.date else "undated"
        facts = " · ".join(filter(None, (it.source, date, why)))
        lines.append(DocumentLine(it.id, it.title or it.name, facts, it.id in put_in))
    return lines
