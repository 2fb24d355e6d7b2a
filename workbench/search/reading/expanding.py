"""Which words of the corpus a pattern or a misspelled word stands for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Final

from workbench.search.indexing.vocabulary import Vocabulary
from workbench.search.indexing.wordlists import WordList
from workbench.search.reading.fuzziness import spelled_alike
from workbench.search.reading.patterns import Part, fitting, start_of

MOST_FORMS: Final = 2_000
MOST_PARAGRAPHS: Final = 400_000
"""In how many paragraphs the words of one term may stand, added up."""
MOST_CHOICES: Final = 8


@dataclass(frozen=True, slots=True)
class Forms:
    """The words to look for, the best first, out of so many that fit."""

    words: tuple[str, ...]
    fitting: int


def words_fitting(pattern: Part, vocabulary: Vocabulary) -> Forms:
    """Return the words that fit a pattern, the most frequent first.

    Raises:
        BadPattern: when the pattern is too much work.
    """
    known = vocabulary.beginning(start_of(pattern))
    return _bounded(_chosen(known, pattern, lambda: _fitting(pattern, known)), known)


def words_alike(word: str, differences: int, vocabulary: Vocabulary) -> Forms:
    """Return the words spelled almost so, the nearest first."""
    known = vocabulary.beginning("")
    return _bounded(
        _chosen(
            known,
            (word, differences),
            lambda: spelled_alike(word, known.words, differences),
        ),
        known,
    )


def _fitting(pattern: Part, known: WordList) -> list[str]:
    found = fitting(pattern, known.words)
    return sorted(found, key=lambda it: -known.paragraphs_with(it))


def _chosen(
    known: WordList, asked: object, choose: Callable[[], list[str]]
) -> tuple[str, ...]:
    """Return what was chosen the last times, or choose.

    Other threads use the same list: what is put into it may be gone at once.
    """
    found = known.chosen.get(asked)
    if found is None:
        found = tuple(choose())
        if len(known.chosen) >= MOST_CHOICES:
            known.chosen.clear()
        known.chosen[asked] = found
    return found


def _bounded(found: Iterable[str], known: WordList) -> Forms:
    """Take words as long as a search for all of them stays quick."""
    words: list[str] = []
    count = 0
    room = MOST_PARAGRAPHS
    for word in found:
        count += 1
        paragraphs = known.paragraphs_with(word)
        if paragraphs <= room and len(words) < MOST_FORMS:
            words.append(word)
            room -= paragraphs
    return Forms(tuple(words), count)
