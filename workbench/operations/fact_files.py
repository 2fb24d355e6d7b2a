"""Facts as CSV: every row with its places, what they mean, and what was decided."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from workbench.exporting.csv_files import write_rows
from workbench.jobs import Tracker
from workbench.model.documents import Document
from workbench.model.facts import Fact
from workbench.model.ids import DocumentId
from workbench.model.verdicts import DecidedRow, Verdict
from workbench.operations.facts import decided_rows, facts_of
from workbench.operations.place_columns import (
    MADE_COLUMNS,
    PLACE_COLUMNS,
    Cells,
    Places,
    made_cells,
    of_side,
)
from workbench.views import ProjectView

_FACT: Final = (*PLACE_COLUMNS, "value", "role", "first", "last", "rule")
FACT_COLUMNS: Final = ("kind", *_FACT, *MADE_COLUMNS)
ROW_COLUMNS: Final = (
    "row",
    "relation",
    "kind",
    "subject",
    "reason",
    *of_side("a", _FACT),
    *of_side("b", _FACT),
    "verdict",
    "verdict_reason",
    "verdict_analyst",
    "verdict_created",
    *MADE_COLUMNS,
)


def export_facts(
    view: ProjectView, document_id: DocumentId, target: Path, tracker: Tracker
) -> int:
    """Write one row a fact, in order of place; return how many."""
    document = view.documents.get(document_id)
    facts = facts_of(view, document_id, tracker)
    places, made = Places(view), made_cells(view)
    rows = ((it.kind.value, *_cells(places, it, document), *made) for it in facts)
    return write_rows(target, FACT_COLUMNS, rows, raw=False)


def export_fact_rows(
    view: ProjectView, a: DocumentId, b: DocumentId, target: Path, tracker: Tracker
) -> int:
    """Write the facts of two documents beside each other; return how many lines.

    Facts of one row have its number. The two places of a verdict stand in one line,
    and the others in as many as the side with more of them needs.
    """
    documents = view.documents.get(a), view.documents.get(b)
    rows = decided_rows(view, a, b, tracker)
    return write_rows(target, ROW_COLUMNS, _lines(view, rows, documents), raw=False)


def _lines(
    view: ProjectView, rows: Sequence[DecidedRow], documents: tuple[Document, Document]
) -> Iterator[Cells]:
    places, made = Places(view), made_cells(view)
    for number, decided in enumerate(rows, start=1):
        row = decided.row
        said = number, row.relation.value, row.kind.value, row.subject, row.reason
        for a, b, verdict in decided.pairs():
            yield (
                *said,
                *_cells(places, a, documents[0]),
                *_cells(places, b, documents[1]),
                *_verdict(verdict),
                *made,
            )


def _cells(places: Places, fact: Fact | None, document: Document) -> Cells:
    if fact is None:
        return ("",) * len(_FACT)
    interval = fact.interval
    return (
        *places.cells(document, fact.span, fact.text),
        fact.value,
        fact.role,
        interval.first.isoformat() if interval else "",
        interval.last.isoformat() if interval else "",
        fact.rule,
    )


def _verdict(verdict: Verdict | None) -> Cells:
    if verdict is None:
        return ("",) * 4
    link = verdict.link
    moment = link.created_at.isoformat(timespec="seconds")
    return link.kind.value, link.reason, link.analyst, moment
