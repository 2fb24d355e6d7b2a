"""Queries to try instead of one that found nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from workbench.search.conditions.filters import Filters
from workbench.search.indexing.folding import tokens
from workbench.search.indexing.vocabulary import Vocabulary
from workbench.search.reading.language import Reading
from workbench.search.tree import Term, leaves

MOST_SUGGESTIONS: Final = 5


class Suggestions:
    """Changes one thing of a query at a time: a spelling, quotes, capitals."""

    def __init__(self, vocabulary: Vocabulary, filters: Filters) -> None:
        self._vocabulary = vocabulary
        self._filters = filters

    def of(self, reading: Reading) -> list[str]:
        """Return a few other queries, not yet known to find anything."""
        if reading.tree is None:
            return []
        terms = [
            leaf
            for leaf, negated in leaves(reading.tree)
            if isinstance(leaf, Term) and not negated
        ]
        tried = (
            reading.tidied[: term.start] + other + reading.tidied[term.end :]
            for term in terms
            for other in self._instead(term)
        )
        return list(dict.fromkeys(tried))[:MOST_SUGGESTIONS]

    def _instead(self, term: Term) -> Iterator[str]:
        words = [token.folded for token in tokens(term.label)]
        if term.is_phrase:
            corrected = " ".join(self._spelled(word) for word in words)
            yield f'"{corrected}"'
            yield " ".join(words)
        elif term.label.isupper():
            yield term.label.lower()
        if len(words) == 1 and not term.forms and not self._vocabulary.has(words[0]):
            yield from self._vocabulary.nearest(words[0])

    def _spelled(self, word: str) -> str:
        if self._vocabulary.has(word):
            return word
        return next(iter(self._vocabulary.nearest(word, 1)), word)
