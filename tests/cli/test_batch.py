"""What the command line says of many queries at once."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

Line = Any


@pytest.fixture
def queries(tmp_path: Path) -> Path:
    path = tmp_path / "queries.csv"
    path.write_text("name,query\nGroups,group\nNone,nothing here\nOdd,(group ~\n")
    return path


def test_queries_of_a_file_are_counted_by_document(line: Line, queries: Path) -> None:
    answer = line.json("batch", queries)
    assert answer["options"].startswith("all words in one document")
    assert [(it["name"], it["documents"], it["matches"]) for it in answer["queries"]][
        :2
    ] == [("Groups", 2, 2), ("None", 0, 0)]
    assert [(it["name"], it["matches"]) for it in answer["queries"][0]["counts"]] == [
        ("launch", 1),
        ("reply", 1),
    ]
    said = line.done("batch", queries).stdout
    assert "Groups" in said
    for left_out in answer["queries"][2]["left_out"]:
        assert f"Odd: {left_out}" in said


def test_lines_of_a_text_file_are_queries(line: Line, tmp_path: Path) -> None:
    path = tmp_path / "queries.txt"
    path.write_text("group\n32%\n")
    narrow = line.json("batch", path, "--scope", "paragraph")
    assert [it["query"] for it in narrow["queries"]] == ["group", "32%"]
    assert narrow["options"].startswith("all words in one paragraph")


def test_counts_are_written_in_both_forms(
    line: Line, queries: Path, tmp_path: Path
) -> None:
    target = tmp_path / "counts.csv"
    said = line.done("batch", queries, "--csv", target).stdout
    assert f"Wrote 3 rows to {target}." in said
    assert target.read_text("utf-8-sig").splitlines()[0].endswith("launch,reply")
    line.done("batch", queries, "--csv", target, "--long")
    assert target.read_text("utf-8-sig").startswith("name,query,options")
    assert "launch,reply" not in target.read_text("utf-8-sig")


def test_the_project_is_not_overwritten(line: Line, queries: Path) -> None:
    result = line.run("batch", queries, "--csv", line.project)
    assert result.exit_code == 2
    assert "is the project" in result.stderr


def test_a_file_without_queries_is_wrong_usage(line: Line, tmp_path: Path) -> None:
    path = tmp_path / "queries.txt"
    path.write_text("\n \n")
    result = line.run("batch", path)
    assert (result.exit_code, result.stderr) == (
        2,
        "queries.txt has no query; write one a line.\n",
    )
