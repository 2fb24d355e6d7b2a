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
from workbench.model.alignments import Pair
from workbench.model.ids import DocumentId
from workbench.model.links import LinkKind, Stretch
from workbench.model.spans import Span
from workbench.operations import reuse
from workbench.operations.bin import restore
from workbench.operations.checking import check
from workbench.operations.documents import remove_documents
from workbench.operations.importing import import_paths
from workbench.operations.links import link_places
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
import importlib, os, pathlib, sys
from workbench.project import Project

ACTIONS = importlib.import_module(sys.argv[4]).ACTIONS

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


def _link(project: Project) -> None:
    places = (Stretch(DocumentId(1), Span(at, at + 13)) for at in (7, 1207))
    link_places(project, *places, LinkKind.ALTERED, "a round later")


def _compare(project: Project) -> None:
    reuse.BATCH_CHARACTERS = 1  # type: ignore[misc]
    reuse.update_reuse(project)


ACTIONS: dict[str, Callable[[Project], object]] = {
    "replace": _replace,
    "link": _link,
    "compare": _compare,
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
            [
                (it.source.passage_id, it.target.passage_id)
                for it in project.links.all()
            ],
            project.history.undo_label,
        )


def die(
    path: Path, action: str, last: int, module: str = __name__
) -> subprocess.CompletedProcess[str]:
    """Run an action of a module's `ACTIONS`, killed at its `last` tick; 0 is never."""
    words = [sys.executable, "-c", DYING, str(path), action, str(last), module]
    return subprocess.run(words, cwd=ROOT, check=False, capture_output=True, text=True)


@pytest.mark.parametrize("action", sorted({*ACTIONS} - {"compare"}))
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


@pytest.fixture
def sharing(closed: Path) -> Path:
    """The same project with three documents more, which share what they say."""
    chance = random.Random("words")
    letters = "aeioubdglmnrst"
    words = ["".join(chance.choices(letters, k=7)) for _ in range(600)]
    text = "\n\n".join(f"{' '.join(words[at : at + 12])}." for at in range(0, 600, 12))
    files = [closed.parent.parent / f"copy {name}.txt" for name in "abc"]
    for file in files:
        file.write_text(f"{file.stem}.\n\n{text}")
    with Project.open(closed) as project:
        import_paths(project, files)
    return closed


def test_comparing_goes_on_after_a_kill(sharing: Path) -> None:
    closed = sharing
    whole = shutil.copy(closed, closed.with_name("whole.workbench"))
    done = die(whole, "compare", 0)
    assert done.returncode == 0, done.stderr
    ticks, complete = int(done.stdout), shared(whole)
    assert complete[0] == [(it, True) for it in (1, 3, 4, 5)]
    assert [len(pairs) for pairs in complete[1]] == [50, 50, 50]
    chance = random.Random("compare")
    for last in [1, ticks, *(chance.randint(1, ticks) for _ in range(KILLS))]:
        path = shutil.copy(closed, closed.with_name("killed.workbench"))
        assert die(path, "compare", last).returncode == -9
        with Project.open(path) as project:
            assert check(project) == []
            reuse.update_reuse(project)
        assert shared(path) == complete


def shared(path: Path) -> tuple[list[tuple[int, bool]], list[list[Pair]]]:
    """Return which documents are compared, and what they share."""
    with Project.open(path) as project:
        found = reuse.reuse_of(project)
        pairs = [reuse.shared_pairs(project, it.a, it.b) for it in found.shared]
        return [(it.id, it.is_current) for it in found.documents], pairs


@pytest.mark.parametrize("action", ["replace", "restore", "undo", "compare"])
@pytest.mark.usefixtures("sharing")
def test_a_disk_that_fills_is_said_and_nothing_is_lost(
    closed: Path, action: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reuse, "BATCH_CHARACTERS", reuse.BATCH_CHARACTERS)
    before = state(closed)
    with Project.open(closed) as project:
        pages = project._writer.execute("pragma page_count")
        project._writer.execute(f"pragma max_page_count = {pages.fetchone()[0]}")
        with pytest.raises(WorkbenchError, match="the disk is full. Nothing was"):
            ACTIONS[action](project)
        assert check(project) == []
    assert state(closed) == before
