from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine

RELEASE = (
    "October 4, 2022\n\nToday Trade Secretary Ruth Calloway and Foreign Minister Oren"
    " Tavesh opened a group of 29 partner nations.\n"
)
STORY = (
    "Trade Secretary Ruth Calloway and Foreign Minister Sela Dronin met on Monday.\n"
)


@pytest.fixture
def line(empty: CommandLine, tmp_path: Path) -> CommandLine:
    for name, text in (("release", RELEASE), ("story", STORY), ("blank", "Nothing.\n")):
        (tmp_path / f"{name}.txt").write_text(text)
        empty.done("import", tmp_path / f"{name}.txt")
    return empty


def test_facts_of_one_document(line: CommandLine) -> None:
    facts = line.json("facts", "release")
    for fact in facts:
        assert RELEASE[fact["start"] : fact["end"]] == fact["text"]
    today = next(it for it in facts if it["text"] == "Today")
    assert today["first"] == today["last"] == today["value"] == "2022-10-04"
    assert today["rule"] == "the day of the document, 4 October 2022"
    number = next(it for it in facts if it["kind"] == "number")
    assert (number["value"], number["role"]) == ("29", "partner nations")
    assert number["first"] is None


def test_facts_of_two_documents(line: CommandLine) -> None:
    first = line.json("facts", "release", "story")[0]
    assert (first["kind"], first["relation"]) == ("person", "different")
    (mine,), (theirs,) = first["a"], first["b"]
    assert (mine["value"], theirs["value"]) == ("Oren Tavesh", "Sela Dronin")
    assert STORY[theirs["start"] : theirs["end"]] == theirs["text"]


def test_people_read_tables(line: CommandLine) -> None:
    assert (
        "not resolved: the document has no date" in line.done("facts", "story").stdout
    )
    assert "different" in line.done("facts", "release", "story").stdout
    assert line.done("facts", "blank").stdout == "No facts were found.\n"
    assert line.done("facts", "blank", "blank").stdout == "No facts were found.\n"


def test_files_are_written_and_the_project_is_not_written_over(
    line: CommandLine, tmp_path: Path
) -> None:
    target = tmp_path / "facts.csv"
    assert "Wrote" in line.done("facts", "release", "--csv", target).stdout
    assert target.read_text("utf-8-sig").startswith("kind,document_id,document,")
    assert "Wrote" in line.done("facts", "release", "story", "--csv", target).stdout
    assert target.read_text("utf-8-sig").startswith("row,relation,kind")
    project = next(tmp_path.glob("*.workbench"))
    assert line.run("facts", "story", "--csv", project).exit_code == 2


def test_a_page_needs_two_documents(line: CommandLine, tmp_path: Path) -> None:
    page = tmp_path / "facts.html"
    assert line.run("facts", "story", "--html", page).exit_code == 2
    assert not page.exists()
    assert "Wrote" in line.done("facts", "release", "story", "--html", page).stdout
    assert "Facts of “release” and “story”" in page.read_text("utf-8-sig")
    line.done("compare", "release", "story", "--html", page)
    assert "<h2>Facts</h2>" in page.read_text("utf-8-sig")
