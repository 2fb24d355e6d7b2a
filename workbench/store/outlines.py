"""Passages as pages paint them: read some thousand at a time, a quarter of the cost.

A passage that has lost its place in the text is not on the page.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection
from typing import Any

from workbench.model.ids import DocumentId, PassageId, TagId
from workbench.model.outlines import PassageOutline, TagLook
from workbench.model.spans import Span

_OUTLINES = """
select id, "start", "end",
    (select group_concat(tag_id) from taggings where passage_id = passages.id),
    exists (select 1 from notes where passage_id = passages.id),
    needs_review or anchor in ('edited', 'ambiguous')
from passages where id in (select value from json_each(?))
    and +document_id = ? and anchor <> 'orphaned'
"""


class OutlineStore:
    """Reads outlines of one document's passages, and the looks of tags."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def ids(self, document_id: DocumentId) -> list[PassageId]:
        """Return a document's passages by start."""
        rows = self._run(
            'select id from passages where document_id = ? order by "start"',
            [document_id],
        )
        return [passage_id for (passage_id,) in rows]

    def ids_in(self, document_id: DocumentId, span: Span) -> list[PassageId]:
        """Return the passages that reach into a span, by start."""
        rows = self._run(
            'select id from passages where document_id = ? and "start" < ?'
            ' and "end" > ? order by "start"',
            [document_id, span.end, span.start],
        )
        return [PassageId(passage_id) for (passage_id,) in rows]

    def some(
        self, document_id: DocumentId, ids: Collection[int]
    ) -> list[PassageOutline]:
        """Return those of these passages that are in the document, in no order."""
        rows = self._run(_OUTLINES, [json.dumps(list(ids)), document_id])
        return [_outline(*row) for row in rows]

    def with_note(self, document_id: DocumentId) -> set[PassageId]:
        """Return the document's passages that have a note."""
        rows = self._run(
            "select passage_id from notes join passages on passages.id = passage_id"
            " where passages.document_id = ?",
            [document_id],
        )
        return {PassageId(passage_id) for (passage_id,) in rows}

    def tagged(
        self, document_id: DocumentId, tag_ids: Collection[int]
    ) -> set[PassageId]:
        """Return the document's passages that have one of these tags."""
        rows = self._run(
            "select passage_id from taggings join passages"
            " on passages.id = passage_id where document_id = ?"
            " and tag_id in (select value from json_each(?))",
            [document_id, json.dumps(list(tag_ids))],
        )
        return {PassageId(passage_id) for (passage_id,) in rows}

    def tag_looks(self) -> dict[TagId, TagLook]:
        """Return the looks of all tags, without counting what has them."""
        rows = self._run(
            "select tags.id, tags.name, tags.color from tags"
            " join tag_paths on tag_paths.id = tags.id"
            " order by tag_paths.path collate nocase"
        )
        return {
            TagId(tag_id): TagLook(name, color, rank)
            for rank, (tag_id, name, color) in enumerate(rows)
        }


def _outline(
    passage_id: int, start: int, end: int, tag_ids: str | None, *flags: Any
) -> PassageOutline:
    has_note, is_uncertain = map(bool, flags)
    tags = tuple(TagId(int(it)) for it in tag_ids.split(",")) if tag_ids else ()
    return PassageOutline(
        PassageId(passage_id), Span(start, end), tags, has_note, is_uncertain
    )
