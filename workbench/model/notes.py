"""Notes: the analyst's own writing, each on one thing of the project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.model.ids import ColumnId, DocumentId, NoteId
from workbench.model.spans import Span


class NoteOn(StrEnum):
    """What a note can be on; the journal's are each on a moment."""

    PROJECT = "project"
    DOCUMENT = "document"
    PASSAGE = "passage"
    TAG = "tag"
    CASE = "case"
    CELL = "cell"
    JOURNAL = "journal"


@dataclass(frozen=True, slots=True)
class NoteTarget:
    """The thing a note is on.

    `id` is None for the project and for a journal entry that is not written yet. A
    written entry is its own target. A cell's is its row's, with `column_id` beside it:
    a cell nobody wrote in has no id of its own.
    """

    on: NoteOn
    id: int | None = None
    column_id: ColumnId | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What an analyst wrote on one target."""

    id: NoteId
    target: NoteTarget
    text: str
    analyst: str
    created_at: datetime
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class PlacedNote:
    """A note with what is known of its place.

    `name` is the title, quote, path or name of what it is on, for a cell
    `table › row › column`, and empty for the project and the journal. `document` is
    the title of the document it concerns, `span` the passage's place in it.
    """

    note: Note
    name: str
    document_id: DocumentId | None
    document: str
    span: Span | None
