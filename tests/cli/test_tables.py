from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from tests.cli.conftest import LAUNCH
from workbench.cli import commands

Line = Any
PLACE = ("Groups", "The launch", "Place")


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
    table.done("table set", *PLACE, "Seoul, it says")
    cited = table.json("table cite", *PLACE, passage)
    [citation] = cited["citations"]
    assert citation["cited"].pop("at")
    assert citation == {
        "passage": passage,
        "role": "supports",
        "standing": "holds",
        "document": table.json("documents")[0]["id"],
        "start": 0,
        "end": 5,
        "quote": "Seoul",
        "cited": {
            "version": 1,
            "start": 0,
            "end": 5,
            "quote": "Seoul",
            "analyst": "ada",
        },
    }
    assert (cited["column"], cited["summary"]) == ("Place", "Seoul, it says")
    assert (cited["state"], cited["absence"]) == ("supported", None)
    shown = table.json("table show", "Groups")
    assert [it["name"] for it in shown["columns"]] == ["Growth", "Place"]
    assert [it["name"] for it in shown["rows"]] == ["The launch", "The group"]
    states = [[cell["state"] for cell in it["cells"]] for it in shown["rows"]]
    assert states == [["empty", "supported"], ["empty", "empty"]]


def test_a_contradicting_passage_disputes_the_cell(table: Line) -> None:
    passage = table.json("tag", "reply", 0, 9, "actor")["passage"]
    cell = table.json(
        "table cite", "Groups", "the group", "place", passage, "--role", "contradicts"
    )
    assert (cell["state"], cell["column"]) == ("disputed", "Place")
    cell = table.json("table role", "Groups", "the group", "place", 1, "context")
    assert cell["state"] == "draft"
    cell = table.json("table uncite", "Groups", "the group", "place", 1)
    assert (cell["state"], cell["citations"]) == ("empty", [])


def test_a_table_is_shown_to_people_with_its_evidence(table: Line) -> None:
    table.done("table set", *PLACE, "In Seoul")
    table.done("table cite-place", *PLACE, "launch", 0, 5)
    shown = table.done("table show", "Groups").stdout
    assert "Groups\n  Growth: By how much?\n" in shown
    assert "  Place [supported]: In Seoul\n" in shown
    assert "    1. supports: launch 0-5 “Seoul”\n" in shown


def test_a_row_and_its_new_case_are_one_step(table: Line) -> None:
    before = len(table.json("history"))
    table.done("table add-row", "Groups", "Again", "--case", "New case")
    assert len(table.json("history")) == before + 1


def test_a_changed_quotation_turns_its_cell_stale_until_it_still_holds(
    table: Line, tmp_path: Path
) -> None:
    table.done("table set", *PLACE, "In Seoul")
    table.done("table cite-place", *PLACE, "launch", 0, 14)
    changed = tmp_path / "launch.txt"
    changed.write_bytes(LAUNCH.replace("launched", "opened").encode())
    table.done("replace", "launch", changed)
    [cell] = [
        it
        for row in table.json("table show", "Groups")["rows"]
        for it in row["cells"]
        if it["citations"]
    ]
    [citation] = cell["citations"]
    assert (cell["state"], citation["standing"]) == ("stale", "stale")
    assert (citation["quote"], citation["cited"]["quote"]) == (
        "Seoul opened",
        "Seoul launched",
    )
    assert "[stale]" in table.done("table show", "Groups").stdout
    cell = table.json("table holds", *PLACE)
    assert (cell["state"], cell["citations"][0]["cited"]["quote"]) == (
        "supported",
        "Seoul opened",
    )


def test_another_passage_takes_the_place_of_one_that_is_gone(table: Line) -> None:
    table.done("table cite-place", *PLACE, "launch", 0, 5)
    other = table.json("tag", "launch", 6, 14, "act")["passage"]
    cell = table.json("table rest-on", *PLACE, 1, other)
    assert [it["quote"] for it in cell["citations"]] == ["launched"]


def test_the_history_of_a_cell_is_told_and_brought_back(table: Line) -> None:
    table.done("table set", *PLACE, "In Seoul")
    table.done("table cite-place", *PLACE, "launch", 0, 5)
    table.done("table set", *PLACE, "Elsewhere")
    table.done("table uncite", *PLACE, 1)
    lines = table.json("table history", *PLACE)
    assert [it["label"] for it in lines] == [
        "Citation removed",
        "Text written",
        "Passage cited: supports",
        "Text written",
    ]
    assert {it["analyst"] for it in lines} == {"ada"}
    table.done("table restore", lines[2]["id"])
    [cell] = [
        it
        for it in table.json("table show", "Groups")["rows"][0]["cells"]
        if it["column"] == "Place"
    ]
    assert (cell["summary"], cell["state"]) == ("In Seoul", "supported")
    assert "Passage cited: supports" in table.done("table history", *PLACE).stdout


