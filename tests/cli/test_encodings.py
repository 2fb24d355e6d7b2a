from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

Line = Any

GREEK = "Η λιμενική υπηρεσία ανακοίνωσε ότι οι πίνακες θα είναι κοινοί. "


@pytest.fixture
def greek(line: Line, tmp_path: Path) -> str:
    path = tmp_path / "tides.txt"
    path.write_bytes(("First line\n" + GREEK * 3).encode("cp1253"))
    line.done("import", path)
    line.done("encoding", "tides", "windows-1251")
    return "tides"


def test_encodings_are_listed_with_what_they_change(line: Line, greek: str) -> None:
    said = line.done("encoding", greek).stdout.splitlines()
    assert said[0] == "windows-1251  Cyrillic, Windows, now"
    assert said[1] == "windows-1253  Greek, Windows"
    assert said[2].strip().startswith(GREEK[:40])
    choices = line.json("encoding", greek)
    assert [it["encoding"] for it in choices[:2]] == ["windows-1251", "windows-1253"]
    assert choices[1]["changes"][0]["then"].startswith(GREEK[:40])


def test_another_encoding_makes_a_version_that_undo_takes_back(
    line: Line, greek: str
) -> None:
    passage = line.json("tag", greek, 0, 10, "head")["passage"]
    answer = line.json("encoding", greek, "cp1253")
    assert answer["encoding"] == "windows-1253"
    assert answer["version"] == 3
    assert answer["passages"] == [{"passage": passage, "became": "unchanged"}]
    assert line.done("text", greek).stdout == "First line\n" + GREEK * 3
    changes = [it["change"] for it in line.json("versions", greek)]
    assert changes == ["imported", "read anew", "read anew"]
    line.done("check")
    line.done("undo")
    assert GREEK not in line.done("text", greek).stdout


def test_people_are_told_what_became_of_it(line: Line, greek: str) -> None:
    said = line.done("encoding", greek, "windows-1253").stdout
    assert said == "“tides” is version 3 now, read as windows-1253: no passages.\n"


def test_an_unknown_encoding_is_refused_in_a_sentence(line: Line, greek: str) -> None:
    refused = line.run("encoding", greek, "klingon")
    assert refused.exit_code != 0
    assert "“klingon” is no encoding that can be chosen" in refused.stderr
    assert len(line.json("versions", greek)) == 2


def test_where_all_read_alike_it_says_so(line: Line, tmp_path: Path) -> None:
    path = tmp_path / "plain.txt"
    path.write_bytes(b"Only letters that all share.")
    line.done("import", path)
    said = line.done("encoding", "plain").stdout
    assert said.endswith("Every other encoding reads this text alike.\n")
