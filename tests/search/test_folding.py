"""Words of a text are exactly those that SQLite's tokenizer makes."""

from __future__ import annotations

import sqlite3

from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.search.indexing.folding import TOKENIZER, apart, fold, indexable, tokens

_TEXT = st.text(
    st.one_of(
        st.sampled_from("aÉé\u0301\u0327\xad\0 .-’'$%\u200dßİı中ｱ٣"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=40,
)


def _words_of_sqlite(text: str) -> list[str]:
    connection = sqlite3.connect(":memory:")
    connection.execute(f"create virtual table t using fts5(b, tokenize='{TOKENIZER}')")
    connection.execute("create virtual table v using fts5vocab(t, 'instance')")
    connection.execute("insert into t values (?)", (apart(indexable(text)),))
    rows = connection.execute("select term from v order by offset").fetchall()
    connection.close()
    return [row[0] for row in rows]


@given(_TEXT)
@settings(deadline=None)
def test_words_are_those_of_the_index(text: str) -> None:
    assert [token.folded for token in tokens(text)] == _words_of_sqlite(text)


@given(_TEXT)
@settings(deadline=None)
def test_folding_keeps_every_offset(text: str) -> None:
    assert len(fold(text)) == len(text) == len(indexable(text))


@given(_TEXT)
@settings(deadline=None)
def test_folding_what_is_folded_changes_nothing(text: str) -> None:
    words = [token.folded for token in tokens(text)]
    assert [token.folded for token in tokens(" ".join(words))] == words


def test_combining_marks_belong_to_the_word() -> None:
    (word,) = tokens("  cafe\u0301.")
    assert (word.start, word.end, word.folded) == (2, 7, "cafe")


def test_a_soft_hyphen_does_not_cut_a_word() -> None:
    assert [token.folded for token in tokens("ex\xadport")] == ["export"]
