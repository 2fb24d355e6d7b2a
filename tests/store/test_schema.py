"""The readable schema beside the code is the one that the migrations make."""

import contextlib
import sqlite3
from pathlib import Path

import pytest
import sqlite_utils

from workbench.project import Project
from workbench.store import migrations
from workbench.store.history import HISTORY_SLOTS
from workbench.store.migrations import RECORDED_TABLES, schema_of

SCHEMA = Path(migrations.__file__).parent / "schema.sql"


def test_schema_file_is_what_the_migrations_make(
    tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    path = tmp_path / "new.workbench"
    if request.config.getoption("--update-golden"):
        from workbench.following import build_index
        from workbench.store import database

        database.create(path, build_index)
        with contextlib.closing(sqlite3.connect(path)) as connection:
            SCHEMA.write_text(schema_of(connection), encoding="utf-8")
    else:
        Project.create(path).close()
    with contextlib.closing(sqlite3.connect(path)) as connection:
        assert schema_of(connection) == SCHEMA.read_text(encoding="utf-8")


def test_every_recorded_table_has_an_id_and_fits_the_log(project: Project) -> None:
    database = sqlite_utils.Database(project.path)
    for table in RECORDED_TABLES:
        assert database[table].pks == ["id"]
        assert len(database[table].columns) <= HISTORY_SLOTS
        assert database[table].strict
    database.close()


def test_any_sqlite_tool_can_read_the_views(project: Project) -> None:
    database = sqlite_utils.Database(project.path)
    assert list(database.query("select * from passages_with_tags")) == []
    assert list(database.query("select * from table_cells")) == []
    database.close()
