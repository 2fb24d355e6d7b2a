"""Marking passages and putting tags on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from workbench.errors import InvalidValue
from workbench.model.ids import DocumentId, PassageId, TagId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.labels import counted, quoted
from workbench.operations.tags import create_tag
from workbench.project import Edit, Project
from workbench.text.selectors import describe


def mark_passage(
    project: Project,
    document_id: DocumentId,
    span: Span,
    tag_ids: Sequence[TagId] = (),
    note: str = "",
    new_tags: Sequence[str] = (),
) -> PassageId:
    """Mark a span, with tags and a note; the same span again is the same passage.

    `new_tags` are paths of tags, which are created where they do not exist.
    """
    with project.operation("Mark passage") as edit:
        created = [create_tag(project, path) for path in new_tags]
        tag_ids = list(dict.fromkeys([*tag_ids, *created]))
        if tag_ids:
            edit.label = _tagging_label(edit, tag_ids)
        passage_id = edit.passages.at(document_id, span)
        if passage_id is None:
            passage_id = _add(edit, document_id, span)
        _tag(edit, passage_id, tag_ids)
        if note.strip():
            target = NoteTarget(NoteOn.PASSAGE, passage_id)
            edit.notes.write(target, note.strip(), edit.analyst, datetime.now(UTC))
    return passage_id


def tag_passage(
    project: Project, passage_id: PassageId, tag_ids: Sequence[TagId]
) -> None:
    """Put tags on a passage; those it has already stay as they are."""
    with project.operation("Tag passage") as edit:
        edit.label = _tagging_label(edit, tag_ids)
        edit.passages.get(passage_id)
        _tag(edit, passage_id, tag_ids)


def untag_passage(
    project: Project, passage_id: PassageId, tag_ids: Sequence[TagId]
) -> None:
    """Take tags off a passage; the passage stays."""
    with project.operation("Remove tag from passage") as edit:
        names = ", ".join(quoted(edit.tags.name(tag_id)) for tag_id in tag_ids)
        edit.label = f"Remove tag {names} from passage"
        for tag_id in tag_ids:
            edit.tags.untag(passage_id, tag_id)


def remove_passages(project: Project, ids: Sequence[PassageId]) -> None:
    """Remove passages with their tags, notes and citations; the text stays."""
    with project.operation(counted("Remove", len(ids), "passage")) as edit:
        for passage_id in ids:
            edit.passages.remove(passage_id)


def _tagging_label(edit: Edit, tag_ids: Sequence[TagId]) -> str:
    names = ", ".join(quoted(edit.tags.name(tag_id)) for tag_id in tag_ids)
    return f"Tag passage {names}"


def _tag(edit: Edit, passage_id: PassageId, tag_ids: Sequence[TagId]) -> None:
    for tag_id in tag_ids:
        edit.tags.tag(passage_id, tag_id, edit.analyst, datetime.now(UTC))


def _add(edit: Edit, document_id: DocumentId, span: Span) -> PassageId:
    # Not the whole document: its passages would be counted for each one that is added.
    text = edit.documents.text(document_id)
    if span.end > len(text) or not len(span):
        name = edit.documents.get(document_id).name
        raise InvalidValue(
            f"{span.start}..{span.end} is not a passage of “{name}”, which"
            f" has {len(text)} characters; choose a start before the end."
        )
    version = edit.documents.version(document_id)
    selector = describe(text, span)
    return edit.passages.add(
        document_id, version, selector, edit.analyst, datetime.now(UTC)
    )
