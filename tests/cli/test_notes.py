from __future__ import annotations

from typing import Any

import pytest

Line = Any


@pytest.fixture
def noted(line: Line) -> Line:
    line.done("tag", "launch", 35, 44, "trade/exports", "--note", "Café figures")
    line.done("note", "document:launch", "About a group")
    line.done("table create", "Growth")
    line.done("table add-row", "Growth", "Firms", "--case", "Chip makers")
    line.done("table add-column", "Growth", "How much")
    line.done("table note", "Growth", "firms", "how much", "A guess")
    line.done("note", "case:chip makers", "Which ones?")
    line.done("note", "journal", "Read [[passage 1]].")
    return line


def test_notes_are_listed_the_last_one_first(noted: Line) -> None:
    listed = noted.json("notes")
    assert [(it["on"], it["name"]) for it in listed] == [
        ("journal", ""),
        ("case", "Chip makers"),
        ("cell", "Growth › Firms › How much"),
        ("document", "launch"),
        ("passage", "- Exports"),
    ]
    assert listed[-1]["note"] == "Café figures"
    assert (listed[-1]["start"], listed[-1]["end"]) == (35, 44)


@pytest.mark.parametrize(
    ("options", "found"),
    [
        (("--on", "passage"), ["Café figures"]),
        (("--containing", "FIGURES cafe"), ["Café figures"]),
        (("--document", "launch"), ["About a group", "Café figures"]),
        (("--document", "launch", "--on", "document"), ["About a group"]),
        (("--containing", "nothing"), []),
    ],
)
def test_notes_are_chosen(noted: Line, options: Any, found: list[str]) -> None:
    assert [it["note"] for it in noted.json("notes", *options)] == found


def test_an_entry_of_the_journal_is_corrected_and_removed(noted: Line) -> None:
    (entry,) = noted.json("notes", "--on", "journal")
    noted.done("note", f"journal:{entry['id']}", "Read it.")
    assert [it["note"] for it in noted.json("notes", "--on", "journal")] == ["Read it."]
    noted.done("note", f"journal:{entry['id']}", "")
    assert noted.json("notes", "--on", "journal") == []


@pytest.mark.parametrize(
    "target", ["case:Nobody", "journal:99", "journal:1", "cell:1", "passage:9"]
)
def test_what_is_not_there_has_no_note(noted: Line, target: str) -> None:
    before = noted.json("notes")
    result = noted.run("note", target, "text")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert noted.json("notes") == before
