"""A command line to run, and a small project for it to work on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from workbench.cli import commands

LAUNCH = "Seoul launched a working group.\r\n\r\n- Exports\xa0grew 32 % 🙂 in May.\r\n"
REPLY = "Officials did not agree. =1+1 is no figure.\n\nThe group meets twice a year.\n"


@dataclass(frozen=True)
class CommandLine:
    """The command line, always on one project, as one analyst."""

    project: Path

    def run(self, command: str, *arguments: object) -> Result:
        first, *rest = command.split()
        words = ["--analyst", "ada", first, *rest, str(self.project)]
        return CliRunner().invoke(commands, [*words, *map(str, arguments)])

    def done(self, command: str, *arguments: object) -> Result:
        result = self.run(command, *arguments)
        assert result.exit_code == 0, result.output
        assert result.stderr == ""
        return result

    def json(self, command: str, *arguments: object) -> Any:
        return json.loads(self.done(command, *arguments, "--json").stdout)


@pytest.fixture
def files(tmp_path: Path) -> Path:
    folder = tmp_path / "files"
    folder.mkdir()
    (folder / "launch.txt").write_bytes(LAUNCH.encode())
    (folder / "reply.txt").write_bytes(REPLY.encode())
    return folder


@pytest.fixture
def empty(tmp_path: Path) -> CommandLine:
    line = CommandLine(tmp_path / "study.workbench")
    line.done("new")
    return line


@pytest.fixture
def line(empty: CommandLine, files: Path) -> CommandLine:
    empty.done("import", files)
    return empty
