"""One document arrives, with what its file says of it and marked in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from workbench.errors import InvalidValue
from workbench.model.attributes import Attribute, AttributeType, Subject
from workbench.model.documents import Document, ParsedDocument
from workbench.model.ids import DocumentId
from workbench.model.imports import ImportOutcome, ImportStatus
from workbench.model.pages import Annotation
from workbench.operations.attributes import BUILT_IN
from workbench.operations.labels import quoted
from workbench.operations.passages import mark_passage
from workbench.operations.values import checked_value
from workbench.project import Project
from workbench.views import Edit


def add_document(project: Project, edit: Edit, parsed: ParsedDocument) -> ImportOutcome:
    """Add what was read from a file, unless the project has the same file already."""
    there = edit.documents.with_sha256(parsed.sha256)
    if there is not None:
        return _duplicate(parsed, there)
    document_id = edit.documents.add(parsed)
    left_out = set_facts(edit, document_id, parsed.values)
    for annotation in parsed.annotations:
        note = _note_of(annotation)
        mark_passage(project, document_id, annotation.span, note=note)
    return ImportOutcome(
        path=parsed.path,
        status=ImportStatus.IMPORTED,
        document_id=document_id,
        name=parsed.name,
        characters=len(parsed.text),
        sha256=parsed.sha256,
        encoding=parsed.encoding,
        warnings=(*parsed.warnings, *left_out),
    )


def set_facts(
    edit: Edit, document_id: DocumentId, facts: Iterable[tuple[str, str]]
) -> list[str]:
    """Set values by the names of attributes, which are made where there are none.

    Returns a sentence for each value that an attribute of that name cannot take.
    """
    left_out = []
    for name, value in facts:
        if name.casefold() in BUILT_IN[Subject.DOCUMENT]:
            continue
        attribute = _attribute(edit, name)
        try:
            edit.attributes.set_value(
                attribute, document_id, checked_value(attribute, value)
            )
        except InvalidValue as error:
            left_out.append(f"Left out: {quoted(name)}. {error}")
    return left_out


def _attribute(edit: Edit, name: str) -> Attribute:
    there = edit.attributes.named(Subject.DOCUMENT, name)
    if there is not None:
        return there
    kind = AttributeType.TEXT
    return edit.attributes.get(edit.attributes.add(Subject.DOCUMENT, name, kind, ()))


def _note_of(annotation: Annotation) -> str:
    """Return what was written to a highlight, with who wrote it."""
    by = f"— {annotation.author}" if annotation.author and annotation.comment else ""
    return "\n\n".join(filter(None, [annotation.comment, by]))


def _duplicate(parsed: ParsedDocument, there: Document) -> ImportOutcome:
    return ImportOutcome(
        path=parsed.path,
        status=ImportStatus.DUPLICATE,
        document_id=there.id,
        name=there.name,
        characters=there.characters,
        sha256=there.sha256,
        encoding=there.encoding,
        error=f"{Path(parsed.path).name} is already in the project, as “{there.name}”.",
    )
