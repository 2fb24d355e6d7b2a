from __future__ import annotations

from typing import Any

import pytest

Line = Any


@pytest.fixture
def table(line: Line) -> Line:
    line.done("table create", "Groups")
    line.done("table add-row", "Groups", "The launch", "--document", "launch")
    line.done("table add-row", "Groups", "The group", "--case", "Working group")
    line.done("table add-column", "Groups", "Growth", "--question", "By how much?")
    line.done("table add-column", "Groups", "Place")
    return line


def test_a_table_is_filled_cited_and_shown(table: Line) -> None:
    passage = table.json("tag", "launch", 0, 5, "place")["passage"]
    table.done("table set", "Groups", "The launch", "Place", "Seoul, it says")
    cited = table.json("table cite", "Groups", "The launch", "Place", passage)
    citation = {
        "passage": passage,
        "role": "supports",
        "document": table.json("documents")[0]["id"],
        "start": 0,
        "end": 5,
        "quote": "Seoul",
    }
    filled = {
        "column": "Place",
        "summary": "Seoul, it says",
        "state": "supported",
        "citations": [citation],
    }
    assert cited == filled
    blank = {"summary": "", "state": "empty", "citations": []}
    assert table.json("table show", "Groups") == {
        "name": "Groups",
        "columns": ["Growth", "Place"],
        "rows": [
            {"name": "The launch", "cells": [{"column": "Growth", **blank}, filled]},
            {
                "name": "The group",
                "cells": [{"column": "Growth", **blank}, {"column": "Place", **blank}],
            },
        ],
    }


def test_a_contradicting_passage_disputes_the_cell(table: Line) -> None:
    passage = table.json("tag", "reply", 0, 9, "actor")["passage"]
    cell = table.json(
        "table cite", "Groups", "the group", "place", passage, "--role", "contradicts"
    )
    assert (cell["state"], cell["column"]) == ("disputed", "Place")


def test_a_table_is_shown_to_people_with_its_evidence(table: Line) -> None:
    passage = table.json("tag", "launch", 0, 5, "place")["passage"]
    table.done("table set", "Groups", "The launch", "Place", "In Seoul")
    table.done("table cite", "Groups", "The launch", "Place", passage)
    shown = table.done("table show", "Groups").stdout
    assert "Groups\n  Growth: By how much?\n" in shown
    assert "  Place [supported]: In Seoul\n" in shown
    assert "    supports: launch 0-5 “Seoul”\n" in shown


def test_a_row_and_its_new_case_are_one_step(table: Line) -> None:
    before = len(table.json("history"))
    table.done("table add-row", "Groups", "Again", "--case", "New case")
    assert len(table.json("history")) == before + 1


@pytest.mark.parametrize(
    "words",
    [
        ("table show", "Nothing"),
        ("table set", "Groups", "No row", "Place", "x"),
        ("table set", "Groups", "The launch", "No column", "x"),
        ("table cite", "Groups", "The launch", "Place", 99),
        ("table cite", "Groups", "The launch", "Place", 1, "--role", "proves"),
        ("table add-row", "Groups", "R", "--document", "reply", "--case", "C"),
        ("table add-row", "Groups", "R", "--document", "nothing"),
        ("table add-row", "Nothing", "R", "--case", "new"),
    ],
)
def test_a_name_that_is_not_there_is_wrong_usage_and_changes_nothing(
    table: Line, words: tuple[object, ...]
) -> None:
    steps = table.json("history")
    command, *rest = words
    result = table.run(str(command), *rest)
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert table.json("history") == steps
