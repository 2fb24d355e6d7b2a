"""Searches that are kept, and hits that an analyst did not want."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.model.ids import DiscardId, DocumentId, SavedSearchId
from workbench.model.search import SearchOptions
from workbench.model.spans import Span


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A query with its options under a name; what it finds is never kept."""

    id: SavedSearchId
    name: str
    query: str
    options: SearchOptions
    analyst: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class PastSearch:
    """What was asked, when it was asked last, and how much it found then."""

    query: str
    options: SearchOptions
    asked_at: datetime
    documents: int
    hits: int


@dataclass(frozen=True, slots=True)
class Discard:
    """A place where certain words do not mean what the analyst looks for."""

    id: DiscardId
    document_id: DocumentId
    span: Span
    quote: str
