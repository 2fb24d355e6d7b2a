"""The matrix of shared statements on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Signal
from typing_extensions import override

from ui.reuse.model import Entry, Matrix, pair_in_words
from ui.widgets.heat_grid import Heading, HeatGrid
from ui.widgets.heat_view import HeatView
from ui.widgets.moments import readable_date

LEGEND = "Shared statements"


class SharedGrid(HeatGrid):
    """Each document against each other; one has no number with itself."""

    legend = LEGEND

    def __init__(self, matrix: Matrix) -> None:
        headings = [_heading(it) for it in matrix.rows]
        super().__init__(headings, headings)
        self.matrix = matrix

    @override
    def filled(self, rows: range, columns: range) -> Iterator[tuple[int, int, int]]:
        for row, column, shared in self.matrix.filled(rows, columns):
            yield row, column, shared.statements

    @override
    def is_apart(self, row: int, column: int) -> bool:
        return row == column

    @override
    def apart(self, rows: range, columns: range) -> Iterator[tuple[int, int]]:
        yield from ((it, it) for it in rows if it in columns)

    @override
    def opens(self, row: int, column: int) -> bool:
        return self.matrix.cell(row, column) is not None

    @override
    def words(self, row: int, column: int) -> str:
        one, other = self.matrix.rows[row], self.matrix.rows[column]
        return pair_in_words(one, other, self.matrix.cell(row, column))


class MatrixView(HeatView):
    """Enter or a click opens the pair of a cell, the document of the row first."""

    pair_chosen = Signal(int, int)

    def __init__(self) -> None:
        super().__init__("Statements that documents share")
        self.matrix = Matrix()
        self.cell_opened.connect(self._choose)

    def show_matrix(self, matrix: Matrix) -> None:
        """Show other documents, or the same in another order."""
        self.matrix = matrix
        self.show_grid(SharedGrid(matrix))

    def _choose(self, row: int, column: int) -> None:
        rows = self.matrix.rows
        self.pair_chosen.emit(rows[row].id, rows[column].id)


def _heading(entry: Entry) -> Heading:
    tip = f"{entry.title}\n{readable_date(entry.date)}"
    return Heading(entry.id, entry.title, tip)
