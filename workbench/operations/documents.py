"""Correcting what is known about documents, and removing them."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.errors import InvalidValue
from workbench.model.ids import DocumentId
from workbench.operations.labels import counted, quoted
from workbench.operations.values import checked_date
from workbench.project import Project


def edit_document(
    project: Project,
    document_id: DocumentId,
    *,
    title: str | None = None,
    date: str | None = None,
    source: str | None = None,
) -> None:
    """Set what is not None; a date is an ISO 8601 day, month or year, or empty."""
    values = {
        "title": None if title is None else _checked_title(title),
        "date": None if date is None else checked_date(date),
        "source": None if source is None else source.strip(),
    }
    given = {column: value for column, value in values.items() if value is not None}
    with project.operation("Edit document") as edit:
        name = edit.documents.get(document_id).name
        edit.label = f"Edit {', '.join(given)} of {quoted(name)}"
        for column, value in given.items():
            edit.documents.edit(document_id, column, value)


def remove_documents(project: Project, ids: Sequence[DocumentId]) -> None:
    """Put documents into the bin with everything marked in them."""
    with project.operation(counted("Delete", len(ids), "document")) as edit:
        for document_id in ids:
            title = edit.documents.get(document_id).title
            if len(ids) == 1:
                edit.label += f" {quoted(title)}"
            edit.put_into_bin("documents", document_id, title)
            edit.documents.remove(document_id)


def _checked_title(title: str) -> str:
    if not title.strip():
        raise InvalidValue("A document needs a title; type one.")
    return title.strip()
