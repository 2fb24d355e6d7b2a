from __future__ import annotations

import csv
import re
from pathlib import Path
from typing import Any

import pytest

Line = Any

GOLDEN = Path(__file__).parents[1] / "golden"
TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+00:00")
COMMANDS = {
    "concordance": ("concordance", "group OR figure", "--sort", "r1,date"),
    "collocates": ("collocates", "group", "--window", "2", "--least", "1"),
    "ngrams": ("ngrams", "--size", "2", "--least", "1", "--word", "group"),
    "keyness": ("keyness", "launch", "--least", "2"),
}


def read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file, strict=True))


@pytest.mark.parametrize("name", COMMANDS)
def test_the_csv_is_as_in_the_golden_file(
    line: Line, tmp_path: Path, golden: Any, name: str
) -> None:
    path = tmp_path / "out.csv"
    answer = line.json(*COMMANDS[name], "--csv", path)
    assert answer == {"path": str(path), "rows": len(read(path)) - 1}
    golden(f"{name}.csv", TIME.sub("TIME", path.read_bytes().decode()).encode())


def test_every_row_says_what_was_asked_and_where_it_stands(
    line: Line, tmp_path: Path
) -> None:
    path = tmp_path / "out.csv"
    line.done("concordance", "group OR figure", "--zones", "--csv", path)
    header, *rows = read(path)
    assert len(rows) == 3
    for row in rows:
        cells = dict(zip(header, row, strict=True))
        text = line.done("text", cells["document_id"]).stdout
        assert cells["query"] == "group OR figure"
        assert cells["options"] == (
            "all words in one document; aliases marked automatic; zones too;"
            " without discarded hits"
        )
        start, end = int(cells["start"]), int(cells["end"])
        assert text[start:end] == cells["match"]
        assert cells["left"].endswith(text[:start][-3:])


def test_formulas_are_guarded(line: Line, tmp_path: Path) -> None:
    (tmp_path / "sum.txt").write_text("=1+1 makes two.", "utf-8")
    line.done("import", tmp_path / "sum.txt")
    path = tmp_path / "out.csv"
    line.done("concordance", "makes", "--csv", path)
    header, row = read(path)
    assert row[header.index("left")] == "'=1+1 "


def test_lines_are_listed_for_people(line: Line) -> None:
    shown = line.done("concordance", "group", "--width", "20").stdout.splitlines()
    assert shown[1] == "2 lines in 2 documents."
    assert shown[2].startswith("Unevenness over all documents (Gries' DP): 0.")
    assert shown[3:] == [
        "  launched a working [group] . ¶ - Exports grew 3  launch",
        " is no figure. ¶ The [group] meets twice a year.   reply",
    ]


def test_lines_are_sorted_and_limited(line: Line) -> None:
    answer = line.json("concordance", "group", "--sort", "R1", "--limit", "1")
    assert answer["total"] == 2
    (first,) = answer["lines"]
    assert (first["name"], first["match"], first["right"][:3]) == (
        "launch",
        "group",
        ". ¶",
    )
    answer = line.json("concordance", "group", "--sort", "l1")
    assert [it["left"].split()[-1] for it in answer["lines"]] == ["The", "working"]


def test_the_answer_says_where_and_how_evenly_the_matches_stand(line: Line) -> None:
    answer = line.json("concordance", "group")
    assert [it["name"] for it in answer["dispersion"]] == ["launch", "reply"]
    for plot in answer["dispersion"]:
        assert all(0 <= it < 1 for it in plot["places"])
    assert answer["spread"]["of"] == 2
    assert 0 <= answer["spread"]["gries_dp"] < 0.5


@pytest.mark.parametrize("measure", ["mi", "LogDice", "t-score", "log-likelihood"])
def test_collocates_are_listed_by_the_measure(line: Line, measure: str) -> None:
    answer = line.json("collocates", "group", "--measure", measure, "--least", "1")
    scores = [it["score"] for it in answer["collocates"]]
    assert scores == sorted(scores, reverse=True)
    assert (answer["measure"].lower(), answer["matches"]) == (measure.lower(), 2)
    shown = line.done("collocates", "group", "--measure", measure, "--least", "1")
    assert answer["collocates"][0]["word"] in shown.stdout.splitlines()[2]


def test_ngrams_of_one_document(line: Line) -> None:
    answer = line.json("ngrams", "--size", "3", "--least", "1", "--document", "reply")
    assert {"words": ["the", "group", "meets"], "count": 1, "documents": 1} in answer
    assert not any("working" in it["words"] for it in answer)
    shown = line.done("ngrams", "--least", "1", "--word", "working").stdout
    assert [it.split() for it in shown.splitlines()] == [
        ["words", "count", "documents"],
        ["a", "working", "1", "1"],
        ["working", "group", "1", "1"],
    ]


def test_keywords_of_a_document(line: Line) -> None:
    answer = line.json("keyness", "reply", "--least", "1")
    words = {it["word"]: it for it in answer}
    assert (words["the"]["count"], words["the"]["rest"]) == (1, 0)
    assert words["the"]["log_ratio"] > 0 > words["exports"]["log_ratio"]
    shown = line.done("keyness", "reply", "--least", "1").stdout
    assert shown.splitlines()[0].split()[:3] == ["word", "here", "rest"]


@pytest.mark.parametrize(
    "words",
    [
        ("concordance", "group", "--sort", "R4"),
        ("concordance", "group", "--width", "-1"),
        ("collocates", "group", "--window", "0"),
        ("collocates", "group", "--measure", "guess"),
        ("ngrams", "--size", "6"),
        ("ngrams", "--document", "nothing"),
        ("keyness",),
        ("keyness", "nothing"),
    ],
)
def test_what_cannot_be_asked_is_wrong_usage(line: Line, words: tuple[str]) -> None:
    result = line.run(*words)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize("name", COMMANDS)
def test_no_export_replaces_the_project(line: Line, name: str) -> None:
    assert line.run(*COMMANDS[name], "--csv", line.project).exit_code == 2
    assert line.json("check")["ok"]


@pytest.mark.parametrize("query", ["unicorn", "", '"', "(((", "/(/"])
def test_to_find_nothing_is_an_answer_too(line: Line, query: str) -> None:
    assert line.json("concordance", query)["lines"] == []
    assert line.json("collocates", query)["collocates"] == []
    assert "0 lines" in line.done("concordance", query).stdout
