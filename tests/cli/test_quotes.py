from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import CommandLine

SOURCE = "“Both quays will open before the winter,” said the mayor.\n"
STORY = "He said “both quays will open before [next] winter” and “maybe”, of “quays”.\n"


@pytest.fixture
def line(empty: CommandLine, tmp_path: Path) -> CommandLine:
    for name, text in (("source", SOURCE), ("story", STORY)):
        (tmp_path / f"{name}.txt").write_text(text)
        empty.done("import", tmp_path / f"{name}.txt")
    return empty


def test_every_quotation_with_its_source(line: CommandLine) -> None:
    altered, unsourced, verbatim = line.json("quotes", "story")
    assert STORY[altered["start"] : altered["end"]] == altered["text"]
    assert altered["kind"] == "altered"
    source = altered["source"]
    assert source["document"] == 1
    assert SOURCE[source["start"] : source["end"]] == source["text"]
    (removed,), (added,) = altered["diff"]["removed"], altered["diff"]["added"]
    assert SOURCE[removed["start"] : removed["end"]] == removed["text"] == "the"
    assert STORY[added["start"] : added["end"]] == added["text"] == "[next]"
    assert altered["diff"]["marked"] is True
    assert unsourced["kind"] == "unsourced"
    assert unsourced["source"] is None
    assert unsourced["diff"] is None
    assert (verbatim["kind"], verbatim["diff"], verbatim["others"]) == (
        "verbatim", None, [],
    )  # fmt: skip


def test_people_read_counts_and_lines(line: CommandLine) -> None:
    shown = line.done("quotes", "story").stdout
    assert "3 quotations: 1 verbatim, 1 altered, 1 without a source." in shown
    assert "-the +[next]" in shown
    assert "0 quotations" not in line.done("quotes", "source").stdout


def test_files_are_written_and_the_project_is_not_written_over(
    line: CommandLine, tmp_path: Path
) -> None:
    table, page = tmp_path / "quotes.csv", tmp_path / "quotes.html"
    said = line.done("quotes", "story", "--csv", table, "--html", page).stdout
    assert said.count("Wrote 3 rows") == 2
    assert table.read_bytes().count(b"\r\n") == 4
    assert "<mark" in page.read_text(encoding="utf-8-sig")
    refused = line.run("quotes", "story", "--html", line.project)
    assert refused.exit_code == 2


def test_an_unknown_document_is_said(line: CommandLine) -> None:
    assert line.run("quotes", "nowhere").exit_code == 2
