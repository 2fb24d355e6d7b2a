"""Writing notes and the journal, and following the links in them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from workbench.errors import InvalidValue, NotFound
from workbench.model.ids import (
    ColumnId,
    DocumentId,
    NoteId,
    PassageId,
    RowId,
    TableId,
    TagId,
)
from workbench.model.notes import NoteOn, NoteTarget
from workbench.operations.labels import counted, first_words
from workbench.project import Project
from workbench.text.links import Link, LinkTo
from workbench.views import Edit, ProjectView


def write_note(project: Project, target: NoteTarget, text: str) -> None:
    """Set the note on a thing; an empty text removes it, into the bin.

    Saves of the same note that follow each other become one step.
    """
    text = text.strip()
    if not text:
        note = project.notes.on(target)
        remove_notes(project, [note.id] if note else [])
        return
    with project.operation(_label(target), _merge_key(project, target)) as edit:
        _check_there(edit, target)
        edit.notes.write(target, text, edit.analyst, datetime.now(UTC))


def add_journal_entry(project: Project, text: str) -> NoteId:
    """Add an entry to the journal, which is known by its date and time."""
    if not text.strip():
        raise InvalidValue("A journal entry needs words; write some.")
    target, now = NoteTarget(NoteOn.JOURNAL), datetime.now(UTC)
    with project.operation(_label(target), _entry_key(now)) as edit:
        return edit.notes.add(target, text.strip(), edit.analyst, now)


def remove_notes(project: Project, ids: Sequence[NoteId]) -> None:
    """Remove notes, into the bin; what they are on stays."""
    with project.operation(counted("Delete", len(ids), "note")) as edit:
        for note_id in ids:
            note = edit.notes.get(note_id)
            name = first_words(note.text) or "Blanks"
            edit.put_into_bin("notes", note.id, name)
            edit.notes.remove(note.id)


def words_of_link(view: ProjectView, link: Link) -> str | None:
    """Return what a link leads to, in words; None when that is gone."""
    try:
        match link.to:
            case LinkTo.PASSAGE:
                return view.passages.get(PassageId(int(link.name))).quote
            case LinkTo.DOCUMENT:
                return view.documents.get(DocumentId(int(link.name))).title
            case LinkTo.TAG:
                return view.tags.at_path(link.name).path
            case LinkTo.NOTE:
                return view.notes.get(NoteId(int(link.name))).text
    except NotFound:
        return None


def target_of_link(view: ProjectView, link: Link) -> NoteTarget:
    """Return what a link leads to; for one to a note, what that note is on.

    `NotFound` when it is gone.
    """
    match link.to:
        case LinkTo.PASSAGE:
            passage = view.passages.get(PassageId(int(link.name)))
            return NoteTarget(NoteOn.PASSAGE, passage.id)
        case LinkTo.DOCUMENT:
            document = view.documents.get(DocumentId(int(link.name)))
            return NoteTarget(NoteOn.DOCUMENT, document.id)
        case LinkTo.TAG:
            return NoteTarget(NoteOn.TAG, view.tags.at_path(link.name).id)
        case LinkTo.NOTE:
            return view.notes.get(NoteId(int(link.name))).target


def cell_of(view: ProjectView, target: NoteTarget) -> tuple[TableId, RowId, ColumnId]:
    """Return the cell that a note is on, or the first of its case's rows."""
    if target.on is NoteOn.CELL and target.id and target.column_id:
        row_id = RowId(target.id)
        return view.tables.holding("table_rows", row_id).id, row_id, target.column_id
    for table_id, _ in view.tables.all():
        table = view.tables.get(table_id)
        for row in table.rows:
            if row.case_id == target.id and table.columns:
                return table_id, row.id, table.columns[0].id
    raise NotFound("No table has a row for this case and a column; add them first.")


def _label(target: NoteTarget) -> str:
    if target.on is NoteOn.JOURNAL:
        return "Write journal entry"
    return f"Write note on {target.on.value}"


def _merge_key(project: Project, target: NoteTarget) -> str:
    if target.on is NoteOn.JOURNAL and (note := project.notes.on(target)):
        return _entry_key(note.created_at)
    return f"note:{target.on}:{target.id}:{target.column_id}"


def _entry_key(created_at: datetime) -> str:
    # Its moment, which is known before there is an id.
    return f"note:journal:{created_at.isoformat()}"


def _check_there(edit: Edit, target: NoteTarget) -> None:
    match target:
        case NoteTarget(NoteOn.DOCUMENT, int(number)):
            edit.documents.get(DocumentId(number))
        case NoteTarget(NoteOn.PASSAGE, int(number)):
            edit.passages.get(PassageId(number))
        case NoteTarget(NoteOn.TAG, int(number)):
            edit.tags.get(TagId(number))
        case NoteTarget(NoteOn.CASE, int(number)):
            _check_case(edit, number)
        case NoteTarget(NoteOn.CELL, int(number), int(column)):
            edit.tables.place(RowId(number), ColumnId(column))
        case NoteTarget(NoteOn.JOURNAL, int(number)):
            edit.notes.get(NoteId(number))


def _check_case(edit: Edit, number: int) -> None:
    if all(case.id != number for case in edit.cases.all()):
        raise NotFound(f"There is no case {number} in this project.")
