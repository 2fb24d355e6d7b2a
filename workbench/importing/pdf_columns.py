"""The order in which a page is read: columns and tables.

A page is cut where its rows leave a gutter. What is above is read first, then the
columns from left to right, then what is below; each part is cut again. Whether two
sides are columns or cells is told by the order in which the file draws them: columns
one after the other, tables row by row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from statistics import median
from typing import Final

from workbench.importing.pdf_fragments import Fragment
from workbench.importing.pdf_rows import (
    Gutter,
    Row,
    gutters_of,
    rows_of,
    runs_leftwards,
    side_of,
)
from workbench.importing.pdf_tables import NEXT_LINE, cells_of

_WIDE_GAP: Final = 1.4
_ENOUGH_ROWS: Final = 3
_FILLED: Final = 0.6
_SHORTEST_PROSE: Final = 15
_USUAL_STEP: Final = 1.6
_SAME_EDGE: Final = 0.15
_NEXT_ROW: Final = 2.5


@dataclass(frozen=True, slots=True)
class Column:
    """Rows that are read one after the other."""

    rows: Sequence[Row]


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; a cell is its pieces in reading order."""

    rows: Sequence[Sequence[Row]]


Region = Column | Table


def regions_of(fragments: Sequence[Fragment]) -> list[Region]:
    """Return the regions of a page in reading order, lines of one direction each."""
    by_turns: dict[int, list[Fragment]] = {}
    for it in fragments:
        by_turns.setdefault(it.turns, []).append(it)
    largest_first = sorted(by_turns.values(), key=_length, reverse=True)
    return [region for its in largest_first for region in _ordered(rows_of(its))]


def _length(fragments: Iterable[Fragment]) -> int:
    return sum(it.end - it.start for it in fragments)


def _ordered(rows: list[Row]) -> Iterator[Region]:
    waiting: list[list[Row] | Region] = [rows]
    while waiting:
        part = waiting.pop()
        if not isinstance(part, list):
            yield part
        elif cut := next(_cuts(part), None):
            waiting += reversed(cut)
        elif part:
            yield Column(part)


def _cuts(rows: list[Row]) -> Iterator[list[list[Row] | Region]]:
    """Yield the ways to cut rows into parts that are read one after the other."""
    for gutter in gutters_of(rows):
        band = _Band(rows, gutter)
        if parts := band.parts():
            yield [rows[: band.first], *parts, rows[band.end :]]


