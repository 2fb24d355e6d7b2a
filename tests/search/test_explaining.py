"""Why a document is found or not, and what would find something instead."""

from __future__ import annotations

import pytest

from tests.search.corpus import Corpus, of_texts
from tests.search.study import Study
from workbench.model.ids import DocumentId
from workbench.model.search import (
    AliasUse,
    Elsewhere,
    Explanation,
    Scope,
    SearchOptions,
)

ONE = DocumentId(1)


def explained(corpus: Corpus, query: str, scope: Scope = Scope.DOCUMENT) -> Explanation:
    return corpus.searcher.explain(query, ONE, SearchOptions(scope))


@pytest.mark.parametrize(
    ("query", "text", "because"),
    [
        ("semicondutor", "semiconductors", "most like it: “semiconductors”"),
        ("zebra", "semiconductors", "it is not there"),
        ("US", "follow us", "it has “us”, but not US"),
        ("$55", "55 people", "it has “55”, but not $55"),
        ('"said not"', "that is not what he said", "with 2 other words between"),
        ('"said not"', "not said", "but in another order"),
        ('"said not"', "he said\nnot", "only in different paragraphs"),
        ('"said not"', "he said", "it has “said”, but not “not”"),
        ('"said not"', "he", "neither of its words: “said” and “not”"),
        ("korea NOT china", "korea, china and china", "it is there 2 times"),
        ("korea zebra", "korea", "zebra fails"),
    ],
)
def test_the_sentence_names_what_decides(query: str, text: str, because: str) -> None:
    found = explained(of_texts([text, "semiconductor"]), query)
    assert not found.is_found
    assert because in found.sentence


def test_each_part_is_told_in_the_order_typed() -> None:
    found = explained(of_texts(["group\nthe US"]), "groups -zebra US date:2022")
    parts = [(it.part, it.holds, it.detail) for it in found.reasons]
    assert parts == [
        ("groups (group)", True, "it is there once"),
        ("not zebra", True, "it is not there"),
        ("US (in capitals, without dots)", True, "it is there once"),
        ("dated in 2022", False, "it has no date"),
    ]
    assert found.sentence == "Not found, but named as undated: it has no date."


def test_what_is_only_in_a_zone_is_said() -> None:
    corpus = Corpus()
    corpus.add("Old times.\nMenu", zones=["Menu"])
    assert "only in a zone" in explained(corpus, "menu").sentence
    options = SearchOptions(zones=True)
    assert corpus.searcher.explain("menu", ONE, options).is_found


def test_words_that_stand_apart_are_said() -> None:
    corpus = of_texts(["korea\nchina"])
    assert explained(corpus, "korea china").is_found
    apart = explained(corpus, "korea china", Scope.PARAGRAPH)
    assert apart.sentence.endswith("never together in one paragraph.")


def test_all_that_fails_of_an_or_is_named() -> None:
    sentence = explained(of_texts(["x"]), "one OR two OR three").sentence
    assert sentence.startswith("Not found: one fails, since it is not there.")
    assert sentence.endswith("So do two and three.")


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        ("source:gazette", "its source is “BIS”"),
        ("country:china", "its country is “Korea”"),
        ("tag:scope", "its tag is “aim”"),
        ("case:zebra", "it has no case"),
        ("date:2021", "its date is “2022”"),
        ("note:zebra", ""),
    ],
)
def test_a_condition_that_fails_says_what_is_so_instead(
    query: str, detail: str
) -> None:
    study = Study()
    study.add("may", source="BIS", date="2022")
    study.attribute("Country")
    study.describe(1, "Country", "Korea")
    study.tag(1, "aim")
    study.tag(2, "scope")
    study.mark(1, "may", 1)
    (reason,) = explained(study, query).reasons
    assert (reason.holds, reason.detail) == (False, detail)


def test_discarded_hits_are_the_reason() -> None:
    corpus = of_texts(["may"])
    corpus.connection.execute(
        'insert into discarded_hits (words, document_id, "start", "end", quote,'
        " prefix, suffix, analyst, created_at) values ('may', 1, 0, 3, 'may', '', '',"
        " '', '')"
    )
    assert explained(corpus, "may").sentence == (
        "Not found: all its hits were discarded."
    )


def _elsewhere(corpus: Corpus, query: str, options: SearchOptions) -> list[Elsewhere]:
    answer = corpus.searcher.search(query, options)
    for other in answer.elsewhere:
        found = corpus.searcher.search(other.query, other.options)
        assert found.documents == other.documents > 0
    return list(answer.elsewhere)


@pytest.mark.parametrize(
    ("query", "what", "instead"),
    [
        ('"trade may"', "with these words, but not as a phrase", "(trade may)"),
        ("harbor", "in your notes", "note:harbor"),
        ("may source:BIS", "without the conditions", "may"),
        ('may NOT title:"old times"', "without the conditions", "may"),
        ("menu", "in zones, too", "menu"),
    ],
)
def test_what_finds_nothing_is_looked_for_elsewhere(
    query: str, what: str, instead: str
) -> None:
    study = Study()
    study.add("may we trade\nMenu", zones=["Menu"], title="Old times")
    study.note("document", 1, "harbor")
    found = _elsewhere(study, query, SearchOptions())
    assert [(it.what, it.query) for it in found] == [(what, instead)]


def test_a_paragraph_is_widened_to_its_document() -> None:
    (found,) = _elsewhere(
        of_texts(["one\ntwo"]), "one two", SearchOptions(Scope.PARAGRAPH)
    )
    assert found.what == "with the words anywhere in a document"
    assert found.options.scope is Scope.DOCUMENT


def test_aliases_are_offered_when_they_find_something() -> None:
    corpus = of_texts(["U.S. of America"])
    run = corpus.connection.execute
    run("insert into alias_groups (id) values (1)")
    for position, name in enumerate(("United States", "America")):
        run(
            "insert into aliases (group_id, name, position) values (1, ?, ?)",
            (name, position),
        )
    options = SearchOptions(aliases=AliasUse.NONE)
    (found,) = _elsewhere(corpus, '"United States"', options)
    assert (found.what, found.options.aliases) == ("with all aliases", AliasUse.ALL)


def test_what_finds_something_is_not_looked_for_elsewhere() -> None:
    assert not of_texts(["may"]).searcher.search("may").elsewhere
    assert not of_texts(["may"]).searcher.search("zebra").elsewhere
