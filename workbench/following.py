"""Keeps the search index equal to the texts, from what an operation changed.

The index holds the current text of each document and what of it is in zones, so it
follows the rows of documents, texts and zones.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Sequence
from typing import Any

from workbench.model.ids import DocumentId
from workbench.model.spans import Span
from workbench.search.indexing.index import Index, create_index
from workbench.search.indexing.rows import Indexed
from workbench.store.history import RowChange
from workbench.store.texts import unpack_spans
from workbench.store.zones import ZoneStore

_VERSION_COLUMN = 5
_ZONE_STATE = 8
_HOLDERS = {
    "texts": "select distinct document_id from texts"
    " where id in (select value from json_each(?))",
    "zones": "select distinct document_id from zones"
    " where id in (select value from json_each(?))",
}

Row = tuple[Any, ...]


def build_index(connection: sqlite3.Connection) -> None:
    """Make the index, and fill it with the documents that are there."""
    create_index(connection)
    IndexFollower(connection).index_all()


class IndexFollower:
    """Brings the index to what the rows say, in the transaction of their change."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._index = Index(connection)
        self._zones = ZoneStore(connection)

    def follow(self, changes: Sequence[RowChange]) -> None:
        """Index the documents anew whose text or zones these changes concern."""
        earlier = _Earlier(changes)
        new = {it for it in earlier.ids("documents") if earlier.is_new("documents", it)}
        self._index.add_all(self._indexed(new))
        for document_id in sorted(self._concerned(changes) - new):
            before = self._before(document_id, earlier)
            after = self._now(document_id)
            if before and after:
                self._index.update(document_id, before, after)
            elif before:
                self._index.remove(document_id, before)
            elif after:
                self._index.add(document_id, after)

    def forget_removed(self) -> None:
        """Leave no word of removed texts in the file; takes as long as the index."""
        self._index.forget_removed()

    def index_all(self) -> None:
        """Put every document into an empty index."""
        ids = [row[0] for row in self._run("select id from documents")]
        self._index.add_all(self._indexed(ids))

    def _concerned(self, changes: Sequence[RowChange]) -> set[int]:
        concerned = {it.row_id for it in changes if self._is_other_text(it)}
        for table, holders in _HOLDERS.items():
            rows = [it for it in changes if it.table == table]
            concerned.update(it.old[1] for it in rows if it.kind != "insert")
            inserted = [it.row_id for it in rows if it.kind == "insert"]
            concerned.update(
                row[0] for row in self._run(holders, [json.dumps(inserted)])
            )
        return concerned

    def _is_other_text(self, change: RowChange) -> bool:
        if change.table != "documents" or change.kind != "update":
            return change.table == "documents"
        row = self._row("select version from documents", change.row_id)
        return row is None or bool(row[0] != change.old[_VERSION_COLUMN])

    def _now(self, document_id: int) -> Indexed | None:
        return next((it for _, it in self._indexed([document_id])), None)

    def _indexed(self, ids: Collection[int]) -> Iterator[tuple[int, Indexed]]:
        """Yield what is to be found of those of these documents that are there."""
        if not ids:
            return
        zones = self._zones.accepted_in(ids)
        rows = self._run(
            "select documents.id, content, blocks from documents join versions"
            " on versions.document_id = documents.id and number = documents.version"
            " join texts on texts.id = versions.id"
            " where documents.id in (select value from json_each(?))"
            " order by documents.id",
            [json.dumps(list(ids))],
        )
        for document_id, text, blocks in rows:
            spans = zones.get(document_id, ())
            yield document_id, Indexed(text, unpack_spans(blocks), spans)

    def _before(self, document_id: int, earlier: _Earlier) -> Indexed | None:
        document = earlier.row("documents", document_id)
        if document is None and earlier.knows("documents", document_id):
            return None
        if document is None:
            document = self._row("select * from documents", document_id)
        assert document is not None
        text = self._text_before(document_id, document[_VERSION_COLUMN], earlier)
        zones = self._zones_before(document_id, earlier)
        return Indexed(text[0], unpack_spans(text[1]), zones)

    def _text_before(self, document_id: int, number: int, earlier: _Earlier) -> Row:
        version_id = next(
            (
                it[0]
                for it in earlier.rows("versions")
                if it[1:3] == (document_id, number)
            ),
            None,
        )
        if version_id is None:
            version_id = self._run(
                "select id from versions where document_id = ? and number = ?",
                [document_id, number],
            ).fetchone()[0]
        text = earlier.row("texts", version_id)
        if text is not None:
            return text[2:]
        row: Row = self._row("select content, blocks from texts", version_id) or ()
        return row

    def _zones_before(self, document_id: int, earlier: _Earlier) -> list[Span]:
        now = self._zones.accepted(DocumentId(document_id))
        same = [span for it, span in now.items() if not earlier.knows("zones", it)]
        other = [
            Span(row[2], row[3])
            for row in earlier.rows("zones")
            if row[1] == document_id and row[_ZONE_STATE] == "accepted"
        ]
        return sorted(same + other)

    def _row(self, select: str, row_id: int) -> Row | None:
        row: Row | None = self._run(f"{select} where id = ?", [row_id]).fetchone()
        return row


class _Earlier:
    """Rows as they were before the changes; of a row that is new, None."""

    def __init__(self, changes: Sequence[RowChange]) -> None:
        self._rows: dict[str, dict[int, Row | None]] = {}
        for change in changes:
            row = None if change.kind == "insert" else change.old
            self._rows.setdefault(change.table, {}).setdefault(change.row_id, row)

    def ids(self, table: str) -> Collection[int]:
        """Return the ids of the rows that were changed."""
        return self._rows.get(table, {}).keys()

    def is_new(self, table: str, row_id: int) -> bool:
        """Tell whether a changed row was not there before."""
        return self._rows[table][row_id] is None

    def knows(self, table: str, row_id: int) -> bool:
        """Tell whether the row was changed at all."""
        return row_id in self._rows.get(table, {})

    def row(self, table: str, row_id: int) -> Row | None:
        """Return a changed row as it was."""
        return self._rows.get(table, {}).get(row_id)

    def rows(self, table: str) -> Iterator[Row]:
        """Yield the changed rows that were there."""
        return (row for row in self._rows.get(table, {}).values() if row is not None)
