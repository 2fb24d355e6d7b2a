"""`workbench verify`, and the forms of `workbench export table`."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from workbench.cli import commands

Line = Any


@pytest.fixture
def table(line: Line) -> Line:
    line.done("tag", "launch", 35, 44, "trade/exports")
    line.done("table create", "Growth")
    line.done("table add-column", "Growth", "How much")
    line.done("table add-row", "Growth", "Launch", "--document", "launch")
    line.done("table set", "Growth", "Launch", "How much", "32 %")
    line.done("table cite", "Growth", "Launch", "How much", 1)
    return line


def export(line: Line, path: Path, *more: str) -> Any:
    return line.json("export", "table", "--table", "Growth", "-o", path, *more)


def verify(line: Line, path: object, *more: str) -> Result:
    words = ["verify", str(path), str(line.project), *more]
    return CliRunner().invoke(commands, words)


@pytest.mark.parametrize("name", ["t.csv", "t.xlsx", "t.md", "t.html", "t.docx"])
def test_the_suffix_decides_the_form(table: Line, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    assert export(table, path) == {"path": str(path), "rows": 1}
    assert verify(table, path).exit_code == 0
    assert verify(table, f"{path}.provenance.json").exit_code == 0


@pytest.mark.parametrize("form", ["quotations", "book"])
def test_a_form_can_be_named(table: Line, tmp_path: Path, form: str) -> None:
    path = tmp_path / "t.out"
    export(table, path, "--format", form)
    record = json.loads((tmp_path / "t.out.provenance.json").read_text("utf-8"))
    assert record["form"] == form
    assert "- Exports" in path.read_text("utf-8")


def test_each_difference_is_one_line(table: Line, tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    export(table, path)
    said = "Checked 1 quotation in 1 cell: no difference.\n"
    assert verify(table, path).stdout == said
    table.done("table set", "Growth", "Launch", "How much", "33 %")
    path.write_text("x")
    result = verify(table, path)
    assert result.exit_code == 1
    assert result.stdout.splitlines() == [
        "t.csv was changed after it was exported",
        "Launch › How much: the text was “32 %”, and is “33 %”",
        "Checked 1 quotation in 1 cell: 2 differences.",
    ]
    result = verify(table, path, "--json")
    assert result.exit_code == 1
    answer = json.loads(result.stdout)
    assert (answer["quotations"], answer["cells"]) == (1, 1)
    assert answer["differences"][1] == {
        "kind": "summary",
        "words": "the text was “32 %”, and is “33 %”",
        "row": "Launch",
        "column": "How much",
        "number": None,
        "line": "Launch › How much: the text was “32 %”, and is “33 %”",
    }


@pytest.mark.parametrize(
    "words",
    [
        ("notes", "-o", "n.csv", "--format", "xlsx"),
        ("notes", "-o", "n.csv", "--hidden"),
        ("table", "--table", "Growth", "-o", "t.pdf"),
        ("table", "--table", "Growth", "-o", "t.csv", "--format", "x"),
    ],
)
def test_what_cannot_be_done_is_wrong_usage(
    table: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...]
) -> None:
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.iterdir())
    result = table.run("export", *words)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert sorted(tmp_path.iterdir()) == before


def test_what_cannot_be_verified_is_wrong_usage(table: Line, tmp_path: Path) -> None:
    for path in (tmp_path / "none.csv", table.project, tmp_path):
        result = verify(table, path)
        assert result.exit_code == 2
        assert result.stderr.count("\n") == 1


def test_what_stands_twice_in_the_provenance_is_refused(
    table: Line, tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"
    export(table, path)
    beside = path.with_name(f"{path.name}.provenance.json")
    text = beside.read_text().rstrip().removesuffix("}")
    beside.write_text(f'{text}, "quotations": [], "cells": []}}')
    assert verify(table, path).exit_code == 2


def test_exported_passages_are_checked(table: Line, tmp_path: Path) -> None:
    path = tmp_path / "passages.csv"
    table.done("export", "passages", "-o", path)
    assert verify(table, path).stdout == "Checked 1 quotation: no difference.\n"
    result = verify(table, path, "--json")
    assert json.loads(result.stdout) == {
        "quotations": 1,
        "cells": None,
        "differences": [],
    }


def test_the_provenance_never_replaces_the_project(table: Line, tmp_path: Path) -> None:
    project = tmp_path / "out.csv.provenance.json"
    project.write_bytes(table.project.read_bytes())
    words = ["export", str(project), "passages", "-o", str(tmp_path / "out.csv")]
    assert CliRunner().invoke(commands, words).exit_code == 2
