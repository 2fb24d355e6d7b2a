"""Notes on the things of a project, one on each, and the journal."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from workbench.errors import NotFound
from workbench.model.ids import (
    ColumnId,
    DocumentId,
    NoteId,
    RowId,
    TableId,
    TagId,
)
from workbench.model.notes import Note, NoteOn, NoteTarget, PlacedNote
from workbench.model.spans import Span
from workbench.text.links import LinkTo, written

_WORDS = "notes.text, notes.analyst, notes.created_at, notes.changed_at"
_SELECT = f"""
select notes.id, notes.document_id, notes.passage_id, notes.tag_id, notes.case_id,
    cells.row_id, cells.column_id, is_journal, {_WORDS}
from notes
left join cells on cells.id = notes.cell_id
"""
_PLACED = f"""
select notes.id, notes.document_id, notes.passage_id, notes.tag_id, notes.case_id,
    cells.row_id, cells.column_id, is_journal, {_WORDS},
    coalesce(passages.quote, documents.title, tag_paths.path, cases.name,
        comparison_tables.name || ' › ' || table_rows.name
            || ' › ' || table_columns.name, ''),
    documents.id, coalesce(documents.title, ''), passages."start", passages."end"
from notes
left join passages on passages.id = notes.passage_id
left join documents
    on documents.id = coalesce(notes.document_id, passages.document_id)
left join tag_paths on tag_paths.id = notes.tag_id
left join cases on cases.id = notes.case_id
left join cells on cells.id = notes.cell_id
left join table_rows on table_rows.id = cells.row_id
left join table_columns on table_columns.id = cells.column_id
left join comparison_tables on comparison_tables.id = table_rows.table_id
"""
_NOTE_COLUMNS = 12
_NEWEST_FIRST = "order by notes.changed_at desc, notes.id desc"
_PROJECT = NoteTarget(NoteOn.PROJECT)
_COLUMNS = {
    NoteOn.DOCUMENT: "document_id",
    NoteOn.PASSAGE: "passage_id",
    NoteOn.TAG: "tag_id",
    NoteOn.CASE: "case_id",
}


class NoteStore:
    """Reads and writes notes on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def all(self) -> list[Note]:
        """Return all notes, the one changed last first."""
        return [_note(row) for row in self._run(f"{_SELECT} {_NEWEST_FIRST}")]

    def count(self) -> int:
        """Return how many notes there are."""
        return int(self._run("select count(*) from notes").fetchone()[0])

    def placed(self, ids: Iterable[int] | None = None) -> list[PlacedNote]:
        """Return all notes with their places, or those of these that are there.

        The one changed last comes first.
        """
        if ids is None:
            rows = self._run(f"{_PLACED} {_NEWEST_FIRST}")
        else:
            some = "where notes.id in (select value from json_each(?))"
            wanted = json.dumps(list(ids))
            rows = self._run(f"{_PLACED} {some} {_NEWEST_FIRST}", [wanted])
        return [_placed(row) for row in rows]

    def linking_to_tags(self) -> list[Note]:
        """Return the notes that may link to some tag."""
        beginning = written(LinkTo.TAG, "").removesuffix("]]")
        return [
            _note(row)
            for row in self._run(f"{_SELECT} where instr(text, ?)", [beginning])
        ]

    def get(self, note_id: NoteId) -> Note:
        """Return one note; `NotFound` when it is not there."""
        row = self._run(f"{_SELECT} where notes.id = ?", [note_id]).fetchone()
        if row is None:
            raise NotFound(f"There is no note {note_id} in this project.")
        return _note(row)

    def on(self, target: NoteTarget) -> Note | None:
        """Return the note on a thing, if there is one."""
        where, values = _where(target)
        row = self._run(f"{_SELECT} where {where}", values).fetchone()
        return _note(row) if row else None

    def cells_with(self, table_id: TableId) -> set[tuple[RowId, ColumnId]]:
        """Return which cells of a table have a note."""
        rows = self._run(
            "select cells.row_id, cells.column_id from notes"
            " join cells on cells.id = notes.cell_id"
            " join table_rows on table_rows.id = cells.row_id"
            " where table_rows.table_id = ?",
            [table_id],
        )
        return set(rows.fetchall())

    def write(self, target: NoteTarget, text: str, analyst: str, at: datetime) -> None:
        """Set the text of the note on a thing."""
        note = self.on(target)
        if note is None:
            self.add(target, text, analyst, at)
        elif note.text != text:
            self._run(
                "update notes set text = ?, changed_at = ? where id = ?",
                [text, at.isoformat(), note.id],
            )

    def add(self, target: NoteTarget, text: str, analyst: str, at: datetime) -> NoteId:
        """Add the first note on a thing, or another entry of the journal."""
        values = {
            **{_COLUMNS[on]: target.id for on in _COLUMNS if on is target.on},
            "cell_id": self._cell_id(target) if target.on is NoteOn.CELL else None,
            "is_journal": target.on is NoteOn.JOURNAL,
            "text": text,
            "analyst": analyst,
            "created_at": at.isoformat(),
            "changed_at": at.isoformat(),
        }
        done = self._run(
            f"insert into notes ({', '.join(values)})"
            f" values ({', '.join('?' for _ in values)})",
            list(values.values()),
        )
        return NoteId(done.lastrowid or 0)

    def rewrite(self, note_id: NoteId, text: str) -> None:
        """Change a note's text for a reason that is not its writer's."""
        self._run("update notes set text = ? where id = ?", [text, note_id])

    def remove(self, note_id: NoteId) -> None:
        """Remove a note; what it is on stays."""
        self._run("delete from notes where id = ?", [note_id])

    def hand_over_tag(self, source_id: TagId, target_id: TagId) -> None:
        """Let a tag take over another's note, after its own."""
        source = self.on(NoteTarget(NoteOn.TAG, source_id))
        target = self.on(NoteTarget(NoteOn.TAG, target_id))
        if source and target:
            self._run(
                "update notes set text = ? where id = ?",
                [f"{target.text}\n\n{source.text}", target.id],
            )
        elif source:
            self._run(
                "update notes set tag_id = ? where id = ?", [target_id, source.id]
            )

    def _cell_id(self, target: NoteTarget) -> int:
        place = [target.id, target.column_id]
        self._run(
            "insert into cells (row_id, column_id) values (?, ?)"
            " on conflict do nothing",
            place,
        )
        row = self._run(
            "select id from cells where row_id = ? and column_id = ?", place
        ).fetchone()
        return int(row[0])


