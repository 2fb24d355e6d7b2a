"""What a matrix shows: headings across and down, and numbers where they meet."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtGui import QFontMetrics

from ui.theme import interface_font
from ui.widgets.heat import DOUBLING, Scale

SIDE = 26
"""The height of a cell, and its width unless its numbers need more."""
NUMBER_MARGIN = 5


@dataclass(frozen=True, slots=True)
class Heading:
    """A row or a column; `key` says which it is, whatever the order.

    `color` is the hue of a tag, shown before the title; `is_sum` stands for all others
    together.
    """

    key: Hashable
    title: str
    tip: str = ""
    color: int | None = None
    is_sum: bool = False


class HeatGrid:
    """A matrix of numbers, of which zeros are left out; empty at first."""

    legend = ""

    def __init__(
        self,
        rows: Sequence[Heading] = (),
        columns: Sequence[Heading] = (),
        counts: Mapping[tuple[int, int], int] | None = None,
        scale: Scale = DOUBLING,
    ) -> None:
        self.rows = rows
        self.columns = columns
        self.counts = counts or {}
        self.scale = scale

    def filled(self, rows: range, columns: range) -> Iterator[tuple[int, int, int]]:
        """Yield the numbers of these rows and columns, in any order."""
        if len(rows) * len(columns) <= 2 * len(self.counts):
            for row in rows:
                for column in columns:
                    if count := self.counts.get((row, column)):
                        yield row, column, count
        else:
            for (row, column), count in self.counts.items():
                if row in rows and column in columns:
                    yield row, column, count

    def is_apart(self, row: int, column: int) -> bool:
        """Tell whether a cell has the ground's color, whatever its number."""
        return self.rows[row].is_sum or self.columns[column].is_sum

    def apart(self, rows: range, columns: range) -> Iterator[tuple[int, int]]:
        """Yield the cells of these rows and columns that have the ground's color."""
        for row in rows:
            is_sum = self.rows[row].is_sum
            yield from (
                (row, it) for it in columns if is_sum or self.columns[it].is_sum
            )

    def opens(self, row: int, column: int) -> bool:
        """Tell whether there is anything to open in a cell."""
        return (row, column) in self.counts

    def words(self, row: int, column: int) -> str:
        """Say what a cell counts."""
        count = self.counts.get((row, column), 0)
        return f"{count:,} · {self.rows[row].title} · {self.columns[column].title}"

    @cached_property
    def side(self) -> int:
        """How wide a cell has to be for its number."""
        metrics = QFontMetrics(interface_font(12, tabular=True))
        most = max(self.counts.values(), default=0)
        return max(SIDE, metrics.horizontalAdvance(f"{most:,}") + 2 * NUMBER_MARGIN)

    def place_of(self, keys: tuple[Hashable, Hashable]) -> tuple[int, int] | None:
        """Return where a row and a column stand, if both are there."""
        row, column = (
            next((n for n, it in enumerate(headings) if it.key == key), None)
            for headings, key in zip((self.rows, self.columns), keys, strict=True)
        )
        return None if row is None or column is None else (row, column)
