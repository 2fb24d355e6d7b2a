"""Hits that an analyst discarded for the words of a query.

The rule: a query is true of a document or a paragraph whatever was discarded, so
`NOT` and conditions are not touched. A match is left out where it lies in a place that
was discarded for the query's words. A paragraph all of whose matches are left out is
no hit, and what has no other hit is not found.
"""

from __future__ import annotations

import json
import sqlite3
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate
from typing import Final

from workbench.model.spans import Span
from workbench.search.indexing.paragraphs import (
    TextSource,
    paragraph_at,
    rows_overlapped,
)
from workbench.search.indexing.rows import ZONE_BIT
from workbench.search.marking import matches
from workbench.search.tree import Leaf, Term

Packed = tuple[str, str]
"""Where places begin and end, as JSON: most of them need not be looked at."""
Stamp = tuple[object, ...]
Looked = dict[int, tuple[Stamp, list[int]]]


@dataclass(frozen=True, slots=True)
class Covered:
    """Places of one text in order, and how far each of them and those before reach."""

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    reaches: tuple[int, ...]

    def hold(self, match: Span) -> bool:
        """Tell whether a match lies in one of the places."""
        before = bisect_right(self.starts, match.start)
        return bool(before) and match.end <= self.reaches[before - 1]


@dataclass(frozen=True, slots=True)
class Discards:
    """The places discarded for `words`, and the `rows` left out on their account.

    Where discarded hits are asked for, there are places but no rows.
    """

    words: str = ""
    places: Mapping[int, Packed] = field(default_factory=dict)
    rows: Sequence[int] = ()
    are_shown: bool = False

    def kept(self, document_id: int, found: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return the matches that are hits."""
        if self.are_shown or document_id not in self.places:
            return found
        places = _unpacked(self.places[document_id])
        return tuple(match for match in found if not places.hold(match))

    def have_all(self, document_id: int, found: tuple[Span, ...]) -> bool:
        """Tell whether these are matches, and every one was discarded."""
        if not found or document_id not in self.places:
            return False
        return all(map(_unpacked(self.places[document_id]).hold, found))


NO_DISCARDS: Final = Discards()


class Discarding:
    """Finds out what was discarded, over one connection.

    What it has looked at is remembered for all connections: texts never change, and
    10,000 paragraphs take a third of a second to look at.
    """

    def __init__(self, connection: sqlite3.Connection, texts: TextSource) -> None:
        self._run = connection.execute
        self._texts = texts

    def of(self, marked: Sequence[Leaf], *, zones: bool, are_shown: bool) -> Discards:
        """Return what was discarded for the words that are marked."""
        words = _words_of(marked)
        if not words:
            return NO_DISCARDS
        places = self._places(words)
        if not places or are_shown:
            return Discards(words, places, are_shown=are_shown)
        discards = Discards(words, places)
        rows = list(self._rows(discards, tuple(marked), zones=zones))
        return Discards(words, places, rows)

    def _places(self, words: str) -> dict[int, Packed]:
        rows = self._run(
            'select document_id, json_group_array("start"), json_group_array("end")'
            ' from (select document_id, "start", "end" from discarded_hits'
            ' where words = ? order by document_id, "start", "end")'
            " group by document_id",
            [words],
        )
        return {document_id: (starts, ends) for document_id, starts, ends in rows}

    def _rows(
        self, discards: Discards, marked: tuple[Leaf, ...], *, zones: bool
    ) -> Iterator[int]:
        """Yield the rows in which no other match stands."""
        looked = _looked(marked, zones=zones)
        for document_id, stamp in self._stamps(discards):
            before, rows = looked.get(document_id, ((), []))
            if before != stamp:
                rows = list(self._look(document_id, discards, marked, zones=zones))
                # Another thread may see another moment of the project and put its own.
                looked[document_id] = stamp, rows
            yield from rows

    def _stamps(self, discards: Discards) -> Iterator[tuple[int, Stamp]]:
        """Yield each document with all that what is seen there depends on."""
        own = "document_id in (select document_id from discarded_hits where words = ?)"
        zones = dict(
            self._run(
                'select document_id, group_concat("start" || \'-\' || "end") from zones'
                f" where state = 'accepted' and {own} group by document_id",
                [discards.words],
            )
        )
        versions = self._run(
            "select document_id, versions.id, text_sha256, imported_at from versions"
            f" join documents on documents.id = document_id and number = version"
            f" where {own} order by document_id",
            [discards.words],
        )
        for document_id, *version in versions:
            packed = discards.places[document_id]
            yield document_id, (*version, zones.get(document_id), packed)

    def _look(
        self,
        document_id: int,
        discards: Discards,
        marked: tuple[Leaf, ...],
        *,
        zones: bool,
    ) -> Iterator[int]:
        places = _unpacked(discards.places[document_id])
        spans = map(Span, places.starts, places.ends)
        for row in rows_overlapped(document_id, spans, self._texts):
            for own in (row, row | ZONE_BIT) if zones else (row,):
                found = matches(marked, document_id, paragraph_at(own, self._texts))
                if discards.have_all(document_id, found):
                    yield own


def _words_of(marked: Iterable[Leaf]) -> str:
    """Return the key under which hits of these leaves are discarded."""
    words = " ".join(leaf.label for leaf in marked if isinstance(leaf, Term))
    return words.encode("utf-8", "replace").decode()


@lru_cache(maxsize=4096)
def _unpacked(packed: Packed) -> Covered:
    starts, ends = map(json.loads, packed)
    return Covered(tuple(starts), tuple(ends), tuple(accumulate(ends, max)))


@lru_cache(maxsize=64)
def _looked(marked: tuple[Leaf, ...], *, zones: bool) -> Looked:
    """Return where what was seen for these words is kept, by document."""
    del marked, zones
    return {}
