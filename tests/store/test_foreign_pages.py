"""Pages, sketches and folders from a hostile hand: no reading of them breaks."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import zlib
from pathlib import Path

import pytest

from tests.store.studied import PAGED, study
from workbench.errors import UnreadableFile
from workbench.model.spans import Span
from workbench.operations.checking import check
from workbench.operations.folders import imported_folders, look_through
from workbench.operations.importing import import_folder, import_paths
from workbench.operations.page_labels import PageLabels
from workbench.operations.pages import (
    boxes_of,
    lines_of,
    page_at,
    pages_of,
    picture_of_page,
)
from workbench.operations.versions import correct_text
from workbench.project import Project

BOMB = zlib.compress(bytes(200_000_000), 9).hex()
FOREIGN = (
    'update pages set "end" = 4294967295',
    'update pages set "start" = 0, "end" = 999999',
    'update pages set "start" = 4294967295, "end" = 4294967295',
    'update pages set "start" = 3, "end" = 3',
    "update pages set number = number * 2000000000",
    "update pages set number = 3 - number where version_id = 3 and number = 3",
    "update pages set width = 0, height = 0",
    "update pages set width = 1000000, height = 0.0001",
    "update pages set label = char(0) || char(27) || char(10) || char(8238)",
    "update pages set label = '', boxes = x''",
    "update pages set boxes = x'00ff'",
    f"update pages set boxes = x'{BOMB}'",
    "update pages set boxes = (select boxes from pages where number = 2)",
    "update sketches set content = x'01'",
    "update sketches set content = zeroblob(50000000)",
    "update sketches set content = randomblob(64)",
    "delete from pages where number = 1",
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one of everything, to be copied."""
    path = tmp_path_factory.mktemp("whole") / "project" / "whole.workbench"
    path.parent.mkdir()
    Project.create(path).close()
    study(path)
    return path


@pytest.fixture
def studied(whole: Path, tmp_path: Path) -> Path:
    path = tmp_path / "project" / "foreign.workbench"
    path.parent.mkdir()
    path.write_bytes(whole.read_bytes())
    return path


def meddle(path: Path, statement: str) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("pragma foreign_keys = on")
        assert connection.execute(statement).rowcount >= 0


@pytest.mark.parametrize("statement", FOREIGN, ids=lambda it: it[:60])
def test_pages_of_another_hand_are_only_contents(
    studied: Path, tmp_path: Path, statement: str
) -> None:
    meddle(studied, statement)
    near = tmp_path / "near.txt"
    near.write_text("The council met in Oslo.\n\nFerries run thrice a day.\n")
    with Project.open(studied) as project:
        check(project)
        labels = PageLabels(project)
        for page in pages_of(project, PAGED):
            assert len(boxes_of(project, PAGED, page.number)) in {0, len(page.span)}
            lines_of(project, PAGED, page).boxes(Span(0, 40))
            assert page_at(project, PAGED, page.span.start) is not None or not page.span
            assert labels.of(PAGED, page.span) is not None
        correct_text(project, PAGED, Span(0, 7), "All of the ports")
        correct_text(project, PAGED, Span(30, 35), "")
        project.undo()
        import_paths(project, [near])
        assert project.documents.count() == 3


def test_a_page_that_the_file_has_not_got_is_not_drawn(studied: Path) -> None:
    meddle(studied, "update pages set number = number * 2000000000")
    with Project.open(studied) as project:
        for page in pages_of(project, PAGED):
            with pytest.raises(UnreadableFile):
                picture_of_page(project, PAGED, page.number, 1.0)


@pytest.mark.parametrize(
    "change",
    [
        "path = char(0)",
        "path = char(10) || hex(zeroblob(100000))",
        "path = '/dev/null'",
        "path = '.'",
        "include = json_array(replace(hex(zeroblob(500)), '0', '*a'))",
        "include = json_array('[', '', '/', '(?', char(0)), exclude = json_array('[!')",
    ],
)
def test_folders_of_another_hand_are_looked_through_or_refused(
    studied: Path, change: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(studied.parent)
    meddle(studied, f"update imported_folders set {change}")
    with Project.open(studied) as project:
        [folder] = imported_folders(project)
        with contextlib.suppress(UnreadableFile):
            preview = look_through(project, folder.choice)
            import_folder(project, folder.choice, preview.coming)
        assert check(project) == []


def test_a_pipe_that_another_hand_says_was_imported_is_not_waited_for(
    studied: Path, tmp_path: Path
) -> None:
    os.mkfifo(tmp_path / "papers.txt")
    meddle(studied, "update versions set size = 0")
    with Project.open(studied) as project:
        [folder] = imported_folders(project)
        choice = type(folder.choice)(str(tmp_path))
        assert len(look_through(project, choice).coming) > 0
