"""Adds up a matrix: very many passages, each in few cells.

A passage is in some lines (its columns or, of two tags, its rows), and has in each of
them a number whose bits say which cells. Numbers are added bit by bit, all at once.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from workbench.model.ids import DocumentId, PassageId
from workbench.model.matrices import (
    Matrix,
    MatrixDefinition,
    MatrixEntry,
    MatrixOrder,
)

Lines = Sequence[tuple[int, int]]
"""The lines that something is in, each with the bits of its cells."""

Counted = tuple[PassageId, DocumentId, Lines]


class BitCounts:
    """Counts for each bit in how many numbers it was set."""

    __slots__ = ("_planes",)

    def __init__(self) -> None:
        # The first holds the ones of all counts, the next their twos, and so on.
        self._planes: list[int] = []

    def add(self, bits: int) -> None:
        """Count the bits of a number."""
        for level, plane in enumerate(self._planes):
            if not bits:
                return
            self._planes[level], bits = plane ^ bits, plane & bits
        if bits:
            self._planes.append(bits)

    def counts(self) -> dict[int, int]:
        """Return how often each bit was set, of those that ever were."""
        found: dict[int, int] = defaultdict(int)
        for level, plane in enumerate(self._planes):
            worth = 1 << level
            for bit in bits_of(plane):
                found[bit] += worth
        return found


class Tally:
    """What was counted so far."""

    def __init__(self) -> None:
        self.total = 0
        self._cells: dict[int, BitCounts] = defaultdict(BitCounts)
        self._lines: dict[int, int] = defaultdict(int)
        self._across = BitCounts()

    def add(self, lines: Lines) -> None:
        """Count one passage, or one document, in each of its cells."""
        every = 0
        for line, bits in lines:
            if bits:
                self._cells[line].add(bits)
                self._lines[line] += 1
                every |= bits
        if every:
            self._across.add(every)
            self.total += 1

    def matrix(
        self,
        definition: MatrixDefinition,
        rows: Sequence[MatrixEntry],
        columns: Sequence[MatrixEntry],
    ) -> Matrix:
        """Return the matrix in its order, without what is empty unless asked for."""
        across = self._across.counts()
        by_row = definition.is_of_tags
        row_totals, column_totals = (
            (self._lines, across) if by_row else (across, self._lines)
        )
        shown_rows, row_places = _arranged(rows, row_totals, definition)
        shown_columns, column_places = _arranged(columns, column_totals, definition)
        counts = {
            (row_places[line], column_places[bit])
            if by_row
            else (row_places[bit], column_places[line]): count
            for line, cells in self._cells.items()
            for bit, count in cells.counts().items()
        }
        return Matrix(
            definition, shown_rows, shown_columns, counts, self.total, len(rows),
            len(columns),
        )  # fmt: skip


def bits_of(number: int) -> Iterator[int]:
    """Yield the places of the bits that are set, the lowest first."""
    while number:
        lowest = number & -number
        yield lowest.bit_length() - 1
        number ^= lowest


def by_document(counted: Iterable[Counted]) -> Iterator[Lines]:
    """Yield the cells of each document: those of its passages, each once."""
    found: dict[DocumentId, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for _passage, document, lines in counted:
        own = found[document]
        for line, bits in lines:
            own[line] |= bits
    for own in found.values():
        yield list(own.items())


def _arranged(
    entries: Sequence[MatrixEntry],
    totals: Mapping[int, int],
    definition: MatrixDefinition,
) -> tuple[tuple[MatrixEntry, ...], Mapping[int, int]]:
    """Return the entries to show, and where each of all stands among them."""
    counted = [replace(it, total=totals.get(n, 0)) for n, it in enumerate(entries)]
    kept = [n for n, it in enumerate(counted) if it.total or definition.with_empty]
    if definition.order is MatrixOrder.TOTAL:
        kept.sort(key=lambda it: -counted[it].total)
    places = {number: place for place, number in enumerate(kept)}
    return tuple(counted[it] for it in kept), places
