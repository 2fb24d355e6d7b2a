"""Passages and their places."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from workbench.errors import NotFound
from workbench.model.ids import DocumentId, PassageId, TagId
from workbench.model.passages import AnchorState, EarlierPlace, Passage, Selector
from workbench.model.spans import Span
from workbench.store.outlines import OutlineStore
from workbench.store.selectors import COLUMNS, SET_COLUMNS, columns_of, selector_of

_SELECT = """
select passages.id, passages.document_id,
    iif(anchor = 'orphaned', passages.version, documents.version),
    "start", "end", quote, prefix, suffix, anchor, needs_review, passages.analyst,
    passages.created_at,
    (select group_concat(tag_id) from taggings where passage_id = passages.id),
    coalesce(notes.text, '')
from passages
join documents on documents.id = passages.document_id
left join notes on notes.passage_id = passages.id
"""
_PLACES_IN = """
select passages.id, ?2, coalesce(earlier."start", passages."start"),
    coalesce(earlier."end", passages."end"), coalesce(earlier.quote, passages.quote)
from passages
left join passage_places earlier
    on earlier.passage_id = passages.id and earlier.version = (
        select min(version) from passage_places
        where passage_id = passages.id and version >= ?2)
where document_id = ?1 and marked_in <= ?2
    and (earlier.id is not null or iif(anchor = 'orphaned',
        passages.version >= ?2, passages.version <= ?2))
order by 3, 4 desc, 1
"""
_TEXT_OF = """
select content from texts join versions using (id)
where versions.document_id = ? and number = ?
"""
_ORDER = 'order by passages.document_id, "start", "end" desc, passages.id'


class PassageStore:
    """Reads and writes passages on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self.outlines = OutlineStore(connection)

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

    def some(self, ids: Iterable[int]) -> list[Passage]:
        """Return those of these passages that are there, by document and place."""
        wanted = json.dumps(list(ids))
        return self._passages(
            f"{_SELECT} where passages.id in (select value from json_each(?)) {_ORDER}",
            wanted,
        )

    def selectors(self, document_id: DocumentId) -> list[Selector]:
        """Return where each passage of a document stands, with its context."""
        rows = self._run(
            f"select {COLUMNS} from passages where document_id = ?", [document_id]
        )
        return [selector_of(*row) for row in rows]

    def to_review(self) -> list[Passage]:
        """Return the passages whose place an analyst should look at."""
        return self._passages(f"{_SELECT} where needs_review = 1 {_ORDER}")

    def count_to_review(self) -> int:
        """Return how many passages wait for an analyst to look at their place."""
        query = "select count(*) from passages where needs_review = 1"
        return int(self._run(query).fetchone()[0])

    def to_review_counts(self) -> dict[DocumentId, int]:
        """Return how many wait in each document; those with none are left out."""
        # The plus keeps SQLite from walking all passages in the order of documents.
        rows = self._run(
            "select document_id, count(*) from passages where needs_review = 1"
            " group by +document_id"
        )
        return dict(rows.fetchall())

    def earlier_places(self, passage_id: PassageId) -> list[EarlierPlace]:
        """Return where a passage stood before, the first place first."""
        rows = self._run(
            'select passage_id, version, "start", "end", quote from passage_places'
            " where passage_id = ? order by version",
            [passage_id],
        )
        return [_earlier_place(row) for row in rows]

    def places_in(self, document_id: DocumentId, version: int) -> list[EarlierPlace]:
        """Return where a document's passages stood in a version, by start.

        A passage that was marked in a later version is left out, and so is one that
        was in the bin while the text was another.
        """
        found = self._run(_TEXT_OF, [document_id, version]).fetchone()
        text = found[0] if found else ""
        places = map(_earlier_place, self._run(_PLACES_IN, [document_id, version]))
        return [it for it in places if it.span.of(text) == it.quote]

    def placed_in(self, passage_id: PassageId) -> int:
        """Return the first version of which a passage has its present place."""
        row = self._run("select version from passages where id = ?", [passage_id])
        return int(row.fetchone()[0])

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
            " and \"end\" = ? and anchor <> 'orphaned' order by id limit 1",
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
            f"insert into passages (document_id, marked_in, version, {COLUMNS},"
            " analyst, created_at)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                document_id,
                version,
                version,
                *columns_of(selector),
                analyst,
                at.isoformat(),
            ],
        )
        return PassageId(done.lastrowid or 0)

    def move(
        self,
        passage_id: PassageId,
        version: int,
        selector: Selector,
        anchor: AnchorState,
        *,
        needs_review: bool = False,
    ) -> None:
        """Let a passage stand elsewhere in the text of `version`.

        Where it stood in the version before is kept.
        """
        self._keep_place(passage_id, version)
        self._run(
            f"update passages set version = ?, {SET_COLUMNS}, anchor = ?,"
            " needs_review = ? where id = ?",
            [
                version,
                *columns_of(selector),
                anchor.value,
                needs_review,
                passage_id,
            ],
        )

    def orphan(
        self,
        passage_id: PassageId,
        last_version: int | None = None,
        *,
        needs_review: bool = True,
    ) -> None:
        """Leave a passage where it stood in an earlier version.

        That is `last_version`, or the one that its place was taken from.
        """
        self._run(
            "update passages set anchor = 'orphaned', needs_review = ?,"
            " version = coalesce(?, version) where id = ?",
            [needs_review, last_version, passage_id],
        )

    def accept(self, passage_id: PassageId) -> None:
        """Take a passage's place for right; an orphan stays one."""
        self._run(
            "update passages set needs_review = 0,"
            " anchor = iif(anchor = 'orphaned', anchor, 'exact') where id = ?",
            [passage_id],
        )

    def remove(self, passage_id: PassageId) -> None:
        """Remove a passage with its taggings, note and citations."""
        self._run("delete from passages where id = ?", [passage_id])

    def _keep_place(self, passage_id: PassageId, version: int) -> None:
        # A passage may stand as it was marked through several versions: the last of
        # them is the one to remember. An orphan knows it; its place is not lost twice.
        self._run(
            "insert or ignore into passage_places"
            ' (passage_id, version, "start", "end", quote)'
            " select id, iif(anchor = 'orphaned', version, ?2 - 1),"
            '  "start", "end", quote from passages where id = ?1 and version < ?2',
            [passage_id, version],
        )

    def _passages(self, query: str, *values: int | str) -> list[Passage]:
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
     needs_review, analyst, created_at, tag_ids, note) = row  # fmt: skip
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
        needs_review=bool(needs_review),
        analyst=analyst,
        created_at=datetime.fromisoformat(created_at),
        tag_ids=tuple(TagId(tag_id) for tag_id in tags),
        note=note,
    )


def _earlier_place(row: Sequence[Any]) -> EarlierPlace:
    passage_id, version, start, end, quote = row
    return EarlierPlace(PassageId(passage_id), version, Span(start, end), quote)