def _where(target: NoteTarget) -> tuple[str, list[int | None]]:
    match target.on:
        case NoteOn.PROJECT:
            columns = [*_COLUMNS.values(), "cell_id"]
            nowhere = " and ".join(f"{column} is null" for column in columns)
            return f"{nowhere} and not is_journal", []
        case NoteOn.CELL:
            place = "cells.row_id = ? and cells.column_id = ?"
            return place, [target.id, target.column_id]
        case NoteOn.JOURNAL:
            return "notes.id = ? and is_journal", [target.id]
    return f"{_COLUMNS[target.on]} = ?", [target.id]


def _note(row: Sequence[Any]) -> Note:
    note_id, *places, text, analyst, created_at, changed_at = row
    return Note(
        NoteId(note_id),
        _target(note_id, places),
        text,
        analyst,
        datetime.fromisoformat(created_at),
        datetime.fromisoformat(changed_at),
    )


def _target(note_id: int, places: Sequence[Any]) -> NoteTarget:
    *ids, row_id, column_id, is_journal = places
    for on, target_id in zip(_COLUMNS, ids, strict=True):
        if target_id is not None:
            return NoteTarget(on, target_id)
    if row_id is not None:
        return NoteTarget(NoteOn.CELL, row_id, column_id)
    return NoteTarget(NoteOn.JOURNAL, note_id) if is_journal else _PROJECT


def _placed(row: Sequence[Any]) -> PlacedNote:
    name, document_id, document, start, end = row[_NOTE_COLUMNS:]
    return PlacedNote(
        _note(row[:_NOTE_COLUMNS]),
        name,
        None if document_id is None else DocumentId(document_id),
        document,
        None if start is None else Span(start, end),
    )
