"""What conditions on documents find, mark and say, rule by rule."""

from __future__ import annotations

import pytest

from tests.search.corpus import marked
from tests.search.study import Study
from workbench.model.search import Scope, SearchOptions, SortBy


@pytest.fixture
def study() -> Study:
    study = Study()
    study.add(
        "Ministers met.\nThey agreed on ports.",
        name="001_news",
        date="2022-05-03",
        source="BIS",
    )
    study.add("Nothing was agreed.", name="002_talks", source="BIS release")
    study.add("Old times.\nMenu", name="003_old", date="2007", zones=["Menu"])
    for document_id, path in enumerate(("a/one.txt", "two.HTM", "three.md"), 1):
        study.file(document_id, path)
    for name, kind in (
        ("Author", "text"),
        ("Country of origin", "text"),
        ("Signed", "date"),
        ("Pages", "number"),
    ):
        study.attribute(name, kind)
    study.describe(1, "Author", "Ada Kim")
    study.describe(2, "Author", "Ada")
    study.describe(1, "Country of origin", "Korea")
    study.describe(2, "Signed", "2021-11")
    study.describe(1, "Pages", "12")
    study.describe(3, "Pages", "7.5")
    study.tag(1, "aim")
    study.tag(2, "ports", 1)
    study.tag(3, "ports")
    study.mark(1, "ports", 2)
    study.mark(3, "Old", 3)
    study.mark(2, "Nothing")
    study.note("passage", 1, "Which harbors does this mean?")
    study.note("document", 2, "harbor talks failed")
    study.case("HTWG", [3], [1])
    return study


@pytest.mark.parametrize(
    ("query", "documents"),
    [
        ("source:bis", [1, 2]),
        ('source:"bis"', [1]),
        ('source:"release"', [2]),
        ("author:ada", [1, 2]),
        ('author:"Ada"', [2]),
        ("country_of_origin:korea", [1]),
        ("-author:kim", [2, 3]),
        ("type:txt", [1]),
        ("type:html", [2]),
        ("type:htm", [2]),
        ("type:md OR type:txt", [1, 3]),
        ("signed:2021", [2]),
        ("signed:'last year'", [2]),
        ("signed:>2021", []),
        ("pages:12", [1]),
        ("pages:>7", [1, 3]),
        ("pages:[5 to 10]", [3]),
        ("pages:{7.5 to 12]", [1]),
        ("tag:ports", [1, 3]),
        ('tag:"ports"', [3]),
        ('tag:"aim/ports"', [1]),
        ("tag:aim", [1]),
        ("note:harbor", [1, 2]),
        ('note:"harbor talks"', [2]),
        ("note:mean NOT note:talks", [1]),
        ("note:ports", []),
        ("case:htwg", [1, 3]),
        ("has:note", [1, 2]),
        ("has:tag", [1, 3]),
        ("has:passage", [1, 2, 3]),
        ("has:date", [1, 3]),
        ("NOT has:date", [2]),
        ("is:undated", [2]),
        ("has:zone", [3]),
        ("has:case", [1, 3]),
        ("is:orphaned", []),
        ("date:'this year'", [1]),
        ('date:"May 2022"', [1]),
        ("date:'last 30 days'", []),
        ("doc:3", [3]),
        ("doc:talks", [2]),
    ],
)
def test_conditions_choose_documents(
    study: Study, query: str, documents: list[int]
) -> None:
    study.connection.execute(
        'insert into zones (document_id, "start", "end", quote, prefix, suffix, kind,'
        " state, words, analyst, created_at)"
        " values (3, 11, 15, 'Menu', '', '', 'navigation', 'accepted', 1, '', '')"
    )
    assert study.found(query) == documents


@pytest.mark.parametrize(
    ("query", "marks"),
    [
        ("note:mean", ["ports"]),
        ("note:harbor", ["ports"]),
        ("case:HTWG", ["ports"]),
        ("has:tag", ["ports", "Old"]),
    ],
)
def test_places_of_a_condition_are_marked(
    study: Study, query: str, marks: list[str]
) -> None:
    assert study.marks(query) == marks


@pytest.mark.parametrize(
    ("query", "document"),
    [
        ("note:harbor ports", 1),
        ("note:harbor nothing", 2),
        ("case:HTWG times", 3),
        ("note:harbor ministers", None),
    ],
)
def test_words_and_places_must_meet_in_one_paragraph(
    study: Study, query: str, document: int | None
) -> None:
    hits = study.searcher.search(query, SearchOptions(Scope.PARAGRAPH)).hits
    assert [int(hit.document_id) for hit in hits] == [document] * (document is not None)


