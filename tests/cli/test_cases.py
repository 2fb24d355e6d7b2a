"""Cases on the command line: names, kinds, documents, mentions."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine


@pytest.fixture
def group(line: CommandLine) -> CommandLine:
    line.done("case add", "Working group", "--kind", "body")
    return line


def test_a_case_has_a_kind_aliases_and_documents(group: CommandLine) -> None:
    group.done("case kind", "Working group", "agreement")
    group.done("case aliases", "Working group", "WG!", "the group")
    group.done("case documents", "Working group", "--add", "launch")
    (case,) = group.json("cases")
    assert case["kind"] == "agreement"
    assert [it["name"] for it in case["aliases"]] == [
        "Working group",
        "WG",
        "the group",
    ]
    assert [it["case_sensitive"] for it in case["aliases"]] == [False, True, False]
    assert (case["documents"], case["mentions"]) == (1, 0)
    group.done("undo")
    assert group.json("case documents", "Working group") == []
    group.done("case aliases", "Working group", "--clear")
    assert group.json("case aliases", "Working group")["aliases"] == [
        {"name": "Working group", "case_sensitive": False}
    ]


def test_cases_of_a_kind_are_listed(group: CommandLine) -> None:
    group.done("case add", "Other")
    assert [it["name"] for it in group.json("cases", "--kind", "body")] == [
        "Working group"
    ]
    assert "Working group" in group.done("cases").stdout


def test_mentions_are_confirmed_and_refused_by_number(group: CommandLine) -> None:
    group.done("case aliases", "Working group", "group")
    possible = group.json("case mentions", "Working group", "--possible")
    assert [(it["number"], it["text"]) for it in possible] == [
        (1, "working group"),
        (2, "group"),
    ]
    group.done("case mentions", "Working group", "--confirm", "2", "--refuse", "all")
    (confirmed,) = group.json("case mentions", "Working group")
    assert (confirmed["document"], confirmed["text"]) == (2, "group")
    (refused,) = group.json("case mentions", "Working group", "--refused")
    assert refused["text"] == "working group"
    assert group.json("case mentions", "Working group", "--possible") == []
    assert group.json("case documents", "1") == [
        {"id": 2, "name": "reply", "put_in": False}
    ]
    told = group.done("case mentions", "Working group").stdout
    assert "0 possible, 1 confirmed, 1 refused" in told


@pytest.mark.parametrize("typed", ["0", "9", "x", "1,,2", "-1"])
def test_a_wrong_number_decides_on_nothing(group: CommandLine, typed: str) -> None:
    result = group.run("case mentions", "Working group", "--confirm", typed)
    assert result.exit_code == 2
    assert "is no number of a possible mention" in result.stderr
    assert group.json("case mentions", "Working group") == []


def test_names_of_two_groups_are_told(group: CommandLine) -> None:
    group.done("aliases add", "US = USA")
    group.done("aliases add", "UK = Britain")
    result = group.run("case aliases", "Working group", "USA", "Britain")
    assert result.exit_code == 2
    assert "belong to two groups" in result.stderr
    result = group.run("case aliases", "Working group", "USA", "--clear")
    assert result.exit_code == 2


def test_all_of_it_is_written_as_csv(group: CommandLine, tmp_path: Path) -> None:
    group.done("case aliases", "Working group", "=group")
    written = group.json("cases", "--csv", tmp_path / "cases.csv")
    assert written["rows"] == 1
    with (tmp_path / "cases.csv").open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file)
    assert (row["case"], row["kind"]) == ("Working group", "body")
