"""Many queries at once: the counts are those of each query alone."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from workbench.errors import InvalidValue
from workbench.jobs import Cancelled, Tracker
from workbench.model.batches import BatchQuery
from workbench.model.search import Scope, SearchOptions
from workbench.operations.batches import (
    BatchForm,
    export_batch,
    queries_of,
    read_queries,
    run_batch,
)
from workbench.operations.option_words import options_in_words
from workbench.operations.searches import discard_hits

USUAL = SearchOptions()
QUERIES = ["may", "working group", "no such word", '=cmd|x "said', "", "doc:plan"]

ASKED = ["name", "query", "options", "understood", "left_out"]


@pytest.fixture
def documents(import_text):
    return [
        import_text("It may rain in May.\n\nThe working group met.", name="memo"),
        import_text("A group may rest.\n\nWorking hours.", name="=plan"),
    ]


def _rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_counts_are_those_of_each_query_alone(project, documents) -> None:
    queries = [BatchQuery(it, it) for it in QUERIES]
    batch = run_batch(project, queries, USUAL)
    assert [it.name for it in batch.documents] == ["=plan", "memo"]
    for row in batch.rows:
        answer = project.search(row.asked.query)
        alone = {it.document_id: len(it) for it in project.matches(row.asked.query)}
        assert row.documents == answer.documents
        assert row.understood == answer.understood
        assert row.matches == sum(alone.values())
        assert list(row.counts) == [
            alone.get(it.document_id, 0) for it in batch.documents
        ]
    assert list(batch.rows[0].counts) == [1, 2]
    assert batch.rows[5].documents == 1
    assert batch.rows[5].matches == 0
    assert batch.found() == [0, 1]


def test_options_count_and_discarded_hits_do_not(project, documents) -> None:
    queries = queries_of("working group")
    narrow = SearchOptions(Scope.PARAGRAPH)
    assert list(run_batch(project, queries, USUAL).rows[0].counts) == [2, 2]
    batch = run_batch(project, queries, narrow)
    assert list(batch.rows[0].counts) == [0, 2]
    assert batch.found() == [1]
    answer = project.search("working group", narrow)
    discard_hits(
        project, answer.words, [(documents[0], it) for it in answer.hits[0].matches]
    )
    assert run_batch(project, queries, narrow).rows[0].matches == 0


def test_a_batch_is_cancelled_within_a_query_and_tells_how_far_it_is(
    project, documents
) -> None:
    reports = []
    tracker = Tracker(reports.append)
    run_batch(project, queries_of("may\ngroup"), USUAL, tracker)
    assert (reports[0].done, reports[-1].done, reports[-1].total) == (0, 2, 2)

    def stop(progress) -> None:
        stopping.cancel()

    stopping = Tracker(stop)
    with pytest.raises(Cancelled):
        run_batch(project, queries_of("may\ngroup"), USUAL, stopping)


def test_a_line_is_a_query(tmp_path: Path) -> None:
    assert queries_of("\n may \n\n=x\r\n") == [
        BatchQuery("may", "may"),
        BatchQuery("=x", "=x"),
    ]
    path = tmp_path / "queries.txt"
    path.write_text("may, not\nUS\n")
    assert [it.query for it in read_queries(path)] == ["may, not", "US"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"name,query\nVerb,may\n,US\n", [("Verb", "may"), ("US", "US")]),
        (
            "QUERY;Name\r\nfoo;größe\r\n".encode("cp1252"),
            [("größe", "foo")],
        ),
        (
            '\ufeffid\tquery\n1\t"a ""b c"""\n2\t\n'.encode("utf-16"),
            [('a "b c"', 'a "b c"')],
        ),
        (b"query\n'-draft\nmay\n", [("-draft", "-draft"), ("may", "may")]),
    ],
)
def test_queries_come_from_a_column(tmp_path: Path, content, expected) -> None:
    path = tmp_path / "queries.csv"
    path.write_bytes(content)
    assert [(it.name, it.query) for it in read_queries(path)] == expected


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "has no column “query”"),
        ("words\nmay\n", "has no column “query”"),
        ("query\n", "has no query"),
        ("query\nmay, not\n", "Line 2 of queries.csv has more cells"),
    ],
)
def test_a_file_without_queries_says_what_to_do(tmp_path, content, said) -> None:
    path = tmp_path / "queries.csv"
    path.write_text(content)
    with pytest.raises(InvalidValue, match=said):
        read_queries(path)


def test_the_table_has_a_column_a_document_and_no_formula(
    project, documents, import_text, tmp_path: Path
) -> None:
    import_text("May again.", name="memo", suffix=".md")
    batch = run_batch(project, [BatchQuery("+1", "may"), *queries_of("=x ~ (")], USUAL)
    path = tmp_path / "counts.csv"
    assert export_batch(batch, path) == 2
    header, first, second = _rows(path)
    assert header[:7] == [*ASKED, "documents", "matches"]
    assert header[7] == "'=plan"
    assert sorted(header[8:]) == header[8:]
    assert all(name.startswith("memo (") for name in header[8:])
    assert first[:4] == [
        "'+1",
        "may",
        options_in_words(USUAL),
        batch.rows[0].understood.sentence,
    ]
    assert first[5:] == ["3", "4", "1", "2", "1"]
    assert second[1] == "'=x ~ ("
    assert second[4] == "\n".join(batch.rows[1].understood.ignored)


def test_the_long_form_has_a_row_a_query_and_document(
    project, documents, tmp_path: Path
) -> None:
    batch = run_batch(project, queries_of("may\nno such word"), USUAL)
    path = tmp_path / "counts.csv"
    assert export_batch(batch, path, BatchForm.LONG, raw=True) == 3
    header, *rows = _rows(path)
    assert header == [*ASKED, "document_id", "document", "title", "matches"]
    assert [(row[1], row[6], row[8]) for row in rows] == [
        ("may", "=plan", "1"),
        ("may", "memo", "2"),
        ("no such word", "", "0"),
    ]


def test_options_are_written_in_words() -> None:
    assert options_in_words(USUAL) == (
        "all words in one document; aliases marked automatic; without zones;"
        " without discarded hits"
    )
    narrow = SearchOptions(Scope.PARAGRAPH, zones=True, discarded=True)
    assert options_in_words(narrow) == (
        "all words in one paragraph; aliases marked automatic; zones too;"
        " discarded hits too"
    )