def test_rows_and_columns_move_hide_and_change(table: Line) -> None:
    table.done("table edit-row", "Groups", "The group", "--before", "The launch")
    table.done("table edit-row", "Groups", "The launch", "--group", "Asia", "--hide")
    table.done("table edit-column", "Groups", "Growth", "--last", "--name", "Rise")
    table.done("table edit-column", "Groups", "Rise", "--type", "number")
    table.done("table edit-column", "Groups", "Place", "--choice", "A", "--choice", "B")
    shown = table.json("table show", "Groups", "--hidden")
    assert [(it["name"], it["group"], it["is_hidden"]) for it in shown["rows"]] == [
        ("The group", "", False),
        ("The launch", "Asia", True),
    ]
    columns = [(it["name"], it["type"], it["choices"]) for it in shown["columns"]]
    assert columns == [("Place", "choice", ["A", "B"]), ("Rise", "number", [])]
    table.done("table remove-column", "Groups", "Rise")
    table.done("table remove-row", "Groups", "The group")
    assert {it["kind"] for it in table.json("bin list")} == {"row", "column"}


def test_several_changes_of_a_row_are_one_step(table: Line) -> None:
    before = len(table.json("history"))
    words = ("--name", "First", "--group", "Asia", "--free", "--last")
    table.done("table edit-row", "Groups", "The launch", *words)
    assert len(table.json("history")) == before + 1
    row = table.json("table show", "Groups")["rows"][-1]
    assert (row["name"], row["document"], row["case"]) == ("First", None, None)


def test_tables_begin_with_templates_and_with_each_other(table: Line) -> None:
    known = CliRunner().invoke(commands, ["table", "templates"])
    assert "Agreements" in known.stdout
    table.done("table create", "Pacts", "--template", "agreements")
    assert len(table.json("table show", "Pacts")["columns"]) == 8
    table.done("table duplicate", "Groups", "Copy", "--what", "columns")
    table.done("table rename", "Copy", "Questions")
    table.done("table remove", "Pacts")
    listed = table.json("table list")
    assert [(it["name"], it["rows"], it["columns"]) for it in listed] == [
        ("Groups", 2, 2),
        ("Questions", 0, 2),
    ]
    assert "4 empty" in table.done("table list").stdout


