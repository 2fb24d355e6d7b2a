"""What documents share, as it was found when they were compared.

Nothing here is a step. A document counts as compared while its signature is that of
the row: one that changed, and what it shares, is passed over, and counts again when
the change is undone. Rows that no comparison can have written are passed over as well.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import NamedTuple

from workbench.model.alignments import Pair, PairKind
from workbench.model.ids import DocumentId
from workbench.model.reuse import CommonStatement, Shared
from workbench.model.spans import Span


class Compared(NamedTuple):
    """What a document was when it was compared, and what tells what is like it."""

    signature: str
    fingerprint: str


_STATES = """
select documents.id, versions.id, text_sha256,
    (select group_concat("start" || '-' || "end") from (select "start", "end" from zones
        where document_id = documents.id and state = 'accepted' order by 1, 2))
from documents
join versions on versions.document_id = documents.id and versions.number = version
"""
_SOUND = """
with current as materialized (
    select documents.id, characters from documents
    join versions on versions.document_id = documents.id and versions.number = version
    where documents.id in (select value from json_each(?))
)
select {columns} from shared_statements
join current as a on a.id = a_document_id
join current as b on b.id = b_document_id
where a_document_id < b_document_id
    and a_start between 0 and a_end and a_end <= a.characters
    and b_start between 0 and b_end and b_end <= b.characters
    and score between 0 and 1
"""
_SHARED = """
select a_document_id, b_document_id, sum(kind = 'verbatim'), sum(kind = 'altered'),
    sum(kind = 'paraphrase'), sum(max(a_end - max(a_start, known), 0))
from ({sound})
group by 1, 2 order by 1, 2
"""
_KNOWN = """
    a_document_id, b_document_id, a_start, a_end, kind,
    coalesce(max(a_end) over (partition by a_document_id, b_document_id
        order by a_start, a_end rows between unbounded preceding and 1 preceding), 0)
        as known
"""
_COMMON = """
select a_document_id, a_start, a_end, count(distinct b_document_id) as others
from ({sound}) as found
group by 1, 2, 3
having others >= ? and not exists (
    select 1 from shared_statements as earlier
    where earlier.b_document_id = found.a_document_id
        and earlier.b_start < found.a_end and earlier.b_end > found.a_start
        and earlier.a_document_id in {listed})
