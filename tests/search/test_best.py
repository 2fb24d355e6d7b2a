"""The best of very many hits: what is left unscored is still counted."""

from __future__ import annotations

import random

import pytest

from tests.search.corpus import Corpus
from workbench.model.search import Answer, Scope, SearchOptions
from workbench.search import best

QUERIES = ("common", "common usual", "common rare", "usual NOT rare", "common OR rare",
           "common usual rare", "com*", "RARE common", "usual OR title:none",
           '"common usual"')  # fmt: skip


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    chance = random.Random(4)
    words = ["common"] * 12 + ["usual"] * 6 + ["rare", "RARE", *"abcdefghij"]
    corpus = Corpus()
    for _ in range(60):
        corpus.add("\n".join(" ".join(chance.choices(words, k=6)) for _ in range(10)))
    return corpus


def _counts(answer: Answer) -> tuple[int, int]:
    return answer.documents, answer.total


@pytest.mark.parametrize("scope", Scope)
@pytest.mark.parametrize("query", QUERIES)
def test_counts_are_exact_and_hits_are_true(
    query: str, scope: Scope, corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = SearchOptions(scope=scope)
    whole = corpus.searcher.search(query, options, limit=10_000)
    monkeypatch.setattr(best, "MOST_SCORED", 60)
    some = corpus.searcher.search(query, options, limit=5)
    assert _counts(some) == _counts(whole)
    assert {(it.document_id, it.span, it.matches) for it in some.hits} <= {
        (it.document_id, it.span, it.matches) for it in whole.hits
    }
    # As many different words as the best have, though not each of those is looked at.
    assert [int(it.score) for it in some.hits] == [
        int(it.score) for it in whole.hits[: len(some.hits)]
    ]


def test_of_rare_words_no_paragraph_is_passed_over(
    corpus: Corpus, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = corpus.searcher.search("common OR zebra", limit=10_000)
    corpus.add("a zebra")
    monkeypatch.setattr(best, "MOST_SCORED", 60)
    some = corpus.searcher.search("common OR zebra", limit=5)
    assert some.total == whole.total + 1
    assert some.hits[0].text == "a zebra"
