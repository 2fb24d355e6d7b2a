"""Notes: the analyst's own writing, each on one thing of the project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from workbench.model.ids import NoteId


class NoteOn(StrEnum):
    """What a note can be on."""

    PROJECT = "project"
    DOCUMENT = "document"
    PASSAGE = "passage"
    TAG = "tag"


@dataclass(frozen=True, slots=True)
class NoteTarget:
    """The thing a note is on; `id` is None for the project."""

    on: NoteOn
    id: int | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """What an analyst wrote on one target."""

    id: NoteId
    target: NoteTarget
    text: str
    analyst: str
    created_at: datetime
    changed_at: datetime
