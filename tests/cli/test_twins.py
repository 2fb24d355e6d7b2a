from __future__ import annotations

from pathlib import Path
from typing import Any

Line = Any

PLAN = """The Councils will dredge the northern channel in the spring of next year.

Nobody had asked the fishermen of Tarn what they thought about any of it.

The Councils will dredge the northern private sector channel in the spring of next year.
"""


def test_twins_come_with_their_places_and_differences(
    line: Line, tmp_path: Path
) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN)
    line.done("import", path)
    text = line.done("text", "plan").stdout
    [pair] = line.json("twins", "plan")
    assert list(pair) == ["kind", "score", "section", "a", "b", "removed", "added"]
    assert (pair["kind"], pair["section"], pair["removed"]) == ("altered", 1, [])
    assert 0 < pair["score"] < 1
    assert [it["text"] for it in pair["added"]] == ["private sector"]
    for stretch in (pair["a"], pair["b"], *pair["added"]):
        assert text[stretch["start"] : stretch["end"]] == stretch["text"]
    said = line.done("twins", "plan").stdout
    assert "    + private sector" in said
    assert "1 pair in 1 section" in said


def test_twins_are_written_as_rows_and_as_a_page(line: Line, tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN)
    line.done("import", path)
    rows, page = tmp_path / "out.csv", tmp_path / "out.htm"
    said = line.done("twins", "plan", "--csv", rows, "--html", page).stdout
    assert f"Wrote 1 pair to {rows}." in said
    assert "private sector" in rows.read_text("utf-8-sig")
    assert page.read_text("utf-8-sig").startswith("<!doctype html>")
    refused = line.run("twins", "plan", "--csv", line.project)
    assert refused.exit_code == 2
    assert "is the project" in refused.stderr


def test_a_document_without_twins_has_none(line: Line) -> None:
    assert line.json("twins", "launch") == []
    assert "0 pairs in 0 sections" in line.done("twins", "launch").stdout
