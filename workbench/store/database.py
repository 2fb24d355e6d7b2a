"""Opens, checks, backs up and closes the project file."""

from __future__ import annotations

import contextlib
import os
import sqlite3
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from workbench.errors import UnusableProject
from workbench.store.migrations import (
    APPLICATION_ID,
    NEWEST,
    BuildIndex,
    known_schema,
    migrate,
    schema_of,
)
from workbench.store.soundness import unsound_rows

LOCK_WAIT_MS = 250
WRITER_CACHE_KIB = 32_000
_MAGIC = b"SQLite format 3\0"

_COPY_ALL = (
    "if its folder is write-protected, copy it and the files whose names begin with"
    " its name to a folder of your own"
)
_ADVICE = {
    sqlite3.SQLITE_BUSY: "another program is writing to it; try again in a moment",
    sqlite3.SQLITE_LOCKED: "another program is writing to it; try again in a moment",
    sqlite3.SQLITE_CANTOPEN: _COPY_ALL,
    sqlite3.SQLITE_READONLY: _COPY_ALL,
    sqlite3.SQLITE_IOERR: "see whether its disk is there and well",
    sqlite3.SQLITE_FULL: "free some space on the disk",
}


def create(path: Path, build_index: BuildIndex) -> None:
    """Make a new, empty project file; nothing is left behind when that fails."""
    _claim(path)
    try:
        with contextlib.closing(sqlite3.connect(path)) as connection:
            migrate(connection, build_index)
            created_at = datetime.now(UTC).isoformat()
            with connection:
                connection.execute("insert into project values (1, ?)", [created_at])
    except BaseException as error:
        with contextlib.suppress(OSError):
            path.unlink()
        if isinstance(error, OSError | sqlite3.Error):
            raise _not_makable(path, str(error)) from error
        raise


def _claim(path: Path) -> None:
    """Make an empty file, so that two programs never make the same project."""
    try:
        path.open("x").close()
    except FileExistsError as error:
        raise UnusableProject(
            f"{path.name} already exists; choose another name."
        ) from error
    except FileNotFoundError as error:
        raise UnusableProject(
            f"The folder {path.parent} does not exist; make it first."
        ) from error
    except OSError as error:
        raise _not_makable(path, str(error.strerror)) from error
    except ValueError as error:
        raise _not_makable(path, str(error)) from error


def _not_makable(path: Path, why: str) -> UnusableProject:
    return UnusableProject(
        f"{path.name} cannot be made here ({why}); choose another place or name."
    )


def check_file(path: Path) -> int:
    """Return the schema version of a sound project file, or say what is wrong.

    Nothing of the file is run: its header is read first, and its schema is compared
    with the one we know before anything else is asked of it.
    """
    version = _version_in_header(path)
    if version < 1:
        raise UnusableProject(
            f"{path.name} was left half made; remove it and make a new project."
        )
    if version > NEWEST:
        raise UnusableProject(
            f"{path.name} was made by a newer version of the workbench;"
            " update the program to open it."
        )
    with contextlib.closing(connect(path, read_only=True)) as connection:
        try:
            _check_content(connection, path.name, version)
        except sqlite3.DatabaseError as error:
            raise unusable(path.name, error) from error
    return version


def _version_in_header(path: Path) -> int:
    try:
        if path.exists() and not path.is_file():
            raise UnusableProject(
                f"{path.name} is not a file; choose a .workbench file."
            )
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError as error:
        raise UnusableProject(
            f"There is no project at {path}; check the name or make a new one."
        ) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        raise UnusableProject(
            f"{path.name} cannot be read ({reason}); choose another file."
        ) from error
    application_id = int.from_bytes(header[68:72], "big")
    if not header.startswith(_MAGIC) or application_id != APPLICATION_ID:
        raise UnusableProject(
            f"{path.name} is not a workbench project; choose a .workbench file."
        )
    return int.from_bytes(header[60:64], "big")


def _check_content(connection: sqlite3.Connection, name: str, version: int) -> None:
    _check_schema(connection, name, version)
    problems = integrity_problems(connection)
    if version == NEWEST:
        problems += unsound_rows(connection)
    if problems:
        raise _damaged(name, problems[0])


def _check_schema(connection: sqlite3.Connection, name: str, version: int) -> None:
    if schema_of(connection) != known_schema(version):
        raise UnusableProject(
            f"{name} has tables or triggers that the workbench did not make,"
            " so it is not opened; restore it from a backup."
        )


