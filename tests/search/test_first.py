"""The first hits of a query: true, no fewer than wanted, and counted afterwards."""

from __future__ import annotations

import random

import pytest

from tests.search.corpus import Corpus
from workbench.model.search import Answer, Scope, SearchOptions, SortBy
from workbench.search import best, first

QUERIES = ("common", "common usual", "RARE", "RARE common", "common NOT RARE", "co*",
           "common co*", "*o*", "usual *o*", "$5", "$5 OR RARE", '"rare rare"~2',
           "doc:n7 RARE", "usual NOT rare", "RARE NOT RARE", "zebra", "u~2 OR rare",
           "NOT RARE", "title:none OR RARE", "/co./", "usual /co./", "/co./ OR RARE",
           "rare NOT /co./", "/co./ NOT RARE")  # fmt: skip


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    chance = random.Random(5)
    words = ["common"] * 9 + ["usual"] * 6 + ["rare", "RARE", "$5", "5", "us", "US"]
    words += [f"co{letter}" for letter in "abcdefghijkl"]
    corpus = Corpus()
    for number in range(60):
        lines = (" ".join(chance.choices(words, k=6)) for _ in range(8))
        corpus.add("\n".join(lines), name=f"n{number}")
    return corpus


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Take a few paragraphs for many, and a few words too."""
    monkeypatch.setattr(best, "MOST_SCORED", 45)
    monkeypatch.setattr(first, "MOST_SCORED", 45)
    monkeypatch.setattr(first, "VERY_MANY", 6)
    monkeypatch.setattr(first, "LOOKS", (8, 40, None))


def _hits(answer: Answer) -> list[object]:
    return [(it.document_id, it.span, it.matches) for it in answer.hits]


@pytest.mark.parametrize("sort", SortBy)
@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("query", QUERIES)
@pytest.mark.usefixtures("small")
def test_first_hits_are_hits_and_get_their_counts(
    query: str, scope: Scope, sort: SortBy, corpus: Corpus
) -> None:
    options = SearchOptions(scope, sort)
    whole = corpus.searcher.search(query, options, limit=10_000)
    some = corpus.searcher.first(query, options, limit=5)
    assert set(_hits(some)) <= set(_hits(whole))
    assert some.total == len(some.hits) <= 5
    assert bool(some.hits) == bool(whole.hits)
    if some.is_counted:
        assert _hits(some) == _hits(whole)
    completed = corpus.searcher.completed(some, options)
    assert completed.is_counted
    assert _hits(completed) == _hits(some)
    assert (completed.documents, completed.total) == (whole.documents, whole.total)
    assert completed.suggestions == whole.suggestions
    assert completed.elsewhere == whole.elsewhere


@pytest.mark.parametrize("sort", SortBy)
@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("query", QUERIES)
def test_where_all_are_scored_they_are_the_first_of_all(
    query: str, scope: Scope, sort: SortBy, corpus: Corpus
) -> None:
    options = SearchOptions(scope, sort)
    whole = corpus.searcher.search(query, options, limit=10_000)
    some = corpus.searcher.first(query, options, limit=20)
    assert [round(it.score, 9) for it in some.hits] == [
        round(it.score, 9) for it in whole.hits[:20]
    ]
    assert set(_hits(some)) <= set(_hits(whole))
    assert _hits(corpus.searcher.search(query, options, limit=20)) == _hits(some)


@pytest.mark.usefixtures("small")
def test_a_word_in_capitals_is_looked_for_from_the_best_on(corpus: Corpus) -> None:
    whole = corpus.searcher.search("RARE", limit=10_000)
    some = corpus.searcher.first("RARE", limit=3)
    assert len(some.hits) == 3
    assert {int(it.score) for it in some.hits} == {1}
    assert set(_hits(some)) <= set(_hits(whole))


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("query", ["{}", "usual {}", "usual NOT {}", "RARE OR {}"])
def test_a_pattern_of_many_words_finds_what_these_find(
    query: str, scope: Scope, corpus: Corpus
) -> None:
    pattern = query.format("/co./")
    words = query.format("(" + " OR ".join(f'"co{it}"' for it in "abcdefghijkl") + ")")
    found = corpus.searcher.search(pattern, SearchOptions(scope), limit=10_000)
    wanted = corpus.searcher.search(words, SearchOptions(scope), limit=10_000)
    assert sorted(_hits(found), key=repr) == sorted(_hits(wanted), key=repr)
    assert (found.documents, found.total) == (wanted.documents, wanted.total)


def test_nothing_asked_is_answered_at_once(corpus: Corpus) -> None:
    answer = corpus.searcher.first("  ")
    assert (answer.total, answer.hits, answer.is_counted) == (0, (), True)
