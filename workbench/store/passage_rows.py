"""Passages as lists show them: chosen by SQL, and only what a line needs of each."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Collection
from datetime import datetime
from typing import Any

from workbench.model.ids import DocumentId, PassageId, TagId
from workbench.model.passage_filters import (
    PassageFilter,
    PassageLine,
    PassageOrder,
    PassagePlace,
)

LONGEST = 300
"""Characters of a quote or note that are read."""

_PLACES = 'select id, document_id, "start", "end" from passages'
_LINES = f"""
select passages.id, passages.document_id, iif(title = '', name, title), "start", "end",
    prefix, substr(quote, 1, {LONGEST}), suffix,
    (select group_concat(tag_id) from taggings where passage_id = passages.id),
    coalesce(substr(notes.text, 1, {LONGEST}), ''), needs_review,
    anchor = 'orphaned', passages.analyst, passages.created_at
from passages
join documents on documents.id = passages.document_id
left join notes on notes.passage_id = passages.id
"""
_THESE = "select value from json_each(?)"
_BRANCH = f"""
with recursive branch(id) as (
    {_THESE} union select tags.id from tags join branch on parent_id = branch.id
) select id from branch
"""
_SIMPLE = {
    "is_untagged": "(id not in (select passage_id from taggings)) = ?",
    "has_note": "exists (select 1 from notes where passage_id = passages.id) = ?",
    "needs_review": "needs_review = ?",
    "marked_by": "analyst = ?",
    "tagged_by": "id in (select passage_id from taggings where analyst = ?)",
    "from_moment": "created_at >= ?",
    "before_moment": "created_at < ?",
}

_BY_PLACE = 'document_id, "start", "end" desc, id'
_ORDERS = {
    PassageOrder.NEWEST: f"created_at desc, {_BY_PLACE}",
    PassageOrder.OLDEST: f"created_at, {_BY_PLACE}",
}


class PassageRowStore:
    """Reads the rows of lists of passages on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def matching(
        self,
        wanted: PassageFilter,
        documents: Collection[DocumentId] | None,
        order: PassageOrder = PassageOrder.PLACE,
    ) -> list[PassagePlace]:
        """Return the passages of these documents, or of all, that meet a filter.

        Conditions on words, attributes and other passages are not looked at. Unless
        sorted by time they come by document and place.
        """
        conditions = _conditions(wanted)
        if documents is not None:
            conditions.append((f"document_id in ({_THESE})", _listed(documents)))
        where = " and ".join(clause for clause, _ in conditions) or "1"
        rows = self._run(
            f"{_PLACES} where {where} order by {_ORDERS.get(order, _BY_PLACE)}",
            [value for _, value in conditions],
        )
        return list(map(PassagePlace._make, rows))

    def tagged(self, tag_id: TagId, *, with_beneath: bool) -> list[PassagePlace]:
        """Return where passages with a tag stand, in no order."""
        rows = self._run(
            f"{_PLACES} where id in ({_tagged(with_beneath=with_beneath)})"
            " and anchor <> 'orphaned'",
            [_listed([tag_id])],
        )
        return list(map(PassagePlace._make, rows))

    def orphans(self) -> set[PassageId]:
        """Return the passages that stand nowhere in the current texts."""
        # Apart from the places, which the index alone has: it knows no anchors.
        rows = self._run("select id from passages where anchor = 'orphaned'")
        return {passage_id for (passage_id,) in rows}

    def lines(self, ids: Collection[PassageId]) -> list[PassageLine]:
        """Return the lines of these passages, as far as their rows know them.

        Neither they nor their tags are in an order; what stands around each is what
        was kept with it.
        """
        rows = self._run(f"{_LINES} where passages.id in ({_THESE})", [_listed(ids)])
        return [_line(*row) for row in rows]

    def tags_of(self, ids: Collection[PassageId]) -> dict[int, list[TagId]]:
        """Return the tags of these passages, in no order."""
        rows = self._run(
            f"select passage_id, tag_id from taggings where passage_id in ({_THESE})",
            [_listed(ids)],
        )
        tags: dict[int, list[TagId]] = defaultdict(list)
        for passage_id, tag_id in rows:
            tags[passage_id].append(tag_id)
        return tags

    def words_of(self, ids: Collection[PassageId]) -> list[tuple[PassageId, str]]:
        """Return the whole quote and note of each of these passages."""
        rows = self._run(
            "select passages.id, quote || char(10) || coalesce(notes.text, '')"
            " from passages left join notes on notes.passage_id = passages.id"
            f" where passages.id in ({_THESE})",
            [_listed(ids)],
        )
        return rows.fetchall()

    def titles(self) -> dict[DocumentId, str]:
        """Return what the documents are called."""
        rows = self._run("select id, iif(title = '', name, title) from documents")
        return dict(rows.fetchall())

    def count(self, document_id: DocumentId | None) -> int:
        """Return how many passages a document has, or all have."""
        query = "select count(*) from passages where coalesce(?, document_id)"
        return int(self._run(f"{query} = document_id", [document_id]).fetchone()[0])

    def analysts(self) -> list[str]:
        """Return who has marked or tagged a passage, by name."""
        rows = self._run(
            "select analyst from passages union select analyst from taggings order by 1"
        )
        return [name for (name,) in rows]


def _conditions(wanted: PassageFilter) -> list[tuple[str, object]]:
    tagged = f"id in ({_tagged(with_beneath=wanted.with_beneath)})"
    conditions: list[tuple[str, object]] = [
        (clause, value)
        for name, clause in _SIMPLE.items()
        if (value := getattr(wanted, name))
    ]
    conditions += [(tagged, _listed([tag_id])) for tag_id in wanted.all_of]
    conditions += [(f"not {tagged}", _listed([tag_id])) for tag_id in wanted.none_of]
    if wanted.any_of:
        conditions.append((tagged, _listed(wanted.any_of)))
    return conditions


def _tagged(*, with_beneath: bool) -> str:
    tags = _BRANCH if with_beneath else _THESE
    return f"select passage_id from taggings where tag_id in ({tags})"


def _line(*row: Any) -> PassageLine:
    *first, tags, note, needs_review, is_orphan, analyst, created_at = row
    passage_id, document_id, title, start, end, before, quote, after = first
    tag_ids = tuple(TagId(int(it)) for it in tags.split(",")) if tags else ()
    return PassageLine(
        passage_id, document_id, title, start, end, before, quote, after, tag_ids,
        note, bool(needs_review), bool(is_orphan), analyst,
        datetime.fromisoformat(created_at),
    )  # fmt: skip


def _listed(ids: Collection[int]) -> str:
    return json.dumps(list(ids))
