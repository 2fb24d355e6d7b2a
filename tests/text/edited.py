"""Makes texts with repeated sentences, and edits them while tracking each character."""

from __future__ import annotations

import random
from dataclasses import dataclass
from itertools import accumulate

from workbench.model.spans import Span

Piece = tuple[str, int]
"""Characters, and where they stood in the old text; -1 if they are new."""


@dataclass(frozen=True)
class Edited:
    """A text, what became of it, and where each of its characters went (-1: gone)."""

    old: str
    new: str
    went: list[int]

    def survived(self, span: Span) -> Span | None:
        """Return where the span stands if its characters are together and in order."""
        went = self.went[span.start : span.end]
        if not went or went[0] < 0 or went != list(range(went[0], went[0] + len(went))):
            return None
        return Span(went[0], went[0] + len(went))

    def remains(self, span: Span) -> list[int]:
        """Return where those characters of the span are that are still there."""
        return [it for it in self.went[span.start : span.end] if it >= 0]

    def origins(self) -> list[int]:
        """Return for each character of the new text where it comes from (-1: new)."""
        origins = [-1] * len(self.new)
        for old, new in enumerate(self.went):
            if new >= 0:
                origins[new] = old
        return origins


class Author:
    """Writes and edits texts; the same seed always writes the same."""

    def __init__(self, seed: int, words: int = 3000) -> None:
        self.chance = random.Random(seed)
        lengths = self.chance.choices(range(2, 11), k=words)
        self.words = ["".join(self.chance.choices("etaoinshrdlucmf", k=it))
                      for it in lengths]  # fmt: skip
        self.weights = list(accumulate(1 / (rank + 5) for rank in range(words)))

    def some_words(self, count: int) -> list[str]:
        return self.chance.choices(self.words, cum_weights=self.weights, k=count)

    def sentence(self) -> str:
        return " ".join(self.some_words(self.chance.randint(3, 22))).capitalize() + "."

    def text(self, length: int, repeated: float = 0.1) -> str:
        """Write paragraphs of sentences, some of which were written before."""
        sentences: list[str] = []
        paragraphs: list[str] = []
        size = 0
        while size < length:
            begun = len(sentences)
            for _ in range(self.chance.randint(1, 8)):
                again = sentences and self.chance.random() < repeated
                sentences.append(self.chance.choice(sentences) if again
                                 else self.sentence())  # fmt: skip
            paragraphs.append(" ".join(sentences[begun:]))
            size += len(paragraphs[-1]) + 2
        return "\n\n".join(paragraphs)

    def edit(
        self,
        old: str,
        rate: float = 0.05,
        moves: int = 3,
        cuts: int = 3,
        typos: int = 5,
    ) -> Edited:
        """Edit words, then move paragraphs, delete and double sentences, mistype."""
        paragraphs: list[list[Piece]] = []
        at = 0
        for paragraph in old.split("\n\n"):
            end = min(len(old), at + len(paragraph) + 2)
            paragraphs.append(self._edit_words(old[at:end], at, rate))
            at = end
        for _ in range(cuts):
            self._cut_sentence(self.chance.choice(paragraphs))
        for _ in range(moves):
            moved = paragraphs.pop(self.chance.randrange(len(paragraphs)))
            paragraphs.insert(self.chance.randint(0, len(paragraphs)), moved)
        pieces = [piece for paragraph in paragraphs for piece in paragraph]
        for _ in range(typos):
            self._mistype(pieces)
        return _put_together(old, pieces)

    def _edit_words(self, text: str, at: int, rate: float) -> list[Piece]:
        """Delete, insert or replace words; one that goes takes its blank along."""
        pieces: list[Piece] = []
        for word in text.replace("\n", " \n ").split(" "):
            size = len(word) + 1
            if word == "" or text[:1] == "\n":
                size = 1
            drawn = self.chance.random()
            kept = text[:size]
            if not kept.strip() or drawn > rate:
                pieces.append((kept, at))
            elif drawn < rate / 3:
                pass
            elif drawn < rate * 2 / 3:
                pieces += [(self.some_words(1)[0] + " ", -1), (kept, at)]
            else:
                blanks = len(kept) - len(kept.rstrip())
                end = len(kept) - blanks
                pieces += [(self.some_words(1)[0], -1), (kept[end:], at + end)]
            text, at = text[size:], at + size
            if not text:
                break
        if text:
            pieces.append((text, at))
        return pieces

    def _cut_sentence(self, pieces: list[Piece]) -> None:
        """Delete a stretch of words, or write it a second time further on."""
        first = self.chance.randrange(len(pieces) + 1)
        last = min(len(pieces), first + self.chance.randint(3, 25))
        if self.chance.random() < 0.6:
            del pieces[first:last]
        else:
            again = [(text, -1) for text, _ in pieces[first:last]]
            there = self.chance.randint(0, len(pieces))
            pieces[there:there] = again

    def _mistype(self, pieces: list[Piece]) -> None:
        if not pieces:
            return
        index = self.chance.randrange(len(pieces))
        text, at = pieces[index]
        if len(text) < 4:
            return
        cut = self.chance.randint(1, len(text) - 2)
        after = at + cut if at >= 0 else -1
        if self.chance.random() < 0.5 and at >= 0:
            pieces[index : index + 1] = [(text[:cut], at), (text[cut + 1 :], after + 1)]
        else:
            pieces[index : index + 1] = [
                (text[:cut], at),
                ("x", -1),
                (text[cut:], after),
            ]

    def spans(self, text: str, count: int) -> list[Span]:
        """Choose passages of all sizes, most of them whole words."""
        drawn = []
        for _ in range(count):
            start = self.chance.randrange(len(text))
            size = (
                round(self.chance.choice((8, 40, 120, 600)) * self.chance.random()) + 1
            )
            end = min(len(text), start + size)
            if self.chance.random() < 0.8:
                start = text.rfind(" ", 0, start) + 1
                end = text.find(" ", end) if text.find(" ", end) > start else len(text)
            drawn.append(Span(start, max(end, start + 1)))
        return drawn


def _put_together(old: str, pieces: list[Piece]) -> Edited:
    went = [-1] * len(old)
    at = 0
    for text, origin in pieces:
        if origin >= 0:
            went[origin : origin + len(text)] = range(at, at + len(text))
        at += len(text)
    return Edited(old, "".join(text for text, _ in pieces), went)
