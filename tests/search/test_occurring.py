"""Every match of a query is what the hits of an unlimited search mark."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.corpus import Corpus
from workbench.model.ids import DocumentId
from workbench.model.search import Scope, SearchOptions

WORDS = ("a", "b", "c", "US", "us", "$5", "5", "5%", "a-b", "ab", "e\u0301", "國國")
QUERIES = (
    "a", "a b", '"a b"', '"b a" OR a', "a OR b c", "a NOT b", "US", "$5 OR 5%", "a-b",
    "ab*", '"a c"~2', '"a a"', "国 OR 國", "é", "a tag:t", "tag:t",
    "b OR tag:t", "/a+/",
)  # fmt: skip


@st.composite
def _corpora(draw: st.DrawFn) -> Corpus:
    lines = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)
    texts = st.lists(lines, min_size=1, max_size=5).map("\n".join)
    corpus = Corpus()
    corpus.tag(1, "t")
    for text in draw(st.lists(texts, min_size=1, max_size=4)):
        ends = sorted({draw(st.integers(0, len(text))) for _ in range(2)})
        zones = [text[slice(*ends)]] if len(ends) == 2 else []
        document_id = corpus.add(text, zones=[it for it in zones if it.strip()])
        if text.strip():
            corpus.mark(document_id, text.split()[-1], 1)
    return corpus


def _hits(corpus: Corpus, query: str, options: SearchOptions) -> set[tuple[int, ...]]:
    answer = corpus.searcher.search(query, options, limit=10_000)
    return {
        (hit.document_id, match.start, match.end)
        for hit in answer.hits
        for match in hit.matches
    }


@pytest.mark.parametrize("query", QUERIES)
@settings(max_examples=25)
@given(
    corpus=_corpora(), scope=st.sampled_from(Scope), zones=st.booleans(), data=st.data()
)
def test_matches_are_those_of_all_hits(
    query: str, corpus: Corpus, scope: Scope, *, zones: bool, data: st.DataObject
) -> None:
    options = SearchOptions(scope=scope, zones=zones)
    expected = _hits(corpus, query, options)
    found = list(corpus.searcher.matches(query, options))
    assert [it.document_id for it in found] == sorted({it[0] for it in expected})
    assert expected == {
        (it.document_id, span.start, span.end) for it in found for span in it.spans()
    }
    one = DocumentId(data.draw(st.sampled_from(sorted(corpus.texts))))
    assert [
        list(it.spans()) for it in corpus.searcher.matches(query, options, one)
    ] == [list(it.spans()) for it in found if it.document_id == one]


def test_a_phrase_does_not_reach_into_the_next_paragraph() -> None:
    corpus = Corpus()
    corpus.add("free trade\nunion of trade\nunion; trade union")
    (found,) = corpus.searcher.matches('"trade union" OR "free trade" OR trade')
    assert [it.of(corpus.texts[1]) for it in found.spans()] == [
        "free trade", "trade", "trade union",
    ]  # fmt: skip
