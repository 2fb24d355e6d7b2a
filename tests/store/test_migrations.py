"""A project of an earlier version opens with everything in it."""

from __future__ import annotations

import contextlib
import gzip
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.paged_files import pdf_of
from workbench.errors import UnusableProject
from workbench.model.cells import Cell, CellKey, CellState, Standing
from workbench.model.notes import NoteOn
from workbench.model.search import SearchOptions
from workbench.operations.cells import restore_cell
from workbench.operations.checking import check
from workbench.operations.importing import import_paths
from workbench.operations.page_labels import pages_of
from workbench.operations.passages import remove_passages
from workbench.project import Project
from workbench.store.migrations import known_schema, schema_of

GOLDEN = Path(__file__).parent.parent / "golden"
ROOT = Path(__file__).parents[2]
FERRY_COPY = (
    "The ferry left the harbor at noon.\n\nThe ministers signed the harbor pact.\n\n"
    "Subscribe to our letter\n"
)


@pytest.fixture
def first_version(tmp_path: Path) -> Path:
    """A project as version 1 wrote it: two documents, a passage, notes, a table."""
    path = tmp_path / "old.workbench"
    path.write_bytes(gzip.decompress((GOLDEN / "version-1.workbench.gz").read_bytes()))
    return path


def test_a_project_of_version_1_is_backed_up_and_keeps_everything(
    first_version: Path,
) -> None:
    with Project.open(first_version, analyst="Bo") as project:
        assert [it.name for it in project.documents.all()] == ["ferry", "harbor"]
        [passage] = project.passages.all()
        assert passage.quote == "The ministers signed the harbor pact."
        assert (passage.version, passage.needs_review) == (1, False)
        assert [it.path for it in project.tags.all()] == ["aim", "aim/ports"]
        assert {it.target.on for it in project.notes.all()} == {
            NoteOn.PROJECT,
            NoteOn.DOCUMENT,
            NoteOn.PASSAGE,
        }
        table = project.tables.named("Pacts")
        assert table.rows[0].cells[0].state is CellState.SUPPORTED
        assert project.search("ferry").documents == 1
        assert check(project) == []
        remove_passages(project, [passage.id])
        project.undo()
        assert project.passages.all() == [passage]
    backup = first_version.with_name("old.workbench.version-1.bak")
    with contextlib.closing(sqlite3.connect(backup)) as connection:
        assert schema_of(connection) == known_schema(1)
        assert connection.execute("select count(*) from steps").fetchone() != (0,)
    with Project.open(first_version) as again:
        assert check(again) == []


def test_an_old_project_with_a_strange_trigger_is_not_opened(
    first_version: Path,
) -> None:
    with contextlib.closing(sqlite3.connect(first_version)) as connection:
        connection.execute(
            "create trigger spoil after insert on tags begin delete from notes; end"
        )
        connection.commit()
    with pytest.raises(UnusableProject, match="did not make"):
        Project.open(first_version)


def test_a_project_of_version_2_is_indexed_anew(tmp_path: Path) -> None:
    path = tmp_path / "old.workbench"
    path.write_bytes(gzip.decompress((GOLDEN / "version-2.workbench.gz").read_bytes()))
    with Project.open(path, analyst="Bo") as project:
        assert [it.name for it in project.documents.all()] == ["ferry", "seoul"]
        assert [it.quote for it in project.passages.all()] == [
            "The ministers signed the harbor pact."
        ]
        assert project.search("export controls").documents == 1
        assert project.search("newsletter").documents == 0
        zones = SearchOptions(zones=True)
        assert project.search("newsletter", zones).documents == 1
        assert check(project) == []


def test_a_project_of_version_3_keeps_its_searches(tmp_path: Path) -> None:
    path = tmp_path / "old.workbench"
    path.write_bytes(gzip.decompress((GOLDEN / "version-3.workbench.gz").read_bytes()))
    with Project.open(path, analyst="Bo") as project:
        assert [it.name for it in project.documents.all()] == ["ferry", "reply"]
        [group] = project.aliases.groups()
        assert [it.text for it in group.names] == ["harbor pact", "port treaty"]
        assert [it.name for it in project.searches.saved()] == ["Pacts"]
        assert [it.query for it in project.searches.history()] == ["ferry"]
        assert [it.quote for it in project.searches.discards("ferry")] == ["ferry"]
        assert project.search('"port treaty"').documents == 2
        assert project.links.all() == []
        assert check(project) == []


