"""One text, prepared once for being compared with many."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from itertools import pairwise

from workbench.model.documents import Block
from workbench.model.spans import Span
from workbench.text.comparing.word_forms import WORD, form_of, stem_of
from workbench.text.languages import FUNCTION_WORDS, language_of
from workbench.text.sentences import sentences_in

LONGEST = 250
"""Words of a statement; a longer sentence makes several."""
SHARED_GRAMS = 2
"""So many grams have two statements in common that are worth comparing."""

_Words = list[tuple[int, int]]


class Statements:
    """The sentences of a text outside its zones, and their words.

    Words count through the whole text: those of sentence `n` are `firsts[n]` to before
    `firsts[n + 1]`. Each has its form, its stem, whether it is written like a name,
    and where it stands: the map from what is compared to what is stored.

    `counts` says in how many sentences a stem stands, copies aside; `grams` which
    sentences have two content words next to each other; `wordings` which have just
    these words, if they are enough for a pair. The last two go by hashes, which are
    others in another run of the program.
    """

    __slots__ = (
        "counts",
        "ends",
        "firsts",
        "forms",
        "grams",
        "names",
        "sentences",
        "starts",
        "stems",
        "text",
        "wordings",
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
        self.counts: Counter[str] = Counter()
        self.grams: defaultdict[int, list[int]] = defaultdict(list)
        self.wordings: defaultdict[int, list[int]] = defaultdict(list)

    def __len__(self) -> int:
        return len(self.sentences)

    def words(self, number: int) -> tuple[int, int]:
        """Return the first word of a sentence and the first behind it."""
        return self.firsts[number], self.firsts[number + 1]

    def add(self, sentence: Span, words: _Words, names: bytearray) -> None:
        """Add the next sentence: where it and its words stand, and which are names."""
        forms = [form_of(self.text[start:end]) for start, end in words]
        stems = list(map(stem_of, forms))
        number = len(self.sentences)
        self.sentences.append(sentence)
        self.forms += forms
        self.stems += stems
        self.names += names
        self.starts += [it[0] for it in words]
        self.ends += [it[1] for it in words]
        self.firsts.append(len(self.forms))
        content = [it for it in stems if it not in FUNCTION_WORDS]
        grams = set(map(hash, pairwise(content)))
        for gram in grams:
            self.grams[gram].append(number)
        wording = hash(tuple(forms))
        if wording not in self.wordings:
            self.counts.update(set(stems))
        if len(grams) >= SHARED_GRAMS:
            self.wordings[wording].append(number)


def statements_of(
    text: str,
    blocks: Sequence[Block],
    zones: Sequence[Span] = (),
    pause: Callable[[], None] = lambda: None,
) -> Statements:
    """Prepare a text; words in zones are left out.

    `pause` is called every few milliseconds and may raise to cancel.
    """
    prepared = Statements(text)
    language = language_of(text)
    outside = _Outside(zones)
    for block in blocks:
        pause()
        for sentence in sentences_in(text, block.span, language):
            found = WORD.finditer(text, sentence.start, sentence.end)
            words = outside.of(sentence, [it.span() for it in found])
            names = _names(text, words, language)
            for at in range(0, len(words), LONGEST):
                part = words[at : at + LONGEST]
                is_whole = len(part) == len(words)
                span = sentence if is_whole else Span(part[0][0], part[-1][1])
                prepared.add(span, part, names[at : at + LONGEST])
    return prepared


def _names(text: str, words: _Words, language: str) -> bytearray:
    """Mark numbers, and words that are capitalized though they do not come first."""
    if language == "de":
        return bytearray(text[start].isdigit() for start, _ in words)
    names = bytearray(
        text[start].isupper() or text[start].isdigit() for start, _ in words
    )
    names[:1] = b"\0" * len(names[:1])
    return names


class _Outside:
    """Leaves out words in zones; sentences are asked about in order."""

    def __init__(self, zones: Sequence[Span]) -> None:
        self._zones = sorted(zones)
        self._next = 0

    def of(self, sentence: Span, words: _Words) -> _Words:
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
