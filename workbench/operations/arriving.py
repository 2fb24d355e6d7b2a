"""One document arrives, with what its file says of it and marked in it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from workbench.errors import InvalidValue
from workbench.model.attributes import Attribute, AttributeType, Subject
from workbench.model.documents import Document, ParsedDocument
from workbench.model.ids import DocumentId
from workbench.model.imports import ImportOutcome, ImportStatus
from workbench.model.sheets import ROW_MEDIA_TYPE
from workbench.operations.annotating import mark_annotations
from workbench.operations.attributes import BUILT_IN
from workbench.operations.fitting_types import fitting_type, new_choices
from workbench.operations.labels import quoted
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
    mark_annotations(project, document_id, parsed.annotations)
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
    left_out: list[str] = []
    facts = list(facts)
    there = _by_name(edit) if facts else {}
    for fact, value in facts:
        name = _free_name(fact)
        attribute = there.get(name.casefold()) or _new_attribute(edit, name)
        try:
            edit.attributes.set_value(
                attribute, document_id, checked_value(attribute, value)
            )
        except InvalidValue as error:
            left_out.append(f"Left out: {quoted(name)}. {error}")
    return left_out


def make_attributes(edit: Edit, documents: Sequence[ParsedDocument]) -> None:
    """Make the attributes that the rows of a sheet are described by.

    What is new gets the type that fits all of its values, and a choice that is there
    the ones it lacks; other attributes stay as they are.
    """
    values: dict[str, list[str]] = defaultdict(list)
    for document in documents:
        if document.media_type == ROW_MEDIA_TYPE and not _is_there(edit, document):
            for name, value in document.values:
                values[_free_name(name)].append(value)
    for name, found in values.items():
        there = edit.attributes.named(Subject.DOCUMENT, name)
        if there is None:
            kind, choices = fitting_type(name, found)
            edit.attributes.add(Subject.DOCUMENT, name, kind, choices)
        elif there.type is AttributeType.CHOICE:
            more = new_choices(there.choices, found)
            edit.attributes.retype(there.id, there.type, (*there.choices, *more))


def _is_there(edit: Edit, parsed: ParsedDocument) -> bool:
    return edit.documents.with_sha256(parsed.sha256) is not None


def _by_name(edit: Edit) -> dict[str, Attribute]:
    return {it.name.casefold(): it for it in edit.attributes.all(Subject.DOCUMENT)}


def _new_attribute(edit: Edit, name: str) -> Attribute:
    kind = AttributeType.TEXT
    return edit.attributes.get(edit.attributes.add(Subject.DOCUMENT, name, kind, ()))


def _free_name(name: str) -> str:
    """Return a name that documents have not got anyway: a sheet may have any column."""
    name = " ".join(name.split())
    return f"{name} (column)" if name.casefold() in BUILT_IN[Subject.DOCUMENT] else name


def _duplicate(parsed: ParsedDocument, there: Document) -> ImportOutcome:
    return ImportOutcome(
        path=parsed.path,
        status=ImportStatus.DUPLICATE,
        document_id=there.id,
        name=there.name,
        characters=there.characters,
        sha256=there.sha256,
        encoding=there.encoding,
        error=f"{_told(parsed)} is already in the project, as “{there.name}”.",
    )


def _told(parsed: ParsedDocument) -> str:
    """Return what to call a document that is a file, or only a part of one."""
    path = Path(parsed.path)
    if parsed.name in {path.stem, path.name}:
        return path.name
    return f"{quoted(parsed.name)} of {path.name}"
