from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest

from tests.cli.conftest import LAUNCH

Line = Any


def test_tag_marks_creates_missing_tags_and_answers_with_the_quote(line: Line) -> None:
    answer = line.json(
        "tag", "launch", 0, 5, "place/Seoul", "actor", "--note", "The host"
    )
    assert answer == {"passage": answer["passage"], "quote": "Seoul"}
    (passage,) = line.json("passages")
    assert passage == {
        "id": answer["passage"],
        "document": line.json("documents")[0]["id"],
        "name": "launch",
        "page": "",
        "start": 0,
        "end": 5,
        "quote": "Seoul",
        "tags": passage["tags"],
        "note": "The host",
        "analyst": "ada",
        "created": passage["created"],
        "anchor": "exact",
        "before": "",
        "after": LAUNCH[5:65],
    }
    assert sorted(passage["tags"]) == ["actor", "place/Seoul"]
    assert datetime.fromisoformat(passage["created"]).tzinfo is not None


def test_a_tag_that_is_there_is_used_again(line: Line) -> None:
    line.done("tag", "launch", 0, 5, "place/Seoul")
    line.done("tag", "reply", 0, 9, "place/Seoul")
    assert len(line.json("passages", "--tag", "place/Seoul")) == 2


def test_tags_and_passage_are_one_step(line: Line) -> None:
    before = len(line.json("history"))
    line.done("tag", "launch", 0, 5, "place/Seoul", "place/Seoul", "place/Korea")
    assert len(line.json("history")) == before + 1
    line.done("undo")
    assert line.run("passages", "--tag", "place").exit_code == 2


def test_passages_are_chosen_by_document_and_by_tag_with_those_below(
    line: Line,
) -> None:
    line.done("tag", "launch", 0, 5, "place/Seoul")
    line.done("tag", "launch", 8, 14, "places")
    line.done("tag", "reply", 0, 9, "place")
    found = line.json("passages", "--tag", "place")
    assert [passage["name"] for passage in found] == ["launch", "reply"]
    found = line.json("passages", "--tag", "place", "--document", "launch")
    assert [passage["quote"] for passage in found] == ["Seoul"]


def test_passages_are_shown_to_people_in_columns(line: Line) -> None:
    line.done("tag", "launch", 31, 45, "figures")
    header, row = line.done("passages").stdout.splitlines()
    assert header.split() == [
        "ID", "DOCUMENT", "PAGE", "START", "END", "TAGS", "QUOTE",
    ]  # fmt: skip
    assert row.endswith("- Exports")


@pytest.mark.parametrize("ends", [(5, 5), (5, 2), (0, 9999), (-1, 3), ("a", 3)])
def test_a_span_that_is_none_is_wrong_usage_and_changes_nothing(
    line: Line, ends: tuple[object, object]
) -> None:
    steps = line.json("history")
    result = line.run("tag", "launch", *ends, "new tag")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
    assert line.json("history") == steps


@pytest.mark.parametrize(
    ("options", "quotes"),
    [
        ("--tag place --tag actor", ["Seoul"]),
        ("--any actor --any figures", ["Seoul", "- Exports"]),
        ("--tag place --not actor", ["Officials"]),
        ("--tag place --exact", ["Officials"]),
        ("--overlapping verb", ["Seoul"]),
        ("--near figures", ["Seoul", "Seoul launched"]),
        ("--untagged", []),
        ("--with-note", ["Seoul"]),
        ("--needs-review", []),
        ("--analyst ada --tag figures", ["- Exports"]),
        ("--analyst ben", []),
        ("--tagged-by ada --tag verb", ["Seoul launched"]),
        ("--since 2020-01 --until 2021", []),
        ("--since 2020 --tag figures", ["- Exports"]),
        ("--containing HÓST", ["Seoul"]),
        ("--attribute kind=speech", ["Officials"]),
        ("--attribute kind= --tag actor", ["Seoul"]),
        ("--document launch --tag figures", ["- Exports"]),
    ],
)
def test_passages_are_chosen_by_conditions_that_add_up(
    line: Line, options: str, quotes: list[str]
) -> None:
    line.done("tag", "launch", 0, 5, "place/Seoul", "actor", "--note", "The host")
    line.done("tag", "launch", 0, 14, "verb")
    line.done("tag", "launch", 35, 44, "figures")
    line.done("tag", "reply", 0, 9, "place")
    line.done("attribute add", "kind")
    line.done("set", "reply", "kind", "speech")
    found = line.json("passages", *options.split())
    assert sorted(it["quote"] for it in found) == sorted(quotes)


def test_a_sentence_says_what_was_asked_for(line: Line) -> None:
    line.done("tag", "launch", 0, 5, "aim")
    shown = line.done("passages", "--tag", "aim", "--since", "2020").stdout
    assert shown.splitlines()[0] == "Passages tagged aim, marked since 2020: 1"


@pytest.mark.parametrize(
    "options", ["--since May", "--attribute kind", "--attribute kind=x", "--near no"]
)
def test_a_condition_on_nothing_is_wrong_usage(line: Line, options: str) -> None:
    assert line.run("passages", *options.split()).exit_code == 2


def test_a_tag_that_is_not_there_is_wrong_usage(line: Line) -> None:
    assert line.run("passages", "--tag", "nowhere").exit_code == 2


def test_notes_are_written_on_every_kind_of_target(line: Line) -> None:
    passage = line.json("tag", "launch", 0, 5, "place/Seoul")["passage"]
    document = line.json("documents")[0]["id"]
    targets = ["project", f"document:{document}", f"passage:{passage}"]
    for target in [*targets, "tag:place/Seoul"]:
        written = line.json("note", target, f"On {target} 🙂")
        assert written == {"target": target, "note": f"On {target} 🙂"}
    (found,) = line.json("passages")
    assert found["note"] == f"On passage:{passage} 🙂"


@pytest.mark.parametrize(
    "target",
    ["", "projects", "document:", "document:none", "passage:x", "passage:77", "tag:no"],
)
def test_a_target_that_is_none_is_wrong_usage(line: Line, target: str) -> None:
    result = line.run("note", target, "text")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
