from __future__ import annotations

from typing import Any

Line = Any


def test_search_answers_with_offsets_of_the_stored_text(line: Line) -> None:
    answer = line.json("search", "group")
    assert list(answer) == [
        "query",
        "understood",
        "documents",
        "total",
        "hits",
        "suggestions",
    ]
    assert (answer["query"], answer["documents"], answer["total"]) == ("group", 2, 2)
    assert list(answer["understood"]) == ["sentence", "words", "filters", "ignored"]
    for hit in answer["hits"]:
        assert list(hit) == [
            "document",
            "name",
            "start",
            "end",
            "text",
            "matches",
            "score",
        ]
        text = line.done("text", hit["document"]).stdout_bytes.decode()
        assert hit["text"] == text[hit["start"] : hit["end"]]
        assert [text[start:end] for start, end in hit["matches"]] == ["group"]


def test_scope_paragraph_wants_both_words_in_one(line: Line) -> None:
    assert line.json("search", "seoul exports")["documents"] == 1
    narrow = line.json("search", "seoul exports", "--scope", "paragraph")
    assert (narrow["documents"], narrow["hits"]) == (0, [])


def test_limit_cuts_the_hits_and_not_the_total(line: Line) -> None:
    answer = line.json("search", "group", "--limit", 1)
    assert (len(answer["hits"]), answer["total"]) == (1, 2)


def test_to_find_nothing_is_done(line: Line) -> None:
    result = line.done("search", "zebra")
    assert "0 hits in 0 documents." in result.stdout


def test_hits_are_shown_to_people_with_place_and_text(line: Line) -> None:
    shown = line.done("search", "officials").stdout
    assert shown.startswith("Understood as: officials")
    assert "1 hit in 1 document." in shown
    assert "0-43  Officials did not agree." in shown


def test_a_scope_that_is_none_is_wrong_usage(line: Line) -> None:
    result = line.run("search", "group", "--scope", "planet")
    assert result.exit_code == 2
    assert result.stderr.count("\n") == 1
