from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner

from workbench.cli import commands
from workbench.cli.border import Border
from workbench.jobs import Cancelled

Line = Any

WITHOUT_QT = """
import sys
from workbench.cli import commands
for words in ({lines}):
    try:
        commands.main(words)
    except SystemExit as end:
        assert not end.code, (words, end.code)
assert not [name for name in sys.modules if name.startswith(("PySide6", "ui."))]
"""


def test_new_adds_the_suffix_and_says_where(tmp_path: Path) -> None:
    result = CliRunner().invoke(commands, ["new", str(tmp_path / "study")])
    assert result.exit_code == 0
    path = tmp_path / "study.workbench"
    assert path.is_file()
    assert result.stdout == f"Created {path}.\n"
    assert CliRunner().invoke(commands, ["check", str(tmp_path / "study")]).stdout


def test_new_never_replaces_a_file(empty: Line) -> None:
    before = empty.project.read_bytes()
    result = empty.run("new")
    assert result.exit_code == 2
    assert empty.project.read_bytes() == before


def test_new_fills_a_sample(tmp_path: Path) -> None:
    words = ["new", str(tmp_path / "sample"), "--sample"]
    assert CliRunner().invoke(commands, words).exit_code == 0
    listed = CliRunner().invoke(commands, ["documents", str(tmp_path / "sample")])
    assert len(listed.stdout.splitlines()) >= 6


@pytest.mark.parametrize("content", [None, b"", b"not a project", b"SQLite format 3\0"])
def test_a_project_that_cannot_be_read_is_wrong_usage(
    tmp_path: Path, content: bytes | None
) -> None:
    path = tmp_path / "broken.workbench"
    if content is not None:
        path.write_bytes(content)
    for command in ("documents", "undo"):
        result = CliRunner().invoke(commands, [command, str(path)])
        assert (result.exit_code, result.stdout) == (2, "")
        assert result.stderr.count("\n") == 1
    assert content is not None or not path.exists()


@pytest.mark.parametrize(
    "words",
    [["fly"], ["--fly"], ["documents"], ["table", "fly"], ["documents", "a", "b"]],
)
def test_wrong_usage_is_one_sentence(words: list[str]) -> None:
    result = CliRunner().invoke(commands, words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.count("\n") == 1
    assert "--help" in result.stderr


def test_words_that_begin_with_a_dash_go_after_two(line: Line) -> None:
    result = line.run("note", "project", "-5 % a year")
    assert result.exit_code == 2
    assert "“--”" in result.stderr
    line.done("note", "--", "project", "-5 % a year")


def test_a_mistake_of_ours_is_a_sentence_too() -> None:
    @click.group(cls=Border)
    def program() -> None:
        """A program with a mistake."""

    @program.command()
    def fail() -> None:
        raise KeyError("lost")

    result = CliRunner().invoke(program, ["fail"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "This is a mistake in the program: KeyError: 'lost'.\n"


def test_json_is_utf_8_and_readable_whatever_the_terminal(line: Line) -> None:
    words = [sys.executable, "-m", "workbench", "search", line.project, "exports"]
    result = subprocess.run(
        [*words, "--json"],
        capture_output=True,
        check=True,
        env={"PYTHONIOENCODING": "latin-1"},
    )
    assert "🙂" in result.stdout.decode("utf-8")
    assert b'\n  "total": 1,\n' in result.stdout


def test_people_get_a_question_mark_for_what_the_terminal_cannot_show(
    line: Line,
) -> None:
    words = [sys.executable, "-m", "workbench", "search", line.project, "exports"]
    result = subprocess.run(
        words, capture_output=True, check=True, env={"PYTHONIOENCODING": "ascii"}
    )
    assert b"32 % ? in May" in result.stdout


def test_no_command_but_the_window_imports_qt(line: Line, tmp_path: Path) -> None:
    project = str(line.project)
    lines: list[list[str]] = [
        ["documents", project],
        ["tag", project, "launch", "0", "5", "place"],
        ["search", project, "group"],
        ["export", project, "passages", "-o", str(tmp_path / "out.csv")],
        ["check", project],
    ]
    code = WITHOUT_QT.format(lines=", ".join(map(repr, lines)))
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, check=False
    )
    assert result.stderr == b""
    assert result.returncode == 0


def test_without_a_screen_the_window_is_refused_in_a_sentence(
    empty: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr("sys.platform", "linux")
    result = empty.run("open")
    assert result.exit_code == 1
    assert "no screen" in result.stderr
    assert result.stderr.count("\n") == 1


def test_too_long_a_name_is_refused_in_a_sentence() -> None:
    result = CliRunner().invoke(commands, ["new", "n" * 300])
    assert result.exit_code == 2
    assert "File name too long" in result.stderr


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("tag", 1, 4, 10**30, "x"), "larger than a project can hold"),
        (("tag", 1, 4, 9, "b\udcff"), "half a character"),
        (("attribute add", "b\udcff"), "half a character"),
        (("replace", "launch", "b\udcff"), "not there any more"),
    ],
)
def test_words_and_numbers_that_no_project_holds_are_wrong_usage(
    line: Line, words: tuple[object, ...], said: str
) -> None:
    result = line.run(str(words[0]), *words[1:])
    assert result.exit_code in {1, 2}
    assert said in result.stderr
    assert "mistake" not in result.stderr
    assert line.run("check").exit_code == 0


def test_a_document_named_twice_is_removed_once(line: Line) -> None:
    line.done("remove", "launch", "launch")
    assert len(line.json("bin list")) == 1


def test_what_a_person_stopped_is_no_mistake(
    capsys: pytest.CaptureFixture[str],
) -> None:
    @click.group(cls=Border)
    def some() -> None:
        pass

    @some.command()
    def long() -> None:
        raise Cancelled

    with pytest.raises(SystemExit) as end:
        some.main(["long"])
    assert (end.value.code, capsys.readouterr().err) == (1, "Stopped.\n")
