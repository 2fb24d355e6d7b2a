"""Give matrices out of the project as CSV: their numbers, or what was counted."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.exporting.csv_files import write_rows
from workbench.jobs import Tracker
from workbench.model.ids import PassageId
from workbench.model.matrices import Matrix, MatrixDefinition, MatrixEntry
from workbench.operations.exchange import PASSAGE_COLUMNS, PassageRows
from workbench.operations.matrices import counted_cells
from workbench.operations.matrix_words import matrix_in_words
from workbench.operations.place_columns import MADE_COLUMNS, made_cells
from workbench.views import ProjectView

TOTAL = "total"
COUNTED = "counted"
AT_ONCE = 500


def export_matrix(
    view: ProjectView, matrix: Matrix, target: Path, *, raw: bool = False
) -> int:
    """Write a matrix as it is arranged, a row a tag; return the rows.

    The last row and column hold the totals, in which each passage counts once. Behind
    them each row says what was counted.
    """
    words = matrix_in_words(view, matrix.definition)
    made = made_cells(view)
    columns = told_apart(matrix.columns)
    header = ("tag", *columns, TOTAL, COUNTED, *MADE_COLUMNS)
    rows = ([*it, words, *made] for it in _rows(matrix))
    return write_rows(target, header, rows, raw=raw)


def export_counted(
    view: ProjectView,
    definition: MatrixDefinition,
    target: Path,
    tracker: Tracker,
    *,
    raw: bool = False,
) -> int:
    """Write one row for each passage of each cell, with its place; return how many.

    `tag` is the row, and the last column what stood above it.
    """
    words, made = matrix_in_words(view, definition), made_cells(view)
    header = (*PASSAGE_COLUMNS, "column", COUNTED, "exported_by", "exported")
    cells = sorted(counted_cells(view, definition, tracker), key=_by_names)
    rows = ([*it, words, *made] for it in _passage_rows(view, cells, tracker))
    return write_rows(target, header, rows, raw=raw)


def told_apart(entries: Sequence[MatrixEntry]) -> list[str]:
    """Name each entry, with what it stands for where names are alike."""
    counts = Counter(it.name for it in entries)
    return [
        it.name if counts[it.name] == 1 else f"{it.name} ({it.key})" for it in entries
    ]


def _by_names(
    counted: tuple[MatrixEntry, MatrixEntry, PassageId],
) -> tuple[str, str, int]:
    row, column, passage_id = counted
    return row.name, column.name, passage_id


def _rows(matrix: Matrix) -> Iterator[list[object]]:
    columns = range(len(matrix.columns))
    for number, row in enumerate(matrix.rows):
        counts = (matrix.counts.get((number, column), 0) for column in columns)
        yield [row.name, *counts, row.total]
    yield [TOTAL, *(it.total for it in matrix.columns), matrix.total]


def _passage_rows(
    view: ProjectView,
    cells: Sequence[tuple[MatrixEntry, MatrixEntry, PassageId]],
    tracker: Tracker,
) -> Iterator[list[object]]:
    rows = PassageRows(view)
    for first in range(0, len(cells), AT_ONCE):
        tracker.advance(first, len(cells), "Writing passages")
        some = cells[first : first + AT_ONCE]
        passages = {it.id: it for it in view.passages.some({it for *_, it in some})}
        for row, column, passage_id in some:
            yield [*rows.of(passages[passage_id], row.name), column.name]
