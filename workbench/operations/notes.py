"""Writing notes."""

from __future__ import annotations

from datetime import UTC, datetime

from workbench.model.ids import DocumentId, PassageId, TagId
from workbench.model.notes import NoteOn, NoteTarget
from workbench.project import Edit, Project


def write_note(project: Project, target: NoteTarget, text: str) -> None:
    """Set the note on a thing; an empty text removes it.

    Saves of the same note that follow each other become one step.
    """
    label = f"Write note on {target.on.value}"
    with project.operation(label, f"note:{target.on}:{target.id}") as edit:
        _check_there(edit, target)
        edit.notes.write(target, text.strip(), edit.analyst, datetime.now(UTC))


def _check_there(edit: Edit, target: NoteTarget) -> None:
    if target.id is None:
        return
    if target.on is NoteOn.DOCUMENT:
        edit.documents.get(DocumentId(target.id))
    elif target.on is NoteOn.PASSAGE:
        edit.passages.get(PassageId(target.id))
    elif target.on is NoteOn.TAG:
        edit.tags.get(TagId(target.id))
