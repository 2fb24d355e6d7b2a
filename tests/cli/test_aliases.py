from __future__ import annotations

from pathlib import Path
from typing import Any

Line = Any


def test_the_register_goes_from_project_to_project(line: Line, tmp_path: Path) -> None:
    added = line.json("aliases add", "Seoul! = the capital")
    assert added["names"] == ["Seoul", "the capital"]
    assert line.done("aliases add", "? officials = ministers").stdout == (
        "Added ? officials = ministers.\n"
    )
    assert [it["in_every_search"] for it in line.json("aliases list")] == [True, False]
    assert "when asked  officials = ministers" in line.done("aliases list").stdout
    path = tmp_path / "aliases.txt"
    assert line.json("aliases export", "-o", path) == {"path": str(path), "groups": 2}
    other = type(line)(tmp_path / "other.workbench")
    other.done("new")
    assert other.json("aliases import", path) == {"added": 2, "changed": 0}
    assert other.json("aliases list") == line.json("aliases list")
    assert other.done("aliases remove", "Ministers").stdout == (
        "Removed officials = ministers.\n"
    )
    assert other.done("aliases default", "seoul", "--off").stdout == (
        "Seoul! = the capital is used only when a search asks for it.\n"
    )
    assert other.json("aliases default", "seoul")["in_every_search"] is True


def test_a_search_says_which_names_it_looked_for(line: Line) -> None:
    line.done("aliases add", "capital city = Seoul")
    answer = line.json("search", "capital city")
    assert answer["documents"] == 1
    assert answer["understood"]["sentence"] == "capital city (also Seoul)"


def test_wrong_use_is_one_sentence(line: Line) -> None:
    answer = line.run("aliases add", "Seoul")
    assert answer.exit_code == 2
    assert answer.stderr == (
        "“Seoul” is one name only; give at least two with “=” between them, such as"
        " US! = U.S. = United States.\n"
    )
    assert line.run("aliases remove", "Seoul").stderr == (
        "No group of aliases has the name “Seoul”; see the list of them.\n"
    )
    refused = line.run("aliases export", "-o", line.project)
    assert refused.exit_code == 2
    assert "is the project" in refused.stderr
