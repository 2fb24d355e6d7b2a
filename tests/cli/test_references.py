"""The command that lets bibliographies say what documents are."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

Line = Any

BIB = """@article{launch, title={Seoul launches}, author={Lee, Jin}, date={2022-05},
 journaltitle={Policy}}
@book{none, title={A book that is not here}, author={Kim, A.}, year=2019}
"""


@pytest.fixture
def bibliography(tmp_path: Path) -> Path:
    path = tmp_path / "library.bib"
    path.write_text(BIB)
    return path


def test_what_would_be_filled_in_is_shown_and_not_done(
    line: Line, bibliography: Path
) -> None:
    before = line.json("documents")
    shown = line.done("references", bibliography).stdout.splitlines()
    assert shown == [
        "launch ← Seoul launches (the file is named as the reference is cited)",
        "    Title: Seoul launches",
        "    Date: 2022-05",
        "    Source: Policy",
        "    Author: Lee, Jin",
        "NO DOCUMENT FOR          DATE  AUTHORS",
        "A book that is not here  2019  Kim, A.",
        "1 document has a reference, 1 would change; --apply does it.",
    ]
    assert line.json("documents") == before


def test_what_is_there_is_replaced_only_if_asked(
    line: Line, bibliography: Path
) -> None:
    line.done("attribute add", "Author")
    line.done("set", "launch", "Author", "Ada")
    said = line.done("references", bibliography, "--apply").stdout
    assert said.splitlines()[-1] == "Filled in 1 document."
    launch = line.json("documents")[0]
    assert (launch["date"], launch["attributes"]) == ("2022-05", {"Author": "Ada"})
    answer = line.json("references", bibliography, "--overwrite", "--apply")
    assert {"name": "Author", "old": "Ada", "new": "Lee, Jin"} in answer["matches"][0][
        "changes"
    ]
    launch = line.json("documents")[0]
    assert launch["title"] == "Seoul launches"
    assert launch["attributes"] == {"Author": "Lee, Jin"}
    line.done("undo")
    assert line.json("documents")[0]["attributes"] == {"Author": "Ada"}


def test_what_is_broken_or_not_sure_makes_exit_code_1(
    line: Line, tmp_path: Path
) -> None:
    broken = tmp_path / "b.bib"
    broken.write_text("@a{x, title={One}}\n@a{y, title={Two")
    result = line.run("references", broken)
    assert result.exit_code == 1
    assert result.stderr == (
        "b.bib: Line 2: “y” is broken; look for a missing brace or comma.\n"
    )
    answer = json.loads(line.run("references", broken, "--json").stdout)
    assert [it["key"] for it in answer["unmatched"]] == ["x"]
    assert line.run("references", tmp_path / "none.ris").exit_code == 1