order by 1, 2, 3
"""
_TOUCHING = """
select * from (
    select b_document_id, kind, score, a_start, a_end, b_start, b_end
    from shared_statements where a_document_id = ?1
    union all
    select a_document_id, kind, score, b_start, b_end, a_start, a_end
    from shared_statements where b_document_id = ?1
)
where a_start < ?3 and a_end > ?2 order by score desc, 1, 6
"""
_PLACES = "kind, score, a_start, a_end, b_start, b_end"
_LISTED = "(select value from json_each(?))"


class ReuseStore:
    """Reads and writes what documents share, on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._run_many = connection.executemany

    def states(
        self, method: int, among: Iterable[DocumentId] | None = None
    ) -> dict[DocumentId, str]:
        """Return a digest of text and zones of each document, or of some, in order.

        `method` is the number of the way in which documents are compared.
        """
        where, given = _among("documents.id", among)
        rows = self._run(f"{_STATES} {where} order by documents.id", given)
        return {
            DocumentId(own): sha256(repr((method, *state)).encode()).hexdigest()
            for own, *state in rows
        }

    def compared(
        self, among: Iterable[DocumentId] | None = None
    ) -> dict[DocumentId, Compared]:
        """Return what documents, or some of them, were when they were compared.

        They may be gone, or may have changed.
        """
        where, given = _among("document_id", among)
        rows = self._run(
            "select document_id, signature, fingerprint from compared_documents"
            f" {where}",
            given,
        )
        return {own: Compared(*rest) for own, *rest in rows}

    def current(
        self, method: int, among: Iterable[DocumentId] | None = None
    ) -> dict[DocumentId, Compared]:
        """Return the documents, or those of some, that are as they were compared."""
        among = None if among is None else list(among)
        states = self.states(method, among)
        compared = self.compared(among).items()
        return {own: it for own, it in compared if states.get(own) == it.signature}

    def shared(self, current: Iterable[DocumentId]) -> list[Shared]:
        """Return what each two of these documents share; who share nothing are out."""
        sound = _SOUND.format(columns=_KNOWN)
        rows = self._run(_SHARED.format(sound=sound), [_listed(current)])
        return [Shared(*row) for row in rows]

    def common(
        self, current: Iterable[DocumentId], least: int
    ) -> list[CommonStatement]:
        """Return what so many of these documents share with an earlier one.

        Of each such statement the first place is returned.
        """
        sound = _SOUND.format(columns="a_document_id, a_start, a_end, b_document_id")
        listed = _listed(current)
        rows = self._run(
            _COMMON.format(sound=sound, listed=_LISTED), [listed, least, listed]
        )
        return [CommonStatement(own, Span(start, end), others)
                for own, start, end, others in rows]  # fmt: skip

    def pairs(self, a: DocumentId, b: DocumentId) -> list[Pair]:
        """Return what two documents share, in the order in which it was found.

        They must be compared, and the id of `a` the smaller one.
        """
        sound = _SOUND.format(columns=_PLACES)
        rows = self._run(
            f"{sound} and a_document_id = ? and b_document_id = ?"
            " order by shared_statements.id",
            [_listed((a, b)), a, b],
        )
        return [
            Pair(PairKind(kind), score, Span(a_start, a_end), Span(b_start, b_end))
            for kind, score, a_start, a_end, b_start, b_end in rows
        ]

    def touching(self, own: DocumentId, span: Span) -> list[tuple[DocumentId, Pair]]:
        """Return what overlaps a stretch: the other document, and the pair.

        Side `a` of a pair is the one in this document. The other may have changed.
        """
        rows = self._run(_TOUCHING, [own, span.start, span.end])
        return [
            (DocumentId(other), Pair(PairKind(kind), score, Span(*a), Span(*b)))
            for other, kind, score, *places in rows
            for a, b in [(places[:2], places[2:])]
        ]

    def add(self, a: DocumentId, b: DocumentId, pairs: Iterable[Pair]) -> None:
        """Keep what two documents share; the id of `a` is the smaller one."""
        self._run_many(
            "insert into shared_statements (a_document_id, b_document_id,"
            f" {_PLACES}) values (?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (a, b, it.kind, it.score, it.a.start, it.a.end, it.b.start, it.b.end)
                for it in pairs
            ],
        )

    def set_compared(self, documents: Mapping[DocumentId, Compared]) -> None:
        """Say of documents that all they share with compared ones is kept."""
        self._run_many(
            "insert into compared_documents (document_id, signature, fingerprint)"
            " values (?, ?, ?)",
            [(own, *compared) for own, compared in documents.items()],
        )

    def forget(self, documents: Iterable[DocumentId]) -> None:
        """Drop what these documents share, also of those that are gone."""
        listed = _listed(documents)
        for column in ("a_document_id", "b_document_id"):
            self._run(
                f"delete from shared_statements where {column} in {_LISTED}", [listed]
            )
        self._run(
            f"delete from compared_documents where document_id in {_LISTED}", [listed]
        )

    def forget_removed(self) -> None:
        """Drop what documents shared that are not there any more."""
        there = {row[0] for row in self._run("select id from documents")}
        self.forget(self.compared().keys() - there)


def _among(
    column: str, documents: Iterable[DocumentId] | None
) -> tuple[str, list[str]]:
    """Return the condition that a column is one of these, and what to bind."""
    if documents is None:
        return "", []
    return f"where {column} in {_LISTED}", [_listed(documents)]


def _listed(documents: Iterable[DocumentId]) -> str:
    return json.dumps(sorted(documents))