@pytest.mark.parametrize(
    "words",
    [
        ("table show", "Nothing"),
        ("table set", "Groups", "No row", "Place", "x"),
        ("table set", "Groups", "The launch", "No column", "x"),
        ("table cite", "Groups", "The launch", "Place", 99),
        ("table cite", "Groups", "The launch", "Place", 1, "--role", "proves"),
        ("table cite-place", "Groups", "The launch", "Place", "launch", 5, 2),
        ("table cite-place", "Groups", "The launch", "Place", "launch", 0, 99999),
        ("table cite-place", "Groups", "The launch", "Place", "launch", "x", 5),
        ("table uncite", "Groups", "The launch", "Place", 1),
        ("table holds", "Groups", "The launch", "Place", 3),
        ("table restore", 99),
        ("table create", "New", "--template", "none"),
        ("table create", "groups"),
        ("table duplicate", "Groups", "groups"),
        ("table add-row", "Groups", "R", "--document", "nothing"),
        ("table add-row", "Nothing", "R", "--case", "new"),
        ("table add-column", "Groups", "Rank", "--type", "choice"),
        ("table edit-column", "Groups", "Place", "--tag", "nothing"),
        ("table edit-row", "Groups", "The launch", "--before", "nothing"),
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


def test_a_part_of_a_row_or_column_name_is_enough_if_only_one_has_it(
    table: Line,
) -> None:
    told = table.done("table set", "Groups", "launch", "plac", "In Seoul").stdout
    assert told == "Set The launch › Place.\n"
    refused = table.run("table set", "Groups", "the", "place", "In Seoul")
    assert refused.exit_code == 2
    assert "“the” could be “The launch”, “The group”; give more" in refused.stderr


def test_words_are_cited_where_they_stand_once(table: Line, files: Path) -> None:
    (files / "twice.txt").write_text("Both met\nin Seoul. Both left Seoul.\n")
    table.done("import", files / "twice.txt")
    cell = table.json("table cite-quote", *PLACE, "twice", "met in  Seoul")
    [citation] = cell["citations"]
    assert citation["quote"] == "met\nin Seoul"
    for words, why in (("Seoul", "2 times, at 12, 29"), ("Busan", "does not say")):
        refused = table.run("table cite-quote", *PLACE, "twice", words)
        assert (refused.exit_code, why in refused.stderr) == (2, True)


def test_documents_are_added_as_rows_once(table: Line) -> None:
    assert len(table.json("table add-rows", "Groups", "reply", "launch")["rows"]) == 1
    named = {it["document"] for it in table.json("table show", "Groups")["rows"]}
    table.json("table add-rows", "Groups", "--all", "--group", "All")
    rows = table.json("table show", "Groups")["rows"]
    documents = {it["id"] for it in table.json("documents")}
    assert {it["document"] for it in rows} - {None} == documents
    assert {it["group"] for it in rows if it["document"] not in named} <= {"All"}
    assert table.run("table add-rows", "Groups").exit_code == 2


def shown(table: Line, *asked: object) -> list[tuple[str, list[str]]]:
    rows = table.json("table show", "Groups", *asked)["rows"]
    return [(it["name"], [cell["column"] for cell in it["cells"]]) for it in rows]


def test_a_part_of_a_table_is_shown_as_it_is_asked_for(table: Line) -> None:
    table.done("table add-row", "Groups", "A third")
    table.done("table set", *PLACE, "In Seoul")
    table.done("table edit-row", "Groups", "A third", "--hide")
    both = ["Growth", "Place"]
    assert shown(table) == [("The launch", both), ("The group", both)]
    assert len(shown(table, "--hidden")) == 3
    assert shown(table, "--row", "third") == [("A third", both)]
    assert shown(table, "--state", "draft") == [("The launch", ["Place"])]
    assert shown(table, "--column", "Growth", "--state", "draft") == []
    assert shown(table, "--words", "seoul launch") == [("The launch", both)]
    sorted_rows = shown(table, "--sort", "name", "--descending", "--hidden")
    assert [name for name, _ in sorted_rows] == ["The launch", "The group", "A third"]
    worst = shown(table, "--sort", "Place", "--by-state", "--descending")
    assert [name for name, _ in worst] == ["The group", "The launch"]
    assert table.run("table show", "Groups", "--descending").exit_code == 2
    told = table.done("table show", "Groups").stdout
    assert told.endswith("\nHidden: 1 row and 0 columns; --hidden shows them.\n")


def test_each_cell_is_one_line_where_lines_are_asked_for(table: Line) -> None:
    table.done("table set", *PLACE, "In Seoul")
    table.done("table cite-place", *PLACE, "launch", 0, 5)
    lines = table.done("table show", "Groups", "--lines").stdout.splitlines()
    assert lines[0].split() == ["ROW", "COLUMN", "STATE", "CITED", "SUMMARY"]
    assert "The launch  Place   supported      1  In Seoul" in lines


def test_groups_stand_together_under_one_heading(table: Line) -> None:
    for name, group in (("1", "East"), ("2", "West"), ("3", "East")):
        table.done("table add-row", "Groups", name, "--group", group)
    told = table.done("table show", "Groups").stdout
    assert told.count("== East ==") == 1


def test_an_answer_that_is_no_value_of_its_type_says_so(table: Line) -> None:
    table.done("table edit-column", "Groups", "Place", "--type", "date")
    told = table.done("table set", *PLACE, "soon").stdout
    assert told == "Set The launch › Place; that is not a date.\n"
    [cell] = table.json("table show", "Groups", "--state", "draft")["rows"][0]["cells"]
    assert cell["misread"] == "not a date"
    assert "[draft]: soon (not a date)" in table.done("table show", "Groups").stdout


def test_every_change_answers_in_json(table: Line) -> None:
    row = table.json("table edit-row", "Groups", "The group", "--last")["row"]
    column = table.json("table edit-column", "Groups", "Place", "--last")["column"]
    assert table.json("table remove-row", "Groups", "The group") == {"row": row}
    assert table.json("table remove-column", "Groups", "Place") == {"column": column}
    renamed = table.json("table rename", "Groups", "Bodies")
    assert table.json("table remove", "Bodies") == renamed
