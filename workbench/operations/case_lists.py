"""All cases with what there is about them: to list them, and as a CSV file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from workbench.exporting.csv_files import write_rows
from workbench.model.attributes import Subject
from workbench.model.cases import CaseFacts
from workbench.model.ids import CaseId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.operations.cases import names_of
from workbench.operations.row_documents import documents_of_case
from workbench.text.alias_lines import names_line
from workbench.views import ProjectView

CASE_COLUMNS: Final = (
    "case_id", "case", "kind", "aliases", "documents", "mentions", "rows", "note",
)  # fmt: skip


def case_facts(view: ProjectView) -> list[CaseFacts]:
    """Return all cases by name, with their names in texts, counts and rows."""
    counts, rows = view.cases.counts(), view.cases.rows()
    return [
        CaseFacts(
            case,
            names_of(view, case),
            *counts.get(case.id, (0, 0)),
            tuple(rows.get(case.id, ())),
        )
        for case in view.cases.all()
    ]


def export_cases(view: ProjectView, path: Path, *, raw: bool = False) -> int:
    """Write a row a case, with a column an attribute; returns how many cases.

    Documents stand by name, one a line of their cell, and so do rows of tables.
    """
    attributes = view.attributes.all(Subject.CASE)
    header = (*CASE_COLUMNS, *(it.name for it in attributes))
    return write_rows(path, header, _rows(view), raw=raw)


def _rows(view: ProjectView) -> Iterator[tuple[object, ...]]:
    attributes = view.attributes.all(Subject.CASE)
    values = view.attributes.values(Subject.CASE)
    names = {it.id: it.name for it in view.documents.all()}
    for facts in case_facts(view):
        case = facts.case
        own = values.get(case.id, {})
        documents = documents_of_case(view, case.id)
        yield (
            case.id,
            case.name,
            case.kind,
            names_line(facts.names),
            "\n".join(names[it] for it in documents),
            facts.mentions,
            "\n".join(facts.rows),
            _note(view, case.id),
            *(own.get(it.id, "") for it in attributes),
        )


def _note(view: ProjectView, case_id: CaseId) -> str:
    note = view.notes.on(NoteTarget(NoteOn.CASE, case_id))
    return note.text if note else ""
