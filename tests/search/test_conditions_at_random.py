"""Random conditions over random studies do what a plain reading of them does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.search.study import Study
from workbench.model.ids import DocumentId
from workbench.model.search import Scope, SearchOptions
from workbench.search.reading.narrowing import has_condition, narrowed, widened

Known = bool | None
"""True, false, or unknown where a document has no date."""


@dataclass(frozen=True)
class Written:
    """A document with all that conditions look at."""

    words: tuple[str, ...]
    date: str
    source: str
    country: str
    tags: frozenset[str]
    note: str
    case: str
    path: str


@dataclass(frozen=True)
class Asked:
    """A query, and what it is for a document."""

    text: str
    holds: Callable[[Written], Known]


def _dated(holds: Callable[[str], bool]) -> Callable[[Written], Known]:
    return lambda it: holds(it.date) if it.date else None


def _valued(
    values: set[str], of: Callable[[Written], str]
) -> Callable[[Written], Known]:
    return lambda it: of(it) in values


_LEAVES = [
    Asked("may", lambda it: "may" in it.words),
    Asked("trade", lambda it: "trade" in it.words),
    Asked('"may trade"', lambda it: " ".join(it.words).find("may trade") >= 0),
    Asked("source:bis", _valued({"BIS", "BIS release"}, lambda it: it.source)),
    Asked('source:"BIS release"', _valued({"BIS release"}, lambda it: it.source)),
    Asked("country:korea", lambda it: "Korea" in it.country),
    Asked('country:"Korea"', _valued({"Korea"}, lambda it: it.country)),
    Asked("type:txt", lambda it: it.path.endswith("txt")),
    Asked("date:2022", _dated(lambda it: it.startswith("2022"))),
    Asked("date:2022-05", _dated(lambda it: it.startswith("2022-05"))),
    Asked("date:>2010", _dated(lambda it: it[:4] > "2010")),
    Asked("date:[2007 to 2010]", _dated(lambda it: "2007" <= it[:4] <= "2010")),
    Asked("tag:aim", lambda it: bool(it.tags & {"aim", "aim/ports"})),
    Asked('tag:"aim/ports"', lambda it: "aim/ports" in it.tags),
    Asked("tag:ports", lambda it: bool(it.tags & {"ports", "aim/ports"})),
    Asked("note:harbor", lambda it: "harbor" in it.note),
    Asked("case:HTWG", lambda it: it.case == "HTWG"),
    Asked("has:date", lambda it: bool(it.date)),
    Asked("has:tag", lambda it: bool(it.tags)),
    Asked("has:note", lambda it: bool(it.note)),
    Asked("is:undated", lambda it: not it.date),
]


def _not(asked: Asked) -> Asked:
    def holds(it: Written) -> Known:
        known = asked.holds(it)
        return None if known is None else not known

    return Asked(f"NOT ({asked.text})", holds)


def _joined(word: str, parts: list[Asked]) -> Asked:
    decisive = word == "OR"  # one true part decides; of AND, one that is false

    def holds(it: Written) -> Known:
        known = [part.holds(it) for part in parts]
        if decisive in known:
            return decisive
        return None if None in known else not decisive

    return Asked(f" {word} ".join(f"({part.text})" for part in parts), holds)


def _grown(asked: st.SearchStrategy[Asked]) -> st.SearchStrategy[Asked]:
    return st.one_of(
        asked.map(_not),
        st.builds(
            _joined,
            st.sampled_from(["AND", "OR"]),
            st.lists(asked, min_size=2, max_size=3),
        ),
    )


_queries = st.recursive(st.sampled_from(_LEAVES), _grown, max_leaves=5)
# Quoted, a value is a whole one as soon as any document has just that.
_WHOLE = Written((), "2001", "BIS release", "Korea", frozenset(), "", "", "c.html")
_documents = st.lists(
    st.builds(
        Written,
        st.lists(st.sampled_from(["may", "trade", "war"]), max_size=3).map(tuple),
        st.sampled_from(["", "2007", "2010-05", "2022", "2022-05-03", "2022-11"]),
        st.sampled_from(["", "BIS", "BIS release"]),
        st.sampled_from(["", "Korea", "North Korea"]),
        st.frozensets(st.sampled_from(["aim", "aim/ports", "ports"])),
        st.sampled_from(["", "harbor", "quay"]),
        st.sampled_from(["", "HTWG"]),
        st.sampled_from(["a.txt", "b.md"]),
    ),
    max_size=5,
).map(lambda documents: [_WHOLE, *documents])


def _study(documents: list[Written]) -> Study:
    study = Study()
    study.attribute("Country")
    for tag_id, name, parent_id in (
        (1, "aim", None),
        (2, "ports", 1),
        (3, "ports", None),
    ):
        study.tag(tag_id, name, parent_id)
    for number, it in enumerate(documents, 1):
        study.add(" ".join(("begin", *it.words)), date=it.date, source=it.source)
        study.file(number, it.path)
        ids = {"aim": 1, "aim/ports": 2, "ports": 3}
        if it.tags:
            study.mark(number, "begin", *(ids[tag] for tag in it.tags))
        if it.country:
            study.describe(number, "Country", it.country)
        if it.note:
            study.note("document", number, it.note)
    in_case = [number for number, it in enumerate(documents, 1) if it.case]
    study.case("HTWG", in_case, [])
    return study


def _having(documents: list[Written], asked: Asked, known: Known) -> list[int]:
    numbered = enumerate(documents, 1)
    return [number for number, it in numbered if asked.holds(it) is known]


@given(_documents, _queries)
@settings(max_examples=150, deadline=None)
def test_finds_and_names_as_undated_what_a_plain_reading_does(
    documents: list[Written], asked: Asked
) -> None:
    study = _study(documents)
    assert study.found(asked.text) == _having(documents, asked, True)
    assert study.undated(asked.text) == _having(documents, asked, None)


@given(_documents, _queries)
@settings(max_examples=50, deadline=None)
def test_each_value_of_a_facet_leaves_as_many_documents_as_it_says(
    documents: list[Written], asked: Asked
) -> None:
    study = _study(documents)
    found = set(study.found(asked.text))
    for facet in study.searcher.facets(asked.text):
        assert facet.values == tuple(
            sorted(facet.values, key=lambda it: (-it.documents, it.label.casefold()))
        )
        for value in facet.values:
            left = study.found(narrowed(asked.text, value.condition))
            assert len(left) == value.documents > 0
            assert set(left) <= found
            assert set(left) == found & set(study.found(value.condition))


@given(_documents, _queries, st.sampled_from(Scope))
@settings(max_examples=50, deadline=None)
def test_what_is_explained_is_what_is_found(
    documents: list[Written], asked: Asked, scope: Scope
) -> None:
    study = _study(documents)
    options = SearchOptions(scope)
    answer = study.searcher.search(asked.text, options, limit=1000)
    found = {int(hit.document_id) for hit in answer.hits}
    for number in range(1, len(documents) + 1):
        explained = study.searcher.explain(asked.text, DocumentId(number), options)
        assert explained.is_found == (number in found)
        assert explained.sentence.startswith(
            "Found." if explained.is_found else "Not found"
        )
        assert explained.reasons
        assert explained.is_found or not all(it.holds for it in explained.reasons)


_CONDITIONS = st.sampled_from(
    ['source:"BIS release"', "date:2022", "NOT has:date", "type:txt", 'tag:"aim/ports"',
     'case:"HTWG"', "country:korea"]
)  # fmt: skip
_typed = st.lists(
    st.sampled_from(
        ["may", "trade", '"', "(", ")", " ", " OR ", " AND ", "NOT ", "-", "war", "~2",
         '"may trade"', "title:", "date:2022", "date:", 'source:"BIS release"', "*",
         "/", "'", "[2007 to 2010]", "has:", "\n", "“", "?", ":", "US"]
    )
).map("".join)  # fmt: skip


@given(_typed, _CONDITIONS, _CONDITIONS)
@example("may OR trade", "date:2022", "type:txt")
@example('may "trade', 'source:"BIS release"', "date:2022")
@example("may) OR (trade", "date:2022", "date:2022")
@example("title:", "date:2022", "type:txt")
@example('title:"-', "date:2022", "type:txt")
@settings(max_examples=60, deadline=None)
def test_narrowing_finds_what_both_find_and_can_be_taken_back(
    query: str, first: str, second: str
) -> None:
    _check_narrowing(query, first, second)


@pytest.mark.fuzz
@given(_typed, _CONDITIONS, _CONDITIONS)
@settings(max_examples=2_000, deadline=None)
def test_many_narrowings_find_what_both_find_and_can_be_taken_back(
    query: str, first: str, second: str
) -> None:
    _check_narrowing(query, first, second)


def _check_narrowing(query: str, first: str, second: str) -> None:
    study = _study_of_some()
    found = set(study.found(query))
    narrow = narrowed(query, first)
    both = narrowed(narrow, second)
    assert has_condition(narrow, first)
    assert has_condition(both, first)
    assert has_condition(both, second)
    asks = study.searcher.search(query).understood.words or found
    if asks or study.searcher.search(query).understood.filters:
        expected = found & set(study.found(first))
        assert set(study.found(narrow)) == expected
        assert set(study.found(both)) == expected & set(study.found(second))
    assert set(study.found(widened(narrow, first))) == found
    assert study.found(widened(both, second)) == study.found(narrow)


_SOME = [
    Written(("may",), "2022-05-03", "BIS", "", frozenset(), "", "", "a.txt"),
    Written(("may", "trade"), "", "BIS release", "Korea", frozenset({"aim/ports"}), "",
            "HTWG", "a.txt"),
    Written(("trade",), "2007", "BIS release", "", frozenset({"aim"}), "harbor", "",
            "b.md"),
    Written(("war",), "2022", "", "Korea", frozenset({"ports"}), "", "HTWG", "b.md"),
    Written((), "", "", "", frozenset(), "", "", "a.txt"),
]  # fmt: skip


@cache
def _study_of_some() -> Study:
    """Make it once: nothing that is asked of it changes it."""
    return _study(_SOME)
