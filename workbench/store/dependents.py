"""What rests on passages, asked the other way round: of many at once."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from workbench.model.cases import Case
from workbench.model.cells import CellPlace
from workbench.model.dependents import DependentCounts
from workbench.model.ids import NoteId, PassageId
from workbench.model.links import Link
from workbench.model.notes import NoteOn, PlacedNote
from workbench.store.cases import CaseStore
from workbench.store.cells import CellStore
from workbench.store.links import LinkStore
from workbench.store.notes import NoteStore
from workbench.text.links import LinkTo, links_in

_PLACES = """
select table_rows.id, table_columns.id, comparison_tables.id, comparison_tables.name,
    table_rows.name, table_columns.name
from cells
join table_rows on table_rows.id = cells.row_id
join table_columns on table_columns.id = cells.column_id
join comparison_tables on comparison_tables.id = table_rows.table_id
where cells.id in (select value from json_each(?))
order by comparison_tables.id, table_rows.position, table_columns.position
"""
_LINKED = """
select id from links
where source_id in (select value from json_each(?1))
    or target_id in (select value from json_each(?1))
"""
_MENTIONED = """
select distinct case_id from mentions
where passage_id in (select value from json_each(?))
"""


class DependentStore:
    """Reads on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute
        self._cells = CellStore(connection)
        self._notes = NoteStore(connection)
        self._links = LinkStore(connection)
        self._cases = CaseStore(connection)

    def passages_of(self, document_ids: Collection[int]) -> list[PassageId]:
        """Return the ids of all passages of documents."""
        rows = self._run(
            "select id from passages"
            " where document_id in (select value from json_each(?))",
            [json.dumps(list(document_ids))],
        )
        return [PassageId(own) for (own,) in rows]

    def cells(self, passage_ids: Collection[int]) -> list[CellPlace]:
        """Return the cells that cite any of these, once for each role they do it in."""
        ids = self._cells.resting_on(passage_ids)
        found, wanted = self._cells.some(ids), set(passage_ids)
        cells = (
            CellPlace(
                table_id, row_id, column_id, table, row, column, cell.state, it.role
            )
            for row_id, column_id, table_id, table, row, column in self._places(ids)
            for cell in [found[row_id, column_id]]
            for it in cell.citations
            if it.passage_id in wanted
        )
        return list(dict.fromkeys(cells))

    def counts(
        self, passage_ids: Collection[int], document_ids: Collection[int] = ()
    ) -> DependentCounts:
        """Return how many things rest on these; no cell is read for it."""
        return DependentCounts(
            len(self._cells.resting_on(passage_ids)),
            len(self.notes(passage_ids, document_ids)),
            len(self._linked(passage_ids)),
            len(self._mentioned(passage_ids)),
        )

    def notes(
        self, passage_ids: Collection[int], document_ids: Collection[int] = ()
    ) -> list[PlacedNote]:
        """Return the notes with a link to any of these.

        Those on the very passages and documents are left out: they go along.
        """
        passages, documents = set(passage_ids), set(document_ids)
        own = {NoteOn.PASSAGE: passages, NoteOn.DOCUMENT: documents}
        ids = self._noted({LinkTo.PASSAGE: passages, LinkTo.DOCUMENT: documents})
        return [
            it
            for it in (self._notes.placed(ids) if ids else ())
            if it.note.target.id not in own.get(it.note.target.on, ())
        ]

    def links(self, passage_ids: Collection[int]) -> list[Link]:
        """Return the links with any of these at one end."""
        ids = self._linked(passage_ids)
        return self._links.some(ids) if ids else []

    def cases(self, passage_ids: Collection[int]) -> list[Case]:
        """Return the cases that any of these was confirmed to mention, by name."""
        ids = self._mentioned(passage_ids)
        return self._cases.some(ids) if ids else []

    def _linked(self, passage_ids: Collection[int]) -> list[int]:
        rows = self._run(_LINKED, [json.dumps(list(passage_ids))])
        return [own for (own,) in rows]

    def _mentioned(self, passage_ids: Collection[int]) -> list[int]:
        rows = self._run(_MENTIONED, [json.dumps(list(passage_ids))])
        return [own for (own,) in rows]

    def _places(self, cell_ids: Sequence[int]) -> Iterator[tuple[Any, ...]]:
        return self._run(_PLACES, [json.dumps(cell_ids)])

    def _noted(self, wanted: Mapping[LinkTo, Collection[int]]) -> list[NoteId]:
        rows = self._run("select id, text from notes where instr(text, '[[')")
        return [
            NoteId(own)
            for own, text in rows
            if any(
                it.to in wanted and int(it.name) in wanted[it.to]
                for it in links_in(text)
            )
        ]
