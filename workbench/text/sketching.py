"""Sketches of texts, by which near-copies are found without comparing all with all.

A sketch holds the smallest hashes of a text's runs of three words (bottom-k sampling,
after Broder, "On the resemblance and containment of documents", 1997). So that it
costs little beside reading the file, only runs are taken that begin with one of a few
letters; a text with few such runs gives all of its runs.
"""

from __future__ import annotations

import re
import sys
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise
from typing import Final, Generic, TypeVar
from zlib import crc32

KEPT: Final = 64
"""How many hashes a sketch keeps."""
ALIKE: Final = 0.8
"""From which share of the same words on texts are near-copies."""

_ENTERED: Final = 12
_FEWEST: Final = 24
_MOST_WORDS: Final = 200_000
_MOST_CHARACTERS: Final = 2_000_000
_WORTH_COMPARING: Final = 0.4
_MOST_COMPARED: Final = 20
# In UTF-8: c, l, m, g, d, v and their Cyrillic counterparts. Bytes with nothing
# but words and blanks are searched twice as fast as a text.
_RUN: Final = re.compile(rb" ((?:[clmgdv]|\xd0[\xb2-\xb4\xba-\xbc])\S* +\S+ +\S+)")
_WORD: Final = re.compile(r"\w+")
_ASCII_WORDS: Final = bytes(
    ord(chr(code).lower()) if chr(code).isalnum() or chr(code) == "_" else ord(" ")
    for code in range(128)
).ljust(256)

_Id = TypeVar("_Id", bound=int)


def sketch_of(text: str) -> bytes:
    """Return the sketch of a text; empty for one without words.

    That of a very long text is the sketch of its beginning.
    """
    words = _words(text[:_MOST_CHARACTERS])
    runs = [_spaced(it) if b"  " in it else it for it in _RUN.findall(words)]
    if len(runs) < _FEWEST:
        runs = list(_all_runs(words.split()))
    return _packed(sorted(set(map(crc32, runs)))[:KEPT])


class Sketches(Generic[_Id]):
    """Sketches of many texts, asked which of them may be near-copies of one.

    Each is entered by its smallest hashes only: near-copies that share none of them
    are rarer than one in a thousand.
    """

    def __init__(self, sketches: Mapping[_Id, bytes]) -> None:
        self._hashes = {own: _unpacked(it) for own, it in sketches.items()}
        self._places: defaultdict[int, list[_Id]] = defaultdict(list)
        for own, hashes in self._hashes.items():
            for it in hashes[:_ENTERED]:
                self._places[it].append(own)

    def like(self, own: _Id) -> list[_Id]:
        """Return the other texts that are worth comparing with one, likeliest first."""
        hashes = self._hashes.get(own, array("I"))
        known = self._places.keys() & hashes
        met = {it for one in known for it in self._places[one]} - {own}
        if not met:
            return []
        own_hashes = set(hashes)
        shared = {it: len(own_hashes.intersection(self._hashes[it])) for it in met}
        worth = [it for it, count in shared.items() if self._is_worth(own, it, count)]
        worth.sort(key=lambda it: (-shared[it], it))
        return worth[:_MOST_COMPARED]

    def _is_worth(self, own: _Id, other: _Id, shared: int) -> bool:
        smaller = min(len(self._hashes[own]), len(self._hashes[other]))
        return shared >= max(1, smaller * _WORTH_COMPARING)


def likeness(a: str, b: str) -> float:
    """Return the share of words that two texts have in the same order, 0 to 1.

    That is twice the longest common run of words, gaps allowed, by the words of both.
    What is less than `ALIKE` is given as 0. Of very long texts the beginnings are
    compared.
    """
    # Here, so that a start of the program does not load it.
    from rapidfuzz.distance import Indel

    words = [_WORD.findall(it.lower())[:_MOST_WORDS] for it in (a, b)]
    return Indel.normalized_similarity(*words, score_cutoff=ALIKE)


def _words(text: str) -> bytes:
    """Return the words of a text in small letters and UTF-8, blanks before each."""
    if not text.isascii():
        text = " ".join(_WORD.findall(text.lower()))
        return b" " + text.encode("utf-8", "replace")
    return b" " + text.encode().translate(_ASCII_WORDS)


def _spaced(run: bytes) -> bytes:
    return b" ".join(run.split())


def _all_runs(words: list[bytes]) -> Iterator[bytes]:
    if len(words) < 3:
        yield from words
    for (first, second), (_, third) in pairwise(pairwise(words)):
        yield b" ".join((first, second, third))


def _packed(hashes: Iterable[int]) -> bytes:
    found = array("I", hashes)
    if sys.byteorder == "big":
        found.byteswap()
    return found.tobytes()


def _unpacked(packed: bytes) -> array[int]:
    """Return the hashes; a sketch that another hand damaged tells nothing."""
    found = array("I")
    found.frombytes(packed[: len(packed) // found.itemsize * found.itemsize])
    if sys.byteorder == "big":
        found.byteswap()
    return found[:KEPT]