def unusable(name: str, error: sqlite3.Error) -> UnusableProject:
    """Return what a person can do about a file that SQLite cannot read."""
    advice = _ADVICE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    if advice:
        return UnusableProject(f"{name} cannot be read ({error}); {advice}.")
    return _damaged(name, str(error))


def _damaged(name: str, detail: str) -> UnusableProject:
    return UnusableProject(
        f"{name} is damaged ({detail}); restore it from a backup, or copy it and"
        " try to recover the copy."
    )


def integrity_problems(connection: sqlite3.Connection) -> list[str]:
    """Return what SQLite finds wrong with pages and foreign keys."""
    found = [row[0] for row in connection.execute("pragma quick_check(10)")]
    problems = [] if found == ["ok"] else [str(line) for line in found]
    for table, row_id, parent, _ in connection.execute("pragma foreign_key_check"):
        problems.append(f"row {row_id} of {table} points to a missing row of {parent}")
    return problems


def connect(path: Path, *, read_only: bool) -> sqlite3.Connection:
    """Open a connection that trusts nothing in the file's schema.

    It may be used from any thread: SQLite serializes the calls, and the project
    sees to it that only one thread writes at a time. Raises `UnusableProject` where
    there is no file any more.
    """
    mode = "ro" if read_only else "rw"
    try:
        connection = sqlite3.connect(
            f"{path.resolve().as_uri()}?mode={mode}",
            uri=True,
            isolation_level=None,
            check_same_thread=False,
            timeout=LOCK_WAIT_MS / 1000,
        )
    except sqlite3.OperationalError as error:
        raise UnusableProject(
            f"{path.name} cannot be opened any more; see whether it was moved or"
            " removed."
        ) from error
    connection.execute("pragma trusted_schema = off")
    connection.execute("pragma foreign_keys = on")
    connection.execute("pragma recursive_triggers = on")
    connection.execute("pragma cell_size_check = on")
    return connection


def open_writer(path: Path) -> sqlite3.Connection:
    """Open the one connection that writes."""
    connection = connect(path, read_only=False)
    try:
        connection.execute("pragma journal_mode = wal")
    except sqlite3.Error:
        connection.close()
        raise
    connection.execute("pragma synchronous = full")
    # Room for what an import changes at a time: 2 MB would be written out and reread.
    connection.execute(f"pragma cache_size = -{WRITER_CACHE_KIB}")
    return connection


def upgrade(path: Path, version: int, build_index: BuildIndex) -> None:
    """Back the file up beside itself, then bring it to the newest schema."""
    if version == NEWEST:
        return
    try:
        back_up(path, path.with_name(f"{path.name}.version-{version}.bak"))
        with contextlib.closing(connect(path, read_only=False)) as connection:
            migrate(connection, build_index)
    except (OSError, sqlite3.Error) as error:
        raise UnusableProject(
            f"{path.name} is of an earlier version and could not be brought up to date"
            f" ({error}); nothing of it was changed. See whether its disk is full or"
            " write-protected, and open it again."
        ) from error


def back_up(path: Path, target: Path) -> None:
    """Copy the project to `target`, whole or not at all."""
    partial = target.with_name(target.name + ".partial")
    try:
        with (
            contextlib.closing(connect(path, read_only=True)) as source,
            contextlib.closing(sqlite3.connect(partial)) as copy,
        ):
            source.backup(copy)
        with partial.open("rb+") as file:
            os.fsync(file.fileno())
        partial.replace(target)
    finally:
        partial.unlink(missing_ok=True)


@contextlib.contextmanager
def erasing(connection: sqlite3.Connection) -> Iterator[None]:
    """Write zeros over whatever is deleted inside; usually it only becomes free."""
    connection.execute("pragma secure_delete = on")
    try:
        yield
    finally:
        connection.execute("pragma secure_delete = off")


def close_writer(connection: sqlite3.Connection) -> None:
    """Fold the write-ahead log back, so that the project is one file again."""
    # A reader that is still at work, a full disk or damage keeps the log; the next
    # opening folds it.
    with contextlib.suppress(sqlite3.DatabaseError):
        connection.execute("pragma wal_checkpoint(truncate)")
        connection.execute("pragma journal_mode = delete")
    connection.close()
