"""Notes on the things of a project, one on each."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import Any

from workbench.model.ids import NoteId, TagId
from workbench.model.notes import Note, NoteOn, NoteTarget

_SELECT = """
select id, document_id, passage_id, tag_id, text, analyst, created_at, changed_at
from notes
"""
_COLUMNS = {
    NoteOn.DOCUMENT: "document_id",
    NoteOn.PASSAGE: "passage_id",
    NoteOn.TAG: "tag_id",
}


class NoteStore:
    """Reads and writes notes on one connection."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._run = connection.execute

    def all(self) -> list[Note]:
        """Return all notes, the one changed last first."""
        rows = self._run(f"{_SELECT} order by changed_at desc, id desc")
        return [_note(row) for row in rows]

    def on(self, target: NoteTarget) -> Note | None:
        """Return the note on a thing, if there is one."""
        where, values = _where(target)
        row = self._run(f"{_SELECT} where {where}", values).fetchone()
        return _note(row) if row else None

    def write(self, target: NoteTarget, text: str, analyst: str, at: datetime) -> None:
        """Set the text of the note on a thing; an empty text removes the note."""
        note = self.on(target)
        if note and not text:
            self._run("delete from notes where id = ?", [note.id])
        elif note and note.text != text:
            self._run(
                "update notes set text = ?, changed_at = ? where id = ?",
                [text, at.isoformat(), note.id],
            )
        elif text and not note:
            self._add(target, text, analyst, at)

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

    def _add(self, target: NoteTarget, text: str, analyst: str, at: datetime) -> None:
        ids = [target.id if target.on is on else None for on in _COLUMNS]
        self._run(
            f"insert into notes ({', '.join(_COLUMNS.values())},"
            " text, analyst, created_at, changed_at) values (?, ?, ?, ?, ?, ?, ?)",
            [*ids, text, analyst, at.isoformat(), at.isoformat()],
        )


def _where(target: NoteTarget) -> tuple[str, list[int | None]]:
    if target.on is NoteOn.PROJECT:
        return " and ".join(f"{column} is null" for column in _COLUMNS.values()), []
    return f"{_COLUMNS[target.on]} = ?", [target.id]


def _note(row: Sequence[Any]) -> Note:
    note_id, *ids, text, analyst, created_at, changed_at = row
    target = NoteTarget(NoteOn.PROJECT)
    for on, target_id in zip(_COLUMNS, ids, strict=True):
        if target_id is not None:
            target = NoteTarget(on, target_id)
    return Note(
        NoteId(note_id),
        target,
        text,
        analyst,
        datetime.fromisoformat(created_at),
        datetime.fromisoformat(changed_at),
    )
