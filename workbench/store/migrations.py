"""Numbered, append-only changes of the project file's schema.

`user_version` holds the number of the last one, so that a file can be judged
without loading sqlite-utils. The SQL stands in `schemas/`, a file a change.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite_utils import Database

APPLICATION_ID = 0x57424B31
"""`WBK1`, at byte 68 of every project file."""

_NAMES = ("first", "second", "third", "fourth", "fifth", "sixth")
"""What the file calls the changes that were made in it."""

NEWEST = len(_NAMES)

_INDEXED = {1, 3}
"""The changes that make the search index anew."""

HISTORY_SLOTS = 14
"""How many columns the widest recorded table has."""

SCHEMAS = Path(__file__).parent / "schemas"

RECORDED_TABLES = (
    "documents",
    "versions",
    "texts",
    "originals",
    "pages",
    "zones",
    "bookmarks",
    "tags",
    "passages",
    "passage_places",
    "taggings",
    "alias_groups",
    "aliases",
    "cases",
    "case_documents",
    "mentions",
    "attributes",
    "attribute_values",
    "comparison_tables",
    "table_columns",
    "table_rows",
    "cells",
    "citations",
    "absences",
    "cell_changes",
    "notes",
    "saved_searches",
    "discarded_hits",
    "links",
    "saved_matrices",
    "imported_folders",
)
"""The tables whose changes can be undone; each has an integer primary key `id`.

A table stands after those that its rows point to.
"""

BuildIndex = Callable[[sqlite3.Connection], None]


def migrate(connection: sqlite3.Connection, build_index: BuildIndex) -> None:
    """Bring the file to the newest schema, all in one transaction or not at all.

    `build_index` makes the search index, whose shape only `search` knows, and fills it
    with the texts that are there.
    """
    # Here and not above: sqlite-utils takes 170 ms to load, and a file that is
    # up to date never needs it.
    from sqlite_utils import Database, Migrations

    # Dropping a table that is made anew would take all that points to it along.
    connection.execute("pragma foreign_keys = off")
    migrations = Migrations("workbench")

    for version, name in enumerate(_NAMES, start=1):
        migrations(name=name)(_change(version, build_index))

    # Whoever dies in between leaves the file as it was, not between two versions.
    with (database := Database(connection, execute_plugins=False)).atomic():
        migrations.apply(database)
        connection.execute(f"pragma application_id = {APPLICATION_ID}")
        connection.execute(f"pragma user_version = {NEWEST}")


def _change(version: int, build_index: BuildIndex) -> Callable[[Database], None]:
    def change(database: Database) -> None:
        _run_script(database.conn, script_of(version))
        if version in _INDEXED:
            build_index(database.conn)

    return change


def script_of(version: int) -> str:
    """Return the SQL that makes a version from the one before."""
    return (SCHEMAS / f"{version}.sql").read_text(encoding="utf-8")


def known_schema(version: int) -> str:
    """Return what `schema_of` gives for a sound file of a version."""
    name = "schema.sql" if version == NEWEST else f"schemas/schema-{version}.sql"
    return (Path(__file__).parent / name).read_text(encoding="utf-8")


def _run_script(connection: sqlite3.Connection, script: str) -> None:
    # Not `executescript`, which would commit the migration's transaction.
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""


def schema_of(connection: sqlite3.Connection) -> str:
    """Return the file's whole schema as SQL, in the order of names.

    Only what SQLite itself keeps in tables of its own is left out.
    """
    rows = connection.execute(
        "select sql from sqlite_schema where sql is not null and not"
        " (type = 'table' and name in"
        " ('sqlite_sequence', 'sqlite_stat1', 'sqlite_stat4')) order by name"
    )
    return "".join(f"{sql.strip()};\n\n" for (sql,) in rows)
