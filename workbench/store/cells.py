"""Cells of comparison tables: texts, citations, absences, and their history."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from workbench.errors import NotFound
from workbench.model.cells import (
    Absence,
    Cell,
    CellChange,
    CellKey,
    Citation,
    Role,
)
from workbench.model.ids import (
    CellChangeId,
    CellId,
    CitationId,
    ColumnId,
    DocumentId,
    PassageId,
    RowId,
    TableId,
)
from workbench.model.passages import Passage, Selector
from workbench.store.evidence import (
    ABSENCE,
    CITATION,
    Evidence,
    pack_evidence,
    unpack_evidence,
)
from workbench.store.evidence_rows import ABSENCES, CITATIONS, absence_of, citation_of
from workbench.store.selectors import COLUMNS, columns_of, selector_of

_OF_TABLE = "where cells.row_id in (select id from table_rows where table_id = ?)"


class CellStore:
    """Reads and writes cells on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def of_table(self, table_id: TableId) -> dict[CellKey, Cell]:
        """Return the cells of a table that ever held something."""
        return self._cells(_OF_TABLE, table_id)

    def some(self, ids: Iterable[int]) -> dict[CellKey, Cell]:
        """Return those of these cells that are there."""
        wanted = "where cells.id in (select value from json_each(?))"
        return self._cells(wanted, json.dumps(list(ids)))

    def get(self, row_id: RowId, column_id: ColumnId) -> Cell:
        """Return a cell; an empty one where nothing was ever written."""
        where = "where cells.row_id = ? and cells.column_id = ?"
        found = self._cells(where, row_id, column_id)
        return found.get((row_id, column_id), Cell(row_id, column_id, ""))

    def resting_on(self, passage_ids: Iterable[int]) -> list[CellId]:
        """Return the ids of the cells that cite any of these passages."""
        rows = self._run(
            "select distinct cell_id from citations"
            " where passage_id in (select value from json_each(?))",
            [json.dumps(list(passage_ids))],
        )
        return [CellId(own) for (own,) in rows]

    def of_citations(self, ids: Iterable[int]) -> dict[CitationId, CellKey]:
        """Return where those of these citations stand that are there."""
        rows = self._run(
            "select citations.id, row_id, column_id from citations"
            " join cells on cells.id = cell_id"
            " where citations.id in (select value from json_each(?))",
            [json.dumps(list(ids))],
        )
        return {CitationId(own): (row, column) for own, row, column in rows}

    def selector(self, citation_id: CitationId) -> Selector:
        """Return what a citation cited, with what stood around it then."""
        row = self._run(
            f"select {COLUMNS} from citations where id = ?", [citation_id]
        ).fetchone()
        if row is None:
            raise NotFound("That citation is not in this project any more.")
        return selector_of(*row)

    def first_cited(self, document_id: DocumentId) -> PassageId | None:
        """Return the first passage of a document that a cell rests on, if any."""
        row = self._run(
            "select passages.id from citations join passages"
            " on passages.id = passage_id where passages.document_id = ?"
            ' order by passages."start" limit 1',
            [document_id],
        ).fetchone()
        return PassageId(row[0]) if row else None

    def set_summary(self, row_id: RowId, column_id: ColumnId, summary: str) -> None:
        """Set the text of a cell."""
        self._run(
            "update cells set summary = ?1 where id = ?2 and summary is not ?1",
            [summary, self.made(row_id, column_id)],
        )

    def cite(
        self, place: CellKey, passage: Passage, role: Role, analyst: str, at: datetime
    ) -> CitationId:
        """Cite a passage as it is now; citing it again only changes its role."""
        cell_id = self.made(*place)
        row = self._run(
            "select id from citations where cell_id = ? and passage_id = ?",
            [cell_id, passage.id],
        ).fetchone()
        if row is not None:
            self.change_role(CitationId(row[0]), role)
            return CitationId(row[0])
        return self._insert_citation(
            cell_id,
            [
                passage.id,
                passage.document_id,
                role.value,
                passage.version,
                *columns_of(passage.selector),
                analyst,
                at.isoformat(),
            ],
        )

    def change_role(self, citation_id: CitationId, role: Role) -> None:
        """Change what a cited passage does for its cell."""
        self._run(
            "update citations set role = ?1 where id = ?2 and role <> ?1",
            [role.value, citation_id],
        )

    def renew(self, citation_id: CitationId, passage: Passage) -> None:
        """Let a citation rest on a passage as it is now."""
        self._run(
            "update citations set passage_id = ?, document_id = ?, version = ?,"
            ' "start" = ?, "end" = ?, quote = ?, prefix = ?, suffix = ? where id = ?',
            [
                passage.id,
                passage.document_id,
                passage.version,
                *columns_of(passage.selector),
                citation_id,
            ],
        )

    def drop_citation(self, citation_id: CitationId) -> None:
        """Take a citation out of its cell; the passage stays."""
        self._run("delete from citations where id = ?", [citation_id])

    def set_absence(
        self, place: CellKey, absence: Absence, options: str, searched: str
    ) -> None:
        """Keep that a query found nothing in the documents that were searched.

        `options` and `searched` are packed; what was kept before is replaced.
        """
        self.drop_absence(*place)
        self._run(
            f"insert into absences (cell_id, {ABSENCE}) values (?, ?, ?, ?, ?, ?, ?)",
            [
                self.made(*place),
                absence.query,
                options,
                absence.scope.value,
                searched,
                absence.analyst,
                absence.asked_at.isoformat(),
            ],
        )

    def drop_absence(self, row_id: RowId, column_id: ColumnId) -> None:
        """Forget that something is absent."""
        self._run(
            "delete from absences where cell_id in (select id from cells"
            " where row_id = ? and column_id = ?)",
            [row_id, column_id],
        )

    def keep_change(
        self, place: CellKey, label: str, analyst: str, at: datetime
    ) -> None:
        """Add how a cell is now to its history."""
        cell_id = self.made(*place)
        citations = self._run(
            f"select {CITATION} from citations where cell_id = ? order by id", [cell_id]
        ).fetchall()
        absence = self._run(
            f"select {ABSENCE} from absences where cell_id = ?", [cell_id]
        ).fetchone()
        evidence = pack_evidence(Evidence(citations, absence))
        self._run(
            "insert into cell_changes"
            " (cell_id, label, summary, evidence, analyst, changed_at)"
            " select id, ?, summary, ?, ?, ? from cells where id = ?",
            [label, evidence, analyst, at.isoformat(), cell_id],
        )

    def changes(self, row_id: RowId, column_id: ColumnId) -> list[CellChange]:
        """Return the history of a cell, the newest change first."""
        rows = self._run(
            "select cell_changes.id, label, cell_changes.summary, evidence, analyst,"
            " changed_at from cell_changes join cells on cells.id = cell_id"
            " where row_id = ? and column_id = ? order by cell_changes.id desc",
            [row_id, column_id],
        )
        return [_change(row) for row in rows]

    def place_of_change(self, change_id: CellChangeId) -> CellKey:
        """Return which cell a line of a history belongs to."""
        row = self._run(
            "select row_id, column_id from cell_changes"
            " join cells on cells.id = cell_id where cell_changes.id = ?",
            [change_id],
        ).fetchone()
        if row is None:
            raise NotFound("That change is not in this project any more.")
        return RowId(row[0]), ColumnId(row[1])

    def bring_back(self, change_id: CellChangeId) -> None:
        """Let a cell say and rest on what it did after a change.

        A passage that is gone since is cited all the same, as one that was removed.
        """
        cell_id, summary, packed = self._run(
            "select cell_id, summary, evidence from cell_changes where id = ?",
            [change_id],
        ).fetchone()
        self._run("update cells set summary = ? where id = ?", [summary, cell_id])
        self._run("delete from citations where cell_id = ?", [cell_id])
        self._run("delete from absences where cell_id = ?", [cell_id])
        evidence = unpack_evidence(packed)
        for passage_id, document_id, *rest in evidence.citations:
            there = self._if_there("passages", passage_id)
            document = self._if_there("documents", document_id)
            self._insert_citation(cell_id, [there, document, *rest])
        if evidence.absence:
            self._run(
                f"insert into absences (cell_id, {ABSENCE})"
                " values (?, ?, ?, ?, ?, ?, ?)",
                [cell_id, *evidence.absence],
            )

    def copy(self, source: CellKey, target: CellKey) -> None:
        """Let a cell hold what another one holds, beside its history and note."""
        own, copy = self.made(*source), self.made(*target)
        self._run(
            "update cells set summary = (select summary from cells where id = ?)"
            " where id = ?",
            [own, copy],
        )
        for table, columns in (("citations", CITATION), ("absences", ABSENCE)):
            self._run(
                f"insert into {table} (cell_id, {columns})"
                f" select ?, {columns} from {table} where cell_id = ? order by id",
                [copy, own],
            )

    def forget_removed(self) -> None:
        """Forget the words of passages that were removed: the orphans stay, mute.

        The lines of histories that hold such words go as well.
        """
        self._run(
            "update citations set quote = '', prefix = '', suffix = ''"
            " where passage_id is null"
        )
        known = {own for (own,) in self._run("select id from passages")}
        lines = self._run("select id, evidence from cell_changes").fetchall()
        for own, packed in lines:
            if unpack_evidence(packed).quotes_beside(known):
                self._run("delete from cell_changes where id = ?", [own])

    def made(self, row_id: RowId, column_id: ColumnId) -> CellId:
        """Return the id of a cell, which is made where there is none yet."""
        find = "select id from cells where row_id = ? and column_id = ?"
        row = self._run(find, [row_id, column_id]).fetchone()
        if row is None:
            add = "insert into cells (row_id, column_id) values (?, ?)"
            return CellId(self._run(add, [row_id, column_id]).lastrowid or 0)
        return CellId(row[0])

    def _insert_citation(self, cell_id: int, values: Sequence[object]) -> CitationId:
        done = self._run(
            f"insert into citations (cell_id, {CITATION})"
            " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [cell_id, *values],
        )
        return CitationId(done.lastrowid or 0)

    def _if_there(self, table: str, row_id: int | None) -> int | None:
        row = self._run(f"select id from {table} where id = ?", [row_id]).fetchone()
        return row[0] if row else None

    def _cells(self, where: str, *values: int | str) -> dict[CellKey, Cell]:
        citations: dict[CellKey, list[Citation]] = defaultdict(list)
        for row_id, column_id, *rest in self._run(
            f"{CITATIONS} {where} order by citations.id", values
        ):
            citations[row_id, column_id].append(citation_of(rest))
        absences = {
            (row_id, column_id): absence_of(rest)
            for row_id, column_id, *rest in self._run(f"{ABSENCES} {where}", values)
        }
        rows = self._run(
            f"select row_id, column_id, summary from cells {where}", values
        )
        return {
            (row_id, column_id): Cell(
                row_id,
                column_id,
                summary,
                tuple(citations.get((row_id, column_id), ())),
                absences.get((row_id, column_id)),
            )
            for row_id, column_id, summary in rows
        }


def _change(row: Sequence[Any]) -> CellChange:
    change_id, label, summary, packed, analyst, changed_at = row
    evidence = unpack_evidence(packed)
    return CellChange(
        CellChangeId(change_id),
        label,
        summary,
        evidence.quotes,
        evidence.query,
        analyst,
        datetime.fromisoformat(changed_at),
    )
