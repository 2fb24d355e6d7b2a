"""Sheets on the command line: what is in one, and its rows as documents."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.importing import made_csv, made_workbook
from workbench.cli import commands

Line = Any


@pytest.fixture
def survey(tmp_path: Path) -> Path:
    path = tmp_path / "survey.csv"
    path.write_bytes(made_csv.made()["survey.csv"])
    return path


def sheet(*arguments: object) -> str:
    result = CliRunner().invoke(commands, ["sheet", *map(str, arguments)])
    assert result.exit_code == 0, result.output
    return result.stdout


def test_columns_are_shown_with_what_they_would_become(survey: Path) -> None:
    lines = sheet(survey).splitlines()
    assert lines[0] == "3 rows"
    assert " ".join(lines[1].split()) == "COLUMN BECOMES ROW 2 ROW 3 ROW 4"
    assert [it.split()[:2] for it in lines[2:7]] == [
        ["Name", "title"],
        ["Date", "date"],
        ["Answer", "text"],
        ["Age", "attribute"],
        ["Region", "attribute"],
    ]
    assert lines[7] == "Encoding guessed as windows-1252."


def test_columns_are_told_to_programs(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    path.write_bytes(made_workbook.sheets())
    found = json.loads(sheet(path, "--sheet", "Notes", "--json"))
    assert found == {
        "sheets": ["Answers", "Codes & keys", "Notes"],
        "sheet": "Notes",
        "rows": 2,
        "encoding": "utf-8",
        "columns": [
            {"name": "Name", "becomes": "title"},
            {"name": "Text", "becomes": "text"},
        ],
        "first_rows": [
            {"row": 2, "cells": ["Ada", "First of Notes"]},
            {"row": 3, "cells": ["Bob", "Second of Notes"]},
        ],
        "warnings": [],
    }


def test_rows_come_in_as_they_are_asked_for(empty: Line, survey: Path) -> None:
    said = ["--title", "", "--source", "Name", "--values", "Region"]
    result = empty.run("import-rows", survey, *said)
    assert result.exit_code == 0
    documents = empty.json("documents")
    assert [
        (it["name"], it["source"], it["date"], it["attributes"]) for it in documents
    ] == [
        ("survey row 2", "Ada", "2022-11-08", {"Region": "North"}),
        ("survey row 3", "Bob", "2022-11-09", {"Region": "South"}),
    ]


def test_the_encoding_of_a_sheet_can_be_chosen(empty: Line, tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_bytes("Name,Answer\nAda,Ελλάδα λέει ναι\n".encode("windows-1253"))
    assert "Ελλάδα λέει ναι" in sheet(path, "--encoding", "CP1253")
    report = empty.done("import-rows", path, "--encoding", "CP1253", "--text", "Answer")
    assert report.stdout.startswith(f"imported     {path} (“Ada”): 15 characters\n")
    assert empty.done("text", "1").stdout == "Ελλάδα λέει ναι"
    refused = empty.run("encoding", "1", "utf-8")
    assert refused.exit_code == 2
    assert "“workbench import-rows --encoding”" in refused.stderr
    unknown = empty.run("import-rows", path, "--encoding", "klingon")
    assert unknown.exit_code == 2
    assert "“klingon” is no encoding that can be chosen" in unknown.stderr


def test_equal_rows_make_exit_code_1(empty: Line, survey: Path) -> None:
    assert empty.run("import-rows", survey).exit_code == 0
    result = empty.run("import-rows", survey)
    assert result.exit_code == 1
    assert "“Ada” of survey.csv is already in the project, as “Ada”." in result.stdout
