from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from workbench.project import Project

Line = Any

SHARED = (
    "Northern harbors received seventeen tons of copper wire before the frost came."
)


@pytest.fixture
def sharing(line: Line, tmp_path: Path) -> Line:
    """A project of which two documents share a statement."""
    for name, text in {
        "report": f"A minister spoke.\n\n{SHARED}\n",
        "story": f"He said: “{SHARED}” Nobody answered.\n",
    }.items():
        path = tmp_path / f"{name}.txt"
        path.write_text(text)
        line.done("import", path)
    return line


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_reuse_lists_who_shares_what(sharing: Line) -> None:
    (shared,) = sharing.json("reuse")
    assert shared == {
        "a": 3, "b": 4, "verbatim": 1, "altered": 0, "paraphrase": 0,
        "characters": shared["characters"],
    }  # fmt: skip
    assert len(SHARED) - 2 <= shared["characters"] <= len(SHARED)
    assert "report" in sharing.done("reuse").stdout


def test_pairs_are_those_of_comparing_the_two(sharing: Line) -> None:
    (pair,) = sharing.json("reuse", "--pairs")
    for side, document in (("a", 3), ("b", 4)):
        place = pair[side]
        assert place["document"] == document
        text = sharing.done(
            "text", document, "--start", place["start"], "--end", place["end"]
        ).stdout
        assert place["text"] == text
    assert pair["kind"] == "verbatim"
    assert 0 < pair["score"] <= 1
    assert "verbatim" in sharing.done("reuse", "--pairs").stdout


def test_both_go_to_csv(sharing: Line, tmp_path: Path) -> None:
    matrix, pairs = tmp_path / "matrix.csv", tmp_path / "pairs.csv"
    answer = sharing.json("reuse", "--csv", matrix)
    assert answer == {"path": str(matrix), "rows": 1}
    sharing.done("reuse", "--pairs", "--csv", pairs)
    (shared,), (pair,) = read(matrix), read(pairs)
    assert (shared["a_document"], shared["b_document"]) == ("report", "story")
    assert (shared["verbatim"], shared["analyst"]) == ("1", "ada")
    assert (pair["kind"], pair["a_title"]) == ("verbatim", shared["a_title"])
    assert pair["a_quote"] in SHARED
    assert len(pair["b_sha256"]) == 64


def test_a_page_has_the_matrix_and_the_statements(
    sharing: Line, tmp_path: Path
) -> None:
    page = tmp_path / "reuse.html"
    assert (
        "Wrote 1 pair of documents to" in sharing.done("reuse", "--html", page).stdout
    )
    assert SHARED in page.read_text("utf-8-sig")
    assert sharing.run("reuse", "--html", sharing.project).exit_code == 2


def test_similar_goes_to_csv(sharing: Line, tmp_path: Path) -> None:
    path = tmp_path / "similar.csv"
    asked = "report", 19, 19 + len(SHARED)
    every = sharing.json("similar", *asked)
    answer = sharing.json("similar", *asked, "--csv", path)
    assert answer == {"path": str(path), "rows": len(every)}
    first, *_ = found = read(path)
    assert len(found) == len(every)
    assert (first["score"], first["a_document"]) == ("1.0", "report")
    assert (first["b_document_id"], first["b_quote"]) == ("4", every[0]["text"])
    assert first["a_quote"] == SHARED
    assert sharing.run("similar", *asked, "--csv", sharing.project).exit_code == 2


def test_what_the_window_has_open_is_listed_as_it_is_known(sharing: Line) -> None:
    sharing.done("reuse")
    with Project.open(sharing.project):
        assert len(sharing.json("reuse")) == 1


def test_what_is_not_compared_is_said(sharing: Line) -> None:
    with Project.open(sharing.project):
        result = sharing.run("reuse")
    assert result.exit_code == 1
    assert result.stderr == "4 documents not compared yet.\n"


def test_similar_lists_the_nearest(sharing: Line) -> None:
    start = len("A minister spoke.\n\n")
    asked = "report", start, start + len(SHARED)
    first, *_ = sharing.json("similar", *asked)
    assert (first["document"], first["score"]) == (4, 1)
    text = sharing.done("text", 4, "--start", first["start"], "--end", first["end"])
    assert first["text"] == text.stdout
    assert SHARED[:20] in sharing.done("similar", *asked, "--limit", 1).stdout


@pytest.mark.parametrize(
    ("place", "said"),
    [(("report", 9, 9), "behind the start"), (("report", 0, 9999), "is no passage"),
     (("nobody", 0, 5), "No document")],
)  # fmt: skip
def test_similar_refuses_what_is_no_passage(
    sharing: Line, place: tuple[object, ...], said: str
) -> None:
    result = sharing.run("similar", *place)
    assert result.exit_code == 2
    assert said in result.stderr
