"""Project files from a hostile hand: each is refused with one sentence, untouched."""

import contextlib
import os
import re
import sqlite3
from pathlib import Path

import pytest

from workbench.errors import UnusableProject, WorkbenchError
from workbench.operations.tags import create_tag
from workbench.project import Project

SCHEMA_TRICK = [
    "pragma writable_schema = on",
    (
        "insert into sqlite_schema (type, name, tbl_name, rootpage, sql) values"
        " ('trigger', 'sqlite_evil', 'tags', 0,"
        " 'create trigger sqlite_evil after insert on tags begin select 1; end')"
    ),
]


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    path = tmp_path / "foreign.workbench"
    with Project.create(path) as project:
        create_tag(project, "level")
    return path


def refusal(path: Path) -> str:
    """Return why a project is refused, which must leave no trace of the try."""
    for _ in range(2):
        with pytest.raises(WorkbenchError) as caught:
            Project.open(path)
    assert [it.name for it in path.parent.iterdir()] == [path.name]
    sentence = str(caught.value)
    assert sentence.endswith(".")
    assert "\n" not in sentence
    return sentence


@pytest.mark.parametrize(
    ("statements", "said"),
    [
        (["create trigger t after insert on tags begin select 1; end"], "did not make"),
        (["create table extra (id)"], "did not make"),
        (["drop table notes", "create view notes as select 1"], "did not make"),
        (["drop view tag_paths"], "did not make"),
        (["create index more on tags (color)"], "did not make"),
        (SCHEMA_TRICK, "did not make"),
        (["pragma application_id = 7"], "not a workbench project"),
        (["pragma user_version = 0"], "half made"),
        (["pragma user_version = -1"], "half made|newer"),
        (
            ["insert into taggings values (1, 9, 9, '', '')"],
            "damaged.*missing row",
        ),
    ],
)  # fmt: skip
def test_a_tampered_file_is_refused(
    closed: Path, statements: list[str], said: str
) -> None:
    with contextlib.closing(sqlite3.connect(closed)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()
    assert re.search(said, refusal(closed))


@pytest.mark.parametrize("size", [0, 1, 99, 100, 4096, 4097, 20_000])
def test_a_truncated_file_is_refused(closed: Path, size: int) -> None:
    closed.write_bytes(closed.read_bytes()[:size])
    refusal(closed)


@pytest.mark.parametrize("page", range(1, 12))
def test_a_zeroed_page_is_refused_or_does_no_harm(closed: Path, page: int) -> None:
    content = bytearray(closed.read_bytes())
    content[page * 4096 : (page + 1) * 4096] = bytes(4096)
    closed.write_bytes(content)
    with contextlib.suppress(WorkbenchError), Project.open(closed) as project:
        project.problems()
    assert [it.name for it in closed.parent.iterdir()] == [closed.name]


def test_a_text_that_is_no_utf_8_is_said_to_be_damage(closed: Path) -> None:
    with contextlib.closing(sqlite3.connect(closed)) as connection, connection:
        connection.execute("update tags set name = cast(x'ff41' as text)")
    with Project.open(closed) as project:
        with pytest.raises(UnusableProject, match="damaged"), project.reader() as view:
            view.tags.all()
        with project.reader() as view:
            assert view.documents.all() == []


def test_names_with_nul_and_a_huge_blob_are_only_contents(closed: Path) -> None:
    with contextlib.closing(sqlite3.connect(closed)) as connection, connection:
        connection.execute("update tags set name = 'a' || char(0) || 'b'")
        connection.execute(
            "insert into steps (id, label, time, analyst)"
            " values (9, 'x', '2022-11-08T00:00:00+00:00', 'x')"
        )
        connection.execute(
            "insert into step_changes (step_id, table_name, kind, row_id, c0)"
            " values (9, 'no such table', 'insert', 1, zeroblob(50000000))"
        )  # fmt: skip
    with Project.open(closed) as project:
        assert project.tags.all()[0].name == "a\0b"
        assert project.problems() == []


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.workbench"
    os.mkfifo(pipe)
    assert "not a file" in refusal(pipe)
    with pytest.raises(UnusableProject, match="not a file"):
        Project.open(tmp_path)


@pytest.mark.parametrize("name", ["n" * 300, "nul\0", ".", "no/where"])
def test_a_project_that_cannot_be_made_is_one_sentence(
    tmp_path: Path, name: str
) -> None:
    with pytest.raises(UnusableProject):
        Project.create(tmp_path / name)
    with pytest.raises(UnusableProject):
        Project.open(tmp_path / name)
    assert list(tmp_path.iterdir()) == []
