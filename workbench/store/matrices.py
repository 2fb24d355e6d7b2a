"""Saved matrices, and the rows that matrices are counted from."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from workbench.errors import NotFound
from workbench.model.ids import CaseId, DocumentId, PassageId, SavedMatrixId, TagId
from workbench.model.matrices import MarkedPlace, MatrixDefinition, SavedMatrix
from workbench.store.matrix_definitions import pack_definition, unpack_definition

_SAVED = "select id, name, definition, analyst, created_at from saved_matrices"


class MatrixStore:
    """Reads and writes matrices on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def taggings(self) -> list[tuple[PassageId, TagId]]:
        """Return which passage has which tag, for all of them."""
        return self._run("select passage_id, tag_id from taggings").fetchall()

    def in_documents(self) -> list[tuple[PassageId, DocumentId]]:
        """Return in which document each passage is, in no order."""
        return self._run("select id, document_id from passages").fetchall()

    def places(self) -> list[MarkedPlace]:
        """Return where passages stand, in no order; orphans stand nowhere."""
        return self._run(
            'select id, document_id, "start", "end" from passages'
            " where anchor <> 'orphaned'"
        ).fetchall()

    def case_documents(self) -> list[tuple[CaseId, DocumentId]]:
        """Return which documents belong to which case."""
        return self._run("select case_id, document_id from case_documents").fetchall()

    def mentions(self) -> list[tuple[CaseId, PassageId]]:
        """Return which passages were confirmed to mention which case."""
        return self._run("select case_id, passage_id from mentions").fetchall()

    def saved(self) -> list[SavedMatrix]:
        """Return the saved matrices by name."""
        rows = self._run(f"{_SAVED} order by name collate nocase")
        return [_saved(*row) for row in rows]

    def get(self, saved_id: SavedMatrixId) -> SavedMatrix:
        """Return one saved matrix; `NotFound` when it is not there."""
        row = self._run(f"{_SAVED} where id = ?", [saved_id]).fetchone()
        if row is None:
            raise NotFound("That matrix is not in this project any more.")
        return _saved(*row)

    def named(self, name: str) -> SavedMatrix | None:
        """Return the saved matrix of this name, letter case apart."""
        row = self._run(f"{_SAVED} where name = ? collate nocase", [name]).fetchone()
        return _saved(*row) if row else None

    def save(
        self, name: str, definition: MatrixDefinition, analyst: str, at: datetime
    ) -> SavedMatrixId:
        """Add a saved matrix."""
        done = self._run(
            "insert into saved_matrices (name, definition, analyst, created_at)"
            " values (?, ?, ?, ?)",
            [name, pack_definition(definition), analyst, at.isoformat()],
        )
        return SavedMatrixId(done.lastrowid or 0)

    def rename(self, saved_id: SavedMatrixId, name: str) -> None:
        """Give a saved matrix another name."""
        self._run("update saved_matrices set name = ? where id = ?", [name, saved_id])

    def change(self, saved_id: SavedMatrixId, definition: MatrixDefinition) -> None:
        """Let a saved matrix count something else."""
        self._run(
            "update saved_matrices set definition = ? where id = ?",
            [pack_definition(definition), saved_id],
        )

    def remove(self, saved_id: SavedMatrixId) -> None:
        """Remove a saved matrix."""
        self._run("delete from saved_matrices where id = ?", [saved_id])


def _saved(
    saved_id: int, name: str, definition: str, analyst: str, created_at: str
) -> SavedMatrix:
    return SavedMatrix(
        SavedMatrixId(saved_id),
        name,
        unpack_definition(definition),
        analyst,
        datetime.fromisoformat(created_at),
    )
