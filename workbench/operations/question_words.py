"""The words of a question, and of the names of what it is asked about."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.model.search import AliasUse, SearchOptions
from workbench.model.tables import Column, Row
from workbench.search.indexing.folding import words_of
from workbench.text.kindred_words import kin_of
from workbench.text.languages import FUNCTION_WORDS
from workbench.views import ProjectView

ASIDE: Final = 0.6
"""What a word of the question counts, beside one of the column's name."""
KINDRED: Final = 0.6
"""What a word counts that answers use for one of the question."""
MOST_WORDS: Final = 12
MOST_AT_ONCE: Final = 50
"""A query may have 64 words."""
RARE: Final = 8.0
"""The weight of a word that stands nowhere."""
NOWHERE: Final = 2.0
"""The weight of a word of a name that stands nowhere: a text calls the thing so or not.
"""
PLAIN: Final = SearchOptions(aliases=AliasUse.NONE)
_COMPOUND: Final = re.compile(r"(?<!\w)\w++(?:[-‐‑]\w++)+")
_ASKING: Final = frozenset(
    re.findall(
        r"\w+",
        """
        how many much give given state stated name names named say answer source sources
        own words full kind type part parts other others office offices use used large
        larger does
        """,
    )
)
"""Words by which a question asks, not what for."""


@dataclass(frozen=True, slots=True)
class Matched:
    """How much of a question's words a text has, from 0 to 1, and which."""

    share: float
    words: tuple[str, ...]
    kindred: tuple[tuple[str, str], ...]
    """Words of the question, each with the one that stands in its place."""


@dataclass(slots=True)
class _Notion:
    """Words of a question that ask for one thing, and the words that answers use.

    `forms` and `kin` are as the texts spell them.
    """

    words: list[str]
    counts: float
    forms: dict[str, None]
    kin: dict[str, None]


class QuestionWords:
    """The words of a column's name and question, with their inflections and kin.

    `start` and `launched` ask for one thing: to have both says no more than to have
    either.
    """

    def __init__(self, view: ProjectView, column: Column) -> None:
        counts = dict.fromkeys(_content_words(column.name), 1.0)
        for word in _content_words(column.question):
            counts.setdefault(word, ASIDE)
        counts = dict(list(counts.items())[:MOST_WORDS])
        kin = dict.fromkeys(it for word in counts for it in kin_of(word))
        forms = _forms(view, [*counts, *(it for it in kin if it not in counts)])
        self._notions: list[_Notion] = []
        for word, count in counts.items():
            self._add(word, count, forms)
        self.asked = " OR ".join(counts)
        spelled = {it for own in self._notions for it in (*own.forms, *own.kin)}
        self._weights, _ = view.resembling(spelled, 0)
        self._whole = sum(it.counts * self._rarity(it) for it in self._notions)

    @property
    def spelled(self) -> list[str]:
        """Every word that counts, in every form that the texts have."""
        return sorted(self._weights)

    def match(self, words: Collection[str]) -> Matched:
        """Return which words of the question a text has, or what stands for them.

        A word of the text stands for one of the question only.
        """
        left = set(words)
        total, own, kindred = 0.0, [], []
        for notion in self._notions:
            if form := _taken(notion.forms, left):
                total += notion.counts * self._rarity(notion)
                own.append(form)
            elif form := _taken(notion.kin, left):
                total += KINDRED * notion.counts * self._rarity(notion)
                kindred.append((notion.words[0], form))
        share = total / self._whole if self._whole else 0.0
        return Matched(share, tuple(own), tuple(kindred))

    def _add(self, word: str, count: float, forms: Mapping[str, Sequence[str]]) -> None:
        own = dict.fromkeys(forms[word])
        kin = dict.fromkeys(form for it in kin_of(word) for form in forms.get(it, ()))
        for notion in self._notions:
            if not own.keys().isdisjoint((*notion.forms, *notion.kin)):
                notion.words.append(word)
                notion.forms.update(own)
                notion.kin.update(kin)
                return
        self._notions.append(_Notion([word], count, own, kin))

    def _rarity(self, notion: _Notion) -> float:
        """Return how rare a notion is, by the commonest of its words."""
        rare = [self._weights[it] for it in notion.forms if it in self._weights]
        return min(rare, default=RARE)


class Names:
    """What the thing is called that a row describes."""

    def __init__(self, view: ProjectView, names: Iterable[str]) -> None:
        self._names = [words for words in map(_name_words, names) if words]
        spelled = {word for words in self._names for word in words}
        self._weights, _ = view.resembling(spelled, 0)

    @property
    def spelled(self) -> list[str]:
        """Every word of a name that the texts have."""
        return sorted(self._weights)

    def share(self, words: Collection[str]) -> float:
        """Return how much of the name that fits best a text has, from 0 to 1."""
        there = frozenset(words)
        return max((self._share(name, there) for name in self._names), default=0.0)

    def _share(self, name: frozenset[str], there: frozenset[str]) -> float:
        whole = sum(self._weights.get(it, NOWHERE) for it in name)
        return sum(self._weights[it] for it in name & there) / whole


def names_of_rows(view: ProjectView, rows: Iterable[Row]) -> Names:
    """Return the names of rows, of their cases, and the cases' aliases."""
    return Names(view, dict.fromkeys(it for row in rows for it in _called(view, row)))


def _called(view: ProjectView, row: Row) -> Iterator[str]:
    yield row.name
    if row.case_id is not None:
        case = view.cases.get(row.case_id)
        yield case.name
        if case.alias_group_id is not None:
            yield from (it.text for it in view.aliases.get(case.alias_group_id).names)


def _forms(view: ProjectView, words: Sequence[str]) -> dict[str, list[str]]:
    """Return for each word its forms in the texts, itself first."""
    forms = {it: [it] for it in words}
    for some in (
        words[at : at + MOST_AT_ONCE] for at in range(0, len(words), MOST_AT_ONCE)
    ):
        understood = view.understood(" OR ".join(some), PLAIN)
        for it in understood.words:
            forms.setdefault(it.word, [it.word]).extend(it.forms)
    return forms


def _taken(forms: Iterable[str], left: set[str]) -> str:
    """Take one of these forms from the words of a text, if it is there."""
    found = next((it for it in forms if it in left), "")
    left.discard(found)
    return found


def _content_words(text: str) -> Iterator[str]:
    """Yield the words that say something, without those of a compound like `end-use`.

    Its *end* is none.
    """
    for word in dict.fromkeys(words_of(_COMPOUND.sub(_without_empty, text))):
        if _says_something(word):
            yield word


def _without_empty(compound: re.Match[str]) -> str:
    words = words_of(compound[0])
    return compound[0] if all(map(_says_something, words)) else ""


def _says_something(word: str) -> bool:
    return len(word) > 2 and word not in FUNCTION_WORDS and word not in _ASKING


def _name_words(name: str) -> frozenset[str]:
    return frozenset(it for it in words_of(name) if it not in FUNCTION_WORDS)
