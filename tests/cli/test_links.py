from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

Line = Any
ENDS = ("launch", 0, 8, "reply", 2, 9)


def test_a_link_is_made_changed_listed_and_removed(line: Line, tmp_path: Path) -> None:
    made = line.json("links add", *ENDS, "altered", "--reason", "Cut short.")
    assert made["kind"] == "altered"
    assert (made["source"]["start"], made["source"]["end"]) == (0, 8)
    assert (made["target"]["start"], made["target"]["end"]) == (2, 9)
    changed = line.json("links change", made["id"], "contradicts", "--reason", "No.")
    assert (changed["kind"], changed["reason"]) == ("contradicts", "No.")
    assert line.json("links list") == [changed]
    assert line.json("links list", "--document", "reply") == [changed]
    assert "contradicts" in line.done("links list").stdout
    target = tmp_path / "links.csv"
    assert line.json("links export", "-o", target) == {"path": str(target), "rows": 1}
    with target.open(encoding="utf-8-sig", newline="") as file:
        [row] = csv.DictReader(file)
    assert row["kind"] == "contradicts"
    assert row["source_quote"] == changed["source"]["text"]
    assert row["target_start"] == "2"
    assert len(row["target_sha256"]) == 64
    assert line.done("links remove", made["id"]).stdout == "Removed link 1.\n"
    assert line.json("links list") == []
    line.done("undo")
    assert line.json("links list") == [changed]


def test_wrong_use_is_one_sentence(line: Line) -> None:
    backwards = line.run("links add", "launch", 8, 0, "reply", 2, 9, "altered")
    assert backwards.exit_code == 2
    assert "8 0 is no place" in backwards.stderr
    same = line.run("links add", "launch", 0, 8, "launch", 0, 8, "altered")
    assert "cannot be linked with itself" in same.stderr
    assert "is not one of" in line.run("links add", *ENDS, "loves").stderr
    assert "no link 7" in line.run("links remove", 7).stderr
