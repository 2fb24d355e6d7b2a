"""Counts words that follow each other, in texts larger than a person reads.

Words are numbers, and sequences grow by one word at a time: one of three words can
only be frequent where both of its pairs are (Agrawal and Srikant 1994), so that of the
rare ones, which are most, none is ever kept. Places are dealt out to a pile for each
sequence that begins there; one count of all would need ten times the memory, and hold
the interpreter for long whenever it grows.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from itertools import pairwise
from typing import Final

from workbench.model.concordances import NGram
from workbench.text.numbering import Numbering

LONGEST: Final = 5
NONE: Final = 0
"""Between paragraphs, and where a sequence begins that is too rare."""
SLICE: Final = 20_000

Step = Callable[[int], None]


class NumberedTexts:
    """The words of texts as numbers, paragraph after paragraph."""

    def __init__(self) -> None:
        self.numbers = array("i")
        self.edges = [0]
        self._numbering = Numbering({"": NONE})

    def add(self, paragraphs: Iterable[Iterable[str]]) -> None:
        """Take in one text, or as much of it as counts."""
        for words in paragraphs:
            self.numbers.extend(map(self._numbering.__getitem__, words))
            self.numbers.append(NONE)
        self.edges.append(len(self.numbers))

    def words(self) -> list[str]:
        """Return the word of each number."""
        return list(self._numbering)


class Sequences:
    """The frequent sequences of words in some texts, at first of single words.

    Each has a number from 1 on: `begins` has for each place of the texts which of them
    begins there, `names` has the words of each.
    """

    def __init__(self, texts: NumberedTexts, least: int, step: Step) -> None:
        self._edges, self._least, self._step = texts.edges, least, step
        self._begins = texts.numbers
        self._names: list[tuple[str, ...]] = [(it,) for it in texts.words()]

    def grow(self) -> None:
        """Let the sequences be one word longer."""
        begins = array("i", bytes(4 * len(self._begins)))
        names: list[tuple[str, ...]] = [("",)]
        for number, places in self._piles():
            if len(places) >= self._least:
                for last, its_places in self._parts(places):
                    for place in its_places:
                        begins[place] = len(names)
                    names.append(self._names[number] + self._names[last][-1:])
        self._begins, self._names = begins, names

    def result(self) -> Iterator[NGram]:
        """Yield the sequences, most frequent first, equal ones always in one order."""
        counts, documents = self._counts(), self._documents()
        piles: defaultdict[int, list[int]] = defaultdict(list)
        for number, count in counts.items():
            if number and count >= self._least:
                piles[count].append(number)
        for count in sorted(piles, reverse=True):
            for number in piles[count]:
                yield NGram(self._names[number], count, documents[number])

    def _piles(self) -> Iterator[tuple[int, array[int]]]:
        """Yield each sequence, and the places where it begins."""
        piles: defaultdict[int, array[int]] = defaultdict(partial(array, "i"))
        for at in self._slices():
            for place, number in enumerate(self._begins[at : at + SLICE], at):
                piles[number].append(place)
        piles.pop(NONE, None)
        for number in list(piles):
            self._step(len(piles[number]))
            yield number, piles.pop(number)

    def _parts(self, places: array[int]) -> Iterator[tuple[int, list[int]]]:
        """Yield what begins often enough one word behind these places, and where."""
        begins = self._begins
        behind = [begins[place + 1] for place in places]
        counts: Counter[int] = Counter()
        for at in range(0, len(behind), SLICE):
            counts.update(behind[at : at + SLICE])
        parts: dict[int, list[int]] = {
            it: [] for it, count in counts.items() if it and count >= self._least
        }
        if parts:
            for place, number in zip(places, behind, strict=True):
                if number in parts:
                    parts[number].append(place)
        yield from parts.items()

    def _slices(self) -> Iterator[int]:
        for at in range(0, len(self._begins), SLICE):
            self._step(SLICE)
            yield at

    def _counts(self) -> Counter[int]:
        counts: Counter[int] = Counter()
        for at in self._slices():
            counts.update(self._begins[at : at + SLICE])
        return counts

    def _documents(self) -> Counter[int]:
        """Count in how many texts each sequence stands."""
        documents: Counter[int] = Counter()
        for start, end in pairwise(self._edges):
            self._step(end - start)
            documents.update(set(self._begins[start:end]))
        return documents


def steps_of(texts: NumberedTexts, size: int) -> int:
    """Return about how many steps it takes to count sequences of this size."""
    return 2 * size * len(texts.numbers)


def around(words: list[str], wanted: Sequence[str], reach: int) -> Iterator[list[str]]:
    """Yield the parts of a paragraph that lie within reach of the wanted words."""
    start = end = -1
    for at in places(words, wanted):
        first, last = max(at - reach, 0), at + len(wanted) + reach
        if first > end:
            if end >= 0:
                yield words[start:end]
            start = first
        end = last
    if end >= 0:
        yield words[start:end]


def holds(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Tell whether the wanted words stand in this order."""
    return next(places(words, wanted), None) is not None


def places(words: Sequence[str], wanted: Sequence[str]) -> Iterator[int]:
    """Yield where the wanted words stand in this order."""
    size, at = len(wanted), -1
    for _ in range(words.count(wanted[0])):
        at = words.index(wanted[0], at + 1)
        if tuple(words[at : at + size]) == tuple(wanted):
            yield at
