"""Imports of many formats that die, meet a full disk, or race with another one."""

from __future__ import annotations

import contextlib
import os
import random
import select
import shutil
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest

from tests.importing import made_csv, made_docx, made_html, made_mail, made_workbook
from tests.paged_files import marked, pdf_of
from tests.projects import state_of
from tests.store.test_killing import die
from workbench.jobs import Progress, Tracker
from workbench.model.attributes import AttributeType, Subject
from workbench.model.folders import FolderChoice
from workbench.model.imports import ImportStatus
from workbench.operations import arrivals
from workbench.operations.attributes import create_attribute
from workbench.operations.checking import check
from workbench.operations.folders import look_through
from workbench.operations.importing import import_folder, import_paths
from workbench.project import Project

MARK = "WORKBENCH_TEST_MARK"
FORMATS = (made_csv, made_docx, made_html, made_mail, made_workbook)
KILLS = 4


def _bring_in(project: Project) -> None:
    arrivals.BATCH_CHARACTERS = 2_000  # type: ignore[misc]
    choice = FolderChoice(str(project.path.parent / "papers"))
    import_folder(project, choice, look_through(project, choice).coming)


ACTIONS = {"import": _bring_in}


@pytest.fixture
def closed(tmp_path: Path) -> Path:
    """A project without documents, beside a folder of all kinds of files."""
    folder = tmp_path / "project" / "papers"
    folder.mkdir(parents=True)
    for name, content in _files():
        (folder / name).write_bytes(content)
    path = tmp_path / "project" / "dying.workbench"
    Project.create(path).close()
    return path


def _files() -> Iterable[tuple[str, bytes]]:
    for made in FORMATS:
        yield from made.made().items()
    for number in range(3):
        report = pdf_of([f"Report {number} on tides."], [f"The end of {number}."])
        yield f"report {number}.pdf", marked(report, (0, f"why {number}?"))


def documents(project: Project) -> dict[str, Any]:
    """Return all that each document came in with, by the digest of its file."""
    found = {}
    for document in project.documents.all():
        pages = project.pages.of_version(document.version_id)
        passages = project.passages.of_document(document.id)
        values = project.attributes.some_values([document.id], Subject.DOCUMENT)
        found[document.sha256] = (
            document.name,
            project.documents.text(document.id),
            project.documents.blocks(document.id),
            [(it, project.pages.boxes(document.version_id, it.number)) for it in pages],
            [(it.quote, it.span) for it in passages],
            sorted(it.text for it in values),
            project.versions.of_document(document.id)[0].warnings,
        )
    return found


def wait_for_the_end_of(mark: str) -> None:
    """Wait until no process is there any more that was begun with a mark."""
    for path in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):  # it ended meanwhile, or is not ours
            if mark.encode() in path.read_bytes():
                process = os.pidfd_open(int(path.parent.name))
                assert select.select([process], [], [], 60)[0]
                os.close(process)


def test_a_kill_in_an_import_of_many_formats_leaves_whole_documents(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mark = uuid4().hex
    whole = shutil.copy(closed, closed.with_name("whole.workbench"))
    done = die(whole, "import", 0, __name__)
    assert done.returncode == 0, done.stderr
    ticks = int(done.stdout)
    with Project.open(whole) as project:
        expected = documents(project)
        assert len(expected) > 15
        assert len(project.passages.all()) >= 3
    chance, counts = random.Random("import"), set()
    for last in [1, ticks, *(chance.randint(1, ticks) for _ in range(KILLS - 2))]:
        path = shutil.copy(closed, closed.with_name("killed.workbench"))
        with monkeypatch.context() as begun:
            begun.setenv(MARK, mark)
            assert die(path, "import", last, __name__).returncode == -9
        wait_for_the_end_of(mark)
        with Project.open(path) as project:
            assert check(project) == []
            there = documents(project)
            assert there.items() <= expected.items()
            counts.add(len(there))
            monkeypatch.setattr(arrivals, "BATCH_CHARACTERS", 2_000)
            _bring_in(project)
            assert documents(project) == expected
            assert check(project) == []
        path.unlink()
    assert len(counts) > 2
    names = {it.name for it in closed.parent.iterdir()}
    assert names == {closed.name, "whole.workbench", "papers"}


@pytest.mark.parametrize("more", [20, 40])
def test_a_disk_that_fills_keeps_what_is_in_and_names_the_rest(
    closed: Path, more: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "BATCH_CHARACTERS", 2_000)
    with Project.open(closed) as project:
        before = state_of(project)
        assert project._writer is not None
        (pages,) = project._writer.execute("pragma page_count").fetchone()
        project._writer.execute(f"pragma max_page_count = {pages + more}")
        outcomes = import_paths(project, [closed.parent / "papers"])
        came = [it for it in outcomes if it.status is ImportStatus.IMPORTED]
        assert project.documents.count() == len(came)
        late = [it for it in outcomes if it.error.startswith("Not imported")]
        assert late
        assert all("the disk is full" in it.error for it in late)
        assert check(project) == []
        project._writer.execute("pragma max_page_count = 1000000")
        if came:
            project.undo()
        assert state_of(project) == before


def test_two_imports_of_the_same_folder_at_once_are_two_steps_of_whole_documents(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "BATCH_CHARACTERS", 2_000)
    folder = closed.parent / "papers"
    with Project.open(closed) as project:
        before = state_of(project)
        with ThreadPoolExecutor(2) as pool:
            both = [pool.submit(import_paths, project, [folder]) for _ in range(2)]
            outcomes = [it for each in both for it in each.result()]
        there = documents(project)
        assert len(there) == project.documents.count()
        came = [it for it in outcomes if it.status is ImportStatus.IMPORTED]
        assert len(came) == len(there)
        assert check(project) == []
        after = state_of(project)
        steps = 0
        while project.history.undo_label:
            project.undo()
            steps += 1
        assert state_of(project) == before
        for _ in range(steps):
            project.redo()
        assert state_of(project) == after


def test_an_attribute_that_is_made_while_an_import_uses_it_can_be_undone(
    closed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(arrivals, "BATCH_CHARACTERS", 1)
    folder = tmp_path / "sheets"
    folder.mkdir()
    for number in range(4):
        (folder / f"{number}.txt").write_text(f"Tide {number}.")
    (folder / "z.csv").write_text("Answer,Depth\nIt is a long answer indeed,deep\n")

    def make(progress: Progress) -> None:
        if progress.done == 3 and not project.attributes.all(Subject.DOCUMENT):
            kind = AttributeType.TEXT
            create_attribute(project, Subject.DOCUMENT, "Depth", kind)

    with Project.open(closed) as project:
        before = state_of(project)
        import_paths(project, [folder], Tracker(make))
        after = state_of(project)
        assert [row[-1] for row in after["attribute_values"]] == ["deep"]
        labels = [it.label for it in project.history.steps()]
        assert labels == [
            "Import 4 documents",
            "Create attribute “Depth”",
            "Import 5 documents",
        ]
        for _ in labels:
            project.undo()
        assert state_of(project) == before
        for _ in labels:
            project.redo()
        assert state_of(project) == after
