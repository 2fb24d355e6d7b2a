"""What references say of documents: added as they come in, or filled in later."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence

from workbench.importing import facts
from workbench.model.attributes import Subject
from workbench.model.documents import Document, ParsedDocument
from workbench.model.ids import DocumentId
from workbench.model.references import (
    AppliedReferences,
    Reference,
    ReferenceChange,
    ReferenceMatch,
)
from workbench.operations.arriving import set_facts
from workbench.project import Project
from workbench.views import Edit, ProjectView

TITLE, DATE, SOURCE = "Title", "Date", "Source"


def with_reference(parsed: ParsedDocument, reference: Reference) -> ParsedDocument:
    """Return a document described by a reference, and by its file for the rest."""
    told = {**dict(parsed.values), **dict(facts_of(reference))}
    return dataclasses.replace(
        parsed,
        title=reference.title or parsed.title,
        date=reference.date or parsed.date,
        source=reference.source or parsed.source,
        values=tuple(told.items()),
    )


def facts_of(reference: Reference) -> tuple[tuple[str, str], ...]:
    """Return what a reference says beside title, date and source, as attributes."""
    return facts.values(
        author="; ".join(reference.authors),
        language=reference.language,
        address=reference.url,
        doi=reference.doi,
        keywords="; ".join(reference.keywords),
    )


def changes_of(
    view: ProjectView | Edit,
    matches: Sequence[ReferenceMatch],
    *,
    overwrite: bool = False,
) -> list[list[ReferenceChange]]:
    """Return for each match what it would fill in and, with `overwrite`, replace."""
    values = values_by_name(view)
    documents = {it.id: it for it in view.documents.some(_ids(matches))}
    return [
        _changes(
            _description(documents[it.document_id], values.get(it.document_id, {})),
            it.reference,
            overwrite=overwrite,
        )
        if it.document_id in documents
        else []
        for it in matches
    ]


def apply_references(
    project: Project, matches: Sequence[ReferenceMatch], *, overwrite: bool = False
) -> AppliedReferences:
    """Describe documents by their references, as one step.

    What a document says already stays, unless it shall be overwritten.
    """
    left_out: list[str] = []
    with project.operation("Fill in from references") as edit:
        changes = changes_of(edit, matches, overwrite=overwrite)
        for matched, its in zip(matches, changes, strict=True):
            left_out += _apply(edit, matched.document_id, its)
        documents = sum(map(bool, changes))
        noun = "document" if documents == 1 else "documents"
        edit.label = f"Fill in {documents:,} {noun} from references"
    return AppliedReferences(documents, tuple(left_out))


def values_by_name(view: ProjectView | Edit) -> dict[int, dict[str, str]]:
    """Return the values of all documents by the names of attributes."""
    names = {it.id: it.name for it in view.attributes.all(Subject.DOCUMENT)}
    return {
        document_id: {names[it]: text for it, text in values.items()}
        for document_id, values in view.attributes.values(Subject.DOCUMENT).items()
    }


def _apply(
    edit: Edit, document_id: DocumentId, changes: Sequence[ReferenceChange]
) -> list[str]:
    columns = {TITLE: "title", DATE: "date", SOURCE: "source"}
    for it in changes:
        if it.name in columns:
            edit.documents.edit(document_id, columns[it.name], it.new)
    values = [(it.name, it.new) for it in changes if it.name not in columns]
    return set_facts(edit, document_id, values)


def _changes(
    there: dict[str, str], reference: Reference, *, overwrite: bool
) -> list[ReferenceChange]:
    told = {TITLE: reference.title, DATE: reference.date, SOURCE: reference.source}
    told |= dict(facts_of(reference))
    return [
        ReferenceChange(name, old, new)
        for name, new in told.items()
        if new and new != (old := there.get(name, "")) and (overwrite or not old)
    ]


def _description(document: Document, values: dict[str, str]) -> dict[str, str]:
    """Return what is known of a document; a title that is its name is none."""
    title = "" if document.title == document.name else document.title
    return {TITLE: title, DATE: document.date, SOURCE: document.source, **values}


def _ids(matches: Iterable[ReferenceMatch]) -> list[DocumentId]:
    return [it.document_id for it in matches]
