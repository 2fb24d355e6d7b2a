"""What a search finds, marks, counts and says, rule by rule."""

from __future__ import annotations

import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.search.corpus import Corpus, first, marked, of_texts
from workbench.model.search import Scope, SearchOptions, UnderstoodWord
from workbench.model.spans import Span


@pytest.fixture
def tagged() -> Corpus:
    corpus = Corpus()
    corpus.add("Ministers met.\nThey agreed.", name="001_news", title="Café talks")
    corpus.add(
        "Nothing agreed.",
        name="002_release",
        title="A statement",
        date="2022-05-03",
        source="The Gazette",
    )
    corpus.add("Old times.", name="003_old", title="Statements", date="2007")
    corpus.tag(1, "level")
    corpus.tag(2, "vice minister", 1)
    corpus.tag(3, "other")
    corpus.mark(1, "They agreed", 2)
    corpus.mark(2, "Nothing", 3)
    return corpus


@pytest.mark.parametrize(
    ("query", "text", "marks"),
    [
        ("group", "Grouping of groups in a group", ["Grouping", "groups", "group"]),
        ("use", "tell us to use it", ["use"]),
        ('"groups"', "a group of groups", ["groups"]),
        ("cafe", "the CAFÉ, a cafe\u0301", ["CAFÉ", "cafe\u0301"]),
        ("Über", "uber über", ["uber", "über"]),
        ('"open for debate"', "not open,\tfor debate", ["open,\tfor debate"]),
        ("US", "Follow us: the US, U.S. and US-China", ["US", "US"]),
        ("U.S.", "Follow us: the US and the U.S. too", ["US", "U.S."]),
        ("BIS", "bis and BIS'", ["BIS"]),
        ('"US trade"', "tell us trade is US trade", ["US trade"]),
        ('"JOINT STATEMENT"', "A joint statement", ["joint statement"]),
        ("China's", "China’s and China's", ["China’s", "China's"]),
        ("“joint statement”", "the joint statement", ["joint statement"]),
        (
            "dual-use",
            "dual-use, dual use, dualuse",
            ["dual-use", "dual use", "dualuse"],
        ),
        ("$55", "55 for $55 or €55", ["$55"]),
        ("32%", "32 of 32% or 32 %", ["32%", "32 %"]),
        ("55", "$55 and 55%", ["55", "55"]),
        ("1.5", "1,5 and 1.5", ["1.5"]),
        ("exp*", "export, expert, axe", ["export", "expert"]),
        ("wom?n", "woman women womans", ["woman", "women"]),
        ("*ship", "membership of a ship", ["membership", "ship"]),
        ("not", "said not", ["not"]),
        ("may", "we may, in May", ["may", "May"]),
        ("a b", "a b", ["a", "b"]),
        ('"a b" b', "a b", ["a b"]),
        ('"a b a"', "a b a b a", ["a b a b a"]),
        ("what is trade?", "what trade is", ["what", "trade", "is"]),
        ("x", "😀 x", ["x"]),
        ("中国", "中国 x", ["中国"]),
    ],
)
def test_marks_exactly_what_was_asked_for(
    query: str, text: str, marks: list[str]
) -> None:
    assert of_texts([text]).marks(query) == marks


@pytest.mark.parametrize(
    ("query", "text"),
    [
        ("US", "follow us"),
        ("US", "Us"),
        ("e.g.", "eg"),
        ('"May 2022"', "in 2022, we may"),
        ('"said not"', "said that it is not"),
        ("$55", "55$"),
        ("32%", "32 people"),
        ("new", "the news"),
        ("gro?p", "grop"),
        ("zz*zz", "zz"),
        ('"one two"', "one\ntwo"),
        ("agreed NOT minister", "ministers agreed"),
        ("agreed -minister", "ministers agreed"),
    ],
)
def test_does_not_find_what_was_not_asked_for(query: str, text: str) -> None:
    assert of_texts([text]).found(query) == []


def test_words_may_stand_anywhere_in_the_document() -> None:
    corpus = of_texts(["korea\nchina", "korea", "korea china\nkorea"])
    assert corpus.found("korea china") == [1, 3]
    answer = corpus.searcher.search("korea china", SearchOptions(Scope.PARAGRAPH))
    assert [hit.text for hit in answer.hits] == ["korea china"]
    assert (answer.documents, answer.total) == (1, 1)


