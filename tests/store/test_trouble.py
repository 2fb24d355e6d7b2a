"""Files that move, programs that race or die, and threads that change at once."""

import contextlib
import os
import shutil
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from workbench.errors import (
    NothingToUndo,
    StillRunning,
    UnusableProject,
    WorkbenchError,
)
from workbench.jobs import Progress, Tracker
from workbench.model.changes import Changes
from workbench.model.imports import ImportStatus
from workbench.model.notes import NoteOn, NoteTarget
from workbench.model.spans import Span
from workbench.operations.checking import check
from workbench.operations.importing import import_paths
from workbench.operations.notes import write_note
from workbench.operations.passages import mark_passage
from workbench.operations.tags import create_tag
from workbench.project import Project

ROOT = Path(__file__).parents[2]
PROJECT_NOTE = NoteTarget(NoteOn.PROJECT)
WORDS = "The two sides met in May and will meet again, though not before June. "


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    path = tmp_path / "folder" / "trouble.workbench"
    path.parent.mkdir()
    with Project.create(path) as project:
        create_tag(project, "level")
    return path


def many_files(folder: Path, count: int, length: int) -> Path:
    folder.mkdir()
    for number in range(count):
        text = f"{number}\n\n" + "\n\n".join(
            [WORDS * 10] * (length // len(WORDS) // 10)
        )
        (folder / f"{number:03}.txt").write_text(text)
    return folder


def test_importing_tagging_and_undoing_at_once_loses_nothing(
    project: Project, tmp_path: Path
) -> None:
    folder = many_files(tmp_path / "many", 300, 20_000)
    (first,) = import_paths(project, [next(folder.iterdir())])
    assert first.document_id is not None
    half_way = threading.Event()

    def report(progress: Progress) -> None:
        if progress.done > 100:
            half_way.set()

    with ThreadPoolExecutor(1) as pool:
        importing = pool.submit(import_paths, project, [folder], Tracker(report))
        kept = undone = 0
        while not importing.done():
            if kept == 300:  # the history forgets what is older than 1,000 steps
                wait([importing])
                break
            mark_passage(
                project, first.document_id, Span(kept, kept + 5), new_tags=[f"t{kept}"]
            )
            kept += 1
            if half_way.is_set():
                create_tag(project, "undone at once")
                assert project.undo().label == "Create tag “undone at once”"
                undone += 1
        outcomes = importing.result()
    assert sum(it.status is ImportStatus.IMPORTED for it in outcomes) == 299
    assert project.documents.count() == 300
    assert len(project.passages.all()) == kept > 3
    assert undone > 0
    assert check(project) == []
    labels = [it.label for it in project.history.steps()]
    assert [it for it in labels if it.startswith("Import")] == [
        "Import document",
        "Import 299 documents",
    ]
    with pytest.raises(NothingToUndo):
        while True:
            project.undo()
    assert project.documents.count() == 0
    assert check(project) == []


def test_an_import_under_way_cannot_be_undone_but_afterwards_can(
    project: Project, tmp_path: Path
) -> None:
    folder = many_files(tmp_path / "many", 200, 20_000)
    with ThreadPoolExecutor(1) as pool:
        importing = pool.submit(import_paths, project, [folder])
        while not importing.done():
            # Nothing yet, still going on, or just through.
            with contextlib.suppress(NothingToUndo, StillRunning):
                project.undo()
        importing.result()
    if project.documents.count() == 0:
        project.redo()
    assert project.documents.count() == 200
    assert check(project) == []
    assert project.undo().label == "Import 200 documents"
    assert project.documents.count() == 0
    assert check(project) == []


def test_closing_during_an_import_keeps_what_is_in(
    closed: Path, tmp_path: Path
) -> None:
    folder = many_files(tmp_path / "many", 200, 20_000)
    project = Project.open(closed)
    came_in, is_closed = threading.Event(), threading.Event()

    def hold(_changes: Changes) -> None:
        came_in.set()
        is_closed.wait(30)

    project.subscribe(hold)
    with ThreadPoolExecutor(1) as pool:
        importing = pool.submit(import_paths, project, [folder])
        assert came_in.wait(30)
        project.close()
        is_closed.set()
        outcomes = importing.result()
    imported = sum(it.status is ImportStatus.IMPORTED for it in outcomes)
    assert "was closed" in outcomes[-1].error
    assert [it.name for it in closed.parent.iterdir()] == [closed.name]
    with Project.open(closed) as again:
        assert again.documents.count() == imported > 0
        assert check(again) == []


def test_a_reader_sees_one_moment(project: Project) -> None:
    create_tag(project, "before")
    with project.reader() as view:
        assert len(view.tags.all()) == 1
        create_tag(project, "meanwhile")
        assert len(view.tags.all()) == 1
    with project.reader() as view:
        assert len(view.tags.all()) == 2


def test_a_reader_at_work_does_not_hold_up_closing(closed: Path) -> None:
    project = Project.open(closed)
    create_tag(project, "more")
    with project.reader() as view:
        view.tags.all()
        project.close()
    with Project.open(closed) as again:
        assert again.tags.find("more")
    assert [it.name for it in closed.parent.iterdir()] == [closed.name]


KILLED = """
import os, pathlib, sys
from workbench.jobs import Tracker
from workbench.operations.importing import import_paths
from workbench.project import Project

def report(progress):
    if progress.done == int(sys.argv[3]):
        os.kill(os.getpid(), 9)

project = Project.open(pathlib.Path(sys.argv[1]))
import_paths(project, [pathlib.Path(sys.argv[2])], Tracker(report))
"""


@pytest.mark.parametrize("after", [1, 60, 119])
def test_a_kill_in_the_middle_of_an_import_leaves_a_whole_project(
    closed: Path, tmp_path: Path, after: int
) -> None:
    folder = many_files(tmp_path / "many", 120, 40_000)
    words = [sys.executable, "-c", KILLED, str(closed), str(folder), str(after)]
    assert subprocess.run(words, cwd=ROOT, check=False).returncode == -9
    with Project.open(closed) as project:
        assert not project.is_read_only
        assert check(project) == []
        there = project.documents.count()
        assert there <= after
        if there:
            assert project.undo().label == f"Import {there} documents"
            assert project.documents.count() == 0
            assert check(project) == []
    assert [it.name for it in closed.parent.iterdir()] == [closed.name]


@pytest.mark.parametrize("trouble", ["moved", "removed", "replaced"])
def test_a_file_that_vanishes_is_said_and_not_written_past(
    closed: Path, tmp_path: Path, trouble: str
) -> None:
    elsewhere = tmp_path / "elsewhere.workbench"
    shutil.copy(closed, elsewhere)
    with Project.open(closed) as project:
        create_tag(project, "saved")
        if trouble == "moved":
            closed.rename(tmp_path / "moved.workbench")
        elif trouble == "removed":
            closed.unlink()
        else:
            elsewhere.replace(closed)
        with pytest.raises(WorkbenchError, match="moved, replaced or removed"):
            create_tag(project, "lost")
        with pytest.raises(WorkbenchError, match="moved, replaced or removed"):
            project.undo()
        assert [it.name for it in project.tags.all()] == ["level", "saved"]
        if trouble != "replaced":
            with pytest.raises(UnusableProject), project.reader():
                pass
    if trouble == "moved":
        with Project.open(tmp_path / "moved.workbench") as moved:
            assert moved.tags.find("saved")
            assert not moved.tags.find("lost")


def test_a_link_to_a_project_is_the_same_project(closed: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.workbench"
    link.symlink_to(closed)
    with Project.open(closed), Project.open(link) as second:
        assert second.is_read_only
    with Project.open(link), Project.open(closed) as second:
        assert second.is_read_only


def test_the_lock_file_of_a_dead_program_is_in_nobodys_way(closed: Path) -> None:
    closed.with_name(f"{closed.name}-lock").write_text("")
    with Project.open(closed) as project:
        assert not project.is_read_only
    assert [it.name for it in closed.parent.iterdir()] == [closed.name]


def test_a_failed_opening_frees_the_lock(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("workbench.project.Recorder", None)
        with pytest.raises(TypeError):
            Project.open(closed)
    assert [it.name for it in closed.parent.iterdir()] == [closed.name]
    with Project.open(closed) as project:
        assert not project.is_read_only


RACER = """
import pathlib, sys
from workbench.errors import UnusableProject
from workbench.operations.tags import create_tag
from workbench.project import Project

path = pathlib.Path(sys.argv[1])
print("ready", flush=True)
sys.stdin.readline()
{action}
"""
OPENING = """
with Project.open(path) as project:
    print("read" if project.is_read_only else "write", flush=True)
    sys.stdin.readline()
"""
MAKING = """
try:
    with Project.create(path) as project:
        create_tag(project, "mine")
    print("made", flush=True)
except UnusableProject as error:
    print(error, flush=True)
"""


def race(path: Path, action: str, runners: int) -> list[str]:
    """Let several programs do the same at the same moment; return what each says."""
    racers = [
        subprocess.Popen(
            [sys.executable, "-c", RACER.format(action=action), str(path)],
            cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )
        for _ in range(runners)
    ]  # fmt: skip
    said = []
    for racer in racers:
        assert racer.stdout is not None
        assert racer.stdout.readline() == "ready\n"
    for racer in racers:
        assert racer.stdin is not None
        racer.stdin.write("go\n")
        racer.stdin.flush()
    for racer in racers:
        assert racer.stdout is not None
        said.append(racer.stdout.readline().strip())
    for racer in racers:
        racer.communicate("go\n")
    return said


def test_of_programs_that_race_to_open_one_writes(closed: Path) -> None:
    assert sorted(race(closed, OPENING, 4)) == ["read", "read", "read", "write"]
    assert [it.name for it in closed.parent.iterdir()] == [closed.name]


def test_of_programs_that_race_to_make_a_project_one_does(tmp_path: Path) -> None:
    path = tmp_path / "new.workbench"
    said = race(path, MAKING, 4)
    assert said.count("made") == 1
    assert sum("already exists" in it for it in said) == 3
    with Project.open(path) as project:
        assert project.tags.find("mine")


def test_notes_of_another_sitting_are_steps_of_their_own(closed: Path) -> None:
    for text in ("first", "second"):
        with Project.open(closed) as project:
            write_note(project, PROJECT_NOTE, text)
    with Project.open(closed) as project:
        project.undo()
        note = project.notes.on(PROJECT_NOTE)
        assert note is not None
        assert note.text == "first"


def test_typing_after_an_undo_is_a_step_of_its_own(project: Project) -> None:
    write_note(project, PROJECT_NOTE, "first")
    create_tag(project, "between")
    project.undo()
    write_note(project, PROJECT_NOTE, "second")
    project.undo()
    note = project.notes.on(PROJECT_NOTE)
    assert note is not None
    assert note.text == "first"


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everywhere")
def test_a_folder_without_write_permission_is_named(closed: Path) -> None:
    closed.parent.chmod(0o500)
    try:
        with Project.open(closed) as project:
            assert "folder" in project.read_only_reason
    finally:
        closed.parent.chmod(0o700)