def test_a_project_of_version_4_keeps_what_its_cells_rest_on(tmp_path: Path) -> None:
    path = tmp_path / "old.workbench"
    path.write_bytes(gzip.decompress((GOLDEN / "version-4.workbench.gz").read_bytes()))
    with Project.open(path, analyst="Bo") as project:
        table = project.tables.named("Pacts")
        first, second = (row.cells[0] for row in table.rows)
        assert (first.state, second.state) == (CellState.DISPUTED, CellState.DRAFT)
        assert [it.cited.quote for it in first.citations] == [
            "The ministers signed the harbor pact.",
            "the ministers signed the harbor pact",
        ]
        assert {it.standing for it in first.citations} == {Standing.HOLDS}
        [line] = project.cells.changes(first.row_id, first.column_id)
        assert (line.summary, len(line.quotes)) == ("the ministers", 2)
        restore_cell(project, line.id)
        assert project.cells.get(*line_of(first)).state is CellState.DISPUTED
        assert [it.kind.value for it in project.links.all()] == ["verbatim"]
        assert check(project) == []


def test_a_project_of_version_5_keeps_its_cells_and_gets_room_for_pages(
    tmp_path: Path,
) -> None:
    path = tmp_path / "old.workbench"
    path.write_bytes(gzip.decompress((GOLDEN / "version-5.workbench.gz").read_bytes()))
    (tmp_path / "report.pdf").write_bytes(pdf_of(["A report on tides."], ["Its end."]))
    (tmp_path / "copy.txt").write_text(FERRY_COPY)
    with Project.open(path, analyst="Bo") as project:
        (row,) = project.tables.named("Pacts").rows
        (cell,) = row.cells
        assert (cell.summary, cell.state) == ("ministers", CellState.SUPPORTED)
        assert [it.cited.quote for it in cell.citations] == [
            "The ministers signed the harbor pact."
        ]
        assert len(project.cells.changes(*line_of(cell))) == 2
        ferry, reply = project.documents.all()
        assert project.versions.of_document(ferry.id)[-1].warnings == ()
        assert pages_of(project, ferry.id) == pages_of(project, reply.id) == []
        assert project.folders.all() == []
        paths = [tmp_path / "report.pdf", tmp_path / "copy.txt"]
        report, copy = import_paths(project, paths)
        assert report.document_id is not None
        text = project.documents.text(report.document_id)
        pages = pages_of(project, report.document_id)
        assert [it.span.of(text).strip() for it in pages] == [
            "A report on tides.",
            "Its end.",
        ]
        assert [it.document_id for it in copy.near_copies] == [ferry.id]
        assert check(project) == []


def line_of(cell: Cell) -> CellKey:
    return cell.row_id, cell.column_id


DYING = """
import os, pathlib, sys
from workbench.project import Project
from workbench.store import database

path, last = pathlib.Path(sys.argv[1]), int(sys.argv[2])
ticks = 0
connect = database.connect

def tick():
    global ticks
    ticks += 1
    if ticks == last:
        os.kill(os.getpid(), 9)

def watched(path, *, read_only):
    connection = connect(path, read_only=read_only)
    if not read_only:
        connection.set_progress_handler(tick, 20)
    return connection

database.connect = watched
Project.open(path).close()
print(ticks)
"""


def die(path: Path, last: int) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-c", DYING, str(path), str(last)]
    return subprocess.run(words, cwd=ROOT, check=False, capture_output=True, text=True)


@pytest.mark.parametrize("version", [1, 2, 3, 4, 5])
def test_a_kill_while_an_old_project_is_brought_up_to_date_loses_nothing(
    tmp_path: Path, version: int
) -> None:
    content = (GOLDEN / f"version-{version}.workbench.gz").read_bytes()
    path = tmp_path / "old.workbench"
    path.write_bytes(gzip.decompress(content))
    ticks = int(die(path, 0).stdout)
    for last in [1, *range(ticks // 5, ticks, ticks // 5), ticks]:
        path.write_bytes(gzip.decompress(content))
        assert die(path, last).returncode == -9
        with Project.open(path) as project:
            assert not project.is_read_only
            assert check(project) == []
            assert project.search("ferry").documents == 1
        names = {it.name for it in tmp_path.iterdir()}
        assert names == {path.name, f"{path.name}.version-{version}.bak"}


@pytest.mark.parametrize("version", [1, 2, 3, 4, 5])
@pytest.mark.parametrize("kilobytes", [100, 250])
def test_a_full_disk_leaves_an_old_project_as_it_was(
    tmp_path: Path, version: int, kilobytes: int
) -> None:
    content = (GOLDEN / f"version-{version}.workbench.gz").read_bytes()
    path = tmp_path / "old.workbench"
    path.write_bytes(gzip.decompress(content))
    words = [sys.executable, "-c", FULL, str(path), str(kilobytes)]
    done = subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True)
    names = {it.name for it in tmp_path.iterdir()}
    assert not any(name.endswith(("partial", "lock", "journal")) for name in names)
    if done.stdout:
        assert "could not be brought up to date" in done.stdout
        assert path.read_bytes() == gzip.decompress(content)
    with Project.open(path) as project:
        assert check(project) == []


FULL = """
import pathlib, resource, signal, sys
from workbench.errors import WorkbenchError
from workbench.project import Project

signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
most = int(sys.argv[2]) * 1024
resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))
try:
    Project.open(pathlib.Path(sys.argv[1])).close()
except WorkbenchError as error:
    print(error)
"""
