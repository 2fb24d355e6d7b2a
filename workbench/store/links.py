"""Links between passages."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from workbench.errors import NotFound
from workbench.model.ids import DocumentId, LinkId, PassageId
from workbench.model.links import Link, LinkEnd, LinkKind
from workbench.model.spans import Span

_SELECT = """
select links.id, links.kind, links.reason, links.analyst, links.created_at,
    sources.id, sources.document_id, source_documents.title, sources."start",
    sources."end", sources.quote, sources.anchor = 'orphaned',
    targets.id, targets.document_id, target_documents.title, targets."start",
    targets."end", targets.quote, targets.anchor = 'orphaned'
from links
join passages sources on sources.id = links.source_id
join documents source_documents on source_documents.id = sources.document_id
join passages targets on targets.id = links.target_id
join documents target_documents on target_documents.id = targets.document_id
"""
_END_COLUMNS = 7
_ORDER = """order by sources.document_id, sources."start", targets.document_id,
    targets."start", links.id"""


class LinkStore:
    """Reads and writes links on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def all(self) -> list[Link]:
        """Return all links, by where their sources stand."""
        return self._links("true")

    def get(self, link_id: LinkId) -> Link:
        """Return one link; `NotFound` when it is not there."""
        found = self._links("links.id = ?", link_id)
        if not found:
            raise NotFound(f"There is no link {link_id} in this project.")
        return found[0]

    def some(self, ids: Iterable[int]) -> list[Link]:
        """Return those of these links that are there, by where their sources stand."""
        wanted = json.dumps(list(ids))
        return self._links("links.id in (select value from json_each(?))", wanted)

    def between(self, a: DocumentId, b: DocumentId) -> list[Link]:
        """Return the links between two documents, whichever holds the source."""
        return self._links(
            "(sources.document_id, targets.document_id) in (values (?1, ?2), (?2, ?1))",
            a, b,
        )  # fmt: skip

    def with_ends(self, one: PassageId, other: PassageId) -> list[Link]:
        """Return the links between two passages, in either direction."""
        return self._links(
            "(links.source_id, links.target_id) in (values (?1, ?2), (?2, ?1))",
            one, other,
        )  # fmt: skip

    def add(
        self,
        source_id: PassageId,
        target_id: PassageId,
        kind: LinkKind,
        reason: str,
        analyst: str,
        at: datetime,
    ) -> LinkId:
        """Add a link between two passages."""
        done = self._run(
            "insert into links (source_id, target_id, kind, reason, analyst,"
            " created_at) values (?, ?, ?, ?, ?, ?)",
            [source_id, target_id, kind, reason, analyst, at.isoformat()],
        )
        return LinkId(done.lastrowid or 0)

    def change(self, link_id: LinkId, kind: LinkKind, reason: str) -> None:
        """Give a link another kind or reason."""
        self._run(
            "update links set kind = ?, reason = ? where id = ?",
            [kind, reason, link_id],
        )

    def remove(self, link_id: LinkId) -> None:
        """Remove a link; its passages stay."""
        self._run("delete from links where id = ?", [link_id])

    def _links(self, condition: str, *values: int | str) -> list[Link]:
        rows = self._run(f"{_SELECT} where {condition} {_ORDER}", values)
        return [_link(row) for row in rows]


def _link(row: Sequence[Any]) -> Link:
    link_id, kind, reason, analyst, created_at, *ends = row
    return Link(
        LinkId(link_id),
        LinkKind(kind),
        reason,
        _end(*ends[:_END_COLUMNS]),
        _end(*ends[_END_COLUMNS:]),
        analyst,
        datetime.fromisoformat(created_at),
    )


def _end(
    passage_id: int, document_id: int, title: str, start: int, end: int,
    quote: str, is_orphaned: int,
) -> LinkEnd:  # fmt: skip
    return LinkEnd(
        PassageId(passage_id), DocumentId(document_id), title, Span(start, end), quote,
        bool(is_orphaned),
    )  # fmt: skip
