"""Rows of a page, and the gutters that part them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from workbench.importing.pdf_fragments import Fragment

_GUTTER: Final = 0.6
_BESIDE: Final = 0.9

Row = list[Fragment]
"""Pieces whose letters are at one height, from left to right."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """An empty stretch that parts the rows from `first` to before `end`."""

    first: int
    end: int
    left: float
    right: float

    @property
    def middle(self) -> float:
        """What is left of it belongs to the left side."""
        return (self.left + self.right) / 2


def rows_of(fragments: Iterable[Fragment]) -> list[Row]:
    """Return the rows from top to bottom."""
    rows: list[Row] = []
    lowest = 0.0
    for it in sorted(fragments, key=lambda it: (it.top, it.left, it.start)):
        if rows and it.top < lowest - it.size / 30:
            rows[-1].append(it)
            lowest = max(lowest, it.base)
        else:
            rows.append([it])
            lowest = it.base
    for row in rows:
        row.sort(key=lambda it: (it.left, it.start))
    return rows


def in_reading_order(row: Row) -> Row:
    """Return the pieces of a row from where one begins to read."""
    return row[::-1] if runs_leftwards(row) else row


def runs_leftwards(fragments: Iterable[Fragment]) -> bool:
    """Tell whether most of what is written is in a script that is read leftwards."""
    balance = sum(
        it.start - it.end if it.is_leftwards else it.end - it.start for it in fragments
    )
    return balance < 0


def gutters_of(rows: Sequence[Row]) -> list[Gutter]:
    """Return the gutters, those that part most rows first."""
    found: list[Gutter] = []
    for index, gap in _gaps(rows):
        is_known = any(
            it.first <= index < it.end and it.left < gap[1] and it.right > gap[0]
            for it in found
        )
        if not is_known:
            found.append(_extended(rows, index, gap))
    return sorted(found, key=lambda it: (it.first - it.end, it.first, it.left))


def side_of(row: Row, gutter: Gutter, *, is_left: bool) -> Row:
    """Return the pieces of a row on one side of a gutter."""
    return [it for it in row if (it.left < gutter.middle) == is_left]


def _gaps(rows: Sequence[Row]) -> Iterator[tuple[int, tuple[float, float]]]:
    """Yield the empty stretches of each row, with the next one if that is close."""
    for index, row in enumerate(rows):
        pieces = row
        if index + 1 < len(rows) and _are_beside(row, rows[index + 1]):
            pieces = sorted(row + rows[index + 1], key=lambda it: it.left)
        reach = pieces[0].right
        for it in pieces[1:]:
            if it.left - reach >= _GUTTER * it.size:
                yield index, (reach, it.left)
            reach = max(reach, it.right)


def _are_beside(row: Row, below: Row) -> bool:
    return below[0].base - row[0].base < _BESIDE * min(row[0].size, below[0].size)


def _extended(rows: Sequence[Row], index: int, gap: tuple[float, float]) -> Gutter:
    """Follow a gap up and down for as long as rows leave it free."""
    first, end = index, index + 1
    while end < len(rows) and (narrowed := _narrowed(rows[end], gap)):
        gap, end = narrowed, end + 1
    while first > 0 and (narrowed := _narrowed(rows[first - 1], gap)):
        gap, first = narrowed, first - 1
    return Gutter(first, end, *gap)


def _narrowed(row: Row, gap: tuple[float, float]) -> tuple[float, float] | None:
    """Return what a row leaves free of a gap, if that is still wide enough."""
    left, right = gap
    for it in row:
        if it.right <= left or it.left >= right:
            continue
        if it.left - left >= right - it.right:
            right = it.left
        else:
            left = it.right
        if right - left < _GUTTER * it.size:
            return None
    return left, right
