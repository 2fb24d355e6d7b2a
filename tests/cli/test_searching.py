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
        "undated",
        "discarded",
        "elsewhere",
    ]
    assert (answer["query"], answer["documents"], answer["total"]) == ("group", 2, 2)
    assert list(answer["understood"]) == [
        "sentence",
        "words",
        "filters",
        "ignored",
        "unread",
    ]
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


def test_documents_without_a_date_are_named(line: Line) -> None:
    answer = line.json("search", "group date:2022")
    assert (answer["documents"], len(answer["undated"])) == (0, 2)
    assert [it["name"] for it in answer["undated"]] == ["launch", "reply"]
    shown = line.done("search", "group date:2022").stdout
    assert "Undated: launch (1), reply (2)." in shown


def test_what_was_not_read_has_its_place(line: Line) -> None:
    (unread,) = line.json("search", "group date:soon")["understood"]["unread"]
    assert (unread["start"], unread["end"]) == (11, 15)
    assert "date:“soon”" in unread["reason"]


def test_elsewhere_is_offered_with_query_and_options(line: Line) -> None:
    (other,) = line.json("search", "group source:none")["elsewhere"]
    assert (other["what"], other["query"]) == ("without the conditions", "group")
    assert other["documents"] == 2
    assert other["options"]["scope"] == "document"
    shown = line.done("search", "group source:none").stdout
    assert "2 documents without the conditions: group" in shown


def test_explain_says_what_decides_and_each_part(line: Line) -> None:
    shown = line.done("search", "group zebra", "--explain", "launch").stdout
    assert "Not found: zebra fails, since it is not there." in shown
    assert "+ group: it is there once" in shown
    assert "- zebra: it is not there" in shown
    told = line.json("search", "group", "--explain", "2")
    assert list(told) == ["document", "name", "found", "sentence", "reasons"]
    assert (told["document"], told["found"]) == (2, True)
    assert told["reasons"] == [
        {"part": "group", "holds": True, "detail": "it is there once"}
    ]


def test_to_explain_a_document_that_is_not_there_says_so(line: Line) -> None:
    result = line.run("search", "group", "--explain", "nowhere")
    assert result.exit_code == 2
    assert "No document is called “nowhere”." in result.stderr


def test_hits_can_come_by_document(line: Line) -> None:
    hits = line.json("search", "group OR officials", "--sort", "document")["hits"]
    places = [(hit["document"], hit["start"]) for hit in hits]
    assert len(places) == 3
    assert places == sorted(places)
