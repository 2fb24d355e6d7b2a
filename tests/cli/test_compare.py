from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

Line = Any

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.fixture
def sample(empty: Line) -> Line:
    empty.done("import", CORPUS)
    return empty


def test_an_analyst_lists_what_a_story_took_from_a_release(sample: Line) -> None:
    listed = sample.done("compare", "release-2022", "story-controls").stdout
    assert "  A common answers to emerging technologies of concern\n" in listed
    assert "    + [the]\n" in listed
    assert listed.endswith("\n8 pairs\n")


def test_json_has_both_stretches_with_their_places(sample: Line) -> None:
    pairs = sample.json("compare", "release-2022", "story-controls")
    texts = {
        side: sample.done("text", name).stdout
        for side, name in (("a", "release-2022"), ("b", "story-controls"))
    }
    for pair in pairs:
        assert list(pair) == ["kind", "score", "a", "b"]
        assert pair["kind"] in {"verbatim", "altered", "paraphrase"}
        for side, text in texts.items():
            start, end = pair[side]["start"], pair[side]["end"]
            assert text[start:end] == pair[side]["text"]
    scores = [it["score"] for it in pairs]
    assert scores == sorted(scores, reverse=True)
    assert pairs[0]["a"]["text"].startswith("OSTC will use every licensing tool")


def test_documents_without_anything_in_common_say_so(sample: Line) -> None:
    assert sample.json("compare", "release-2007", "story-controls") == []
    assert (
        sample.done("compare", "release-2007", "story-controls").stdout == "0 pairs\n"
    )


def test_a_document_that_is_not_there_is_an_error(sample: Line) -> None:
    result = sample.run("compare", "release-2022", "nowhere")
    assert result.exit_code == 2
    assert result.stderr == "No document is called “nowhere”.\n"


def test_the_pairs_are_written_to_a_table_and_a_page(
    sample: Line, tmp_path: Path
) -> None:
    table, page = tmp_path / "pairs.csv", tmp_path / "pairs.html"
    sample.done(
        "compare", "release-2022", "story-controls", "--csv", table, "--html", page
    )
    assert "common answers to emerging technologies" in table.read_text("utf-8-sig")
    assert "common answers to emerging technologies" in page.read_text("utf-8")
