"""Random queries over random texts find what a plain reading of them finds."""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.corpus import Corpus, marked, of_texts, split
from tests.search.plainly import FIXED, WORDS, stands
from workbench.model.search import Hit, Scope, SearchOptions
from workbench.model.spans import Span

KINDS = ("word", "prefix", "wildcard", "fuzzy", "expression", "phrase", "near")

_texts = st.lists(
    st.lists(
        st.lists(st.sampled_from(WORDS), max_size=5).map(" ".join), max_size=3
    ).map("\n".join),
    min_size=1,
    max_size=4,
)


@dataclass(frozen=True)
class _Asked:
    """A query as text, and which words in which order satisfy each leaf."""

    kind: str
    text: str
    parts: tuple[_Asked, ...] = ()


def _leaf(kind: str) -> st.SearchStrategy[_Asked]:
    plain = st.sampled_from(["group", "groups", "war", "trade", "not", "of", "us"])
    several = st.lists(plain, min_size=1, max_size=3).map(" ".join)
    last = st.sampled_from(["", " t*", " war*"])
    between = st.integers(0, 4)
    typed = {
        "word": st.sampled_from(sorted(FIXED)),
        "prefix": st.sampled_from(["war*", "gro*", "t*", "é*"]),
        "wildcard": st.sampled_from(
            ["*ar*", "*s", "gr??p", "t*e", "?s", "**d", "w?r*", "*r?p*", "*é", "5?5"]
        ),
        "fuzzy": st.sampled_from(["gorup~", "grup~2", "wra~1", "u~", "trad~", "eg~0"]),
        "expression": st.sampled_from(
            ["/war|us/", "/gr.*p/", "/(g|t)[a-z]+d?/", "/[^u]+/", r"/\d+/", "/w.{2,3}/"]
        ),
        "phrase": st.tuples(several, last).map(lambda it: f'"{it[0]}{it[1]}"'),
        "near": st.tuples(plain, several, last, between).map(
            lambda it: f'"{it[0]} {it[1]}{it[2]}"~{it[3]}'
        ),
    }
    return typed[kind].map(lambda text: _Asked(kind, text))


def _joined(asked: st.SearchStrategy[_Asked]) -> st.SearchStrategy[_Asked]:
    parts = st.lists(asked, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        asked.map(lambda part: _Asked("not", f"NOT ({part.text})", (part,))),
        asked.map(lambda part: _Asked("not", f"-({part.text})", (part,))),
        asked.map(lambda part: _Asked("and", f"text:({part.text})", (part,))),
        st.tuples(st.sampled_from([" AND ", " OR ", " "]), parts).map(
            lambda choice: _Asked(
                "or" if choice[0] == " OR " else "and",
                choice[0].join(f"({part.text})" for part in choice[1]),
                choice[1],
            )
        ),
    )


_leaves = st.one_of(*map(_leaf, KINDS))
_queries = st.recursive(
    _leaves,
    _joined,
    max_leaves=6,
)


def _holds(asked: _Asked, paragraphs: list[str]) -> bool:
    if asked.kind == "not":
        return not _holds(asked.parts[0], paragraphs)
    if asked.kind == "and":
        return all(_holds(part, paragraphs) for part in asked.parts)
    if asked.kind == "or":
        return any(_holds(part, paragraphs) for part in asked.parts)
    return any(stands(asked.text, paragraph) for paragraph in paragraphs)


def _wanted(asked: _Asked, *, negated: bool = False) -> list[_Asked]:
    if not asked.parts:
        return [] if negated else [asked]
    turned = negated != (asked.kind == "not")
    return [leaf for part in asked.parts for leaf in _wanted(part, negated=turned)]


def _expected(asked: _Asked, texts: list[str], scope: Scope) -> set[tuple[int, int]]:
    """Return document and start of every paragraph that should be a hit."""
    hits = set()
    for document_id, text in enumerate(texts, 1):
        places = [(b.span.start, b.span.of(text)) for b in split(text)] or [(0, "")]
        lines = [line for _, line in places]
        whole = scope is Scope.DOCUMENT
        chosen = (
            [place for place in places if _holds(asked, lines if whole else [place[1]])]
            if split(text) or whole
            else []
        )
        standing = [
            start
            for start, line in chosen
            if any(stands(leaf.text, line) for leaf in _wanted(asked))
        ]
        if whole and chosen:
            standing = standing or [chosen[0][0]]
        elif not whole:
            standing = [start for start, _ in chosen]
        hits |= {(document_id, start) for start in standing}
    return hits


def _placed(hit: Hit) -> tuple[int, Span, tuple[Span, ...]]:
    return hit.document_id, hit.span, hit.matches


def _compare(texts: list[str], asked: _Asked, scope: Scope) -> None:
    corpus = of_texts(texts)
    answer = corpus.searcher.search(asked.text, SearchOptions(scope), limit=1000)
    found = {(int(hit.document_id), hit.span.start) for hit in answer.hits}
    assert found == _expected(asked, texts, scope)
    assert answer.total == len(answer.hits)
    assert answer.documents == len({document_id for document_id, _ in found})
    first = corpus.searcher.first(asked.text, SearchOptions(scope))
    assert [_placed(hit) for hit in first.hits] == [_placed(it) for it in answer.hits]
    completed = corpus.searcher.completed(first, SearchOptions(scope))
    assert (completed.documents, completed.total) == (answer.documents, answer.total)
    for hit in answer.hits:
        expected = any(stands(leaf.text, hit.text) for leaf in _wanted(asked))
        assert bool(marked(corpus, hit)) == expected


@given(_texts, _queries, st.sampled_from(Scope))
@settings(max_examples=200, deadline=None)
def test_finds_what_a_plain_reading_finds(
    texts: list[str], asked: _Asked, scope: Scope
) -> None:
    _compare(texts, asked, scope)


@pytest.mark.parametrize("kind", KINDS)
@given(texts=_texts, choice=st.data())
@settings(max_examples=60, deadline=None)
def test_each_kind_finds_what_a_plain_reading_finds(
    kind: str, texts: list[str], choice: st.DataObject
) -> None:
    _compare(texts, choice.draw(_leaf(kind)), Scope.PARAGRAPH)


@pytest.mark.fuzz
@given(_texts, _queries, st.sampled_from(Scope))
@settings(max_examples=20_000, deadline=None)
def test_many_queries_find_what_a_plain_reading_finds(
    texts: list[str], asked: _Asked, scope: Scope
) -> None:
    _compare(texts, asked, scope)


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=8), _leaves, st.data())
@settings(max_examples=200, deadline=None)
def test_zones_are_read_apart(
    words: list[str], asked: _Asked, choice: st.DataObject
) -> None:
    text = " ".join(words)
    cut = choice.draw(st.integers(1, len(text)))
    corpus = Corpus()
    corpus.add(text, zones=[text[:cut]])
    content = stands(asked.text, " " * cut + text[cut:])
    assert bool(corpus.found(asked.text)) == content
    answer = corpus.searcher.search(asked.text, SearchOptions(zones=True))
    assert bool(answer.hits) == (content or stands(asked.text, text[:cut]))