def test_paragraphs_with_more_of_the_words_come_first() -> None:
    corpus = of_texts(["rare rare rare\ncommon common\ncommon rare and more words"])
    answer = corpus.searcher.search("common rare")
    assert first(answer).text == "common rare and more words"
    scores = [hit.score for hit in answer.hits]
    assert scores == sorted(scores, reverse=True)


def test_a_limit_cuts_the_hits_but_not_the_counts() -> None:
    corpus = of_texts(["us\nUS\nUS", "US"])
    for limit, hits in ((2, 2), (0, 0), (-3, 0)):
        answer = corpus.searcher.search("US", limit=limit)
        assert (answer.documents, answer.total, len(answer.hits)) == (2, 3, hits)


@pytest.mark.parametrize(
    ("query", "documents"),
    [
        ("title:cafe", [1]),
        ("Title: talks", [1]),
        ('title:"a statement"', [2]),
        ("title:statement*", [2, 3]),
        ("source:gazette", [2]),
        ("doc:002_release", [2]),
        ("doc:news", [1]),
        ("doc:3", [3]),
        ("date:2022", [2]),
        ("date:2022-05", [2]),
        ("date:2022-5-3", [2]),
        ("date:>2010", [2]),
        ("date:<=2007", [3]),
        ("date:<2007", []),
        ("date:>=2007", [2, 3]),
        ("date:[2007 to 2023]", [2, 3]),
        ("date:{2007 to 2023]", [2]),
        ("date:[2007 to]", [2, 3]),
        ("date:[to 2010]", [3]),
        ("tag:level", [1]),
        ("tag:LEVEL", [1]),
        ('tag:"vice minister"', [1]),
        ('tag:"level/vice minister"', [1]),
        ("tag:minister", []),
        ("-tag:level", [2, 3]),
        ("tag:level OR tag:other", [1, 2]),
        ("agreed tag:level", [1]),
        ("agreed -tag:level", [2]),
        ("agreed (date:2022 OR title:talks)", [1, 2]),
        ("agreed NOT title:talks", [2]),
    ],
)
def test_filters_choose_documents(
    tagged: Corpus, query: str, documents: list[int]
) -> None:
    assert tagged.found(query) == documents


def test_a_tag_alone_marks_its_passages(tagged: Corpus) -> None:
    (hit,) = tagged.searcher.search("tag:level").hits
    assert (hit.text, hit.name, hit.title) == ("They agreed.", "001_news", "Café talks")
    assert marked(tagged, hit) == ["They agreed"]


def test_a_passage_over_two_paragraphs_is_a_hit_in_each(tagged: Corpus) -> None:
    tagged.mark(1, "met.\nThey", 3)
    assert tagged.marks("tag:other") == ["met.", "They", "Nothing"]


def test_a_tag_and_a_word_must_meet_in_one_paragraph(tagged: Corpus) -> None:
    search = tagged.searcher.search
    assert search("met tag:level", SearchOptions(Scope.DOCUMENT)).documents == 1
    assert search("met tag:level", SearchOptions(Scope.PARAGRAPH)).documents == 0
    assert search("agreed tag:level", SearchOptions(Scope.PARAGRAPH)).total == 1


def test_filters_alone_list_each_document_once(tagged: Corpus) -> None:
    answer = tagged.searcher.search("title:talks", SearchOptions(Scope.PARAGRAPH))
    assert [(hit.text, hit.matches) for hit in answer.hits] == [("Ministers met.", ())]


def test_an_empty_document_can_be_listed() -> None:
    corpus = Corpus()
    corpus.add("", title="Empty")
    (hit,) = corpus.searcher.search("title:empty").hits
    assert (hit.span, hit.text) == (Span(0, 0), "")


def test_the_answer_says_how_the_query_was_read(tagged: Corpus) -> None:
    tagged.add("groups, grouping: export controls")
    answer = tagged.searcher.search('"export controls" group tag:level')
    understood = answer.understood
    assert understood.sentence == (
        'exact "export controls" and group (grouping, groups)'
        " and tagged “level”, in the same document"
    )
    assert understood.words[1] == UnderstoodWord("group", ("grouping", "groups"))
    assert understood.filters == ("tagged “level”",)
    assert understood.ignored == ()


