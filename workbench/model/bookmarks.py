"""Bookmarks: lines of a document to come back to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from workbench.model.ids import BookmarkId, DocumentId
from workbench.model.spans import Span


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A named place; `quote` is the line it was put on."""

    id: BookmarkId
    document_id: DocumentId
    span: Span
    quote: str
    name: str
    analyst: str
    created_at: datetime
