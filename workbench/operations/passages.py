"""Marking passages and putting tags on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from workbench.errors import InvalidValue
from workbench.model.ids import DocumentId, PassageId, TagId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.passages import AnchorState
from workbench.model.spans import Span
from workbench.operations.labels import counted, first_words, quoted
from workbench.operations.tags import create_tag
from workbench.project import Project
from workbench.text.selectors import describe
from workbench.views import Edit


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
            edit.label = f"Tag passage {_names(edit, tag_ids)}"
        passage_id = edit.passages.at(document_id, span)
        if passage_id is None:
            passage_id = _add(edit, document_id, span)
        _tag(edit, [passage_id], tag_ids)
        if note.strip():
            target = NoteTarget(NoteOn.PASSAGE, passage_id)
            edit.notes.write(target, note.strip(), edit.analyst, datetime.now(UTC))
    return passage_id


def move_passage(project: Project, passage_id: PassageId, span: Span) -> None:
    """Let a passage stand on another span of its document's current text.

    Its tags, note and citations go with it. Where another passage stands on exactly
    that span it is refused: whose note and citations should stay is not ours to say.
    """
    with project.operation("Resize passage") as edit:
        passage = edit.passages.get(passage_id)
        document_id = passage.document_id
        text = _checked_text(edit, document_id, span)
        if edit.passages.at(document_id, span) not in {None, passage_id}:
            raise InvalidValue(
                "Another passage stands on exactly these words; end this one elsewhere,"
                " or remove one of the two."
            )
        selector = describe(text, span)
        if passage.selector != selector or passage.anchor is AnchorState.ORPHANED:
            edit.passages.move(
                passage_id,
                edit.documents.version(document_id),
                selector,
                AnchorState.EXACT,
            )


def tag_passage(
    project: Project, passage_id: PassageId, tag_ids: Sequence[TagId]
) -> None:
    """Put tags on a passage; those it has already stay as they are."""
    tag_passages(project, [passage_id], tag_ids)


def tag_passages(
    project: Project, ids: Sequence[PassageId], tag_ids: Sequence[TagId]
) -> None:
    """Put tags on passages in one step; those they have already stay as they are.

    Of several passages, those that are gone by now are passed over.
    """
    with project.operation("Tag passages") as edit:
        verb = counted("Tag", len(ids), "passage")
        edit.label = f"{verb} {_names(edit, tag_ids)}"
        if len(ids) == 1:
            edit.passages.get(ids[0])
        _tag(edit, [it.id for it in edit.passages.some(ids)], tag_ids)


def untag_passage(
    project: Project, passage_id: PassageId, tag_ids: Sequence[TagId]
) -> None:
    """Take tags off a passage; the passage stays."""
    untag_passages(project, [passage_id], tag_ids)


def untag_passages(
    project: Project, ids: Sequence[PassageId], tag_ids: Sequence[TagId]
) -> None:
    """Take tags off passages in one step; the passages stay."""
    with project.operation("Remove tag from passages") as edit:
        where = counted("from", len(ids), "passage")
        edit.label = f"Remove tag {_names(edit, tag_ids)} {where}"
        for passage_id in ids:
            for tag_id in tag_ids:
                edit.tags.untag(passage_id, tag_id)


def remove_passages(project: Project, ids: Sequence[PassageId]) -> None:
    """Move passages with their tags, notes and citations to the bin; the text stays."""
    with project.operation(counted("Delete", len(ids), "passage")) as edit:
        for passage in edit.passages.some(ids):
            name = first_words(passage.quote) or "Blanks"
            edit.put_into_bin("passages", passage.id, name)
            edit.passages.remove(passage.id)


def _names(edit: Edit, tag_ids: Sequence[TagId]) -> str:
    return ", ".join(quoted(edit.tags.name(tag_id)) for tag_id in tag_ids)


def _tag(edit: Edit, ids: Sequence[PassageId], tag_ids: Sequence[TagId]) -> None:
    now = datetime.now(UTC)
    for passage_id in ids:
        for tag_id in tag_ids:
            edit.tags.tag(passage_id, tag_id, edit.analyst, now)


def _add(edit: Edit, document_id: DocumentId, span: Span) -> PassageId:
    text = _checked_text(edit, document_id, span)
    version = edit.documents.version(document_id)
    selector = describe(text, span)
    return edit.passages.add(
        document_id, version, selector, edit.analyst, datetime.now(UTC)
    )


def _checked_text(edit: Edit, document_id: DocumentId, span: Span) -> str:
    """Return the document's text, if it has such a passage."""
    # Not the whole document: its passages would be counted for each one that is added.
    text = edit.documents.text(document_id)
    if span.end > len(text) or not len(span):
        name = edit.documents.get(document_id).name
        raise InvalidValue(
            f"{span.start}..{span.end} is not a passage of “{name}”, which"
            f" has {len(text)} characters; choose a start before the end."
        )
    return text
