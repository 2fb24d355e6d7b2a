"""Random queries over random texts find what a plain reading of them finds."""

from __future__ import annotations

import re
from dataclasses import dataclass

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.search.corpus import marked, of_texts, split
from workbench.model.search import Scope, SearchOptions

# Words typed, and what of the texts they stand for.
_FORMS = {
    "group": {"group", "groups"},
    "trade": {"trade", "traded"},
    "war": {"war"},
    "us": {"us"},
    "not": {"not"},
}
_WORDS = ["group", "Groups", "trade", "traded", "war", "us", "US", "not", "warm"]

_texts = st.lists(
    st.lists(
        st.lists(st.sampled_from(_WORDS), max_size=4).map(" ".join), max_size=3
    ).map("\n".join),
    min_size=1,
    max_size=5,
)


@dataclass(frozen=True)
class _Asked:
    """A query as text, and which words in which order satisfy each leaf."""

    kind: str
    text: str
    parts: tuple[_Asked, ...] = ()


def _leaf(kind: str) -> st.SearchStrategy[_Asked]:
    words = {
        "word": st.sampled_from(sorted(_FORMS)),
        "capitals": st.just("US"),
        "prefix": st.sampled_from(["war*", "gro*", "t*"]),
        "phrase": st.lists(
            st.sampled_from(["group", "war", "trade", "not"]), min_size=1, max_size=3
        ).map(lambda words: f'"{" ".join(words)}"'),
    }
    return words[kind].map(lambda text: _Asked(kind, text))


def _joined(asked: st.SearchStrategy[_Asked]) -> st.SearchStrategy[_Asked]:
    parts = st.lists(asked, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        asked.map(lambda part: _Asked("not", f"NOT ({part.text})", (part,))),
        st.tuples(st.sampled_from([" AND ", " OR ", " "]), parts).map(
            lambda choice: _Asked(
                "or" if choice[0] == " OR " else "and",
                choice[0].join(f"({part.text})" for part in choice[1]),
                choice[1],
            )
        ),
    )


_queries = st.recursive(
    st.one_of(*map(_leaf, ["word", "capitals", "prefix", "phrase"])),
    _joined,
    max_leaves=6,
)


def _stands(asked: _Asked, paragraph: str) -> bool:
    words = re.findall(r"\w+", paragraph)
    small = [word.lower() for word in words]
    if asked.kind == "capitals":
        return asked.text in words
    if asked.kind == "prefix":
        return any(word.startswith(asked.text[:-1]) for word in small)
    if asked.kind == "phrase":
        return f" {asked.text[1:-1]} " in f" {' '.join(small)} "
    return bool(_FORMS[asked.text] & set(small))


def _holds(asked: _Asked, paragraphs: list[str]) -> bool:
    if asked.kind == "not":
        return not _holds(asked.parts[0], paragraphs)
    if asked.kind == "and":
        return all(_holds(part, paragraphs) for part in asked.parts)
    if asked.kind == "or":
        return any(_holds(part, paragraphs) for part in asked.parts)
    return any(_stands(asked, paragraph) for paragraph in paragraphs)


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
            if any(_stands(leaf, line) for leaf in _wanted(asked))
        ]
        if whole and chosen:
            standing = standing or [chosen[0][0]]
        elif not whole:
            standing = [start for start, _ in chosen]
        hits |= {(document_id, start) for start in standing}
    return hits


@given(_texts, _queries, st.sampled_from(Scope))
@settings(max_examples=300, deadline=None)
def test_finds_what_a_plain_reading_finds(
    texts: list[str], asked: _Asked, scope: Scope
) -> None:
    corpus = of_texts(texts)
    answer = corpus.searcher.search(asked.text, SearchOptions(scope), limit=1000)
    found = {(int(hit.document_id), hit.span.start) for hit in answer.hits}
    assert found == _expected(asked, texts, scope)
    assert answer.total == len(answer.hits)
    assert answer.documents == len({document_id for document_id, _ in found})
    for hit in answer.hits:
        expected = any(_stands(leaf, hit.text) for leaf in _wanted(asked))
        assert bool(marked(corpus, hit)) == expected
