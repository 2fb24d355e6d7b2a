"""Saved searches, the history of what was asked, and discarded hits."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any, Final

from workbench.errors import NotFound
from workbench.model.ids import DiscardId, DocumentId, SavedSearchId
from workbench.model.passages import Selector
from workbench.model.searches import Discard, PastSearch, SavedSearch
from workbench.model.spans import Span
from workbench.store.search_options import pack_options, unpack_options
from workbench.store.selectors import COLUMNS, SET_COLUMNS, columns_of, selector_of

KEPT_SEARCHES: Final = 500
"""How many searches the history remembers."""

_SAVED = "select id, name, query, options, analyst, created_at from saved_searches"
_DISCARDS = 'select id, document_id, "start", "end", quote from discarded_hits'
_IN_ORDER = 'order by document_id, "start", "end", id'


class SearchStore:
    """Reads and writes searches on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._run_many = connection.executemany

    def saved(self) -> list[SavedSearch]:
        """Return the saved searches by name."""
        rows = self._run(f"{_SAVED} order by name collate nocase")
        return [_saved(row) for row in rows]

    def get(self, saved_id: SavedSearchId) -> SavedSearch:
        """Return one saved search; `NotFound` when it is not there."""
        row = self._run(f"{_SAVED} where id = ?", [saved_id]).fetchone()
        if row is None:
            raise NotFound(f"There is no saved search {saved_id} in this project.")
        return _saved(row)

    def named(self, name: str) -> SavedSearch | None:
        """Return the saved search of this name, letter case apart."""
        row = self._run(f"{_SAVED} where name = ? collate nocase", [name]).fetchone()
        return _saved(row) if row else None

    def save(self, search: SavedSearch) -> SavedSearchId:
        """Add a saved search; it gets an id of its own, which is returned."""
        done = self._run(
            "insert into saved_searches (name, query, options, analyst, created_at)"
            " values (?, ?, ?, ?, ?)",
            [
                search.name,
                search.query,
                pack_options(search.options),
                search.analyst,
                search.created_at.isoformat(),
            ],
        )
        return SavedSearchId(done.lastrowid or 0)

    def rename(self, saved_id: SavedSearchId, name: str) -> None:
        """Give a saved search another name."""
        self._run("update saved_searches set name = ? where id = ?", [name, saved_id])

    def remove(self, saved_id: SavedSearchId) -> None:
        """Remove a saved search."""
        self._run("delete from saved_searches where id = ?", [saved_id])

    def history(self, limit: int = KEPT_SEARCHES) -> list[PastSearch]:
        """Return what was asked, the last first."""
        rows = self._run(
            "select query, options, asked_at, documents, hits from searches"
            " order by asked_at desc, id desc limit ?",
            [limit],
        )
        return [_past(row) for row in rows]

    def remember(self, search: PastSearch) -> None:
        """Put a search on top of the history, and forget the oldest beyond 500."""
        self._run(
            "insert into searches (query, options, asked_at, documents, hits)"
            " values (?, ?, ?, ?, ?) on conflict (query, options) do update set"
            " asked_at = excluded.asked_at, documents = excluded.documents,"
            " hits = excluded.hits",
            [
                search.query,
                pack_options(search.options),
                search.asked_at.isoformat(),
                search.documents,
                search.hits,
            ],
        )
        self._run(
            "delete from searches where id not in"
            " (select id from searches order by asked_at desc, id desc limit ?)",
            [KEPT_SEARCHES],
        )

    def forget(self) -> None:
        """Forget everything that was asked."""
        self._run("delete from searches")

    def discards(self, words: str) -> list[Discard]:
        """Return what was discarded for these words, in the order of the texts."""
        rows = self._run(f"{_DISCARDS} where words = ? {_IN_ORDER}", [words])
        return [_discard(row) for row in rows]

    def discards_in(self, document_id: DocumentId) -> list[Discard]:
        """Return what was discarded in a document, for whatever words."""
        rows = self._run(
            f"{_DISCARDS} where document_id = ? {_IN_ORDER}", [document_id]
        )
        return [_discard(row) for row in rows]

    def selectors(self, document_id: DocumentId) -> list[tuple[DiscardId, Selector]]:
        """Return where each discarded hit of a document stands, with its context."""
        rows = self._run(
            f"select id, {COLUMNS} from discarded_hits where document_id = ?",
            [document_id],
        )
        return [(DiscardId(own), selector_of(*rest)) for own, *rest in rows]

    def discard(
        self,
        words: str,
        places: Sequence[tuple[DocumentId, Selector]],
        analyst: str,
        at: datetime,
    ) -> None:
        """Discard hits of these words."""
        self._run_many(
            f"insert into discarded_hits (words, document_id, {COLUMNS}, analyst,"
            " created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (words, document_id, *columns_of(place), analyst, at.isoformat())
                for document_id, place in places
            ],
        )

    def move_discard(self, discard_id: DiscardId, selector: Selector) -> None:
        """Let a discarded hit stand elsewhere."""
        self._run(
            f"update discarded_hits set {SET_COLUMNS} where id = ?",
            [*columns_of(selector), discard_id],
        )

    def restore(self, ids: Sequence[DiscardId]) -> None:
        """Make hits of what was discarded."""
        self._run_many(
            "delete from discarded_hits where id = ?", [(own,) for own in ids]
        )


def _saved(row: Sequence[Any]) -> SavedSearch:
    saved_id, name, query, options, analyst, created_at = row
    return SavedSearch(
        SavedSearchId(saved_id),
        name,
        query,
        unpack_options(options),
        analyst,
        datetime.fromisoformat(created_at),
    )


def _past(row: Sequence[Any]) -> PastSearch:
    query, options, asked_at, documents, hits = row
    moment = datetime.fromisoformat(asked_at)
    return PastSearch(query, unpack_options(options), moment, documents, hits)


def _discard(row: Sequence[Any]) -> Discard:
    discard_id, document_id, start, end, quote = row
    return Discard(
        DiscardId(discard_id), DocumentId(document_id), Span(start, end), quote
    )
