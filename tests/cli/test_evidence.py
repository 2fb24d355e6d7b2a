"""What is absent, what to cite, and what to check, on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

Line = Any
GROWTH = ("Groups", "The launch", "Growth")


@pytest.fixture
def table(line: Line) -> Line:
    line.done("table create", "Groups")
    line.done("table add-row", "Groups", "The launch", "--document", "launch")
    line.done("table add-column", "Groups", "Growth", "--question", "By how much?")
    line.done("table add-column", "Groups", "Day", "--type", "date")
    return line


def test_what_is_absent_is_noted_and_tells_when_it_turns_up(
    table: Line, files: Path
) -> None:
    cell = table.json("table absent", *GROWTH, "inflation")
    assert (cell["column"], cell["state"]) == ("Growth", "not stated")
    absence = cell["absence"]
    assert (absence["query"], absence["searched"]) == ("inflation", 1)
    assert table.json("table check", "Groups") == []
    assert table.done("table check", "Groups").stdout == "Nothing to check.\n"
    table.done("table absent", *GROWTH, "inflation", "--scope", "all")
    (files / "later.txt").write_text("Nobody spoke of inflation\x1b[0m then.\n")
    table.done("import", files / "later.txt")
    [line] = table.json("table check", "Groups")
    assert (line["row"], line["column"], line["what"]) == (*GROWTH[1:], "found")
    assert line["before"] == "inflation (absent)"
    assert "Nobody spoke of inflation" in line["now"]
    told = table.done("table check", "Groups").stdout
    assert "The launch › Growth: found\n  - inflation (absent)\n  + later" in told
    assert "\x1b" not in told
    shown = table.json("table show", "Groups")["rows"][0]["cells"][0]
    assert shown["state"] == "stale"
    assert len(shown["absence"]["found"]) == 1
    dropped = table.json("table drop-absence", *GROWTH)
    assert (dropped["state"], dropped["absence"]) == ("empty", None)


def test_what_is_found_is_refused_with_its_number(table: Line) -> None:
    refused = table.run("table absent", *GROWTH, "working")
    assert refused.exit_code == 2
    assert "“working” is found 1 time in one document" in refused.stderr
    assert table.run("table absent", "Groups", "x", "Growth", "a").exit_code == 2


def test_suggestions_come_with_reasons_and_places(table: Line) -> None:
    [it] = table.json("table suggest", "Groups", "The launch", "Growth")
    assert it["text"] == "Exports\xa0grew 32 % 🙂 in May."
    assert it["reasons"] == ["“grew” for “growth”"]
    assert table.json("table suggest", *GROWTH, "--limit", 1) == [it]
    told = table.done("table suggest", *GROWTH).stdout
    assert "WHY" in told
    assert "“grew” for “growth”" in told


def test_conflicts_changed_evidence_and_badges_are_told(
    table: Line, files: Path
) -> None:
    for name, day in (("one", "8 November 2022"), ("two", "27 April 2023")):
        (files / f"{name}.txt").write_text(f"It began on {day}.\n\nDRAFT\n")
        table.done("import", files / f"{name}.txt")
    assert table.done("table conflicts", "Groups").stdout == "No conflicts.\n"
    for name in ("one", "two"):
        text = (files / f"{name}.txt").read_text()
        end = text.index(".")
        table.done("table cite-place", "Groups", "The launch", "Day", name, 0, end)
    [conflict] = table.json("table conflicts", "Groups")
    values = "8 November 2022 in “one” but 27 April 2023 in “two”"
    said = f"{values}: cite one as contradicting?"
    assert conflict["sentence"] == said
    assert conflict["values"] == [
        {"citation": 1, "value": "8 November 2022"},
        {"citation": 2, "value": "27 April 2023"},
    ]
    assert said in table.done("table conflicts", "Groups").stdout
    [line] = table.json("table check", "Groups")
    assert (line["what"], line["now"]) == ("conflict", said)
    shown = table.json("table show", "Groups")["rows"][0]["cells"]
    assert shown[0]["sources"] is None
    assert shown[1]["sources"] == {
        "count": 2, "derived": [], "related": [], "flags": ["draft", "undated"],
        "words": "2 sources · draft, undated",
    }  # fmt: skip
    assert (
        "    2 sources · draft, undated\n" in table.done("table show", "Groups").stdout
    )
    (files / "two.txt").write_text("It began on 8 November 2022.\n\nDRAFT\n\nMore.\n")
    table.done("replace", "two", files / "two.txt")
    [line] = table.json("table check", "Groups")
    assert (line["what"], line["before"], line["now"]) == (
        "stale", "It began on 27 April 2023", "It began on 8 November 2022",
    )  # fmt: skip
