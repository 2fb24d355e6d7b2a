"""The bin: what was removed and can come back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from workbench.model.ids import BinEntryId


@dataclass(frozen=True, slots=True)
class Removed:
    """A row that a person removed, with the name it went by."""

    table: str
    row_id: int
    name: str


@dataclass(frozen=True, slots=True)
class BinEntry:
    """One thing in the bin."""

    id: BinEntryId
    table: str
    row_id: int
    name: str
    removed_at: datetime
    analyst: str


@dataclass(frozen=True, slots=True)
class BinContents:
    """What an entry would bring back: rows by table, without the thing itself.

    `quotes` are those of its passages, in the order of the text; `text` is the note's
    where the entry is a note.
    """

    rows: Mapping[str, int]
    quotes: tuple[str, ...] = ()
    text: str = ""
