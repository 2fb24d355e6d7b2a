from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from datetime import datetime
from typing import Any

from workbench.operations.tags import create_tag
from workbench.project import Project

Line = Any


def test_undo_and_redo_answer_with_the_step(line: Line) -> None:
    line.done("note", "project", "First thoughts")
    (*_, step) = line.json("history")
    assert list(step) == ["id", "label", "time", "analyst", "undone"]
    assert (step["analyst"], step["undone"]) == ("ada", False)
    assert datetime.fromisoformat(step["time"]).tzinfo is not None

    assert line.json("undo") == {"label": step["label"]}
    assert line.json("history")[-1]["undone"]
    assert step["label"] in line.done("redo").stdout
    assert not line.json("history")[-1]["undone"]


def test_undo_brings_back_what_was_before(line: Line) -> None:
    line.done("tag", "launch", 0, 5, "place")
    passages = line.json("passages")
    line.done("undo")
    assert line.json("passages") == []
    line.done("redo")
    assert line.json("passages") == passages


def test_with_nothing_to_undo_there_is_a_sentence(empty: Line) -> None:
    for command in ("undo", "redo"):
        result = empty.run(command)
        assert (result.exit_code, result.stdout) == (1, "")
        assert result.stderr.count("\n") == 1


def test_history_is_shown_to_people_in_columns(line: Line) -> None:
    line.done("note", "project", "Thoughts")
    line.done("undo")
    header, *rows = line.done("history").stdout.splitlines()
    assert header.split() == ["TIME", "ANALYST", "STEP"]
    assert rows[-1].endswith("undone")


def test_a_sound_project_passes_the_check(line: Line) -> None:
    line.done("tag", "launch", 0, 5, "place")
    assert line.json("check") == {"ok": True, "problems": []}
    assert line.done("check").stdout == "No problems found.\n"


def test_a_quote_that_is_not_in_its_place_is_a_finding(line: Line) -> None:
    line.done("tag", "launch", 0, 5, "place")
    with closing(sqlite3.connect(line.project)) as connection:
        connection.execute("update passages set quote = 'Busan'")
        connection.commit()
    result = line.run("check", "--json")
    report = json.loads(result.stdout)
    assert (result.exit_code, report["ok"], len(report["problems"])) == (1, False, 1)
    assert line.run("check").exit_code == 1


def test_undo_refuses_what_another_program_changed(line: Line) -> None:
    line.done("note", "project", "Mine")
    with closing(sqlite3.connect(line.project)) as connection:
        connection.execute("update notes set text = 'Theirs'")
        connection.commit()
    result = line.run("undo")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1


def test_reading_works_while_the_project_is_open_elsewhere(line: Line) -> None:
    with closing(Project.open(line.project)):
        assert len(line.json("documents")) == 2
        result = line.run("note", "project", "Too late")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.count("\n") == 1
    line.done("note", "project", "Now it is free")


def test_while_the_window_has_it_open_a_project_can_be_read_only(line: Line) -> None:
    with Project.open(line.project) as open_in_the_window:
        create_tag(open_in_the_window, "made in the window")
        assert line.json("history")[-1]["label"] == "Create tag “made in the window”"
        result = line.run("undo")
        assert (result.exit_code, result.stdout) == (1, "")
        assert "already open elsewhere" in result.stderr
        assert result.stderr.count("\n") == 1
    assert line.json("undo") == {"label": "Create tag “made in the window”"}
