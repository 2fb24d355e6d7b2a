"""One of two documents prepared for laying its facts beside the other's."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from workbench.model.facts import Fact, FactKind
from workbench.model.spans import Span
from workbench.text.facts.offices import NOT_NAMES, RANKS
from workbench.text.languages import ENGLISH_FUNCTION_WORDS

_WORD = re.compile(r"[^\W\d_]{3,}")
_SMALL_WORDS = "others per percent two three four five million billion trillion"
_STOP = ENGLISH_FUNCTION_WORDS.union(_SMALL_WORDS.split())
_ENDINGS = re.compile(r"(?:ations?|ies|ing|ed|ly|es|s|e|y)$")
_PROPER = re.compile(r"(?<![.!?“\"] )(?<!^)\b[A-Z][a-z]{2,}")
_AMERICA = re.compile(r"\bU\.S\.|\bUS\b|\bUnited States\b")
_BEGINNING = 5
"""Characters by which names are compared: Korea and Korean are one."""
_RANK_WORDS = frozenset(word for rank in RANKS for word in rank.split())


@lru_cache(50_000)
def stem(word: str) -> str:
    """Return what words of one family begin with, roughly."""
    word = word.lower()
    cut = _ENDINGS.sub("", word)
    return cut if len(cut) > 2 else word


def stems(text: str) -> frozenset[str]:
    """Return the stems of the words of a text that carry meaning."""
    words = (it.lower() for it in _WORD.findall(text))
    return frozenset(stem(it) for it in words if it not in _STOP)


class Side:
    """A document's facts, with the sentences they stand in.

    To the words of a sentence belong the full names of the people and organizations
    it names, however short it calls them.
    """

    def __init__(
        self, text: str, sentences: Sequence[Span], facts: Sequence[Fact]
    ) -> None:
        self.text = text
        self.sentences = sentences
        self.facts = facts
        self._starts = [it.start for it in sentences]
        self._stems: dict[int, frozenset[str]] = {}
        self._names: dict[int, frozenset[str]] = {}

    def of_kind(self, kind: FactKind) -> list[Fact]:
        """Return the facts of one kind, in order."""
        return [it for it in self.facts if it.kind is kind]

    def sentence_of(self, span: Span) -> int:
        """Return the number of the sentence in which a span begins."""
        return max(0, bisect_right(self._starts, span.start) - 1)

    def sentence(self, number: int) -> str:
        """Return the words of a sentence."""
        return self.sentences[number].of(self.text) if self.sentences else ""

    def around(self, number: int) -> str:
        """Return a sentence with the one before it and the one after."""
        return " ".join(
            it.of(self.text) for it in self.sentences[max(0, number - 1) : number + 2]
        )

    def stems(self, number: int) -> frozenset[str]:
        """Return the stems of a sentence, dates left out."""
        if number not in self._stems:
            self._stems[number] = self._stems_of(number)
        return self._stems[number]

    def _stems_of(self, number: int) -> frozenset[str]:
        if not self.sentences:
            return frozenset()
        own = self.sentences[number]
        words, names, at = [], [], own.start
        for fact in self._facts_in(own):
            if fact.kind is FactKind.DATE:
                words.append(self.text[at : max(at, fact.span.start)])
                at = max(at, fact.span.end)
            elif fact.kind in (FactKind.PERSON, FactKind.ORGANIZATION):
                names.append(fact.value)
        words.append(self.text[at : max(at, own.end)])
        return stems(" ".join([*words, *names]))

    def names(self, number: int) -> frozenset[str]:
        """Return how the proper names of a sentence begin; a person counts once."""
        if number not in self._names:
            self._names[number] = self._names_of(number)
        return self._names[number]

    def _names_of(self, number: int) -> frozenset[str]:
        if not self.sentences:
            return frozenset()
        own = self.sentences[number]
        facts = list(self._facts_in(own))
        people = [it.value for it in facts if it.kind is FactKind.PERSON]
        bodies = [it.value for it in facts if it.kind is FactKind.ORGANIZATION]
        given = {part for it in people for part in it.split()[:-1]}
        words = _PROPER.findall(" of ".join([own.of(self.text), *people, *bodies]))
        nations = {"us"} if _AMERICA.search(own.of(self.text)) else set()
        return (
            frozenset(
                it[:_BEGINNING].lower()
                for it in words
                if it not in NOT_NAMES and it not in given and it not in _RANK_WORDS
            )
            | nations
        )

    def _facts_in(self, span: Span) -> Iterator[Fact]:
        first = bisect_left(self.facts, span.start, key=lambda it: it.span.start)
        for number in range(first, len(self.facts)):
            if self.facts[number].span.start >= span.end:
                break
            yield self.facts[number]
