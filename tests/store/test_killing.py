"""Programs that die, and disks that fill, in the middle of what could lose most."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.errors import WorkbenchError
from workbench.model.ids import DocumentId
from workbench.model.spans import Span
from workbench.operations.bin import restore
from workbench.operations.checking import check
from workbench.operations.documents import remove_documents
from workbench.operations.importing import import_paths
from workbench.operations.passages import mark_passage
from workbench.operations.versions import replace_document
from workbench.operations.zones import mark_zone
from workbench.project import Project

ROOT = Path(__file__).parents[2]
TEXT = "".join(
    f"In round {number} the two sides met, and {number * 7} ships sailed.\n\n"
    for number in range(80)
)
KILLS = 4

DYING = """
import os, pathlib, sys
from tests.store.test_killing import ACTIONS
from workbench.project import Project

path, action, last = pathlib.Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
ticks = 0

def tick():
    global ticks
    ticks += 1
    if ticks == last:
        os.kill(os.getpid(), 9)

project = Project.open(path)
project._writer.set_progress_handler(tick, 100)
ACTIONS[action](project)
project._writer.set_progress_handler(None, 0)
project.close()
print(ticks)
"""


def _replace(project: Project) -> None:
    replace_document(project, DocumentId(1), project.path.parent / "later.txt")


ACTIONS: dict[str, Callable[[Project], object]] = {
    "replace": _replace,
    "restore": lambda project: restore(project, project.bin.all()),
    "empty the bin": Project.empty_bin,
    "undo": Project.undo,
}


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A project with passages and zones, and as much in its bin."""
    (tmp_path / "memo.txt").write_text(TEXT)
    (tmp_path / "other.txt").write_text(f"Another.\n\n{TEXT}")
    later = f"A line on top.\n\n{TEXT.replace('ships', 'ferries')}"
    path = tmp_path / "project" / "dying.workbench"
    path.parent.mkdir()
    (path.parent / "later.txt").write_text(later)
    with Project.create(path) as project:
        for outcome in import_paths(
            project, [tmp_path / "memo.txt", tmp_path / "other.txt"]
        ):
            document_id = outcome.document_id
            assert document_id is not None
            for start in range(0, 1000, 50):
                mark_passage(project, document_id, Span(start, start + 30))
            mark_zone(project, document_id, Span(2000, 2100))
        remove_documents(project, [DocumentId(2)])
    return path


def state(path: Path) -> tuple[object, ...]:
    """Return what a project has, which must be whole."""
    with Project.open(path) as project:
        assert not project.is_read_only
        assert check(project) == []
        return (
            [(it.id, it.version, it.span, it.anchor) for it in project.passages.all()],
            [(it.id, it.words) for it in project.documents.all()],
            [(it.id, it.name) for it in project.bin.all()],
            project.history.undo_label,
        )


def die(path: Path, action: str, last: int) -> subprocess.CompletedProcess[str]:
    words = [sys.executable, "-c", DYING, str(path), action, str(last)]
    return subprocess.run(words, cwd=ROOT, check=False, capture_output=True, text=True)


@pytest.mark.parametrize("action", ACTIONS)
def test_a_kill_at_any_moment_leaves_the_state_before_or_after(
    closed: Path, action: str
) -> None:
    whole = shutil.copy(closed, closed.with_name("whole.workbench"))
    done = die(whole, action, 0)
    assert done.returncode == 0, done.stderr
    ticks = int(done.stdout)
    before, after = state(closed), state(whole)
    assert before != after
    chance = random.Random(action)
    for last in [1, ticks, *(chance.randint(1, ticks) for _ in range(KILLS - 2))]:
        path = shutil.copy(closed, closed.with_name("killed.workbench"))
        assert die(path, action, last).returncode == -9
        assert state(path) in (before, after)
    names = {it.name for it in closed.parent.iterdir()}
    assert names == {closed.name, "whole.workbench", "killed.workbench", "later.txt"}


@pytest.mark.parametrize("action", ["replace", "restore", "undo"])
def test_a_disk_that_fills_is_said_and_nothing_is_lost(
    closed: Path, action: str
) -> None:
    before = state(closed)
    with Project.open(closed) as project:
        pages = project._writer.execute("pragma page_count")
        project._writer.execute(f"pragma max_page_count = {pages.fetchone()[0]}")
        with pytest.raises(WorkbenchError, match="the disk is full. Nothing was"):
            ACTIONS[action](project)
        assert check(project) == []
    assert state(closed) == before
