"""What a person can do when SQLite or the disk would not save."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from pathlib import Path

from workbench.errors import InvalidValue, WorkbenchError

_BUSY = "another program is writing to it. Nothing was changed; try again in a moment"
_ADVICE: Mapping[int, str] = {
    sqlite3.SQLITE_FULL: "the disk is full. Nothing was changed; free some space and"
    " try again",
    sqlite3.SQLITE_IOERR: "the disk could not be written. Nothing was changed; see"
    " whether it is full or gone, and try again",
    sqlite3.SQLITE_CANTOPEN: "its folder could not be written to. Nothing was changed;"
    " see whether the disk is full or write-protected",
    sqlite3.SQLITE_READONLY: "the file became write-protected. Nothing was changed",
    sqlite3.SQLITE_CORRUPT: "the file is damaged. Nothing was changed; restore it from"
    " a backup",
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
}


def explain(error: BaseException, name: str) -> None:
    """Raise what a person can act on in place of SQLite's own words."""
    if isinstance(error, UnicodeEncodeError):
        raise InvalidValue(
            f"{name} was not saved: half a character stands at {error.start} of what"
            " was given. Nothing was changed; take it out and try again."
        ) from error
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in _ADVICE:
        raise WorkbenchError(f"{name} was not saved: {_ADVICE[code]}.") from error


def moved(path: Path) -> WorkbenchError:
    """Return what is said of a file that is not where it was any more."""
    return WorkbenchError(
        f"{path.name} was moved, replaced or removed while it was open. Nothing was"
        " changed; put it back, or close it and open it where it is now."
    )
