"""The command that counts passages by two things at once."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

Line = Any


@pytest.fixture
def marked(line: Line) -> Line:
    line.done("tag", "launch", 0, 5, "Actors/Seoul")
    line.done("tag", "launch", 17, 30, "Bodies")
    line.done("tag", "reply", 0, 9, "Actors")
    line.done("attribute add", "Kind")
    line.done("set", "reply", "Kind", "memo")
    return line


def rows(answer: Any) -> dict[str, list[int]]:
    return {it["tag"]: [*it["counts"], it["total"]] for it in answer["rows"]}


def test_each_kind_of_matrix_is_counted(marked: Line) -> None:
    by_document = marked.json("matrix")
    assert [it["name"] for it in by_document["columns"]] == ["launch", "reply"]
    assert rows(by_document) == {
        "Actors": [1, 1, 2], "Actors/Seoul": [1, 0, 1], "Bodies": [1, 0, 1],
    }  # fmt: skip
    assert (by_document["total"], by_document["counts"]) == (
        3, "Passages by tag and document",
    )  # fmt: skip
    by_value = marked.json("matrix", "--kind", "attribute", "--attribute", "kind")
    assert [it["name"] for it in by_value["columns"]] == ["memo", "No value"]
    near = marked.json("matrix", "--kind", "near", "--near", 2, "--exact")
    assert rows(near) == {"Actors/Seoul": [0, 1, 1], "Bodies": [1, 0, 1]}
    assert marked.json("matrix", "--kind", "near", "--near", 1, "--exact")["rows"] == []
    paragraph = marked.json("matrix", "--kind", "near", "--near", "paragraph")
    assert paragraph["total"] == 2
    assert marked.json("matrix", "--kind", "case", "--empty")["columns"] == []


def test_only_some_of_it_and_in_another_order(marked: Line) -> None:
    one = marked.json("matrix", "--only-tag", "Actors", "--only-document", "reply")
    assert rows(one) == {"Actors": [1, 1]}
    exact = marked.json("matrix", "--exact", "--by-total", "--measure", "documents")
    assert all(total == 1 for *_, total in rows(exact).values())
    text = marked.done("matrix", "--by-total").stdout
    assert text.splitlines()[1].split() == ["Actors", "1", "1", "2"]
    assert text.endswith("Passages by tag and document: 3 passages.\n")


def test_what_was_counted_goes_into_files(marked: Line, tmp_path: Path) -> None:
    numbers, passages = tmp_path / "numbers.csv", tmp_path / "passages.csv"
    assert "Wrote 4 rows" in marked.done("matrix", "--csv", numbers).stdout
    *_, last = csv.reader(numbers.read_text("utf-8-sig").splitlines())
    assert last[:4] == ["total", "2", "1", "3"]
    marked.done("matrix", "--csv", passages, "--passages")
    listed = list(csv.DictReader(passages.read_text("utf-8-sig").splitlines()))
    assert [(it["tag"], it["column"], it["quote"]) for it in listed] == [
        ("Actors", "launch", "Seoul"), ("Actors", "reply", "Officials"),
        ("Actors/Seoul", "launch", "Seoul"), ("Bodies", "launch", "working group"),
    ]  # fmt: skip


def test_a_matrix_is_kept_and_counted_anew(marked: Line) -> None:
    marked.done("matrix", "--kind", "overlap", "--save", "Together")
    (saved,) = marked.json("matrix", "--list")
    assert (saved["name"], saved["counts"], saved["analyst"]) == (
        "Together", "Passages by tag and overlapping tag", "ada",
    )  # fmt: skip
    before = marked.json("matrix", "--saved", "together")
    marked.done("tag", "launch", 0, 10, "Bodies")
    assert before["total"] < marked.json("matrix", "--saved", "together")["total"]
    assert "Together" in marked.done("matrix", "--list").stdout


def test_a_saved_matrix_is_renamed_and_removed(marked: Line) -> None:
    marked.done("matrix", "--kind", "overlap", "--save", "Together")
    said = marked.done("matrix", "--saved", "together", "--rename", "Side by side")
    assert said.stdout == "“Together” is called “Side by side” now.\n"
    (saved,) = marked.json("matrix", "--list")
    assert (saved["name"], saved["counts"]) == (
        "Side by side", "Passages by tag and overlapping tag",
    )  # fmt: skip
    said = marked.done("matrix", "--saved", "Side by side", "--remove")
    assert said.stdout == "“Side by side” is in the bin.\n"
    assert marked.json("matrix", "--list") == []
    assert "Side by side" in marked.done("bin list").stdout


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (("--kind", "attribute"), "needs --attribute NAME"),
        (("--kind", "attribute", "--attribute", "x"), "No attribute is called “x”"),
        (("--near", "far"), "neither a number up to 500 nor"),
        (("--near", "501"), "neither a number up to 500 nor"),
        (("--passages",), "--passages needs --csv FILE"),
        (("--saved", "x"), "No saved matrix is called “x”"),
        (("--only-tag", "x"), "“x”"),
        (("--remove",), "--rename and --remove need --saved NAME"),
        (("--rename", "Other"), "--rename and --remove need --saved NAME"),
        (("--saved", "x", "--remove"), "No saved matrix is called “x”"),
        (("--saved", "Kept", "--rename", " "), "A matrix needs a name"),
        (("--saved", "Kept", "--rename", "Other", "--remove"), "not both"),
    ],
)
def test_what_cannot_be_counted_is_a_sentence(
    marked: Line, arguments: tuple[str, ...], sentence: str
) -> None:
    marked.done("matrix", "--save", "Kept")
    result = marked.run("matrix", *arguments)
    assert result.exit_code == 2
    assert sentence in result.stderr
