from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import pytest

Line = Any

GOLDEN = Path(__file__).parents[1] / "golden"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00")


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


def timeless(path: Path) -> str:
    return TIME.sub("TIME", path.read_bytes().decode())


@pytest.fixture
def marked(line: Line) -> Line:
    line.done("tag", "reply", 25, 30, "odd", "figures")
    line.done("tag", "launch", 35, 44, "trade/exports", "--note", "+ 32 %")
    line.done("tag", "launch", 0, 5, "place")
    line.done("note", "project", "=What it is about")
    line.done("note", "document:launch", "Two lines,\nand “quotes”")
    line.done("note", "tag:trade/exports", "What leaves the country")
    line.done("table create", "Growth")
    line.done("table add-column", "Growth", "How much", "--question", "In percent?")
    line.done("table add-row", "Growth", "=launch", "--document", "launch")
    line.done("table set", "Growth", "=launch", "How much", "32 %")
    line.done("table create", "Firms")
    line.done("table add-row", "Firms", "Makers", "--case", "Chip makers")
    line.done("note", "case:chip makers", "Which firms?")
    line.done("table note", "Growth", "=launch", "How much", "A figure, at last")
    line.done("note", "journal", "Read everything.")
    for passage, role in ((2, "supports"), (1, "contradicts")):
        place = ("Growth", "=launch", "How much", passage)
        line.done("table cite", *place, "--role", role)
    return line


@pytest.mark.parametrize("what", ["passages", "notes", "table"])
def test_an_export_is_as_in_the_golden_file(
    marked: Line, tmp_path: Path, what: str
) -> None:
    path = tmp_path / "out.csv"
    table = ("--table", "Growth") if what == "table" else ()
    answer = marked.json("export", what, "-o", path, *table)
    assert answer == {"path": str(path), "rows": len(read(path)) - 1}
    assert timeless(path) == timeless(GOLDEN / f"{what}.csv")


def test_passages_have_one_row_a_tag_in_the_order_of_the_texts(
    marked: Line, tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"
    marked.done("export", "passages", "-o", path)
    header, *rows = read(path)
    assert ",".join(header) == (
        "document,title,date,source,page,start,end,quote,before,after,tag,note,"
        "analyst,created,anchor,version,sha256"
    )
    assert [(row[0], row[5], row[10]) for row in rows] == [
        ("launch", "0", "place"),
        ("launch", "35", "trade/exports"),
        ("reply", "25", "figures"),
        ("reply", "25", "odd"),
    ]


def test_formulas_are_guarded_unless_raw(marked: Line, tmp_path: Path) -> None:
    quotes = []
    for switch in ((), ("--raw",)):
        path = tmp_path / "out.csv"
        marked.done("export", "passages", "-o", path, *switch)
        quotes.append((read(path)[3][7], read(path)[2][11]))
    assert quotes == [("'=1+1 ", "'+ 32 %"), ("=1+1 ", "+ 32 %")]


def test_a_target_that_cannot_be_written_is_a_failure(
    marked: Line, tmp_path: Path
) -> None:
    result = marked.run("export", "notes", "-o", tmp_path / "no" / "out.csv")
    assert result.exit_code == 1
    assert result.stderr.count("\n") == 1


def test_a_folder_is_no_target(marked: Line) -> None:
    result = marked.run("export", "notes", "-o", ".")
    assert (result.exit_code, "is a folder" in result.stderr) == (2, True)


@pytest.mark.parametrize(
    "words",
    [
        ("table", "-o", "out.csv"),
        ("notes", "-o", "out.csv", "--table", "Growth"),
        ("table", "-o", "out.csv", "--table", "Nothing"),
        ("everything", "-o", "out.csv"),
        ("notes",),
    ],
)
def test_an_export_of_nothing_is_wrong_usage(
    marked: Line, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    result = marked.run("export", *words)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert not (tmp_path / "out.csv").exists()


def test_an_export_never_replaces_the_project(marked: Line) -> None:
    result = marked.run("export", "notes", "-o", marked.project)
    assert result.exit_code == 2
    assert marked.json("check")["ok"]