@pytest.mark.parametrize(
    ("query", "ignored"),
    [
        ('"export', "quotation mark"),
        ("(export", "never closed"),
        ("export)", "closing parenthesis"),
        ("export AND", "AND"),
        ("OR export", "OR"),
        ("export NOT", "NOT"),
        ("export %", "“%”"),
        ("export date:soon", "date:2022"),
        ("export [2007 to 2008]", "ranges are for dates"),
        ("export " * 70, "64 words"),
        ("export" + " " * 3000, "2,000 characters"),
        ('"export"~5', "near nothing"),
        ('export tag:""', "tag: without a value"),
    ],
)
def test_what_cannot_be_read_is_left_out_and_said(query: str, ignored: str) -> None:
    corpus = of_texts(["export"])
    answer = corpus.searcher.search(query)
    assert answer.documents == 1
    assert any(ignored in remark for remark in answer.understood.ignored)


@pytest.mark.parametrize("query", ["", "()", '"" ""', "\0", "((((", "AND", "*", "?!"])
def test_nothing_to_search_for_is_said(query: str) -> None:
    answer = of_texts(["export"]).searcher.search(query)
    assert answer.understood.sentence == "Nothing to search for."
    assert (answer.documents, answer.hits) == (0, ())


def test_a_misspelled_word_gets_the_nearest_of_the_corpus() -> None:
    corpus = of_texts(["semiconductor export controls"])
    answer = corpus.searcher.search("semicondutor export")
    assert answer.suggestions == ("semiconductor export",)


def test_a_phrase_that_fails_is_offered_without_quotes() -> None:
    corpus = of_texts(["controls on export"])
    assert corpus.searcher.search('"export controls"').suggestions == (
        "export controls",
    )


def test_capitals_that_fail_are_offered_in_small_letters() -> None:
    assert of_texts(["follow us"]).searcher.search("US").suggestions == ("us",)


def test_suggestions_always_find_something() -> None:
    corpus = of_texts(["export", "control"])
    assert corpus.searcher.search('"export contrl"').suggestions == ()


def test_a_prefix_of_very_many_words_is_found() -> None:
    corpus = of_texts([" ".join(f"a{number}" for number in range(5000))])
    answer = corpus.searcher.search("a*")
    assert len(first(answer).matches) == 5000


_PIECES = st.sampled_from(
    [
        *("a", "US", "U.S.", "$5", "5%", "NOT ", "AND ", "OR ", " OR ", "NEAR"),
        *("title:", "tag:", "date:", "doc:", "body:", "2007", "1.5", " to ", "a-b"),
        *"()\"*?[]{}: -/\\+;<>^~%'’“\0\n\xadé\u0301\ud800",
        *("~3", "<=", "/*", "--", "~", '"~0', "/a+/", "a*", "*a", "text:", "\xa0"),
        "\u200f",
    ]
)


@given(st.one_of(st.lists(_PIECES, max_size=40).map("".join), st.text(max_size=80)))
@example("' OR 1=1")
@example("/(a+)+$/ /.*.*.*/ /((a?){99}){99}/")
@example("/" * 100_000)
@example("~" * 100_000)
@example("a~2 " * 30_000)
@example('"a b"~9 ' * 300)
@example("title:" * 400)
@example("(a OR NOT (b AND " * 200)
@example("a OR b AND " * 200)
@example("a* b* c*")
@example("(" * 50_000 + "a" + ")" * 50_000)
@example("a " * 50_000)
@example("-" * 100_000)
@example("NOT " * 25_000 + "a")
@example('"' * 100_000)
@example("a-" * 1000)
@example("US-" * 700)
@example('"' + "US " * 600 + '"')
@example("a-" * 900 + "*")
@example("é" * 1000 + "?a")
@example("date:[9999 to 0000]")
@example("date:>" + "9" * 500)
@settings(deadline=None)
def test_nothing_that_can_be_typed_fails(query: str) -> None:
    corpus = _CORPUS
    for scope in Scope:
        answer = corpus.searcher.search(query, SearchOptions(scope))
        assert answer.understood.sentence
        assert len(answer.hits) == answer.total
        for hit in answer.hits:
            for mark in hit.matches:
                assert hit.span.start <= mark.start < mark.end <= hit.span.end


_CORPUS = of_texts(["a US b\n$5 and 5% in 2007", "us, é 1.5\na-b", ""])


def test_searching_is_imported_without_whoosh() -> None:
    import subprocess

    check = "import sys, workbench.search.searcher; sys.exit('whoosh' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", check], check=False).returncode == 0


def test_whether_capitals_are_sought_with_dots_is_said() -> None:
    said = [
        of_texts(["the US"]).searcher.search(it).understood.sentence
        for it in ("US", "U.S.")
    ]
    assert said == [
        "US (in capitals, without dots)",
        "U.S. (in capitals, with or without dots)",
    ]
