"""Searches from several threads and moments, whose readings are kept between them."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from workbench.model.spans import Span
from workbench.operations.documents import remove_documents
from workbench.operations.importing import import_paths
from workbench.operations.searches import discard_hits
from workbench.project import Project
from workbench.search import discarding
from workbench.search.indexing.vocabulary import Vocabulary
from workbench.search.indexing.wordlists import WordList
from workbench.search.reading.expanding import words_alike
from workbench.views import ProjectView


@pytest.fixture
def eager_threads() -> Iterator[None]:
    """Threads that take turns as often as they can."""
    usual = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(usual)


def add_text(project: Project, text: str) -> None:
    path = project.path.with_name("text.txt")
    path.write_text(text)
    import_paths(project, [path])


def found(view: ProjectView, query: str) -> list[str]:
    return [hit.text for hit in view.search(query).hits]


def test_words_of_a_project_that_took_the_place_of_another_are_its_own(
    tmp_path: Path,
) -> None:
    path = tmp_path / "one.workbench"
    for text in ("alpha harbor", "omega ferries"):
        with Project.create(path) as project:
            add_text(project, text)
            assert found(project, "harbour~1 OR ferriez~1") == [text]
        path.write_bytes(b"")  # the same file to the disk, as when it is copied over
        shutil.move(path, tmp_path / "gone")
        (tmp_path / "gone").unlink()


def test_words_of_a_backup_that_was_copied_over_are_its_own(tmp_path: Path) -> None:
    path, backup = tmp_path / "one.workbench", tmp_path / "backup"
    Project.create(path).close()
    shutil.copyfile(path, backup)
    for text in ("alpha harbor", "omega ferris"):
        with Project.open(path) as project:
            add_text(project, text)
            assert found(project, "harbour~1 OR ferriss~1") == [text]
        shutil.copyfile(backup, path)  # into the same file, as `cp` does


@pytest.mark.usefixtures("eager_threads")
def test_patterns_asked_at_once_are_all_answered(project: Project) -> None:
    add_text(project, " ".join(f"word{number}" for number in range(300)))
    queries = [f"/.*rd{number}/ OR wort{number}~1" for number in range(12)]
    alone = [found(project, query) for query in queries]

    def ask(_: int) -> list[list[str]]:
        with project.reader() as view:
            return [found(view, query) for query in queries * 5]

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(ask, range(4))) == [alone * 5] * 4


@pytest.mark.usefixtures("eager_threads")
def test_two_moments_of_a_project_each_leave_out_their_own_discards(
    project: Project,
) -> None:
    add_text(project, "may one\n\nmay two\n\nmay three\n")
    [document] = project.documents.all()
    with project.reader() as before, project.reader() as after:
        assert len(found(before, "may")) == 3
        discard_hits(project, "may", [(document.id, Span(0, 3))])

        def ask(view: ProjectView) -> set[int]:
            return {len(found(view, "may")) for _ in range(150)}

        with ThreadPoolExecutor(2) as pool:
            assert list(pool.map(ask, (before, after))) == [{3}, {2}]


class Contended(dict[Any, Any]):
    """What threads share, as it is for the slower of two: the other wrote last."""

    def __init__(self, theirs: dict[Any, Any]) -> None:
        super().__init__()
        self._theirs = theirs

    def __setitem__(self, key: Any, value: Any) -> None:
        self.clear()
        self.update(self._theirs)


def test_words_that_another_thread_forgets_are_chosen_nevertheless() -> None:
    known = WordList(["harbor"], [1], Contended({}))

    class Words(Vocabulary):
        def beginning(self, prefix: str) -> WordList:
            return known

    words = Words(sqlite3.connect(":memory:"))
    assert words_alike("harbour", 1, words).words == ("harbor",)


def test_rows_that_another_thread_left_out_are_not_ours(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_text(project, "may one\n\nmay two\n")
    [document] = project.documents.all()
    discard_hits(project, "may", [(document.id, Span(0, 3))])
    theirs = Contended({document.id: (("another moment",), [])})
    monkeypatch.setattr(discarding, "_looked", lambda *_, **__: theirs)
    assert found(project, "may") == ["may two"]


def test_a_discard_outlives_the_removal_and_return_of_its_text(
    project: Project,
) -> None:
    add_text(project, "may one\n\nmay two\n")
    [document] = project.documents.all()
    discard_hits(project, "may", [(document.id, Span(0, 3))])
    assert len(found(project, "may")) == 1
    remove_documents(project, [document.id])
    assert found(project, "may") == []
    project.undo()
    assert len(found(project, "may")) == 1
    project.undo()
    assert len(found(project, "may")) == 2