class _Band:
    """Rows that one gutter parts."""

    def __init__(self, rows: list[Row], gutter: Gutter) -> None:
        self._rows = rows
        self._gutter = gutter
        self.first = gutter.first
        self.end = gutter.end

    def parts(self) -> list[list[Row] | Region]:
        """Return what the rows are cut into, nothing if they should not be."""
        groups = self._groups()
        if not all(self._sides(self._rows[self.first : self.end])):
            return []
        if len(groups) == 1:
            return self._columns() if self.end - self.first > 1 else []
        if self._is_prose():
            return self._columns()
        return self._table()

    def _groups(self) -> list[list[Fragment]]:
        """Return the pieces as they were drawn, cut where it went back to the left."""
        middle = self._gutter.middle
        groups: list[list[Fragment]] = []
        was_left = False
        pieces = chain.from_iterable(self._rows[self.first : self.end])
        for it in sorted(pieces, key=lambda it: it.start):
            is_left = it.left < middle
            if not groups or (is_left and not was_left):
                groups.append([])
            groups[-1].append(it)
            was_left = is_left
        return groups

    def _sides(self, rows: Sequence[Row]) -> tuple[list[Fragment], list[Fragment]]:
        left, right = (
            [it for row in rows for it in side_of(row, self._gutter, is_left=is_left)]
            for is_left in (True, False)
        )
        return left, right

    def _is_prose(self) -> bool:
        rows = self._rows[self.first : self.end]
        sides = self._sides(rows)
        parted = sum(
            bool(side_of(row, self._gutter, is_left=True))
            and bool(side_of(row, self._gutter, is_left=False))
            for row in rows
        )
        return parted >= _ENOUGH_ROWS and all(map(_are_lines, sides))

    def _columns(self) -> list[list[Row] | Region]:
        self._leave_out_edges()
        left, right = self._sides(self._rows[self.first : self.end])
        if not left or not right:
            return []
        first, second = left, right
        if runs_leftwards(left + right):
            first, second = right, left
        return [rows_of(first), rows_of(second)]

    def _leave_out_edges(self) -> None:
        """Leave rows to their neighbors that only happen to be beside the gutter."""
        while self.first < self.end and self._belongs_above(self.first):
            self.first += 1
        _, right = self._sides(self._rows[self.first : self.end])
        last = max((it.start for it in right), default=0)
        while self.end - self.first > 1:
            row = self._rows[self.end - 1]
            if not all(it.left < self._gutter.middle and it.start > last for it in row):
                break
            self.end -= 1

    def _belongs_above(self, index: int) -> bool:
        """Tell whether a row ends a paragraph that is as wide as both columns."""
        row = self._rows[index]
        if index == 0 or index + 1 >= self.end:
            return False
        if any(it.left >= self._gutter.middle for it in row):
            return False
        above, below = self._rows[index - 1], self._rows[index + 1]
        step = row[0].base - above[0].base
        return (
            step < _USUAL_STEP * row[0].size
            and below[0].base - row[0].base > step * 1.2
        )

    def _table(self) -> list[list[Row] | Region]:
        """Return the table, unless it is but a line or two with a gap in them."""
        while self.end - self.first > 1 and self._is_beyond(self.first, 1):
            self.first += 1
        while self.end - self.first > 1 and self._is_beyond(self.end - 1, -1):
            self.end -= 1
        if self._is_spread():
            return []
        self._take_in_neighbors()
        self._cut_at_other_gutters()
        rows = cells_of(self._rows[self.first : self.end])
        full = [row for row in rows if sum(map(bool, row)) > 1]
        gap = self._gutter.right - self._gutter.left
        is_wide = gap >= _WIDE_GAP * self._rows[self.first][0].size
        fewest = 2 if is_wide else _ENOUGH_ROWS
        return [Table(rows)] if len(full) >= fewest else []

    def _is_spread(self) -> bool:
        """Tell whether these are lines of the paragraph around, spread to fill it.

        So few long words may stand in a justified line that its gaps look like those
        between cells; but it begins and ends where its neighbors do.
        """
        before, behind = self._rows[: self.first][-1:], self._rows[self.end :][:1]
        inner = self._rows[self.first : self.end]
        if len(inner) >= _ENOUGH_ROWS or not (before or behind):
            return False
        lines = [*before, *inner, *behind]
        steps = [low[0].base - high[0].base for high, low in pairwise(lines)]
        filled = [*before, *inner] if before else [*inner, *behind]
        return max(steps) < _USUAL_STEP * inner[0][0].size and all(
            max(edges) - min(edges) < _SAME_EDGE * inner[0][0].size
            for edges in (
                [row[0].left for row in filled],
                [max(it.right for it in row) for row in filled],
            )
        )

    def _take_in_neighbors(self) -> None:
        """Add rows of whose cells one nearly reaches the next."""
        while self.first > 0 and self._is_parted(self.first - 1, self.first):
            self.first -= 1
        while self.end < len(self._rows) and self._is_parted(self.end, self.end - 1):
            self.end += 1

    def _is_parted(self, index: int, neighbor: int) -> bool:
        row, inner = self._rows[index], self._rows[neighbor]
        parted = _cut(row, self._gutter)
        is_near = abs(row[0].base - inner[0].base) < _NEXT_ROW * row[0].size
        if not parted or not is_near or not all(self._sides([parted])):
            return False
        self._rows[index] = parted
        return True

    def _cut_at_other_gutters(self) -> None:
        rows = self._rows[self.first : self.end]
        for gutter in gutters_of(rows):
            if 2 * (gutter.end - gutter.first) >= len(rows):
                rows = [_cut(row, gutter) or row for row in rows]
        self._rows[self.first : self.end] = rows

    def _is_beyond(self, index: int, inwards: int) -> bool:
        """Tell whether an outer row has one side only, and is no line of a cell."""
        row, inner = self._rows[index], self._rows[index + inwards]
        if all(self._sides([row])):
            return False
        drawn = [it.start for it in inner]
        step = abs(row[0].base - inner[0].base)
        is_beside = (
            row[0].start > min(drawn)
            if inwards > 0
            else (row[0].left > self._gutter.middle or row[0].start < max(drawn))
        )
        return not (is_beside and step < NEXT_LINE * row[0].size)


def _cut(row: Row, gutter: Gutter) -> Row | None:
    """Return a row without pieces across a gutter, None if one cannot be cut."""
    parted: Row = []
    for it in row:
        if not it.left < gutter.middle < it.right:
            parted.append(it)
        elif sides := it.cut_at(gutter.left, gutter.right):
            parted += sides
        else:
            return None
    return parted


def _are_lines(fragments: Sequence[Fragment]) -> bool:
    """Tell whether pieces are lines of prose, which fill their column."""
    left = min(it.left for it in fragments)
    width = max(it.right for it in fragments) - left
    return (
        median(it.right - it.left for it in fragments) >= _FILLED * width
        and median(it.end - it.start for it in fragments) >= _SHORTEST_PROSE
    )
