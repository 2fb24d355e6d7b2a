"""Names of the alias register in a query, and the naive reading of the same."""

from __future__ import annotations

import re
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.search.corpus import Corpus, of_texts
from workbench.model.aliases import AliasLine, AliasName
from workbench.model.search import AliasUse, Answer, SearchOptions, UnderstoodWord
from workbench.text.alias_lines import line_of, read_line

TEXTS = (
    "Talks with the U.S. went on. Minister Lee Chang-Yang spoke first.",
    "A US official met Moon Dong-min. The United States agreed.",
    "Follow us on LinkedIn. Chang-Yang Lee signed, the apple was ripe.",
    "The USA and Korea met. Apple Inc. sold phones.",
    "LEE CHANG-YANG TO VISIT; Lee and Park met Chang-Yang Kim. Dongmin Moon left.",
)
REGISTER = (
    "US! = U.S.! = United States = USA!",
    "Lee Chang-Yang = Chang-Yang Lee",
    "? Moon Dong-min = Dongmin Moon",
    "Apple! = Cupertino firm",
    "Korea = Seoul",
)


def register(corpus: Corpus, *lines: str) -> None:
    """Give a corpus these groups of names."""
    for line in map(read_line, lines):
        group = corpus.connection.execute(
            "insert into alias_groups (is_automatic) values (?)", [line.is_automatic]
        ).lastrowid
        corpus.connection.executemany(
            "insert into aliases (group_id, name, is_case_sensitive, position)"
            " values (?, ?, ?, ?)",
            [(group, it.text, it.is_case_sensitive, 0) for it in line.names],
        )


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    corpus = of_texts(TEXTS)
    register(corpus, *REGISTER)
    return corpus


def ask(
    corpus: Corpus, query: str, use: AliasUse = AliasUse.AUTOMATIC
) -> tuple[set[int], Answer]:
    answer = corpus.searcher.search(query, SearchOptions(aliases=use))
    return {int(hit.document_id) for hit in answer.hits}, answer


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("U.S.", {1, 2, 4}),
        ("US", {1, 2, 4}),
        ("USA", {1, 2, 4}),
        ('"united states"', {1, 2, 4}),
        ("United States", {1, 2, 4}),
        ("UNITED STATES", {1, 2, 4}),
        ("us", {2, 3}),
        ("Lee Chang-Yang", {1, 3, 5}),
        ('"lee chang-yang"', {1, 3, 5}),
        ("chang yang lee", {1, 3, 5}),
        ("Lee AND Chang-Yang", {1, 3, 5}),
        ("Lee Chang-Yang minister", {1}),
        ("minister Lee Chang-Yang", {1}),
        ("(Lee Chang-Yang) OR apple", {1, 3, 4, 5}),
        ("Lee Chang-Yang -signed", {1, 5}),
        ("NOT US", {3, 5}),
        ('"Moon Dong-min"', {2}),
        ("alias:seoul", {4}),
        ('alias:"Moon Dong-min"', {2, 5}),
        ("Seou*", set()),
        ("United State*", {2}),
        ("Korea", {4}),
        ("Seoul", {4}),
        ('"Cupertino firm"', {4}),
        ("apple", {3, 4}),
    ],
)
def test_a_name_finds_the_others(corpus: Corpus, query: str, found: set[int]) -> None:
    assert ask(corpus, query)[0] == found


def test_what_is_written_otherwise_is_no_case_sensitive_name(corpus: Corpus) -> None:
    _, answer = ask(corpus, '"Cupertino firm"')
    [hit] = answer.hits
    assert [it.of(TEXTS[3]) for it in hit.matches] == ["Apple"]
    _, answer = ask(corpus, "U.S.")
    assert "Follow us" not in "".join(hit.text for hit in answer.hits)


