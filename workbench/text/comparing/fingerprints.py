"""Which texts may share statements, told without having all of them at hand.

A fingerprint has a number for each two content words that follow each other in a
sentence, the same on every machine, and 0 behind each sentence. Texts without two
sentences that have `SHARED_GRAMS` numbers in common have no pair: this is the least
that `candidates` asks for.
"""

from __future__ import annotations

import base64
import binascii
import sys
from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from itertools import chain, pairwise
from typing import Final
from zlib import crc32

from workbench.model.ids import DocumentId
from workbench.text.comparing.statements import SHARED_GRAMS, Statements
from workbench.text.languages import FUNCTION_WORDS

MOST_COPIES: Final = 30
"""A sentence with copies in more texts is compared with those in the first ones."""
_COPIED: Final = 0.6
"""What part of its numbers a sentence has in common with a copy of it."""
_END: Final = 0


def fingerprint_of(statements: Statements) -> array[int]:
    """Return the numbers of a text, sentence by sentence."""
    found = array("I")
    for first, last in pairwise(statements.firsts):
        stems = statements.stems[first:last]
        content = [it for it in stems if it not in FUNCTION_WORDS]
        numbers = {_number(one, other) for one, other in pairwise(content)}
        if len(numbers) >= SHARED_GRAMS:
            found.extend(sorted(numbers))
            found.append(_END)
    return found


def packed(fingerprint: array[int]) -> str:
    """Return a fingerprint as text."""
    return base64.b64encode(_in_order(fingerprint).tobytes()).decode("ascii")


def unpacked(text: str) -> array[int] | None:
    """Return the fingerprint that was packed; None where it was none."""
    found = array("I")
    try:
        found.frombytes(base64.b64decode(text, validate=True))
    except (binascii.Error, ValueError):
        return None
    found = _in_order(found)
    return found if not found or found[-1] == _END else None


class Counterparts:
    """Finds which of some texts may share statements with another one.

    Ask in the order of the texts: of a sentence that is copied over and over, those
    asked about first are the ones that it is compared with.
    """

    def __init__(self, fingerprints: Mapping[DocumentId, array[int]]) -> None:
        self._places: dict[int, list[int]] = {}
        self._texts: list[DocumentId] = []
        self._sizes: list[int] = []
        self._copies: list[int] = []
        self._last_asked: list[DocumentId | None] = []
        for text, fingerprint in fingerprints.items():
            for numbers in _sentences(fingerprint):
                self._add(text, numbers)

    def of(self, text: DocumentId, fingerprint: array[int]) -> set[DocumentId]:
        """Return the texts, itself apart, with a sentence worth comparing."""
        found: set[DocumentId] = set()
        places = self._places
        for numbers in _sentences(fingerprint):
            known = [places[it] for it in numbers if it in places]
            if len(known) < SHARED_GRAMS:
                continue
            for sentence, count in Counter(chain.from_iterable(known)).items():
                other = self._texts[sentence]
                if (
                    count >= SHARED_GRAMS
                    and other != text
                    and not (
                        count >= _COPIED * min(len(numbers), self._sizes[sentence])
                        and self._is_one_copy_more(sentence, text)
                    )
                ):
                    found.add(other)
        return found

    def _add(self, text: DocumentId, numbers: array[int]) -> None:
        sentence = len(self._texts)
        self._texts.append(text)
        self._sizes.append(len(numbers))
        self._copies.append(0)
        self._last_asked.append(None)
        for number in numbers:
            self._places.setdefault(number, []).append(sentence)

    def _is_one_copy_more(self, sentence: int, text: DocumentId) -> bool:
        if self._last_asked[sentence] != text:
            self._last_asked[sentence] = text
            self._copies[sentence] += 1
        return self._copies[sentence] > MOST_COPIES


def _sentences(fingerprint: array[int]) -> Iterator[array[int]]:
    start = 0
    while start < len(fingerprint):
        end = fingerprint.index(_END, start)
        yield fingerprint[start:end]
        start = end + 1


def _number(one: str, other: str) -> int:
    return crc32(f"{one} {other}".encode("utf-8", "surrogatepass")) or 1


def _in_order(fingerprint: array[int]) -> array[int]:
    """Return it with the lowest byte first, as it is kept on every machine."""
    if sys.byteorder == "big":
        fingerprint = array("I", fingerprint)
        fingerprint.byteswap()
    return fingerprint
