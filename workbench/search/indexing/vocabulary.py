"""The words of the corpus: inflections, prefixes, and nearest spellings.

A range of the index is read each time, so that a word imported a moment ago, by any
connection, is known. Only the list of all words is kept, while the index is the same.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from difflib import SequenceMatcher
from heapq import nlargest
from typing import Final

from workbench.search.indexing.wordlists import WordList, kept_list

LAST_CHARACTER: Final = "\U0010ffff"
SHORTEST_STEM: Final = 3
LONGEST_WORD: Final = 40


class Vocabulary:
    """Reads the index's words over one connection, read-only or not."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._is_ready = False

    def inflections(self, word: str) -> list[str]:
        """Return the words of the corpus with its stem, itself among them if it is one.

        For a word that has no other forms, itself.
        """
        # Imported here because Whoosh costs start-up time and not every run searches.
        from workbench.search.indexing.stemming import stem

        if len(word) > LONGEST_WORD:
            return [word]
        root = stem(word)
        if len(root) < SHORTEST_STEM:  # "as", "us", "is": nothing to inflect
            return [word]
        # A stem differs from its words at most in its last letter (study, studi), if
        # it is one of these: to read fewer words saves more time than all the rest.
        start = root[:-1] if root[-1] in "eily" else root
        return [form for form in self.starting(start) if stem(form) == root]

    def starting(self, prefix: str, limit: int = -1) -> list[str]:
        """Return words that begin so, in order."""
        return self._select(
            "term >= ? and term < ? order by term limit ?",
            (prefix, prefix + LAST_CHARACTER, limit),
        )

    def frequent(self, prefix: str, paragraphs: int, limit: int) -> list[str]:
        """Return frequent words that begin so; none if they stand in fewer paragraphs.

        It reads no more words than it needs to tell.
        """
        self._prepare()
        read: list[tuple[int, str]] = []
        for word, count in self._connection.execute(
            "select term, doc from temp.block_vocabulary"
            " where term >= ? and term < ? order by term",
            (prefix, prefix + LAST_CHARACTER),
        ):
            read.append((count, word))
            paragraphs -= count
            if paragraphs < 0:
                return [word for _, word in nlargest(limit, read)]
        return []

    def beginning(self, prefix: str) -> WordList:
        """Return the words that begin so with their numbers of paragraphs."""
        if not prefix:
            return kept_list(self._connection, lambda: self._listed("true", ()))
        return self._listed("term >= ? and term < ?", (prefix, prefix + LAST_CHARACTER))

    def has(self, word: str) -> bool:
        """Tell whether the corpus has this very word."""
        return bool(self._select("term = ?", (word,)))

    def counts(self) -> list[tuple[str, int, int]]:
        """Return every word, in how many paragraphs it stands and how often."""
        self._prepare()
        return self._connection.execute(
            "select term, doc, cnt from temp.block_vocabulary"
        ).fetchall()

    def paragraphs_with(self, words: Iterable[str]) -> dict[str, int]:
        """Return in how many paragraphs each of these words stands, or is in a zone."""
        self._prepare()
        rows = self._connection.execute(
            "select term, doc from json_each(?) cross join temp.block_vocabulary"
            " where term = value",
            (json.dumps(sorted(set(words))),),
        )
        return dict(rows.fetchall())

    def nearest(self, word: str, limit: int = 3) -> list[str]:
        """Return words of the same initial that are spelled most alike."""
        if not 3 <= len(word) <= LONGEST_WORD:
            return []
        candidates = self._select(
            "term >= ? and term < ? and length(term) between ? and ?",
            (word[0], word[0] + LAST_CHARACTER, len(word) - 2, len(word) + 2),
        )
        alike = SequenceMatcher(b=word, autojunk=False)
        scored = []
        for candidate in candidates:
            alike.set_seq1(candidate)
            if alike.real_quick_ratio() >= 0.7 and alike.quick_ratio() >= 0.7:
                scored.append((-alike.ratio(), candidate))
        return [
            candidate
            for distance, candidate in sorted(scored)
            if distance <= -0.7 and candidate != word
        ][:limit]

    def _listed(self, condition: str, parameters: tuple[str, ...]) -> WordList:
        self._prepare()
        rows = self._connection.execute(
            "select term, doc from temp.block_vocabulary"
            f" where {condition} order by term",
            parameters,
        ).fetchall()
        return WordList([row[0] for row in rows], [row[1] for row in rows])

    def _select(self, condition: str, parameters: tuple[str | int, ...]) -> list[str]:
        self._prepare()
        rows = self._connection.execute(
            f"select term from temp.block_vocabulary where {condition}", parameters
        )
        return [row[0] for row in rows]

    def _prepare(self) -> None:
        if self._is_ready:
            return
        # `query_only` would refuse even a temporary table, which changes no file.
        (query_only,) = self._connection.execute("pragma query_only").fetchone()
        self._connection.execute("pragma query_only = off")
        try:
            self._connection.execute(
                "create virtual table if not exists temp.block_vocabulary"
                " using fts5vocab('main', 'block_index', 'row')"
            )
        finally:
            self._connection.execute(f"pragma query_only = {int(query_only)}")
        self._is_ready = True
