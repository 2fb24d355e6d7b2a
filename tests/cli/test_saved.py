"""What the command line says of saved searches and of what was searched."""

from __future__ import annotations

from typing import Any

from workbench.model.search import SearchOptions
from workbench.operations.searches import remember_search
from workbench.project import Project

Line = Any


def test_a_search_is_saved_listed_run_renamed_and_removed(line: Line) -> None:
    added = line.json("saved add", "Group", "group meets", "--scope", "paragraph")
    assert (added["documents"], added["hits"], added["analyst"]) == (1, 1, "ada")
    assert added["options"].startswith("all words in one paragraph")
    (listed,) = line.json("saved list")
    assert listed == added
    assert "group meets" in line.done("saved list").stdout
    run = line.json("saved run", "GROUP")
    assert run == line.json("search", "group meets", "--scope", "paragraph")
    assert line.done("saved run", "group").stdout.startswith("Understood as:")
    assert "called “Meetings”" in line.done("saved rename", "group", "Meetings").stdout
    assert "bin" in line.done("saved remove", "Meetings").stdout
    assert line.json("saved list") == []
    assert [it["kind"] for it in line.json("bin list")] == ["search"]
    line.done("undo")
    assert [it["name"] for it in line.json("saved list")] == ["Meetings"]


def test_a_name_that_is_not_there_is_a_sentence(line: Line) -> None:
    for arguments in (("run", "x"), ("rename", "x", "y"), ("remove", "x")):
        result = line.run(f"saved {arguments[0]}", *arguments[1:])
        assert result.exit_code == 2
        assert result.stderr == "No saved search is called “x”.\n"
    line.done("saved add", "Group", "group")
    result = line.run("saved add", "group", "other")
    assert result.exit_code == 2
    assert "already" in result.stderr


def test_what_was_searched_is_listed_and_forgotten(line: Line) -> None:
    with Project.open(line.project) as project:
        answer = project.search("group")
        remember_search(project, "group", SearchOptions(zones=True), answer)
    (past,) = line.json("saved history")
    assert (past["query"], past["documents"], past["hits"]) == ("group", 2, 2)
    assert "zones too" in past["options"]
    assert "1 search" in line.done("saved history").stdout
    assert line.json("saved history", "--forget") == []
    assert (
        line.done("saved history", "--forget").stdout == "Forgot what was searched.\n"
    )
    assert line.json("history")[-1]["label"].startswith("Import")
