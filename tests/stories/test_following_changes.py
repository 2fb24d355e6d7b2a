"""What was compared follows what becomes of the texts, by command, and back again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import CommandLine

RELEASE, STORY, STATEMENT = "release-2022", "story-controls", "statement-2023"


@pytest.fixture
def line(tmp_path: Path) -> CommandLine:
    line = CommandLine(tmp_path / "sample.workbench")
    line.done("new", "--sample")
    return line


def answers(line: CommandLine) -> dict[str, Any]:
    return {
        "pairs": line.json("compare", RELEASE, STORY),
        "quotes": line.json("quotes", STORY),
        "reuse": line.json("reuse", "--pairs"),
        "links": line.json("links list"),
        "facts": line.json("facts", RELEASE, STORY),
    }


def test_the_story_quotes_the_release_and_names_another_minister(
    line: CommandLine,
) -> None:
    kinds = [it["kind"] for it in line.json("quotes", STORY)]
    assert (len(kinds), kinds.count("verbatim"), kinds.count("altered")) == (8, 7, 1)
    ministers = line.json("facts", RELEASE, STORY)[0]
    assert (ministers["kind"], ministers["relation"]) == ("person", "different")
    assert ministers["a"][0]["value"] == "Oren Tavesh"
    assert ministers["b"][0]["value"] == "Sela Dronin"
    twins = line.json("twins", STATEMENT)
    assert any("private sector" in it["text"] for pair in twins for it in pair["added"])


def test_a_new_version_without_a_statement_loses_it_until_it_is_undone(
    line: CommandLine, tmp_path: Path
) -> None:
    pair = max(
        line.json("compare", RELEASE, STORY), key=lambda it: len(it["a"]["text"])
    )
    a, b = pair["a"], pair["b"]
    release = next(it["id"] for it in line.json("documents") if RELEASE in it["name"])
    ends = (RELEASE, a["start"], a["end"], STORY, b["start"], b["end"])
    line.done("links add", *ends, pair["kind"])
    before = answers(line)
    text = line.done("text", release).stdout
    later = tmp_path / "later.txt"
    later.write_text(f"A line on top.\n\n{text.replace(a['text'], 'Nothing.')}")
    line.done("replace", RELEASE, later)
    after = answers(line)
    assert a["text"] not in [it["a"]["text"] for it in after["pairs"]]
    assert len(after["pairs"]) == len(before["pairs"]) - 1
    assert b["text"] not in [it["b"]["text"] for it in after["reuse"]]
    assert [it["kind"] for it in after["quotes"]] != [
        it["kind"] for it in before["quotes"]
    ]
    assert line.done("check").exit_code == 0
    line.done("undo")
    assert answers(line) == before
    line.done("redo")
    assert answers(line) == after


def test_names_that_mean_the_same_are_one_organization(line: CommandLine) -> None:
    def alone() -> list[str]:
        rows = line.json("facts", RELEASE, STORY)
        return [it["subject"] for it in rows if it["relation"].startswith("only")]

    assert {"Department of Trade", "Gannet Press"} <= {*alone()}
    line.done("aliases add", "Department of Trade = Gannet Press")
    assert not {"Department of Trade", "Gannet Press"} & {*alone()}
    line.done("undo")
    assert {"Department of Trade", "Gannet Press"} <= {*alone()}


def test_what_is_no_content_is_in_no_answer(line: CommandLine) -> None:
    zones = line.json("zones", STORY, "--accept")
    assert zones
    found = [it["b"] for it in line.json("compare", RELEASE, STORY)]
    found += line.json("quotes", STORY) + line.json("facts", STORY)
    assert len(found) > 20
    for zone in zones:
        for it in found:
            assert it["end"] <= zone["start"] or it["start"] >= zone["end"]
