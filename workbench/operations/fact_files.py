"""Facts as CSV: every row with its quotes, documents, versions and places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from workbench.exporting.csv_files import write_rows
from workbench.jobs import Tracker
from workbench.model.documents import Document
from workbench.model.facts import Fact, FactRow
from workbench.model.ids import DocumentId
from workbench.operations.facts import fact_rows, facts_of
from workbench.views import ProjectView

_FACT = ("quote", "value", "role", "first", "last", "rule", "start", "end")
_DOCUMENT = ("document_id", "document", "title", "date", "source", "version", "sha256")
FACT_COLUMNS = ("kind", *_FACT, *_DOCUMENT, "analyst", "created")
ROW_COLUMNS = (
    "row", "relation", "kind", "subject", "reason",
    *(f"{side}_{it}" for side in "ab" for it in (*_FACT, *_DOCUMENT)),
    "analyst", "created",
)  # fmt: skip

Cells = Sequence[object]


def export_facts(
    view: ProjectView, document_id: DocumentId, target: Path, tracker: Tracker
) -> int:
    """Write one row a fact, in order of place; return how many."""
    document = view.documents.get(document_id)
    facts = facts_of(view, document_id, tracker)
    made = _made(view)
    rows = ((it.kind.value, *_cells(it, document), *made) for it in facts)
    return write_rows(target, FACT_COLUMNS, rows, raw=False)


def export_fact_rows(
    view: ProjectView, a: DocumentId, b: DocumentId, target: Path, tracker: Tracker
) -> int:
    """Write the facts of two documents beside each other; return how many rows.

    Facts of one row have its number, and stand in as many lines as the side with
    more facts needs.
    """
    documents = view.documents.get(a), view.documents.get(b)
    rows = fact_rows(view, a, b, tracker)
    return write_rows(target, ROW_COLUMNS, _lines(view, rows, documents), raw=False)


def _lines(
    view: ProjectView, rows: Sequence[FactRow], documents: tuple[Document, Document]
) -> Iterator[Cells]:
    made = _made(view)
    for number, row in enumerate(rows, start=1):
        said = number, row.relation.value, row.kind.value, row.subject, row.reason
        for place in range(max(len(row.a), len(row.b))):
            yield (
                *said,
                *_cells_at(row.a, place, documents[0]),
                *_cells_at(row.b, place, documents[1]),
                *made,
            )


def _cells_at(facts: Sequence[Fact], place: int, document: Document) -> Cells:
    if place < len(facts):
        return _cells(facts[place], document)
    return [""] * (len(_FACT) + len(_DOCUMENT))


def _cells(fact: Fact, document: Document) -> Cells:
    interval = fact.interval
    return (
        fact.text,
        fact.value,
        fact.role,
        interval.first.isoformat() if interval else "",
        interval.last.isoformat() if interval else "",
        fact.rule,
        fact.span.start,
        fact.span.end,
        document.id,
        document.name,
        document.title,
        document.date,
        document.source,
        document.version,
        document.sha256,
    )


def _made(view: ProjectView) -> tuple[str, str]:
    return view.analyst, datetime.now(UTC).isoformat(timespec="seconds")
