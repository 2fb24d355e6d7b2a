from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

Line = Any


@pytest.fixture
def described(line: Line) -> Line:
    line.done(
        "attribute add", "Country", "--type", "choice", "--choice", "Japan",
        "--choice", "Korea",
    )  # fmt: skip
    line.done("attribute add", "Budget", "--type", "number")
    line.done("set", "launch", "country", "JAPAN")
    line.done("set", "launch", "Budget", "1,200")
    return line


def test_attributes_are_listed_with_their_choices_and_values(described: Line) -> None:
    described.done("attribute add", "Began", "--type", "date", "--case")
    assert described.json("attributes") == [
        {"name": "Country", "subject": "document", "type": "choice",
         "choices": ["Japan", "Korea"], "values": 1},
        {"name": "Budget", "subject": "document", "type": "number", "choices": [],
         "values": 1},
        {"name": "Began", "subject": "case", "type": "date", "choices": [],
         "values": 0},
    ]  # fmt: skip
    assert "Japan, Korea" in described.done("attributes").stdout


def test_documents_come_with_their_values(described: Line) -> None:
    launch, reply = described.json("documents")
    assert launch["attributes"] == {"Country": "Japan", "Budget": "1200"}
    assert reply["attributes"] == {}
    described.done("set", "launch", "Budget", "")
    assert described.json("documents")[0]["attributes"] == {"Country": "Japan"}


def test_attributes_are_changed_and_removed(described: Line) -> None:
    described.done("attribute rename", "country", "Land")
    described.done(
        "attribute choices", "Land", "--add", "China", "--rename", "Japan", "Nippon",
        "--remove", "Korea",
    )  # fmt: skip
    retyped = described.json("attribute retype", "Budget", "--type", "text")
    assert (retyped["type"], retyped["values"]) == ("text", 1)
    assert described.json("attributes")[0]["choices"] == ["Nippon", "China"]
    said = described.done("attribute remove", "Budget").stdout
    assert said == "Removed Budget with 1 value.\n"
    described.done("undo")
    assert len(described.json("attributes")) == 2


def test_a_file_of_values_says_what_was_left_out(
    described: Line, tmp_path: Path
) -> None:
    path = tmp_path / "values.csv"
    path.write_text("document,Budget,Who\nlaunch,3,Ada\nreply,lots,Bob\n")
    result = described.run("set", "--from", path)
    assert result.exit_code == 1
    assert result.stdout == "Added the attribute Who for text.\nSet 2 values.\n"
    assert result.stderr.startswith("Line 3: “lots” is not a number.")
    answer = described.run("set", "--from", path, "--json")
    assert json.loads(answer.stdout)["values"] == 0


@pytest.mark.parametrize(
    "words",
    [
        ("set", "launch", "Budget"),
        ("set", "launch", "Nothing", "3"),
        ("set", "nothing", "Budget", "3"),
        ("set", "launch", "Budget", "3,5"),
        ("set", "launch", "Country", "Mars"),
        ("set", "launch", "Budget", "3", "--from", "x.csv"),
        ("set", "--from", "nothing.csv", "--case", "--json", "launch"),
        ("attribute add", "Country"),
        ("attribute add", "x", "--type", "color"),
        ("attribute choices", "Country", "--remove", "Japan"),
        ("attribute retype", "Country", "--type", "date"),
        ("case rename", "nobody", "x"),
    ],
)
def test_what_does_not_fit_is_one_sentence_and_changes_nothing(
    described: Line, words: tuple[str, ...]
) -> None:
    steps = described.json("history")
    command, *rest = words
    result = described.run(command, *rest)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert described.json("history") == steps


def test_cases_are_added_renamed_described_and_removed(line: Line) -> None:
    line.done("table create", "Groups")
    line.done("table add-row", "Groups", "The group", "--case", "Working group")
    line.done("case add", "Other")
    line.done("attribute add", "Led by", "--case")
    line.done("set", "--case", "working group", "Led by", "Ada")
    line.done("case rename", "Other", "Another")
    first, second = line.json("cases")
    assert (first["name"], first["rows"]) == ("Another", [])
    assert second["rows"] == ["Groups › The group"]
    assert second["attributes"] == {"Led by": "Ada"}
    assert "Led by: Ada" in line.done("cases").stdout
    said = line.done("case remove", "Working group").stdout
    assert said == "Removed Working group; 1 row describes no case any more.\n"
    assert [it["name"] for it in line.json("cases")] == ["Another"]


def test_exported_passages_end_in_the_attributes(
    described: Line, tmp_path: Path
) -> None:
    described.done("tag", "launch", 0, 5, "place")
    described.done("set", "launch", "Budget", "--", "-7")
    path = tmp_path / "passages.csv"
    described.done("export", "passages", "-o", path)
    with path.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert list(row)[-2:] == ["Country", "Budget"]
    assert (row["Country"], row["Budget"]) == ("Japan", "-7")
