"""One text, prepared once for being compared with others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import pairwise

from workbench.model.documents import Block
from workbench.model.spans import Span
from workbench.text.sentences import sentences
from workbench.text.word_forms import FUNCTION_WORDS, WORD, Forms, Stems

LONGEST = 250
"""Words of a statement; a longer sentence makes several."""

_FORMS, _STEMS = Forms(), Stems()


class Statements:
    """The sentences of a text outside its zones, and their words.

    Words count through the whole text: those of sentence `n` are `firsts[n]` to before
    `firsts[n + 1]`. Each has its form, its stem, whether it is written like a name,
    and where it stands: that is the map from what is compared to what is stored.
    """

    __slots__ = (
        "__dict__",
        "ends",
        "firsts",
        "forms",
        "names",
        "sentences",
        "starts",
        "stems",
        "text",
    )

    def __init__(self, text: str) -> None:
        self.text = text
        self.sentences: list[Span] = []
        self.firsts = [0]
        self.forms: list[str] = []
        self.stems: list[str] = []
        self.names = bytearray()
        self.starts: list[int] = []
        self.ends: list[int] = []

    def __len__(self) -> int:
        return len(self.sentences)

    def span(self, first: int, last: int) -> Span:
        """Return where the words `first` to before `last` stand."""
        return Span(self.starts[first], self.ends[last - 1])

    @cached_property
    def sentence_counts(self) -> Counter[str]:
        """In how many sentences each stem stands."""
        counts: Counter[str] = Counter()
        for first, last in pairwise(self.firsts):
            counts.update(set(self.stems[first:last]))
        return counts

    @cached_property
    def grams(self) -> dict[int, list[int]]:
        """Hashes of two content words that follow each other, to their sentences."""
        found: dict[int, list[int]] = {}
        for number, (first, last) in enumerate(pairwise(self.firsts)):
            content = [it for it in self.stems[first:last] if it not in FUNCTION_WORDS]
            for gram in set(map(hash, pairwise(content))):
                found.setdefault(gram, []).append(number)
        return found

    @cached_property
    def wordings(self) -> dict[int, list[int]]:
        """Hashes of all words of a sentence, to the sentences with just these."""
        found: dict[int, list[int]] = {}
        for number, (first, last) in enumerate(pairwise(self.firsts)):
            found.setdefault(hash(tuple(self.forms[first:last])), []).append(number)
        return found

    def _add(self, sentence: Span, words: Sequence[tuple[int, int]]) -> None:
        text = self.text
        written = [text[start:end] for start, end in words]
        forms = [_FORMS[it] for it in written]
        names = bytearray(it[0].isupper() or it[0].isdigit() for it in written)
        if names and not len(self.forms) - self.firsts[-1]:
            names[0] = 0
        self.sentences.append(sentence)
        self.forms += forms
        self.stems += [_STEMS[it] for it in forms]
        self.names += names
        self.starts += [it[0] for it in words]
        self.ends += [it[1] for it in words]
        self.firsts.append(len(self.forms))


def statements_of(
    text: str, blocks: Sequence[Block], zones: Sequence[Span] = ()
) -> Statements:
    """Prepare a text; words in zones are left out."""
    prepared = Statements(text)
    outside = _Outside(zones)
    for sentence in sentences(text, blocks):
        words = [it.span() for it in WORD.finditer(text, sentence.start, sentence.end)]
        words = outside.keep(sentence, words)
        if len(words) <= LONGEST:
            if words:
                prepared._add(sentence, words)
            continue
        for at in range(0, len(words), LONGEST):
            part = words[at : at + LONGEST]
            prepared._add(Span(part[0][0], part[-1][1]), part)
    return prepared


class _Outside:
    """Leaves out words in zones; sentences are asked about in order."""

    def __init__(self, zones: Sequence[Span]) -> None:
        self._zones = sorted(zones)
        self._next = 0

    def keep(
        self, sentence: Span, words: list[tuple[int, int]]
    ) -> list[tuple[int, int]]:
        """Return the words of a sentence that no zone covers or cuts."""
        zones = self._zones
        while self._next < len(zones) and zones[self._next].end <= sentence.start:
            self._next += 1
        at = self._next
        while at < len(zones) and zones[at].start < sentence.end:
            zone = zones[at]
            words = [it for it in words if it[1] <= zone.start or it[0] >= zone.end]
            at += 1
        return words
