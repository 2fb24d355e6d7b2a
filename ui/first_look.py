"""What is opened of a project that this computer opens for the first time."""

from __future__ import annotations

from typing import NamedTuple

from workbench.model.ids import DocumentId, PassageId, TableId
from workbench.project import Project

READ_UNASKED = 5_000
"""Cells: a larger table behind a document waits until somebody opens it."""


class FirstLook(NamedTuple):
    """The document with most passages, one of these, and a table behind it."""

    table_id: TableId | None = None
    document_id: DocumentId | None = None
    passage_id: PassageId | None = None


def first_look(project: Project) -> FirstLook:
    """Choose what is worth seeing, without reading what cells say."""
    tables = [table_id for table_id, _name in project.tables.all()]
    documents = [it for it in project.documents.all() if it.passages]
    if not documents:
        return FirstLook(next(iter(tables), None))
    most = max(documents, key=lambda it: it.passages).id
    small = (it for it in tables if _cells(project, it) <= READ_UNASKED)
    cited = project.cells.first_cited(most)
    first = cited or project.passages.outlines.ids(most)[0]
    return FirstLook(next(small, None), most, first)


def _cells(project: Project, table_id: TableId) -> int:
    outline = project.tables.outline(table_id)
    return len(outline.rows) * len(outline.columns)
