"""Writes texts of words as frequent as in real ones: few everywhere, most hardly ever.

The same numbers give the same texts on every machine. Stems are inflected, sentences
begin with a capital, some words stand in capitals half of the time, and some go
together. A word is drawn from slots it fills as often as it is frequent: weighing
each draw would take ten times as long.
"""

from __future__ import annotations

import random
from array import array
from collections.abc import Iterator
from itertools import product
from pathlib import Path
from typing import Final

STEMS: Final = 60_000
SLOTS: Final = 1 << 22
ENDINGS: Final = (("", 0.55), ("s", 0.2), ("ed", 0.15), ("ing", 0.1))
PER_DOCUMENT: Final = 40
WORDS: Final = 84
"""Of a paragraph; together about 500 characters."""
SENTENCE: Final = 21
CAPITALS_EVERY: Final = 40
PHRASE: Final = (60, 61)
"""Ranks of two stems that stand together in every tenth paragraph."""


def stems() -> list[str]:
    """Return the stems, the most frequent first; frequent ones are short."""
    onsets = ["t", "n", "s", "r", "l", "d", "m", "p", "c", "k", "b", "g", "f", "v", "h",
              "st", "tr", "pl", "gr", "sh"]  # fmt: skip
    vowels = ["e", "a", "o", "i", "u", "ea", "ai"]
    ends = ["n", "t", "r", "l", "m", "rk", "nd", "st", "p"]
    short = ["".join(it) for it in product(onsets, vowels, ends)]
    long = ["".join(it) for it in product(onsets, vowels, onsets, vowels, ends)]
    chance = random.Random(1)
    chance.shuffle(short)
    chance.shuffle(long)
    return (short + long)[:STEMS]


def write_corpus(folder: Path, paragraphs: int) -> Path:
    """Write files of 40 paragraphs each; return the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(documents(paragraphs)):
        (folder / f"{number:06}.txt").write_text(text)
    return folder


def documents(paragraphs: int, seed: int = 20) -> Iterator[str]:
    """Yield texts with so many paragraphs in all."""
    drawn = _paragraphs(paragraphs, seed)
    for start in range(0, paragraphs, PER_DOCUMENT):
        count = min(PER_DOCUMENT, paragraphs - start)
        yield "\n\n".join(next(drawn) for _ in range(count))


def _paragraphs(count: int, seed: int) -> Iterator[str]:
    chance = random.Random(seed)
    known = stems()
    slots = _slots(known)
    for number in range(count):
        places = array("I", chance.randbytes(4 * WORDS))
        words = [slots[place % len(slots)] for place in places]
        if number % 3 == 0:  # half the words of real texts stand there only once
            words[5] = known[number % STEMS] + known[number * 7 % STEMS]
        if number % 10 == 0:
            words[12:14] = (known[rank] for rank in PHRASE)
        if number % 50 == 0:
            words[3] = f"${number % 1000}"
        yield " ".join(
            _sentence(words[start : start + SENTENCE])
            for start in range(0, WORDS, SENTENCE)
        )


def _sentence(words: list[str]) -> str:
    return f"{words[0][0].upper()}{words[0][1:]} {' '.join(words[1:])}."


def _slots(known: list[str]) -> list[str]:
    slots: list[str] = []
    for rank, stem in enumerate(known):
        share = SLOTS / 12 / (rank + 1.5)
        for ending, part in ENDINGS:
            times = max(1, round(share * part))
            capitals = times // 2 if rank % CAPITALS_EVERY == 7 and not ending else 0
            slots += [stem.upper()] * capitals + [stem + ending] * (times - capitals)
    return slots
