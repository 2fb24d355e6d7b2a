"""The words of the corpus: inflections, prefixes, patterns, and nearest spellings.

Nothing is cached: a range of the index is read each time, so that a word imported a
moment ago, by any connection, is known.
"""

from __future__ import annotations

import sqlite3
from difflib import SequenceMatcher
from typing import Final

LAST_CHARACTER: Final = "\U0010ffff"
SHORTEST_STEM: Final = 3
LONGEST_WORD: Final = 40


class Vocabulary:
    """Reads the index's words over one connection, read-only or not."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        self._is_ready = False

    def inflections(self, word: str) -> tuple[str, ...]:
        """Return the word and its inflected forms in the corpus, the word first."""
        # Imported here because Whoosh costs start-up time and not every run searches.
        from workbench.search import grammar

        if len(word) > LONGEST_WORD:
            return (word,)
        stem = grammar.stem(word)
        if len(stem) < SHORTEST_STEM:  # "as", "us", "is": nothing to inflect
            return (word,)
        # A stem differs from its words at most in its last letter (study, studi).
        forms = [
            form for form in self.starting(stem[:-1]) if grammar.stem(form) == stem
        ]
        return (word, *(form for form in forms if form != word))

    def starting(self, prefix: str, limit: int = -1) -> list[str]:
        """Return words that begin so, in order."""
        return self._select(
            "term >= ? and term < ? order by term limit ?",
            (prefix, prefix + LAST_CHARACTER, limit),
        )

    def like(self, pattern: str, limit: int) -> list[str]:
        """Return words that fit a pattern of letters, `*` and `?`."""
        start = pattern.partition("*")[0].partition("?")[0]
        return self._select(
            "term >= ? and term < ? and term glob ? order by term limit ?",
            (start, start + LAST_CHARACTER, pattern, limit),
        )

    def has(self, word: str) -> bool:
        """Tell whether the corpus has this very word."""
        return bool(self._select("term = ?", (word,)))

    def counts(self) -> list[tuple[str, int, int]]:
        """Return every word, in how many paragraphs it stands and how often."""
        self._prepare()
        return self._connection.execute(
            "select term, doc, cnt from temp.block_vocabulary"
        ).fetchall()

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
