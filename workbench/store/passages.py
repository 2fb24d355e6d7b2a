"""Passages and their places."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from workbench.errors import NotFound
from workbench.model.ids import DocumentId, PassageId, TagId
from workbench.model.passages import AnchorState, Passage, Selector
from workbench.model.spans import Span

_SELECT = """
select passages.id, passages.document_id, version, "start", "end", quote, prefix,
    suffix, anchor, passages.analyst, passages.created_at,
    (select group_concat(tag_id) from taggings where passage_id = passages.id),
    coalesce(notes.text, '')
from passages left join notes on notes.passage_id = passages.id
"""
_ORDER = 'order by passages.document_id, "start", "end" desc, passages.id'


class PassageStore:
    """Reads and writes passages on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def all(self) -> list[Passage]:
        """Return all passages by document, then by place."""
        return self._passages(f"{_SELECT} {_ORDER}")

    def count(self) -> int:
        """Return how many passages there are."""
        return int(self._run("select count(*) from passages").fetchone()[0])

    def of_document(self, document_id: DocumentId) -> list[Passage]:
        """Return a document's passages by start, of equal starts the longest first."""
        return self._passages(
            f"{_SELECT} where passages.document_id = ? {_ORDER}", document_id
        )

    def get(self, passage_id: PassageId) -> Passage:
        """Return one passage; `NotFound` when it is not there."""
        found = self._passages(f"{_SELECT} where passages.id = ?", passage_id)
        if not found:
            raise NotFound(f"There is no passage {passage_id} in this project.")
        return found[0]

    def at(self, document_id: DocumentId, span: Span) -> PassageId | None:
        """Return the passage with exactly this span, if there is one."""
        row = self._run(
            'select id from passages where document_id = ? and "start" = ?'
            ' and "end" = ?',
            [document_id, span.start, span.end],
        ).fetchone()
        return PassageId(row[0]) if row else None

    def add(
        self,
        document_id: DocumentId,
        version: int,
        selector: Selector,
        analyst: str,
        at: datetime,
    ) -> PassageId:
        """Add a passage."""
        done = self._run(
            'insert into passages (document_id, version, "start", "end", quote,'
            " prefix, suffix, analyst, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                document_id,
                version,
                selector.span.start,
                selector.span.end,
                selector.quote,
                selector.prefix,
                selector.suffix,
                analyst,
                at.isoformat(),
            ],
        )
        return PassageId(done.lastrowid or 0)

    def remove(self, passage_id: PassageId) -> None:
        """Remove a passage with its taggings, note and citations."""
        self._run("delete from passages where id = ?", [passage_id])

    def _passages(self, query: str, *values: int) -> list[Passage]:
        rows = self._run(query, values).fetchall()
        order = {
            tag_id: rank
            for rank, (tag_id,) in enumerate(
                self._run("select id from tag_paths order by path collate nocase")
            )
        }
        return [_passage(row, order) for row in rows]


def _passage(row: Sequence[Any], order: dict[int, int]) -> Passage:
    (passage_id, document_id, version, start, end, quote, prefix, suffix, anchor,
     analyst, created_at, tag_ids, note) = row  # fmt: skip
    tags = (
        sorted(map(int, tag_ids.split(",")), key=order.__getitem__) if tag_ids else ()
    )
    return Passage(
        id=PassageId(passage_id),
        document_id=DocumentId(document_id),
        version=version,
        span=Span(start, end),
        quote=quote,
        prefix=prefix,
        suffix=suffix,
        anchor=AnchorState(anchor),
        analyst=analyst,
        created_at=datetime.fromisoformat(created_at),
        tag_ids=tuple(TagId(tag_id) for tag_id in tags),
        note=note,
    )
