"""What of a text is not content: zones, accepted or refused."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from workbench.model.ids import DocumentId, ZoneId
from workbench.model.passages import Selector
from workbench.model.spans import Span
from workbench.model.zones import Zone, ZoneKind, ZoneState
from workbench.store.selectors import COLUMNS, SET_COLUMNS, columns_of, selector_of

_SELECT = """
select id, document_id, "start", "end", quote, kind, state, words, analyst, created_at
from zones
"""


class ZoneStore:
    """Reads and writes zones on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def of_document(
        self, document_id: DocumentId, state: ZoneState = ZoneState.ACCEPTED
    ) -> list[Zone]:
        """Return a document's zones in order; accepted ones do not overlap."""
        rows = self._run(
            f'{_SELECT} where document_id = ? and state = ? order by "start"',
            [document_id, state.value],
        )
        return [_zone(row) for row in rows]

    def accepted(self, document_id: DocumentId) -> dict[ZoneId, Span]:
        """Return what of a document is not content, in order."""
        rows = self._run(
            'select id, "start", "end" from zones'
            " where document_id = ? and state = 'accepted' order by \"start\"",
            [document_id],
        )
        return {ZoneId(row[0]): Span(row[1], row[2]) for row in rows}

    def accepted_in(self, ids: Iterable[int]) -> dict[DocumentId, list[Span]]:
        """Return what of these documents is not content; those with none are left out.

        The places of each document are in order.
        """
        rows = self._run(
            'select document_id, "start", "end" from zones'
            " where state = 'accepted'"
            ' and document_id in (select value from json_each(?)) order by "start"',
            [json.dumps(list(ids))],
        )
        found: dict[DocumentId, list[Span]] = {}
        for document_id, start, end in rows:
            found.setdefault(document_id, []).append(Span(start, end))
        return found

    def counts(self) -> dict[DocumentId, int]:
        """Return how many zones each document has; those with none are left out."""
        rows = self._run(
            "select document_id, count(*) from zones where state = 'accepted'"
            " group by document_id"
        )
        return dict(rows.fetchall())

    def with_kind(self, kind: ZoneKind) -> list[DocumentId]:
        """Return the documents that have an accepted zone of a kind, in order."""
        rows = self._run(
            "select distinct document_id from zones"
            " where kind = ? and state = 'accepted' order by 1",
            [kind.value],
        )
        return [DocumentId(own) for (own,) in rows]

    def selectors(self, document_id: DocumentId) -> list[tuple[ZoneId, Selector]]:
        """Return where each zone stands, accepted or refused, with its context."""
        rows = self._run(
            f"select id, {COLUMNS} from zones where document_id = ?", [document_id]
        )
        return [(ZoneId(own), selector_of(*rest)) for own, *rest in rows]

    def add(
        self,
        document_id: DocumentId,
        selector: Selector,
        kind: ZoneKind,
        state: ZoneState,
        words: int,
        analyst: str,
        at: datetime,
    ) -> ZoneId:
        """Add a zone; `words` is how many words it takes out of the count."""
        done = self._run(
            f"insert into zones (document_id, {COLUMNS}, kind, state, words, analyst,"
            " created_at)"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                document_id,
                *columns_of(selector),
                kind.value,
                state.value,
                words,
                analyst,
                at.isoformat(),
            ],
        )
        return ZoneId(done.lastrowid or 0)

    def move(self, zone_id: ZoneId, selector: Selector, words: int) -> None:
        """Let a zone stand elsewhere."""
        self._run(
            f"update zones set {SET_COLUMNS}, words = ? where id = ?",
            [
                *columns_of(selector),
                words,
                zone_id,
            ],
        )

    def remove(self, zone_id: ZoneId) -> None:
        """Make a zone content again, or forget that it was refused."""
        self._run("delete from zones where id = ?", [zone_id])


def _zone(row: Sequence[Any]) -> Zone:
    (zone_id, document_id, start, end, quote, kind, state, words, analyst,
     created_at) = row  # fmt: skip
    return Zone(
        id=ZoneId(zone_id),
        document_id=DocumentId(document_id),
        span=Span(start, end),
        quote=quote,
        kind=ZoneKind(kind),
        state=ZoneState(state),
        words=words,
        analyst=analyst,
        created_at=datetime.fromisoformat(created_at),
    )
