from __future__ import annotations

from pathlib import Path
from typing import Any

Line = Any


def test_the_tag_tree_goes_from_project_to_project(line: Line, tmp_path: Path) -> None:
    line.done("tag", "launch", 0, 5, "place/city")
    line.done("note", "tag:place/city", "=Only capitals")
    assert line.json("pin-tag", "place/city", 4) == {"tag": "place/city", "pin": 4}
    tree = line.json("tags")
    assert [(it["path"], it["passages"], it["pin"]) for it in tree] == [
        ("place", 0, None), ("place/city", 1, 4),
    ]  # fmt: skip
    path = tmp_path / "tags.csv"
    assert line.json("export", "tags", "-o", path) == {"path": str(path), "rows": 2}
    other = type(line)(tmp_path / "other.workbench")
    other.done("new")
    assert other.json("import-tags", path) == {"created": 2, "changed": 0}
    assert [it["note"] for it in other.json("tags")] == ["", "=Only capitals"]
    assert "place/city" in other.done("tags").stdout
    assert other.done("pin-tag", "place/city").stdout == "Unpinned “place/city”.\n"
    assert line.done("import-tags", path).stdout == (
        "Created 0 tags and changed 0 tags.\n"
    )


def test_a_wrong_file_is_one_sentence(line: Line, tmp_path: Path) -> None:
    path = tmp_path / "tags.csv"
    path.write_text("name,colour\nplace,1\n")
    answer = line.run("import-tags", path)
    assert answer.exit_code == 1
    assert answer.stderr == (
        "tags.csv is no tag tree: its first line should name the columns path, color,"
        " pin and note, of which only path is needed.\n"
    )
    assert line.json("tags") == []
