"""Files that commands write: never over the project, and said in one answer."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from workbench.project import Project

Line = Any

COMMANDS = (
    ("compare", "launch", "reply"),
    ("quotes", "launch"),
    ("facts", "launch", "reply"),
    ("reuse",),
)


@pytest.mark.parametrize("suffix", ["", "-wal", "-shm", "-lock"])
@pytest.mark.parametrize("option", ["--csv", "--html"])
def test_nothing_is_written_over_a_part_of_the_project(
    line: Line, option: str, suffix: str
) -> None:
    target = line.project.with_name(line.project.name + suffix)
    with Project.open(line.project):
        before = target.read_bytes()
        result = line.run("compare", "launch", "reply", option, target)
        assert target.read_bytes() == before
    assert result.exit_code == 2
    assert "project; choose another" in result.stderr


@pytest.mark.parametrize("command", COMMANDS, ids=lambda it: it[0])
def test_a_table_and_a_page_are_two_files(
    line: Line, tmp_path: Path, command: tuple[str, ...]
) -> None:
    file = tmp_path / "both"
    result = line.run(*command, "--csv", file, "--html", file)
    assert result.exit_code == 2
    assert "cannot be both files" in result.stderr
    assert not file.exists()


@pytest.mark.parametrize("command", COMMANDS[1:], ids=lambda it: it[0])
def test_two_files_are_one_answer(
    line: Line, tmp_path: Path, command: tuple[str, ...]
) -> None:
    table, page = tmp_path / "all.csv", tmp_path / "all.html"
    answer = line.json(*command, "--csv", table, "--html", page)
    assert [it["path"] for it in answer] == [str(table), str(page)]
    assert line.json(*command, "--csv", table)["path"] == str(table)


def test_a_page_of_facts_needs_two_documents_before_anything_is_written(
    line: Line, tmp_path: Path
) -> None:
    table, page = tmp_path / "all.csv", tmp_path / "all.html"
    result = line.run("facts", "launch", "--csv", table, "--html", page)
    assert result.exit_code == 2
    assert "needs a second document" in result.stderr
    assert not table.exists()
