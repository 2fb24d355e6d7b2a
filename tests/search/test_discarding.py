"""What was discarded is what a plain filter of the matches leaves out."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.corpus import Corpus, of_texts, split
from workbench.model.search import Answer, Scope, SearchOptions
from workbench.model.spans import Span

_WORDS = ["group", "Groups", "trade", "war", "US", "not"]
_QUERIES = [
    "group",
    "group trade",
    "group OR war",
    "(group OR US) NOT war",
    '"group trade" OR war',
    "NOT group",
    "war OR NOT group",
    "trade doc:1",
]

_texts = st.lists(
    st.lists(
        st.lists(st.sampled_from(_WORDS), max_size=5).map(" ".join), max_size=3
    ).map("\n".join),
    min_size=1,
    max_size=4,
)
_options = st.tuples(st.sampled_from(Scope), st.booleans())
Found = dict[tuple[int, int], tuple[Span, ...]]


def _discard(corpus: Corpus, words: str, document_id: int, span: Span) -> None:
    corpus.connection.execute(
        "insert into discarded_hits (words, document_id, start, end, quote, prefix,"
        " suffix, analyst, created_at) values (?, ?, ?, ?, '', '', '', '', '')",
        [words, document_id, span.start, span.end],
    )


def _all(corpus: Corpus, query: str, options: SearchOptions) -> Answer:
    return corpus.searcher.search(query, options, limit=1000)


def _found(answer: Answer) -> Found:
    return {(int(it.document_id), it.span.start): it.matches for it in answer.hits}


def _without(found: Found, discarded: set[tuple[int, Span]]) -> Found:
    """Filter match by match, as a person would with a pencil."""
    left = {}
    for (document_id, start), matches in found.items():
        kept = tuple(
            match
            for match in matches
            if not any(
                own == document_id
                and place.start <= match.start
                and match.end <= place.end
                for own, place in discarded
            )
        )
        if kept or not matches:
            left[document_id, start] = kept
    return left


@given(_texts, st.sampled_from(_QUERIES), _options, st.data())
@settings(max_examples=150, deadline=None)
def test_finds_what_a_plain_filter_leaves(
    texts: list[str], query: str, asked: tuple[Scope, bool], choice: st.DataObject
) -> None:
    corpus = of_texts(texts)
    scope, is_whole = asked
    before = _all(corpus, query, SearchOptions(scope))
    matches = [
        (own, match) for (own, _), them in _found(before).items() for match in them
    ]
    chosen = choice.draw(st.sets(st.sampled_from(matches))) if matches else set()
    places = {
        (own, _around(texts[own - 1], match) if is_whole else match)
        for own, match in chosen
    }
    for own, place in places:
        _discard(corpus, before.words, own, place)
    _discard(corpus, "other words", 1, Span(0, 1000))

    after = _all(corpus, query, SearchOptions(scope))
    expected = _without(_found(before), places)
    assert _found(after) == expected
    assert after.total == len(expected)
    assert after.documents == len({own for own, _ in expected})
    assert after.discarded == before.total - after.total
    assert not any(hit.is_discarded for hit in after.hits)
    counted = {
        (int(it.document_id), span)
        for it in corpus.searcher.matches(query, SearchOptions(scope))
        for span in it.spans()
    }
    assert counted == {
        (own, span) for (own, _), them in expected.items() for span in them
    }

    shown = _all(corpus, query, SearchOptions(scope, discarded=True))
    assert _found(shown) == _found(before)
    assert {
        (int(it.document_id), it.span.start) for it in shown.hits if it.is_discarded
    } == set(_found(before)) - set(expected)


def _around(text: str, match: Span) -> Span:
    return next(it.span for it in split(text) if it.span.overlaps(match))


def test_narrowing_keeps_a_hit_discarded_and_other_words_find_it() -> None:
    corpus = of_texts(["may be\nin may", "may"])
    answer = corpus.searcher.search("may")
    assert answer.words == "may"
    _discard(corpus, "may", 1, Span(0, 3))
    assert corpus.searcher.search("(may) doc:1").total == 1
    assert corpus.searcher.search("(may) doc:1").discarded == 1
    assert corpus.searcher.search("may OR be").total == 3


def test_not_asks_the_text_itself() -> None:
    corpus = of_texts(["group\nwar", "group"])
    _discard(corpus, "group", 1, Span(0, 5))
    _discard(corpus, "war", 1, Span(6, 9))
    assert corpus.found("group NOT war") == [2]
    assert corpus.found("war") == []
    assert corpus.searcher.search("war").discarded == 1


def test_a_query_whose_hits_are_all_discarded_suggests_nothing_else() -> None:
    corpus = of_texts(["worker", "workers"])
    for own in (1, 2):
        _discard(corpus, "worker", own, Span(0, 7))
    answer = corpus.searcher.search("worker")
    assert (answer.documents, answer.total, answer.discarded) == (0, 0, 2)
    assert answer.suggestions == ()


def test_conditions_alone_have_no_words_to_discard_for() -> None:
    corpus = of_texts(["group"])
    corpus.tag(1, "Trade")
    corpus.mark(1, "group", 1)
    assert corpus.searcher.search("tag:Trade").words == ""


def test_half_a_letter_in_a_query_is_no_trouble() -> None:
    corpus = of_texts(["group"])
    assert corpus.searcher.search("group\ud800").words.encode()