def test_an_orphaned_passage_is_found_but_not_marked(study: Study) -> None:
    study.connection.execute("update passages set anchor = 'orphaned' where id = 1")
    (hit,) = study.searcher.search("tag:aim").hits
    assert (int(hit.document_id), hit.matches) == (1, ())
    assert study.found("is:orphaned") == [1]


def test_the_note_of_a_tag_is_about_its_passages(study: Study) -> None:
    study.note("tag", 2, "quays")
    assert study.marks("note:quay") == ["ports"]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("note:mean", "with “mean” in a note"),
        ("note:zebra", "with “zebra” in a note (no note has that)"),
        ("date:'last year'", "dated in 2021 (last year)"),
        ("author:Bo", "with “Bo” as Author (no document has that)"),
        ("case:zebra", "of the case “zebra” (there is no such case)"),
        ("source:zebra", "with “zebra” as source (no document has that)"),
        ("has:note", "with a note"),
    ],
)
def test_conditions_are_said_as_they_were_typed(
    study: Study, query: str, sentence: str
) -> None:
    assert study.searcher.search(query).understood.sentence == sentence


def test_an_attribute_that_no_project_has_is_said() -> None:
    study = Study()
    study.add("may")
    answer = study.searcher.search("author:Ada")
    assert answer.documents == 0
    assert "documents have no attribute “Author”" in answer.understood.sentence


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("has:feathers", "has:note"),
        ("is:nice", "is:orphaned"),
        ("date:soon", "date:2022"),
        ("signed:soon", "signed:2022"),
        ("pages:many", "write a number"),
        ("tag:[1 to 2]", "ranges are for dates and numbers"),
    ],
)
def test_what_cannot_be_read_is_said_with_its_place(
    study: Study, typed: str, reason: str
) -> None:
    answer = study.searcher.search(f"agreed {typed}")
    (unread,) = answer.understood.unread
    assert answer.documents == 2
    assert reason in unread.reason
    assert unread.span is not None
    assert unread.span.of(f"agreed {typed}") == typed.partition(":")[2]


@pytest.mark.parametrize(
    ("query", "documents", "undated"),
    [
        ("date:2022", [1], [2]),
        ("NOT date:2022", [3], [2]),
        ("agreed date:2022", [1], [2]),
        ("times date:2022", [], []),
        ("agreed OR date:2007", [1, 2, 3], []),
        ("agreed NOT (date:2022 times)", [1, 2], []),
        ("has:date", [1, 3], []),
        ("date:[2007 to 2023]", [1, 3], [2]),
    ],
)
def test_documents_without_a_date_are_named(
    study: Study, query: str, documents: list[int], undated: list[int]
) -> None:
    assert study.found(query) == documents
    assert study.undated(query) == undated


def test_hits_come_by_relevance_date_or_document(study: Study) -> None:
    study.add("agreed agreed", date="2001-02")

    def order(sort: SortBy) -> list[int]:
        answer = study.searcher.search("agreed", SearchOptions(sort=sort))
        return [int(hit.document_id) for hit in answer.hits]

    assert order(SortBy.DATE) == [4, 1, 2]
    assert order(SortBy.DOCUMENT) == [1, 2, 4]
    assert order(SortBy.RELEVANCE)[0] == 4


def test_a_hit_over_two_documents_keeps_the_order_of_places(study: Study) -> None:
    answer = study.searcher.search("met OR agreed", SearchOptions(sort=SortBy.DOCUMENT))
    words = [marked(study, hit) for hit in answer.hits]
    assert words == [["met"], ["agreed"], ["agreed"]]


@pytest.mark.parametrize("query", ["kountry:korea", 'kountry:"South Korea"'])
def test_an_unknown_attribute_is_read_as_words_and_said(
    study: Study, query: str
) -> None:
    study.add("kountry: korea, South Korea")
    answer = study.searcher.search(query)
    (unread,) = answer.understood.unread
    assert (answer.documents, unread.reason) == (
        1,
        "kountry: as a condition (documents have no such attribute)",
    )


def test_an_address_is_no_condition(study: Study) -> None:
    assert not study.searcher.search("https://example.org 10:30").understood.unread
