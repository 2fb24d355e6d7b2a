"""Bookmarks and their places."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from workbench.errors import NotFound
from workbench.model.bookmarks import Bookmark
from workbench.model.ids import BookmarkId, DocumentId
from workbench.model.passages import Selector
from workbench.model.spans import Span
from workbench.store.selectors import COLUMNS, SET_COLUMNS, columns_of, selector_of

_SELECT = """
select id, document_id, "start", "end", quote, name, analyst, created_at
from bookmarks
"""
_ORDER = 'order by document_id, "start", id'


class BookmarkStore:
    """Reads and writes bookmarks on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def all(self) -> list[Bookmark]:
        """Return all bookmarks by document, then by place."""
        return [_bookmark(row) for row in self._run(f"{_SELECT} {_ORDER}")]

    def of_document(self, document_id: DocumentId) -> list[Bookmark]:
        """Return a document's bookmarks by place."""
        rows = self._run(f"{_SELECT} where document_id = ? {_ORDER}", [document_id])
        return [_bookmark(row) for row in rows]

    def get(self, bookmark_id: BookmarkId) -> Bookmark:
        """Return one bookmark; `NotFound` when it is not there."""
        row = self._run(f"{_SELECT} where id = ?", [bookmark_id]).fetchone()
        if row is None:
            raise NotFound(f"There is no bookmark {bookmark_id} in this project.")
        return _bookmark(row)

    def selectors(self, document_id: DocumentId) -> list[tuple[BookmarkId, Selector]]:
        """Return where each bookmark of a document stands, with its context."""
        rows = self._run(
            f"select id, {COLUMNS} from bookmarks where document_id = ?", [document_id]
        )
        return [(BookmarkId(own), selector_of(*rest)) for own, *rest in rows]

    def add(
        self,
        document_id: DocumentId,
        selector: Selector,
        name: str,
        analyst: str,
        at: datetime,
    ) -> BookmarkId:
        """Add a bookmark."""
        done = self._run(
            f"insert into bookmarks (document_id, {COLUMNS}, name, analyst, created_at)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [document_id, *columns_of(selector), name, analyst, at.isoformat()],
        )
        return BookmarkId(done.lastrowid or 0)

    def move(self, bookmark_id: BookmarkId, selector: Selector) -> None:
        """Let a bookmark stand elsewhere."""
        self._run(
            f"update bookmarks set {SET_COLUMNS} where id = ?",
            [*columns_of(selector), bookmark_id],
        )

    def rename(self, bookmark_id: BookmarkId, name: str) -> None:
        """Give a bookmark another name."""
        self._run("update bookmarks set name = ? where id = ?", [name, bookmark_id])

    def remove(self, bookmark_id: BookmarkId) -> None:
        """Remove a bookmark."""
        self._run("delete from bookmarks where id = ?", [bookmark_id])


def _bookmark(row: Sequence[Any]) -> Bookmark:
    bookmark_id, document_id, start, end, quote, name, analyst, created_at = row
    return Bookmark(
        id=BookmarkId(bookmark_id),
        document_id=DocumentId(document_id),
        span=Span(start, end),
        quote=quote,
        name=name,
        analyst=analyst,
        created_at=datetime.fromisoformat(created_at),
    )