@pytest.mark.parametrize(
    ("query", "use", "aliases"),
    [
        ("US", AliasUse.AUTOMATIC, ("U.S.", "United States", "USA")),
        ("US", AliasUse.NONE, ()),
        ("alias:US", AliasUse.NONE, ("U.S.", "United States", "USA")),
        ("Moon Dong-min", AliasUse.ALL, ("Dongmin Moon",)),
        ('"Dongmin Moon"', AliasUse.AUTOMATIC, ()),
        ("Apple", AliasUse.AUTOMATIC, ("Cupertino firm",)),
        ("apple", AliasUse.AUTOMATIC, ()),
        ("Kore*", AliasUse.AUTOMATIC, ()),
    ],
)
def test_the_answer_lists_the_names(
    corpus: Corpus, query: str, use: AliasUse, aliases: tuple[str, ...]
) -> None:
    _, answer = ask(corpus, query, use)
    assert answer.understood.words[0].aliases == aliases
    assert all(name in answer.understood.sentence for name in aliases)


def test_the_sentence_says_how_a_name_was_read(corpus: Corpus) -> None:
    def sentence(query: str) -> str:
        return ask(corpus, query)[1].understood.sentence

    assert (
        sentence("US")
        == "US (in capitals, without dots; also U.S., United States, USA)"
    )
    assert sentence('"Lee Chang-Yang"') == (
        'exact "Lee Chang-Yang" (also Chang-Yang Lee)'
    )
    assert sentence("Lee Chang-Yang met") == (
        "Lee Chang-Yang (also Chang-Yang Lee) and met, in the same document"
    )


def test_a_name_that_no_group_has_is_said(corpus: Corpus) -> None:
    found, answer = ask(corpus, "alias:phones")
    assert found == {4}
    assert answer.understood.words == (UnderstoodWord("phones"),)
    assert answer.understood.ignored == (
        "alias:phones (no group of aliases has this name)",
    )


def test_a_change_of_the_register_counts_at_once() -> None:
    corpus = of_texts(TEXTS)
    assert ask(corpus, "Korea")[0] == {4}
    register(corpus, "Korea = apple")
    assert ask(corpus, "Korea")[0] == {3, 4}
    corpus.connection.execute("update alias_groups set is_automatic = 0")
    assert ask(corpus, "Korea")[0] == {4}


def naive(name: AliasName, text: str) -> bool:
    """Tell whether a name's words follow each other in a text."""

    def words(it: str) -> list[str]:
        bare = "".join(c for c in normalize("NFD", it) if not "\u0300" <= c <= "\u036f")
        found = re.findall(r"[^\W_]+", bare)
        return found if name.is_case_sensitive else [word.lower() for word in found]

    wanted, there = words(name.text), words(text)
    places = range(len(there) - len(wanted) + 1)
    return any(there[it : it + len(wanted)] == wanted for it in places)


WORDS = st.sampled_from(["Ada", "ada", "Bö", "bo", "Cy", "cy", "dé", "x"])
PHRASES = st.lists(WORDS, min_size=1, max_size=3).map(" ".join)
NAMES = st.builds(AliasName, PHRASES, st.booleans())
GROUPS = st.lists(NAMES, min_size=2, max_size=4, unique_by=lambda it: it.text)
LINES = st.lists(WORDS, min_size=1, max_size=8).map(" ".join)


@given(GROUPS, st.lists(LINES, min_size=1, max_size=4))
def test_a_name_finds_what_a_plain_scan_finds(
    names: list[AliasName], texts: list[str]
) -> None:
    corpus = of_texts(texts)
    register(corpus, line_of(AliasLine(tuple(names))))
    typed = AliasName(names[0].text)  # the word that is typed is not case-sensitive
    for query in (f'"{typed.text}"', f'alias:"{typed.text}"'):
        found, _ = ask(corpus, query)
        assert found == {
            number
            for number, text in enumerate(texts, 1)
            if any(naive(name, text) for name in (typed, *names))
        }


@given(GROUPS, st.lists(LINES, min_size=1, max_size=4), PHRASES)
def test_aliases_only_add_to_a_phrase(
    names: list[AliasName], texts: list[str], phrase: str
) -> None:
    corpus = of_texts(texts)
    register(corpus, line_of(AliasLine(tuple(names))))
    without, _ = ask(corpus, f'"{phrase}"', AliasUse.NONE)
    assert without <= ask(corpus, f'"{phrase}"')[0]
