"""Opening, closing and refusing project files."""

import contextlib
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.errors import ReadOnlyProject, UnusableProject
from workbench.operations.tags import create_tag
from workbench.project import Project


def run_sql(path: Path, *statements: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    path = tmp_path / "closed.workbench"
    with Project.create(path) as project:
        create_tag(project, "level")
    return path


def test_a_closed_project_is_a_single_file(closed: Path) -> None:
    assert [it.name for it in closed.parent.iterdir()] == ["closed.workbench"]


def test_an_existing_file_is_not_overwritten(closed: Path) -> None:
    with pytest.raises(UnusableProject, match="already exists"):
        Project.create(closed)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableProject, match="does not exist"):
        Project.create(tmp_path / "no" / "where.workbench")


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"SQLite format 3\0" + bytes(200)], ids=len
)
def test_other_files_are_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.workbench"
    path.write_bytes(content)
    with pytest.raises(UnusableProject, match="not a workbench project"):
        Project.open(path)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableProject, match="no project at"):
        Project.open(tmp_path / "gone.workbench")


def test_a_newer_file_is_refused(closed: Path) -> None:
    run_sql(closed, "pragma user_version = 999")
    with pytest.raises(UnusableProject, match="newer version"):
        Project.open(closed)


def test_a_file_with_a_foreign_trigger_is_refused(closed: Path) -> None:
    run_sql(
        closed,
        "create trigger evil after insert on tags begin delete from tags; end",
    )
    with pytest.raises(UnusableProject, match="did not make"):
        Project.open(closed)


def test_a_damaged_file_is_refused(closed: Path) -> None:
    content = bytearray(closed.read_bytes())
    content[4096 * 4 : 4096 * 6] = b"\xff" * 8192
    closed.write_bytes(content)
    with pytest.raises(UnusableProject, match="damaged"):
        Project.open(closed)


def test_a_second_opening_can_only_read_and_says_so(closed: Path) -> None:
    with Project.open(closed), Project.open(closed) as second:
        assert second.is_read_only
        assert "already open elsewhere" in second.read_only_reason
        assert [it.name for it in second.tags.all()] == ["level"]
        with pytest.raises(ReadOnlyProject, match="already open"):
            create_tag(second, "more")


def test_the_first_to_close_leaves_the_lock_to_the_next(closed: Path) -> None:
    Project.open(closed).close()
    with Project.open(closed) as again:
        assert not again.is_read_only


def test_work_survives_a_kill(closed: Path) -> None:
    script = (
        "import os, sys, pathlib;"
        "from workbench.project import Project;"
        "from workbench.operations.tags import create_tag;"
        "project = Project.open(pathlib.Path(sys.argv[1]));"
        "create_tag(project, 'kept');"
        "os.kill(os.getpid(), 9)"
    )
    subprocess.run([sys.executable, "-c", script, str(closed)], check=False)
    with Project.open(closed) as project:
        assert not project.is_read_only
        assert [it.name for it in project.tags.all()] == ["level", "kept"]


def test_a_full_disk_is_said_and_nothing_is_half_saved(closed: Path) -> None:
    with Project.open(closed) as project:
        pages = project._writer.execute("pragma page_count").fetchone()[0]
        project._writer.execute(f"pragma max_page_count = {pages}")
        with pytest.raises(Exception, match="the disk is full. Nothing was changed"):
            for number in range(5000):
                create_tag(project, f"tag {number} {'long ' * 35}")
        project._writer.execute("pragma max_page_count = 1000000")
        create_tag(project, "after")
        assert project.tags.find("after")


def test_a_read_only_folder_can_be_read(closed: Path) -> None:
    with Project.open(closed, read_only=True) as project:
        assert project.is_read_only
        assert [it.name for it in closed.parent.iterdir()] == ["closed.workbench"]
