"""What absences rest on, and what became of them since.

Each document that was searched is kept with the state it was in: as long as that is
its state now, the query still finds nothing in it. Checks are beside the history.
"""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from typing import Final, NamedTuple

from workbench.model.cells import AbsenceScope, CellKey
from workbench.model.ids import DocumentId, TableId
from workbench.model.links import Stretch
from workbench.model.search import SearchOptions
from workbench.store.evidence import pack_stretches, unpack_stretches
from workbench.store.search_options import unpack_options

DocumentStates = dict[DocumentId, str]
"""A digest of all that decides what a query finds in a document."""

_STATES: Final = """
select documents.id, versions.id, text_sha256,
    (select group_concat("start" || '-' || "end") from (select "start", "end" from zones
        where document_id = documents.id and state = 'accepted' order by 1, 2)),
    (select json_group_array(json_array(words, "start", "end")) from (
        select words, "start", "end" from discarded_hits
        where document_id = documents.id order by 1, 2, 3))
from documents
join versions on versions.document_id = documents.id and versions.number = version
order by documents.id
"""
_REGISTER: Final = """
select group_id, is_automatic, name, is_case_sensitive
from aliases join alias_groups on alias_groups.id = group_id order by 1, position
"""
_KEPT: Final = """
select absences.id, cells.row_id, cells.column_id, table_id, query, options, scope,
    coalesce(state, ''), coalesce(found, '[]')
from absences
join cells on cells.id = absences.cell_id
join table_rows on table_rows.id = cells.row_id
left join absence_checks on absence_checks.id = absences.id
where coalesce(?, table_id) = table_id order by absences.id
"""
_DIGITS: Final = 16
"""Of a digest: documents are many, and none of them is an adversary."""


class KeptAbsence(NamedTuple):
    """An absence with what its last check saw; `checked` is empty before the first."""

    id: int
    cell: CellKey
    table_id: TableId
    query: str
    options: SearchOptions
    scope: AbsenceScope
    checked: str
    found: tuple[Stretch, ...]


class Check(NamedTuple):
    """What an absence finds, and the digest of what was searched for it."""

    absence_id: int
    state: str
    found: tuple[Stretch, ...]


class AbsenceStore:
    """Reads and writes what absences rest on, over one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._run_many = connection.executemany

    def are_any(self) -> bool:
        """Tell whether any cell says that something is absent."""
        return bool(self._run("select exists (select 1 from absences)").fetchone()[0])

    def kept(self, table_id: TableId | None = None) -> list[KeptAbsence]:
        """Return the absences of a table, or of all, in the order they were noted."""
        return [
            KeptAbsence(
                own,
                (row_id, column_id),
                its_table,
                query,
                unpack_options(options),
                AbsenceScope(scope),
                checked,
                unpack_stretches(found),
            )
            for own, row_id, column_id, its_table, query, options, scope, checked, found
            in self._run(_KEPT, [table_id])
        ]  # fmt: skip

    def states(self) -> DocumentStates:
        """Return the state of every document, in the order of their ids.

        It is another once its text, its zones, what was discarded in it, or the alias
        register is another.
        """
        register = _digest(self._run(_REGISTER).fetchall())
        return {
            DocumentId(own): _digest((register, *state))
            for own, *state in self._run(_STATES)
        }

    def searched(self, ids: Iterable[int]) -> dict[str, list[int]]:
        """Return what these absences rest on, packed, and which rest on the same."""
        rests: defaultdict[str, list[int]] = defaultdict(list)
        for own, packed in self._run(
            "select id, searched from absences"
            " where id in (select value from json_each(?)) order by id",
            [json.dumps(list(ids))],
        ):
            rests[packed].append(own)
        return dict(rests)

    def keep_checks(self, checks: Iterable[Check], at: datetime) -> None:
        """Keep what absences find now, in the place of what they found before."""
        self._run_many(
            "insert or replace into absence_checks (id, state, found, checked_at)"
            " select id, ?2, ?3, ?4 from absences where id = ?1",
            [
                (it.absence_id, it.state, pack_stretches(it.found), at.isoformat())
                for it in checks
            ],
        )
        self.forget_removed()

    def forget_removed(self) -> None:
        """Drop the checks of absences that are not there any more."""
        self._run(
            "delete from absence_checks where id not in (select id from absences)"
        )


def pack_states(states: DocumentStates) -> str:
    """Return documents and their states as the file keeps them."""
    return json.dumps(list(states.items()), separators=(",", ":"))


def unpack_states(packed: str) -> DocumentStates:
    """Return documents and their states; what is none of both is left out.

    `ValueError` where there is no list at all.
    """
    try:
        found = json.loads(packed)
    except RecursionError as error:
        raise ValueError(packed) from error
    if not isinstance(found, list):
        raise ValueError(packed)
    return {
        DocumentId(it[0]): it[1]
        for it in found
        if isinstance(it, list) and list(map(type, it)) == [int, str]
    }


def digest_of(states: DocumentStates) -> str:
    """Return one digest of many states."""
    return _digest(pack_states(states))


def _digest(state: object) -> str:
    return sha256(repr(state).encode()).hexdigest()[:_DIGITS]
