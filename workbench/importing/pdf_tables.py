"""Rows and cells of a table, told by where its pieces stand and when they are drawn."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import Final

from workbench.importing.pdf_fragments import Fragment
from workbench.importing.pdf_rows import Row, rows_of, runs_leftwards

_GAP: Final = 0.3
NEXT_LINE: Final = 1.35
"""How far lines of one cell are apart at most, by their size."""

_Stretch = tuple[float, float]


def cells_of(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the rows of a table, each with a cell for every column.

    A cell may have several lines: a row ends where the drawing goes back to the left,
    or leaves a space in a column.
    """
    pieces = sorted(chain.from_iterable(rows), key=lambda it: it.start)
    columns = _columns(pieces)
    table: list[list[Row]] = []
    before, last = -1, None
    for it in pieces:
        column = next(at for at, (_, end) in enumerate(columns) if it.right <= end)
        if last is None or _begins_row(column - before, last, it):
            table.append([[] for _ in columns])
        table[-1][column].append(it)
        before, last = column, it
    shown = [[_in_order(cell) for cell in row] for row in table]
    return [row[::-1] for row in shown] if runs_leftwards(pieces) else shown


def _begins_row(step: int, last: Fragment, it: Fragment) -> bool:
    return step < 0 or (step == 0 and it.base - last.base > NEXT_LINE * it.size)


def _columns(pieces: Sequence[Fragment]) -> list[_Stretch]:
    """Return from where to where each column goes."""
    found: list[_Stretch] = []
    for it in sorted(pieces, key=lambda it: it.left):
        if found and it.left - found[-1][1] < _GAP * it.size:
            found[-1] = found[-1][0], max(found[-1][1], it.right)
        else:
            found.append((it.left, it.right))
    return found


def _in_order(cell: Row) -> Row:
    return [it for row in rows_of(cell) for it in row]
