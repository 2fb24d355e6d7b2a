from __future__ import annotations

from pathlib import Path
from typing import Any

Line = Any


def test_replace_says_what_became_of_each_passage(line: Line, tmp_path: Path) -> None:
    kept = line.json("tag", "reply", 0, 9, "who")["passage"]
    gone = line.json("tag", "reply", 45, 54, "what")["passage"]
    text = line.done("text", "reply").stdout
    path = tmp_path / "later.txt"
    path.write_text("New: " + text.replace("The group", "They").strip())
    answer = line.json("replace", "reply", path)
    assert list(answer) == ["unchanged", "moved", "edited", "ambiguous", "orphaned"]
    [moved] = answer["moved"]
    assert (moved["passage"], moved["start"], moved["end"]) == (kept, 5, 14)
    assert moved["was"] == {"start": 0, "end": 9, "quote": "Officials"}
    others = [*answer["edited"], *answer["ambiguous"], *answer["orphaned"]]
    assert [it["passage"] for it in others] == [gone]
    assert [it["change"] for it in line.json("versions", "reply")] == [
        "imported",
        "replaced",
    ]
    assert line.done("text", "reply", "--version", 1).stdout == text
    line.done("check")
    line.done("undo")
    assert line.done("text", "reply").stdout == text


def test_replace_for_people_names_what_needs_a_look(line: Line, tmp_path: Path) -> None:
    line.done("tag", "reply", 0, 9, "who")
    path = tmp_path / "later.txt"
    path.write_text("Nothing of that is left here at all.")
    said = line.done("replace", "reply", path).stdout
    assert "“reply” is version 2 now: 1 orphaned." in said
    assert "nowhere  Officials" in said
    assert "2 versions" in line.done("versions", "reply").stdout


def test_the_same_text_again_is_refused(line: Line, files: Path) -> None:
    result = line.run("replace", "reply", files / "reply.txt")
    assert result.exit_code == 2
    assert "says the same as “reply”" in result.stderr


def test_versions_are_compared_paragraph_by_paragraph(
    line: Line, tmp_path: Path
) -> None:
    path = tmp_path / "later.txt"
    path.write_text("The group meets once a year.\n\nIt has no chair.\n")
    line.done("replace", "reply", path)
    text, later = (
        line.done("text", "reply", "--version", number).stdout for number in (1, 2)
    )
    removed, changed, added = line.json("versions", "reply", "--compare", 1, 2)
    assert [it["kind"] for it in (removed, changed, added)] == [
        "removed", "changed", "added"
    ]  # fmt: skip
    assert removed["new"] is None
    assert [it["text"] for it in changed["removed"]] == ["twice"]
    assert [it["text"] for it in changed["added"]] == ["once"]
    for side, whole in (("old", text), ("new", later)):
        it = changed[side]
        assert whole[it["start"] : it["end"]] == it["text"]
    said = line.done("versions", "reply", "--compare", 1, 2).stdout
    assert "3 blocks: 1 changed, 1 removed, 1 added" in said
    page = tmp_path / "out.html"
    line.json("versions", "reply", "--compare", 1, 2, "--html", page)
    assert "Versions 1 and 2 of" in page.read_text("utf-8-sig")
    assert line.run("versions", "reply", "--html", page).exit_code == 2
    missing = line.run("versions", "reply", "--compare", 1, 7)
    assert missing.exit_code == 2
    assert "version 7" in missing.stderr


def test_zones_are_suggested_accepted_and_left_out_of_search(
    line: Line, tmp_path: Path
) -> None:
    path = tmp_path / "story.txt"
    path.write_text(
        "Skip to main content\n\nA pact on grain\n\nThe two sides signed it on Monday"
        " and will meet again in the spring, the ministry said.\n"
    )
    line.done("import", path)
    [suggested] = line.json("zones", "story")
    assert suggested == {
        "state": "suggested",
        "start": 0,
        "end": 20,
        "kind": "navigation",
        "text": "Skip to main content",
    }
    assert line.json("search", "skip")["total"] == 1
    assert line.json("zones", "story", "--accept")[0]["state"] == "accepted"
    assert line.json("search", "skip")["total"] == 0
    assert line.json("search", "skip", "--zones")["total"] == 1
    assert "accepted" in line.done("zones", "story").stdout


def test_the_bin_gives_back_and_loses(line: Line) -> None:
    line.done("tag", "reply", 0, 9, "who")
    line.done("remove", "reply", "launch")
    assert line.json("documents") == []
    entries = {it["name"]: it for it in line.json("bin list")}
    assert {it["kind"] for it in entries.values()} == {"document"}
    chosen = entries["reply"]
    assert "Restored document" in line.done("bin restore", chosen["id"]).stdout
    assert [it["name"] for it in line.json("documents")] == ["reply"]
    assert [it["quote"] for it in line.json("passages")] == ["Officials"]
    assert line.run("bin restore", chosen["id"]).exit_code == 2
    refused = line.run("bin empty")
    assert refused.exit_code == 2
    assert "1 thing would be lost for good" in refused.stderr
    assert "1 thing lost" in line.done("bin empty", "--yes").stdout
    assert line.json("bin list") == []
    assert line.run("undo").exit_code == 1
    line.done("check")
